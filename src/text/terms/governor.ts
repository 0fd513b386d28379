import { type Grammar, Kind, type Kinds } from './grammar.ts';
import type { Sentence } from './sentence.ts';

const { more, rather } = Kind;

/**
 * Where what governs a noun phrase was found, and how often it is negated up to there: further to the left, from `from` on, its clause and
 * those around it are looked through. In languages with concord a clause’s negation is counted once.
 */
export type Governed = { flips: number; from: number; isCounted: boolean };

/** "Than" sets aside only after "rather", and else compares. */
export function isSetAside({ kinds }: Sentence, at: number): boolean {
  if (((kinds[at] as Kinds) & more) === 0) return true;
  return kinds.slice(0, at).some((here) => (here & rather) !== 0 && (here & more) === 0);
}

/** Two negations of a verb and its object: one in languages with concord. */
export function joined(one: number, other: number, { concord }: Grammar): number {
  return concord ? Math.max(one, other) : one + other;
}
