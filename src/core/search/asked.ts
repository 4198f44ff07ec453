import type { MatchKind, Trust } from './alternatives.ts';

/** One thing that a query asks for, a word or a quoted phrase, with every way in which the talk may answer it. */
export interface Asked {
  /** Ways that hold wherever their term is said. */
  readonly terms: readonly Way[];
  /** Ways that hold at certain positions only. */
  readonly spots: ReadonlyMap<number, Way>;
  /** How much it matters: the rarer the more. */
  readonly weight: number;
  /** Whether an answer may do without it, as "the" in a phrase of other words. */
  readonly optional: boolean;
  /** Written in one with what is asked for before it: it belongs right behind that. */
  readonly tied: boolean;
}

/** One way to answer what was asked. */
export interface Way {
  readonly term: number;
  readonly kind: MatchKind;
  readonly likeness: number;
  readonly trust: Trust;
  /** How many letters of its last word matched; all, where it does not say. */
  readonly letters: number | undefined;
  /** How many words of the talk it takes, and how many of the query it answers, from which one on. */
  readonly length: number;
  readonly from: number;
  readonly asked: number;
}

/** A way found at a position among the talk's words. */
export interface Met {
  readonly position: number;
  readonly way: Way;
}

/** A place of the talk that answers the query. `score` is 0 to 1. */
export interface Window {
  readonly met: readonly Met[];
  readonly score: number;
  readonly tier: 'main' | 'maybe';
  /** Whether a word of the query is met nowhere in it. */
  readonly isPartial: boolean;
}
