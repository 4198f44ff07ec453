import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { freeEnums } from './enums.ts';

const filled = (name: string) => `(function (${name}) {
    ${name}[${name}["Open"] = 1] = "Open";
    ${name}[${name}["Shut"] = 2] = "Shut";
})(${name} || (${name} = {}));`;

test('an enum says the same, and may be left out', () => {
  const freed = freeEnums(`var Door;\n${filled('Door')}\nDoor;`);
  expect(freed).toContain('var Door = /* @__PURE__ */ (function (Door) {');
  expect({ ...runInNewContext(freed) }).toEqual({ Open: 1, Shut: 2, 1: 'Open', 2: 'Shut' });
});

test('each of several is freed by itself, exported or not', () => {
  const freed = freeEnums(`export var Door;\n${filled('Door')}\nlet a = 1;\nvar Gate;\n${filled('Gate')}\n`);
  expect(freed.match(/@__PURE__/g)).toHaveLength(2);
  expect(freed).toContain('export var Door = ');
  expect(freed).toContain('let a = 1;');
});

test('what only looks like one stays', () => {
  for (const code of [
    `var Door;\n${filled('Gate')}`,
    `var Door = 1;\n${filled('Door')}`,
    'var Door;\n(function () {\n  open();\n})();',
  ])
    expect(freeEnums(code)).toBe(code);
});
