import { readFileSync } from 'node:fs';
import { parseShowNotes } from '../../../src/core/shownotes/parseShowNotes.ts';
import { namesOf, type PublishedName } from '../../../src/core/search/search.ts';
import { parseTranscript } from '../../../src/core/transcript/transcript.ts';
import { readJson, type Labelled, type Labelling } from './labelled.ts';

const data = (name: string) => `e2e/bench/data/${name}.json`;

/** The bundled episode with the queries it is tuned on, and a talk of our own with queries tuned on and not. */
export function loadLabellings(): Labelling[] {
  const folder = 'src/episodes/lup-603';
  const bundled = {
    cues: parseTranscript(readFileSync(`${folder}/transcript.vtt`, 'utf8')).cues,
    names: namesOf(parseShowNotes(readFileSync(`${folder}/show-notes.md`, 'utf8')).notes),
  };
  const garden = readJson(data('garden-radio')) as Garden;
  const own = {
    cues: garden.cues.map((text, i) => ({ id: `g${i}`, start: 5 * i, end: 5 * i + 5, text })),
    names: garden.names,
  };
  const queries = (split: string): Labelled[] =>
    garden.queries
      .filter((query) => query.split === split)
      .map(({ groups, ok, ...query }) => ({
        ...query,
        groups: groups.map((group) => group.map((cue) => 5 * cue)),
        ok: ok.map((cue) => 5 * cue),
      }));
  return [
    { name: 'lup-603, dev', ...bundled, queries: readJson(data('lup-603.dev')) as Labelled[] },
    { name: 'garden radio, dev', ...own, queries: queries('dev') },
    { name: 'garden radio, test', ...own, queries: queries('test') },
  ];
}

interface Garden {
  readonly names: readonly PublishedName[];
  readonly cues: readonly string[];
  readonly queries: readonly (Labelled & { readonly split: string })[];
}
