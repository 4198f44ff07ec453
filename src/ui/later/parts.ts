/**
 * Every part of the page that nobody needs to read the first paragraph, gathered so that it is built as one chunk. Only
 * `later.svelte.ts` imports this, and only when the paragraph is on screen; types may be imported from anywhere.
 */
export { buildPlacer } from '../../core/notes/anchor.ts';
export { Notebook } from '../../state/notebook.svelte.ts';
export { keepsFocus } from '../keys/keepsFocus.ts';
export { keepsPlace } from '../keys/keepsPlace.ts';
export { default as KeysDialog } from '../keys/KeysDialog.svelte';
export { default as NotesNotices } from '../notes/NotesNotices.svelte';
export { default as PrintedNotes } from '../notes/PrintedNotes.svelte';
export { default as Update } from '../offline/Update.svelte';
export { default as Preview } from '../opening/Preview.svelte';
export { default as PanelPart } from './PanelPart.svelte';
export { standing } from '../panel/standing.ts';
export { default as Legend } from '../timeline/Legend.svelte';
export { default as RangeBar } from '../timeline/RangeBar.svelte';
export { default as TimelineTable } from '../timeline/TimelineTable.svelte';
export { default as Tools } from '../timeline/Tools.svelte';
export { default as SelectionBar } from '../transcript/SelectionBar.svelte';
