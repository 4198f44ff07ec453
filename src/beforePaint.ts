/**
 * Runs before the first paint, written into the page by the build (`build/inlinePlugin.ts`): nobody sees what they did not choose
 * or ask for. It never throws.
 */
import { showKept } from './state/look.ts';
import { arriveAtPoster } from './ui/posterArrival.ts';

arriveAtPoster();
showKept();
