/**
 * Where Hourline's reader of WebVTT and SubRip leaves the W3C parsing algorithm, each for files that exist. With all of
 * them switched off the reader gives what the standard gives; the tests hold it against two other parsers that way.
 *
 * | switch | what is read that the standard drops or changes | why |
 * |---|---|---|
 * | `no-signature` | a file without the `WEBVTT` line | it is SubRip, or a header was lost |
 * | `loose-times` | `M:SS`, `S.mmm`, one-digit parts, over 59 minutes without hours, a comma, one to nine decimals or none | such files are published; players drop those cues |
 * | `late-text` | text behind a blank line, where the cue has none yet, or the file is SubRip | some writers put a blank line below the timing, or into the text |
 * | `glued-counter` | a bare number that counts up, right above a timing, is no text of the cue above | SubRip without blank lines |
 * | `backward-end` | a cue that ends before it starts ends a millisecond after | its words are to be found, and what is written again is to be valid |
 * | `lone-bracket` | a `<` that starts no tag, or that no `>` follows, is a character | "a < b" is said and written; the standard swallows the rest |
 * | `part-voices` | a cue in which several speak becomes one for each | nobody is to be given another's words |
 * | `no-overrides` | known override codes of ASS, `{\an8}`, are left out | SubRip from converters has them; players obey or hide them |
 * | `trimmed` | white space at the ends of a cue's text and of its lines, and lines of nothing else, are left out | padding of the writer's |
 *
 * One more holds always, for the standards themselves moved: character references are decoded only where they end in
 * `;`.
 */
export type Deviation =
  | 'no-signature'
  | 'loose-times'
  | 'late-text'
  | 'glued-counter'
  | 'backward-end'
  | 'lone-bracket'
  | 'part-voices'
  | 'no-overrides'
  | 'trimmed';

export const ALL_DEVIATIONS: ReadonlySet<Deviation> = new Set<Deviation>([
  'no-signature',
  'loose-times',
  'late-text',
  'glued-counter',
  'backward-end',
  'lone-bracket',
  'part-voices',
  'no-overrides',
  'trimmed',
]);
