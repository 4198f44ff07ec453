import type { TopicKind } from './topic.ts';

/** What the notes name, made ready to be listened for. */
export interface Subject {
  name: string;
  kind: TopicKind;
  /** Its words in normal form. */
  readonly words: readonly string[];
  readonly forms: Form[];
  /** Hosts that are its own, as labels. */
  readonly hosts: Set<string>;
  /** Links of the notes that are about it. */
  readonly links: number[];
}

/** One way to say its name. */
export interface Form {
  readonly words: readonly string[];
  /** `named`: only where the whole name is heard somewhere, too. */
  readonly holds: 'always' | 'named';
  /** Whether it is only a part of the name. */
  readonly part: boolean;
  /** A common word that is a name here: heard as one only where it has a capital. */
  readonly proper: boolean;
  /** Whether its last word may have another number: kernel, kernels. */
  readonly inflects: boolean;
}
