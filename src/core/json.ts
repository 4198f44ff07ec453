import { findNodeAtLocation, parseTree, type JSONPath, type Node, type ParseError } from 'jsonc-parser';
import type { Problem } from './problem.ts';

/** A JSON document that still knows on which line each of its values stands. */
export interface JsonDocument {
  readonly value: unknown;
  /** The line of the value at `path`, or of the nearest parent that is there. From 1. */
  lineOf(path: JSONPath): number;
}

/** Reads JSON; a syntax error is a problem with the line at which reading had to stop. */
export function parseJson(source: string): { readonly json: JsonDocument | undefined; readonly problems: Problem[] } {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    const [first] = syntaxErrors(source);
    return {
      json: undefined,
      problems: [
        {
          code: 'bad-json',
          severity: 'error',
          line: lineAt(source, first?.offset ?? 0),
          message: first ? sentenceOf(first, source) : 'This is not JSON.',
        },
      ],
    };
  }
  let tree: Node | undefined;
  const lineOf = (path: JSONPath): number => {
    tree ??= parseTreeOrNone(source);
    for (let depth = path.length; tree && depth >= 0; depth -= 1) {
      const node = findNodeAtLocation(tree, path.slice(0, depth));
      if (node) return lineAt(source, node.offset);
    }
    return 0;
  };
  return { json: { value, lineOf }, problems: [] };
}

/** The library's codes of errors in words, from 1. */
const WRONG = [
  'an unknown word',
  'a number that is none',
  'a name is missing',
  'a value is missing',
  'a colon is missing',
  'a comma is missing',
  'a closing brace is missing',
  'a closing bracket is missing',
  'something follows its end',
  'a comment that is none',
  'a comment without an end',
  'a closing quotation mark is missing',
  'a number without an end',
];

function sentenceOf({ error, offset, length }: ParseError, source: string): string {
  const what = WRONG[error - 1] ?? 'a character that is not allowed';
  // A text is told of where it begins, and what is missing where it should be.
  const end = what === WRONG[11] ? offset + length : offset;
  return `${end < source.trimEnd().length ? 'This is not JSON' : 'The file breaks off'}: ${what}.`;
}

/** Where reading failed; nothing where the document nests too deeply even to say that. */
function syntaxErrors(source: string): ParseError[] {
  const errors: ParseError[] = [];
  parseTreeOrNone(source, errors);
  return errors;
}

/** The library descends by recursion, which a document of ten thousand levels exhausts. */
function parseTreeOrNone(source: string, errors: ParseError[] = []): Node | undefined {
  try {
    return parseTree(source, errors);
  } catch {
    return undefined;
  }
}

function lineAt(source: string, offset: number): number {
  let line = 1;
  for (let i = source.indexOf('\n'); i >= 0 && i < offset; i = source.indexOf('\n', i + 1)) line += 1;
  return line;
}
