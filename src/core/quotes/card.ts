import { escapeHtml } from '../text/escape.ts';
import { formatSpan, quotedWords, sourceName, type Quotation, type QuoteOptions } from './quote.ts';

/** How wide a text is, in pixels, set in a font as CSS names it (`600 24px serif`). */
export type Measure = (text: string, font: string) => number;

/** A line of a card: what, where (its baseline), and in which font. Pixels. */
export interface CardLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: number;
  readonly family: 'serif' | 'sans';
  readonly tone: 'ink' | 'muted' | 'accent';
}

/** A passage as a picture: 1200 by 630 pixels, which is what messengers and social sites show whole. */
export const CARD = { width: 1200, height: 630 } as const;

const LEFT = 88;
const TEXT_WIDTH = CARD.width - 2 * LEFT;
/** Where the words may stand: from the top to the facts below. */
const TOP = 84;
const BOTTOM = 470;
const LEADING = 1.36;
/** From the largest that a short quote may have to the smallest that can be read on a phone. */
const SIZES = [60, 52, 46, 40, 35, 31];
const FAMILIES = {
  serif: "Charter, 'Bitstream Charter', 'Iowan Old Style', Georgia, 'DejaVu Serif', serif",
  sans: "Inter, system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
};
const COLOURS = {
  light: { paper: '#fbfaf7', ink: '#1d1b19', muted: '#5d5954', accent: '#b3261e' },
  dark: { paper: '#121417', ink: '#ebe8e3', muted: '#aaa59e', accent: '#ff8f7c' },
};

/**
 * Lays a card out: the words as large as they fit, what is too long for the smallest size cut between words with an
 * ellipsis; below them the show, the time and the title. Numbers and texts only.
 */
export function layoutCard(quote: Quotation, { times }: QuoteOptions, measure: Measure): CardLine[] {
  const words = `“${quotedWords(quote)}”`;
  let [size, lines] = [SIZES[0]!, [] as string[]];
  for (size of SIZES) {
    lines = wrap(words, (text) => measure(text, fontOf(500, size, 'serif')) <= TEXT_WIDTH);
    if (lines.length <= roomFor(size)) break;
  }
  const room = roomFor(size);
  if (lines.length > room) {
    const fits = (text: string) => measure(text, fontOf(500, size, 'serif')) <= TEXT_WIDTH;
    lines = [...lines.slice(0, room - 1), shorten(lines[room - 1]!, ' …”', fits, true)];
  }

  const small = (
    text: string,
    x: number,
    y: number,
    weight: number,
    tone: CardLine['tone'],
    most: number,
  ): CardLine => ({
    text: shorten(text, '…', (part) => measure(part, fontOf(weight, 26, 'sans')) <= most),
    x,
    y,
    size: 26,
    weight,
    family: 'sans',
    tone,
  });
  const source = [sourceName(quote), times ? formatSpan(quote) : ''].filter(Boolean).join(' · ');
  const title = sourceName(quote) === quote.from.title ? '' : quote.from.title;
  const mark = measure('Hourline', fontOf(700, 26, 'sans'));
  return [
    ...lines.map((text, i): CardLine => ({
      text,
      x: LEFT,
      y: Math.round(TOP + size + i * size * LEADING),
      size,
      weight: 500,
      family: 'serif',
      tone: 'ink',
    })),
    small(source, LEFT, 540, 600, 'ink', TEXT_WIDTH),
    ...(title === '' ? [] : [small(title, LEFT, 580, 400, 'muted', TEXT_WIDTH - mark - 40)]),
    small('Hourline', CARD.width - LEFT - mark, 580, 700, 'accent', TEXT_WIDTH),
  ];
}

/** A laid out card as an SVG document that needs nothing else. */
export function formatCard(lines: readonly CardLine[], theme: 'light' | 'dark'): string {
  const colours = COLOURS[theme];
  const texts = lines.map(
    ({ text, x, y, size, weight, family, tone }) =>
      `<text x="${round(x)}" y="${round(y)}" font-family="${escapeHtml(FAMILIES[family])}" font-size="${size}" font-weight="${weight}" fill="${colours[tone]}">${escapeHtml(text)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}">`,
    `<rect width="${CARD.width}" height="${CARD.height}" fill="${colours.paper}"/>`,
    `<rect width="12" height="${CARD.height}" fill="${colours.accent}"/>`,
    ...texts,
    '</svg>\n',
  ].join('\n');
}

/** How CSS and a canvas name the font of a line. */
function fontOf(weight: number, size: number, family: CardLine['family']): string {
  return `${weight} ${size}px ${FAMILIES[family]}`;
}

function roomFor(size: number): number {
  return Math.floor((BOTTOM - TOP) / (size * LEADING));
}

/** Breaks a text into lines that fit, between words; within a word only where it fits no line. */
function wrap(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(' ').flatMap((word) => pieces(word, fits))) {
    const longer = line === '' ? piece.text : `${line}${piece.joined ? '' : ' '}${piece.text}`;
    if (line !== '' && !fits(longer)) {
      lines.push(line);
      line = piece.text;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

/** A word, or the letters of one that is wider than a line, as Chinese sentences are. */
function pieces(word: string, fits: (line: string) => boolean): { text: string; joined: boolean }[] {
  if (fits(word)) return [{ text: word, joined: false }];
  return letters(word).map((text, i) => ({ text, joined: i > 0 }));
}

/** A text with an ending, and as much of the text as leaves room for it. */
function shorten(text: string, ending: string, fits: (line: string) => boolean, always = false): string {
  if (!always && fits(text)) return text;
  let kept = text.split(' ');
  while (kept.length > 1 && !fits(kept.join(' ') + ending)) kept = kept.slice(0, -1);
  let last = kept.join(' ');
  for (let signs = letters(last); signs.length > 1 && !fits(last + ending); last = signs.join(''))
    signs = signs.slice(0, -1);
  return `${last.replace(/[\s,;:.]+$/, '')}${ending}`;
}

/** What a reader takes for letters: with their accents, and emoji whole. */
function letters(text: string): string[] {
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
}

const round = (value: number) => Math.round(value * 10) / 10;
