import { cueMarks, excerptOf, type CueMark, type Piece } from './excerpt.ts';
import { searchTalk, type Hit, type SearchIndex } from './search.ts';

/** A hit with all that is shown of it: whoever has it needs the talk no more. */
export interface Found extends Hit {
  readonly excerpt: readonly Piece[];
  readonly cueMarks: readonly CueMark[];
}

/** The places that answer `query`, in the order of time, ready to be shown. */
export function answer(index: SearchIndex, query: string): Found[] {
  return searchTalk(index, query).map((hit) => ({
    ...hit,
    excerpt: excerptOf(index.talk, hit.marks),
    cueMarks: cueMarks(index.talk, hit.marks),
  }));
}
