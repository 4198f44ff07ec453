/** HTML's own table of named characters, and when it is there: the page's build fetches it (`build/listsPlugin.ts`). */
export { characterEntities } from 'character-entities';
export const ready: Promise<unknown> = Promise.resolve();
