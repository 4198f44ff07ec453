import type { Candidate } from './timedLinks.ts';

/** What it costs to stand before the link that the notes have before it. */
const TURNED = 0.12;
/** Links of one page of notes that are put in order; of more each takes its best place. */
const MOST = 300;

interface Step {
  readonly candidate: Candidate;
  readonly sum: number;
  readonly before: Step | undefined;
  readonly link: number;
}

/**
 * Of each link's candidates the one with which all links together score most, when each that stands before its
 * predecessor costs a little (the best path over links and candidates; links may stay without).
 */
export function chooseInOrder(candidates: readonly (readonly Candidate[])[], least: number): (Candidate | undefined)[] {
  const chosen: (Candidate | undefined)[] = candidates.map((list) => list[0]);
  if (candidates.length > MOST) return chosen;
  chosen.fill(undefined);
  const steps: Step[] = [];
  candidates.forEach((list, link) => {
    const own = list
      .filter(({ score }) => score >= least)
      .map((candidate): Step => {
        let best: Step | undefined;
        let sum = 0;
        for (const step of steps) {
          const through = step.sum - (step.candidate.from > candidate.from ? TURNED : 0);
          if (through > sum) [best, sum] = [step, through];
        }
        return { candidate, sum: sum + candidate.score, before: best, link };
      });
    steps.push(...own);
  });
  let step = steps.reduce<Step | undefined>((best, one) => (best && best.sum >= one.sum ? best : one), undefined);
  for (; step; step = step.before) chosen[step.link] = step.candidate;
  return chosen;
}
