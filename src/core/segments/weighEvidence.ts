import { CLUES, type Clue, type Clues } from './evidence.ts';

/**
 * What each clue adds to the log odds that a subject starts at a gap. Fitted by logistic regression on the
 * dev half of the labelled talks (README.md), then rounded; `pause` could not be fitted, for those talks have
 * none, and is set so that a silence of 2.5 s counts for about as much as a long turn that begins.
 */
const WEIGHTS: Readonly<Record<Clue, number>> = {
  depth: 0.22,
  bayes: 0.33,
  chains: 0.23,
  pause: 0.5,
  strongOpener: 0.7,
  weakOpener: 0.6,
  leaning: -0.3,
  closer: 0.3,
  question: 0.65,
  questionBehind: 0.05,
  metaTalk: 0.7,
  short: -0.05,
  assent: 0.3,
  speaker: 1.05,
  leadSpeaker: 0.2,
  longTurnBefore: 0.8,
  longTurnAfter: 1.25,
  open: -0.5,
};

/** The log odds of a start at each gap, but for a constant that depends on how many starts are wanted. */
export function weighEvidence(clues: Clues, units: number): Float64Array {
  const evidence = new Float64Array(units);
  for (const clue of CLUES) {
    const values = clues[clue];
    for (let u = 0; u < units; u += 1) evidence[u]! += WEIGHTS[clue] * values[u]!;
  }
  return evidence;
}
