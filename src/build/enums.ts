/** What TypeScript makes of an enum: a variable, and a function called at once that fills it. */
const ENUM = /^(export )?var (\w+);\n\(function \(\2\) \{\n([^]*?)^\}\)\(\2 \|\| \(\2 = \{\}\)\);$/gm;

/**
 * A library's compiled enums, written so that one of which nothing is used can be left out of a build: as they are, filling
 * the variable is a deed that no bundler may drop.
 */
export function freeEnums(code: string): string {
  return code.replace(
    ENUM,
    (_, exported: string | undefined, name: string, body: string) =>
      `${exported ?? ''}var ${name} = /* @__PURE__ */ (function (${name}) {\n${body}return ${name};\n})({});`,
  );
}
