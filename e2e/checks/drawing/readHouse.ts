import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import ts from 'typescript';

/** The layers of src/, and into which others each may reach: core/ stands at the bottom and reaches nowhere. */
export const REACH = {
  main: ['ui', 'state', 'workers'],
  ui: ['state', 'core'],
  state: ['data', 'core'],
  data: ['workers', 'core'],
  workers: ['core'],
  build: ['core'],
  core: [],
} as const;

export type Layer = keyof typeof REACH;

/** A folder with code of its own. `core/` and `ui/` are shown by their folders, the other layers whole. */
export interface Room {
  readonly name: string;
  readonly layer: Layer;
  readonly lines: number;
  /** Names of its files without their endings, in order. */
  readonly files: readonly string[];
}

/** What files of one room import from files of another: imports that run, and those of types, which leave no trace. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly values: number;
  readonly types: number;
}

export interface House {
  readonly rooms: readonly Room[];
  readonly arrows: readonly Arrow[];
}

const NOT_THE_PROGRAM = /\.test\.ts$|\.d\.ts$|(?:^|\/)testing\/|^episodes\//;

/** The rooms of a source folder and every import between them, read from the files' own text. */
export function readHouse(root: string): House {
  const paths = (readdirSync(root, { recursive: true }) as string[])
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?:ts|svelte)$/.test(path) && !NOT_THE_PROGRAM.test(path))
    .sort();
  const rooms = new Map<string, { layer: Layer; lines: number; files: string[] }>();
  const arrows = new Map<string, { from: string; to: string; values: number; types: number }>();
  for (const path of paths) {
    const text = readFileSync(join(root, path), 'utf8');
    const from = roomOf(path);
    const room = rooms.get(from) ?? { layer: layerOf(from), lines: 0, files: [] };
    rooms.set(from, room);
    room.lines += text.split('\n').length - 1;
    room.files.push(path.replace(/^.*\//, '').replace(/(?:\.svelte)?\.\w+$/, ''));
    for (const { path: to, type } of importsOf(path, text)) {
      if (!paths.includes(to) || roomOf(to) === from) continue;
      const key = `${from} → ${roomOf(to)}`;
      const arrow = arrows.get(key) ?? { from, to: roomOf(to), values: 0, types: 0 };
      arrows.set(key, arrow);
      arrow[type ? 'types' : 'values'] += 1;
    }
  }
  return {
    rooms: [...rooms].map(([name, room]) => ({ name, ...room })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    arrows: [...arrows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, arrow]) => arrow),
  };
}

/** The layer of a room. */
export function layerOf(room: string): Layer {
  return room.split('/')[0] as Layer;
}

function roomOf(path: string): string {
  const [layer, folder] = path.split('/').slice(0, -1);
  if (layer === undefined) return 'main';
  return folder !== undefined && (layer === 'core' || layer === 'ui') ? `${layer}/${folder}` : layer;
}

/** What a file imports from beside it: statically, when asked for, or as the address of a worker. */
export function importsOf(path: string, text: string): { path: string; type: boolean }[] {
  const found: { path: string; type: boolean }[] = [];
  const add = (specifier: ts.Node | undefined, type: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier) || !specifier.text.startsWith('.')) return;
    found.push({ path: normalize(join(dirname(path), specifier.text.replace(/\?.*$/, ''))), type });
  };
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isOfTypes(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    else if (ts.isNewExpression(node) && node.expression.getText() === 'URL') add(node.arguments?.[0], false);
    node.forEachChild(look);
  };
  for (const script of scriptsOf(path, text))
    look(ts.createSourceFile(path, script, ts.ScriptTarget.Latest, /* setParentNodes */ true));
  return found;
}

/** A component's scripts; and what its markup imports when asked for, which stands outside of them. */
function scriptsOf(path: string, text: string): string[] {
  if (!path.endsWith('.svelte')) return [text];
  const blocks = /<script[^>]*>([\s\S]*?)<\/script>/g;
  const scripts = [...text.matchAll(blocks)].map(([, script]) => script!);
  return [...scripts, ...(text.replace(blocks, '').match(/import\((['"]).*?\1\)/g) ?? [])];
}

function isOfTypes({ importClause: clause }: ts.ImportDeclaration): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every(({ isTypeOnly }) => isTypeOnly);
}
