/** Ways from a text to a program or to markup: none is used, in any of its spellings. */
const MARKUP = 'Markup is made by components only.';
const PROGRAM = 'No text becomes a program.';
const ADDRESS = 'A worker’s address goes through trustedScriptUrl (data/trusted.ts).';

const properties = [
  ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc', 'setHTMLUnsafe', 'parseHTMLUnsafe'].map((property) => ({
    property,
    message: MARKUP,
  })),
  ...['createContextualFragment', 'parseFromString'].map((property) => ({ property, message: MARKUP })),
  ...['write', 'writeln', 'execCommand'].map((property) => ({ object: 'document', property, message: MARKUP })),
  ...['eval', 'Function'].flatMap((property) =>
    ['window', 'globalThis', 'self'].map((object) => ({ object, property, message: PROGRAM })),
  ),
  { object: 'document', property: 'cookie', message: 'There are no cookies here.' },
];

const trusted = "[callee.name='trustedScriptUrl']";
const syntax = [
  {
    selector: `NewExpression[callee.name=/^(?:Shared)?Worker$/]:not(:has(> CallExpression.arguments:first-child${trusted}))`,
    message: ADDRESS,
  },
  {
    selector: `CallExpression[callee.property.name='register'] > :first-child.arguments:not(${trusted})`,
    message: ADDRESS,
  },
  { selector: "CallExpression[callee.name='importScripts']", message: PROGRAM },
  {
    selector:
      'CallExpression[callee.name=/^set(?:Timeout|Interval)$/]:matches([arguments.0.type=/^(?:Literal|TemplateLiteral)$/])',
    message: PROGRAM,
  },
  {
    selector: "CallExpression[callee.property.name='setAttribute'][arguments.0.value=/^(?:on|srcdoc|style$)/i]",
    message: MARKUP,
  },
  {
    selector: "SvelteAttribute[key.name='style']",
    message: 'The policy refuses it: use style: directives or a class.',
  },
  { selector: "SvelteAttribute[key.name='srcdoc']", message: MARKUP },
  {
    selector: "SvelteElement[name.name=/^(?:script|iframe|object|embed|base)$/]:not([kind='component'])",
    message: MARKUP,
  },
];

/** Rules for the linter: what `src/` may not say. */
export const noSinks = {
  'no-restricted-properties': ['error', ...properties],
  'no-restricted-syntax': ['error', ...syntax],
  'no-eval': 'error',
  'no-new-func': 'error',
  'no-implied-eval': 'error',
  'no-script-url': 'error',
};
