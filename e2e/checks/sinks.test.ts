import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const eslint = new ESLint({ overrideConfigFile: 'e2e/checks/eslint.config.js' });

async function complaints(code: string, filePath: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? 'fatal');
}

describe('the linter finds a planted sink', { timeout: 60_000 }, () => {
  test.each([
    "node.innerHTML = 'x';",
    "node.outerHTML = 'x';",
    "node['innerHTML'] = 'x';",
    "node.insertAdjacentHTML('beforeend', 'x');",
    "frame.srcdoc = 'x';",
    "node.setHTMLUnsafe('x');",
    "range.createContextualFragment('x');",
    "new DOMParser().parseFromString('x', 'text/html');",
    "document.write('x');",
    "document.writeln('x');",
    "document.cookie = 'a=b';",
    "eval('x');",
    "globalThis.eval('x');",
    "window.eval('x');",
    "new Function('x');",
    "setTimeout('x');",
    "location.href = 'javascript:x';",
    "new Worker('x.js');",
    "new Worker(new URL('x.js', import.meta.url), { type: 'module' });",
    "navigator.serviceWorker.register('sw.js');",
    "importScripts('x.js');",
    "node.setAttribute('onclick', 'x');",
    "node.setAttribute('style', 'x');",
  ])('%s', async (code) => {
    expect(await complaints(code, 'src/data/planted.ts')).not.toEqual([]);
  });

  test.each([
    '{@html text}',
    '<p style="color: red">x</p>',
    '<p style={text}>x</p>',
    '<iframe title="x"></iframe>',
    '<object data="x"></object>',
    '<script lang="ts">\n  const draw = (node: HTMLElement) => (node.innerHTML = "x");\n  draw(document.body);\n</script>',
  ])('%s', async (code) => {
    expect(await complaints(code, 'src/ui/Planted.svelte')).not.toEqual([]);
  });

  test.each([
    ["new Worker(trustedScriptUrl(address), { type: 'module' });", 'src/data/planted.ts'],
    ["navigator.serviceWorker.register(trustedScriptUrl('sw.js'));", 'src/data/planted.ts'],
    ['<p style:left="{3}px" class="x">x</p>', 'src/ui/Planted.svelte'],
  ])('and lets pass: %s', async (code, file) => {
    expect((await complaints(code, file)).filter((rule) => !/no-undef|unused/.test(rule))).toEqual([]);
  });
});
