import { type Governed, joined } from './governor.ts';
import { type Grammar, Kind, type Kinds } from './grammar.ts';
import type { Phrase } from './phrase.ts';
import { predicateAfter } from './predicate.ts';
import { Gap, type Sentence } from './sentence.ts';

const { not, any, the, be, of, clause, aux } = Kind;

/** What is said of it as a subject; and a fragment that negates it and says no more: ", no war". */
export function subjectGoverned(
  sentence: Sentence,
  grammar: Grammar,
  { determiners, before }: Phrase,
  at: number,
  flips: number,
): Governed | null {
  const { kinds, gaps } = sentence;
  const isGiven = (determiners & the) !== 0;
  const said = predicateAfter(sentence, at, { isClaim: false, withoutCopula: grammar.withoutCopula ?? false });
  const from = before;
  const negations = said === null || !grammar.concord ? (said?.negations ?? 0) : Math.min(1, said.negations);
  if (said === null) {
    const isFragment =
      at + 1 === kinds.length || gaps[at + 1] !== Gap.none || ((kinds[at + 1] as Kinds) & (Kind.in | of)) !== 0;
    return flips > 0 && isFragment && isBare(sentence, at) ? { flips, from, isCounted: true } : null;
  }
  if (said.says === 'made') {
    // "The war was not imposed by us" takes the war for given.
    if (flips === 0 && !said.isLast && (isGiven || (determiners & any) === 0)) return null;
    const all = joined(flips, negations, grammar);
    return { flips: all, from, isCounted: true };
  }
  if (said.says === 'none') return { flips: 1 + negations + flips, from, isCounted: true };
  if (said.says === 'so') return flips > 0 ? null : { flips: negations, from, isCounted: true };
  const all = joined(flips, negations, grammar);
  return { flips: all, from, isCounted: true };
}

/** Whether no verb follows in the clause that a fragment would be the subject of. */
function isBare({ kinds, gaps }: Sentence, at: number): boolean {
  for (let next = at + 1; next < kinds.length && gaps[next] === Gap.none; next += 1)
    if (((kinds[next] as Kinds) & (aux | be | not | clause)) !== 0) return false;
  return true;
}
