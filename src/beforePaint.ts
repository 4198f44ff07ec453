/**
 * Runs before the first paint, written into the page by the build (`build/inlinePlugin.ts`): nobody sees what they did not choose
 * or ask for. It never throws.
 */
import { showKept } from './state/look.ts';

const { dataset } = document.documentElement;
// Who follows a link to something else does not see the poster (`build/posterPlugin.ts`).
if (!['', '#/', dataset['poster']].includes(location.hash) || /[?&][tq]=/.test(location.search))
  delete dataset['poster'];
showKept();
