import { characterEntities } from 'character-entities';
import type { Plugin } from 'vite';
import { PACKED } from '../core/search/commonWords.list.ts';

/** Modules that hold a long list: how their ids end, what they become, and the file that the list goes into. */
const LISTS = [
  {
    of: 'core/search/commonWords.list.ts',
    file: 'words.txt',
    source: PACKED,
    code: `export let PACKED = '';
export const ready = fetched.then(async (answer) => (PACKED = await answer.text()));`,
  },
  {
    of: 'core/text/entities.ts',
    file: 'entities.json',
    source: JSON.stringify(characterEntities),
    code: `export let characterEntities = {};
export const ready = fetched.then(async (answer) => (characterEntities = await answer.json()));`,
  },
] as const;

/**
 * Has long lists fetched as what they are, data, so that they are not parsed as a program. Whoever needs one waits for its
 * module's `ready`; a list that can't be fetched is told as a chunk that can't be loaded is. The single file and
 * `npm run dev` have the modules as they are written.
 */
export function listsPlugin(): Plugin {
  return {
    name: 'hourline-lists',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const list = LISTS.find(({ of }) => id.endsWith(of));
      if (!list) return undefined;
      const file = this.emitFile({ type: 'asset', name: list.file, source: list.source });
      return `const fetched = fetch(import.meta.ROLLUP_FILE_URL_${file}).then((answer) => {
  if (!answer.ok) throw new Error(answer.statusText);
  return answer;
});
${list.code}`;
    },
  };
}
