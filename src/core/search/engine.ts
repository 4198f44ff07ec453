/** Everything that searching needs, behind one door: it is fetched after the first words can be read. */
export { answer } from './answer.ts';
export { ready } from './commonWords.list.ts';
export { besideEntries, buildBeside } from './beside.ts';
export { namesOf, stepsToSearchIndex } from './search.ts';
