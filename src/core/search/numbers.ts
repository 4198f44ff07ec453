const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/**
 * The ways in which up to six digits are said: 411 is "four one one", "four eleven", "four hundred eleven". More than four are
 * said as a number only.
 */
export function spokenForms(digits: string): string[][] {
  if (!/^\d{1,6}$/.test(digits)) return [];
  const forms = digits.length > 4 ? [] : [[...digits].map((digit) => ONES[Number(digit)]!)];
  if (!digits.startsWith('0')) {
    const value = Number(digits);
    forms.push(cardinal(value), cardinal(value, 'and'));
    if (digits.length > 2 && digits.length < 5) {
      const [head, tail] = [Math.floor(value / 100), value % 100];
      if (tail >= 10) forms.push([...cardinal(head), ...cardinal(tail)]);
      else if (tail > 0) forms.push([...cardinal(head), 'oh', ...cardinal(tail)]);
      if (head % 10 > 0 && digits.length === 4)
        for (const joint of tail > 0 ? [[], ['and']] : [[]])
          forms.push([...cardinal(head), 'hundred', ...joint, ...(tail > 0 ? cardinal(tail) : [])]);
    }
  }
  if (digits.length < 5 && /^[1-9]\d?0\d?[1-9]$/.test(digits))
    forms.push(forms[0]!.map((one) => (one === 'zero' ? 'oh' : one)));
  for (const [one, scale = '', ...rest] of [...forms])
    if (one === 'one' && SCALES.has(scale)) forms.push(['a', scale, ...rest]);
  const seen = new Set<string>();
  return forms.filter((form) => !seen.has(form.join(' ')) && seen.add(form.join(' ')));
}

function cardinal(value: number, and?: 'and'): string[] {
  if (value < 20) return [ONES[value]!];
  if (value < 100) return [TENS[Math.floor(value / 10)]!, ...(value % 10 > 0 ? [ONES[value % 10]!] : [])];
  const [size, name] = value < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  const rest = value % size;
  const joint = and && rest > 0 && rest < 100 ? [and] : [];
  return [...cardinal(Math.floor(value / size), and), name, ...joint, ...(rest > 0 ? cardinal(rest, and) : [])];
}

/**
 * The digits that a run of number words says, or none: `['twenty', 'two']` is 22, `['four', 'one', 'one']` 411, and
 * `['a', 'hundred', 'and', 'five']` 105.
 */
export function digitsOf(words: readonly string[]): string | undefined {
  if (words.some((word) => SCALES.has(word))) return scaledDigitsOf(words);
  const values = words.map((word, i) => {
    if (word === 'oh' && i > 0 && i < words.length - 1) return 0;
    const one = ONES.indexOf(word);
    return one >= 0 ? one : TENS.indexOf(word) * 10;
  });
  if (values.length === 0 || values.some((value) => value < 0)) return undefined;
  let digits = '';
  values.forEach((value, i) => {
    const before = values[i - 1];
    const joins = before !== undefined && before >= 20 && value > 0 && value < 10;
    digits = joins ? String(Number(digits.slice(0, -1))).padStart(digits.length - 1, '0') + value : digits + value;
  });
  return digits;
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
]);

/** Those of words with hundreds and thousands: the sum, if it is said so. */
function scaledDigitsOf([first, ...more]: readonly string[]): string | undefined {
  const words = [first!, ...more];
  let [sum, group] = [0, 0];
  for (const word of words) {
    const scale = SCALES.get(word);
    if (scale === undefined) group += word === 'a' ? 1 : Number(digitsOf([word]) ?? 0);
    else if (scale === 100) group *= scale;
    else [sum, group] = [sum + group * scale, 0];
  }
  const digits = String(sum + group);
  return spokenForms(digits).some((form) => form.join(' ') === words.join(' ')) ? digits : undefined;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/** How an ordinal is said: `22nd`, or the day `22`, is the "twenty second". */
export function ordinalOf(written: string): string[] {
  const [, digits] = /^([1-9]\d?)(?:st|nd|rd|th)?$/.exec(written) ?? [];
  if (digits === undefined) return [];
  const words = cardinal(Number(digits));
  const last = words.pop()!;
  return [...words, IRREGULAR[last] ?? `${last.replace(/y$/, 'ie')}th`];
}

function withEnding(digits: string): string {
  const ending = /1.$/.test(digits) ? 'th' : (['th', 'st', 'nd', 'rd'][Number(digits.at(-1))] ?? 'th');
  return digits + ending;
}

/** From how they are said, "twenty second", to how they are written, `22nd`. */
const ORDINALS: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 99 }, (_, i) => String(i + 1)).map((digits) => [
    ordinalOf(digits).join(' '),
    withEnding(digits),
  ]),
);

/** How an ordinal is written that these words say: `['twenty', 'second']` is 22nd. */
export const writtenOrdinal = (words: readonly string[]) => ORDINALS.get(words.join(' '));

const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;

/** The other way to write the day of a month, if word `i` is one: 6th for "April 6", 6 for "6th of April". */
export function otherDay(words: readonly string[], i: number): string | undefined {
  const [, day, ending] = /^([1-9]\d?)(st|nd|rd|th)?$/.exec(words[i]!) ?? [];
  const after = words[i + 1] === 'of' ? i + 2 : i + 1;
  if (day === undefined || ![i - 1, after].some((at) => MONTH.test(words[at] ?? ''))) return undefined;
  return ending === undefined ? withEnding(day) : day;
}

/** Kings, popes and wars are counted so; what is a word of its own as well (i, v, vi, x, xi) is left out. */
const ROMAN = '  ii iii iv   vii viii ix   xii xiii xiv xv xvi'.split(' ');

/** A number in the other ways to write it in one word: two and II for 2, 2nd and II for "second". */
export function otherNumerals(word: string): string[] {
  const roman = ROMAN.indexOf(word);
  const written = roman > 1 ? String(roman) : (writtenOrdinal([word]) ?? digitsOf([word]) ?? word);
  const [, digits, ending] = /^(\d+)(st|nd|rd|th)?$/.exec(written) ?? [];
  if (digits === undefined) return [];
  const count = ending === undefined ? [digits, ...spokenForms(digits).flatMap(alone)] : [];
  const order = ending !== undefined || roman > 1 ? [withEnding(digits), ...alone(ordinalOf(digits))] : [];
  return [...count, ...order, ROMAN[Number(digits)] ?? ''].filter((form) => form.length > 0 && form !== word);
}

const alone = (words: readonly string[]) => (words.length === 1 ? [words[0]!] : []);

/** Whether a word said behind one of tens is part of the same number: "twenty two", "twenty second". */
export const goesOnTens = (word: string) => {
  const one = digitsOf([word]) ?? writtenOrdinal([word]);
  return one !== undefined && /^[1-9]\D*$/.test(one);
};

/** Whether a number is said in one word that may begin another: "twenty". */
export const isTens = (digits: string) => /^[2-9]0$/.test(digits);
