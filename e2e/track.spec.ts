import fc from 'fast-check';
import { parseTimedText } from '../src/core/transcript/parseTimedText.ts';
import { vttFiles } from '../src/core/transcript/testing/generateVtt.ts';
import { expect, test } from './page.ts';

/** The browser's own parser, by `<track>`: `start end text` of each cue, sorted. */
async function browserReads(sources: readonly string[]): Promise<string[][]> {
  const read = (source: string) =>
    new Promise<string[]>((resolve) => {
      const video = document.createElement('video');
      const track = document.createElement('track');
      const done = () => {
        const cues = [...((track.track.cues ?? []) as unknown as VTTCue[])];
        resolve(
          cues
            .map((cue) => `${cue.startTime.toFixed(3)} ${cue.endTime.toFixed(3)} ${cue.getCueAsHTML().textContent}`)
            .sort(),
        );
        video.remove();
      };
      track.onload = done;
      track.onerror = done;
      track.default = true;
      track.src = URL.createObjectURL(new Blob([source], { type: 'text/vtt' }));
      video.append(track);
      document.body.append(video);
      track.track.mode = 'hidden';
    });
  const results: string[][] = [];
  for (const source of sources) results.push(await read(source));
  return results;
}

test("without its deviations the reader gives what the browser's parser gives, for 2,000 files", async ({
  hourline,
  page,
}) => {
  test.setTimeout(120_000);
  await hourline.open();
  const sources = fc.sample(vttFiles(), 2000);
  const theirs: string[][] = [];
  for (let i = 0; i < sources.length; i += 200)
    theirs.push(...(await page.evaluate(browserReads, sources.slice(i, i + 200))));
  const different = sources.flatMap((source, i) => {
    const ours = parseTimedText(source, new Set()).cues.map(
      ({ start, end, text }) => `${start.toFixed(3)} ${end.toFixed(3)} ${text}`,
    );
    const same = JSON.stringify(ours.sort()) === JSON.stringify(theirs[i]);
    return same ? [] : [{ source, ours, theirs: theirs[i] }];
  });
  expect(different.slice(0, 3)).toEqual([]);
});
