/**
 * How far apart the colours of the kinds of segments are, and how well text and edges stand out, read from the tokens of
 * src/app.css: `npm run colours`. Colour vision is simulated after Machado, Oliveira and Fernandes (2009), at full
 * severity; distances are ΔE 1976; contrast is WCAG's.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lab, rgb } from 'd3';
import { SEGMENT_KINDS, type SegmentKind } from '../../src/core/segments/segment.ts';

type Scheme = 'light' | 'dark';
type Matrix = readonly [number, number, number, number, number, number, number, number, number];

const VISIONS: Readonly<Record<string, Matrix>> = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

/** What is drawn on what, and how well it has to stand out: text 4.5, edges and signs 3. */
const CONTRASTS: readonly (readonly [ink: string, ground: string, least: number])[] = [
  ...['ink', 'muted', 'accent', 'note'].flatMap((ink) =>
    ['paper', 'raised', 'sunken'].map((ground) => [ink, ground, 4.5] as const),
  ),
  ['ink', 'passage', 4.5],
  ['ink', 'mark', 4.5],
  ['on-accent', 'accent', 4.5],
  ['edge', 'paper', 3],
  ['accent', 'band', 3],
  ...SEGMENT_KINDS.map((kind) => [`kind-${kind}`, 'paper', 3] as const),
];

const css = readFileSync(new URL('../../src/app.css', import.meta.url), 'utf8');

/** A colour token in one scheme. */
export function token(name: string, scheme: Scheme): string {
  const found = new RegExp(`--${name}:\\s*light-dark\\((#\\w+),\\s*(#\\w+)\\)`).exec(css);
  if (!found) throw new Error(`app.css has no colour --${name}`);
  return found[scheme === 'light' ? 1 : 2]!;
}

function toLinear(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function fromLinear(value: number): number {
  const share = Math.min(1, Math.max(0, value));
  return 255 * (share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055);
}

function seenBy(colour: string, m: Matrix) {
  const { r, g, b } = rgb(colour);
  const [x, y, z] = [toLinear(r), toLinear(g), toLinear(b)];
  const row = (i: 0 | 3 | 6) => fromLinear(m[i] * x + m[(i + 1) as 1] * y + m[(i + 2) as 2] * z);
  return lab(rgb(row(0), row(3), row(6)));
}

function luminance(colour: string): number {
  const { r, g, b } = rgb(colour);
  return 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b);
}

export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

export interface Pair {
  readonly vision: string;
  readonly kinds: readonly [SegmentKind, SegmentKind];
  readonly distance: number;
}

/** The two kinds that are hardest to tell apart, for each way of seeing colours. */
export function worstPairs(scheme: Scheme, colourOf = (kind: SegmentKind) => token(`kind-${kind}`, scheme)): Pair[] {
  return Object.entries(VISIONS).map(([vision, matrix]) => {
    const seen = SEGMENT_KINDS.map((kind) => [kind, seenBy(colourOf(kind), matrix)] as const);
    const pairs = seen.flatMap(([a, x], i) =>
      seen.slice(i + 1).map(([b, y]): Pair => ({
        vision,
        kinds: [a, b],
        distance: Math.hypot(x.l - y.l, x.a - y.a, x.b - y.b),
      })),
    );
    return pairs.reduce((worst, pair) => (pair.distance < worst.distance ? pair : worst));
  });
}

export function contrasts(scheme: Scheme) {
  return CONTRASTS.map(([ink, ground, least]) => ({
    ink,
    ground,
    least,
    found: contrast(token(ink, scheme), token(ground, scheme)),
  }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const scheme of ['light', 'dark'] as const) {
    console.log(`${scheme}: the two kinds that are hardest to tell apart (ΔE, at least 20)`);
    for (const { vision, kinds, distance } of worstPairs(scheme))
      console.log(`  ${vision.padEnd(8)} ${distance.toFixed(1).padStart(5)}  ${kinds.join(' / ')}`);
    console.log(`${scheme}: contrast`);
    for (const { ink, ground, least, found } of contrasts(scheme))
      console.log(`  ${found.toFixed(1).padStart(5)} (≥ ${least})  ${ink} on ${ground}`);
  }
}
