import fc from 'fast-check';

/** Files that look like WebVTT, from the sound to the broken: what readers are held against each other with. */
export function vttFiles(): fc.Arbitrary<string> {
  const digits = (least: number, most: number) =>
    fc.stringMatching(new RegExp(`^\\d{${least},${most}}$`)).map((text) => text.slice(0, most));
  const two = fc.integer({ min: 0, max: 59 }).map((n) => String(n).padStart(2, '0'));
  const sound = fc
    .tuple(
      fc.option(fc.constantFrom('00', '01', '1', '100'), { nil: undefined }),
      two,
      two,
      fc.integer({ min: 0, max: 999 }),
    )
    .map(([h, m, s, ms]) => `${h === undefined ? '' : `${h}:`}${m}:${s}.${String(ms).padStart(3, '0')}`);
  const odd = fc
    .tuple(
      fc.option(digits(1, 3), { nil: undefined }),
      digits(1, 3),
      digits(1, 3),
      fc.constantFrom('.', ',', ''),
      digits(1, 4),
    )
    .map(([h, m, s, dot, ms]) => `${h === undefined ? '' : `${h}:`}${m}:${s}${dot}${dot === '' ? '' : ms}`);
  const time = fc.oneof({ weight: 8, arbitrary: sound }, { weight: 1, arbitrary: odd });
  const arrow = fc.constantFrom(' --> ', '-->', '\t-->\t', ' -->  ', ' -- > ', '->');
  const settings = fc.constantFrom('', '', '', ' align:start', ' position:0% line:1', '\tsize:50%', ' nonsense');
  const timing = fc
    .tuple(
      fc.constantFrom('', '', '', ' '),
      time,
      fc.oneof({ weight: 9, arbitrary: fc.constant(' --> ') }, arrow),
      time,
      settings,
    )
    .map((parts) => parts.join(''));
  const words = fc.constantFrom(
    'plain words',
    'It goes on.',
    '12',
    '1',
    '- a dash',
    'NOTE in the text',
    '<v Ann>Hello</v>',
    '<v.loud Bob Miller>there',
    '<c.yellow>coloured</c> words',
    '<b>bold <i>both</b> odd</i>',
    '<00:00:01.500>timed',
    '<ruby>a<rt>b</rt></ruby>',
    'R&amp;D &lt;x&gt;',
    'AT & T',
    'a < b',
    'a <3 you',
    'an open <tag',
    'a --> b',
    '  padded  ',
    ' ',
    'ünïcödé 日本 💥',
    '</c>closed',
    '<>empty',
  );
  const line = fc.oneof(
    { weight: 5, arbitrary: timing },
    { weight: 6, arbitrary: words },
    { weight: 5, arbitrary: fc.constant('') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('NOTE', 'NOTE a comment', 'STYLE', 'REGION', 'id:fred', 'intro', '::cue{}', 'WEBVTT'),
    },
  );
  const head = fc.constantFrom(
    'WEBVTT',
    'WEBVTT',
    'WEBVTT',
    'WEBVTT - a title',
    'WEBVTT\tx',
    'WEBVTTX',
    '\uFEFFWEBVTT',
    'WEBVTT\nKind: captions',
    '',
  );
  const newline = fc.constantFrom('\n', '\n', '\r\n', '\r');
  return fc
    .tuple(head, fc.constantFrom(['', ''], [''], []), fc.array(line, { maxLength: 30 }), newline)
    .map(([first, gap, lines, end]) => [first, ...gap, ...lines].join(end));
}
