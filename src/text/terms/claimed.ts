import { negationOf } from './chain.ts';
import { type Governed, joined } from './governor.ts';
import { type Grammar, Kind, type Kinds } from './grammar.ts';
import type { Phrase } from './phrase.ts';
import { predicateAfter } from './predicate.ts';
import type { Sentence } from './sentence.ts';

const { no, be, exist, make, call, deny, reject, not } = Kind;
const FALSE = Kind.false | Kind.myth;
/** Units between what rejects a claim and the claim: "dismissed as false all". */
const APART_MAX = 3;

/** What is said of a claim, or of evidence: "dismissed reports of", "there is no evidence of", "… are baseless". */
export function claimGoverned(
  sentence: Sentence,
  grammar: Grammar,
  claim: Phrase,
  head: number,
  end = head,
): Governed | null {
  const { kinds } = sentence;
  const flips = (claim.determiners & no) === 0 ? 0 : 1;
  const said = predicateAfter(sentence, end, { isClaim: true, withoutCopula: grammar.withoutCopula ?? false });
  const { before } = claim;
  const here = before < 0 ? 0 : (kinds[before] as Kinds);
  if (said !== null) {
    const all = joined(flips, said.negations, grammar) + (said.says === 'none' ? 1 : 0);
    return { flips: all, from: before, isCounted: true };
  }
  if ((here & (deny | reject)) !== 0)
    return { flips: flips + 1 + negationOf(here), from: before - 1, isCounted: flips > 0 };
  if ((here & (exist | make | be | not)) !== 0 || (before < 0 && flips > 0)) {
    const all = joined(flips, negationOf(here), grammar);
    return { flips: all, from: before - 1, isCounted: all > 0 };
  }
  // A preposition or an object between: "dismissed as false reports of", "rejected all".
  for (let at = before; at >= 0 && before - at < APART_MAX; at -= 1) {
    const isCalledFalse =
      ((kinds[at] as Kinds) & FALSE) !== 0 &&
      kinds.slice(Math.max(0, at - APART_MAX), at).some((one) => (one & call) !== 0);
    if (((kinds[at] as Kinds) & (deny | reject)) !== 0 || isCalledFalse)
      return { flips: flips + 1 + negationOf(kinds[at] as Kinds), from: at - 1, isCounted: flips > 0 };
  }
  return null;
}
