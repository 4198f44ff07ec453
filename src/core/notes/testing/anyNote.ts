import fc from 'fast-check';
import { COLOURS, type Note } from '../note.ts';

/** Any text at all: emoji, right-to-left, lone surrogates, names of object prototypes. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('__proto__', 'constructor', 'שלום עולם', 'مرحبا', '👩‍👩‍👧‍👦', '\ud800', '\udc00x', 'a\u0000b', '\u202eabc'),
);

/** Any note that can be stored. */
export const anyNote: fc.Arbitrary<Note> = fc
  .record({
    id: anyText,
    episode: anyText,
    body: anyText,
    tags: fc.array(anyText, { maxLength: 4 }),
    colour: fc.option(fc.constantFrom(...COLOURS), { nil: undefined }),
    target: fc.record({
      start: fc.double({ min: 0, max: 1e6, noNaN: true }).map(Math.abs),
      end: fc.double({ min: 0, max: 1e6, noNaN: true }).map(Math.abs),
      quote: fc.record({ exact: anyText, prefix: anyText, suffix: anyText }),
    }),
    created: anyText,
    modified: anyText,
    revision: fc.nat(),
    copyOf: fc.option(anyText, { nil: undefined }),
  })
  .map(({ colour, copyOf, ...note }) => ({
    ...note,
    ...(colour === undefined ? {} : { colour }),
    ...(copyOf === undefined ? {} : { copyOf }),
  }));

/** A plain note, with what a test is about. */
export function noteOf(parts: Partial<Note> = {}): Note {
  return {
    id: 'n1',
    episode: 'talk',
    body: 'Quote this',
    tags: [],
    target: { start: 2, end: 5, quote: { exact: 'DMA patch.', prefix: '', suffix: '' } },
    created: '2025-01-01T00:00:00.000Z',
    modified: '2025-01-01T00:00:00.000Z',
    revision: 0,
    ...parts,
  };
}
