/**
 * Runs before the first paint, written into the page by the build (`build/inlinePlugin.ts`): nobody sees what they did not choose
 * or ask for. It never throws.
 */
import { showKept } from './state/look.ts';
import { arriveIn, momentAt } from './ui/posterArrival.ts';

const { dataset } = document.documentElement;
const plain = dataset['poster'];
const moment = plain === undefined || /[?&][tq]=/.test(location.search) ? null : momentAt(location.hash, plain);

if (moment) {
  // Hidden until all its words are there to be led to, which is before the program runs.
  dataset['arriving'] = '';
  document.addEventListener(
    'readystatechange',
    () => {
      const poster = document.getElementById('poster');
      if (!poster || !arriveIn(poster, moment)) delete dataset['poster'];
      delete dataset['arriving'];
    },
    { once: true },
  );
}
// Who follows a link to something else does not see the poster (`build/posterPlugin.ts`).
else if (moment === null) delete dataset['poster'];
showKept();
