import { negationOf } from './chain.ts';
import { type Governed, joined } from './governor.ts';
import { type Grammar, Kind, type Kinds } from './grammar.ts';
import { predicateAfter } from './predicate.ts';
import { Gap, type Sentence } from './sentence.ts';

const { of, be, exist, make, call, talk, prep, that, clause, not, no, nobody } = Kind;
/** Words between a verb of naming and the name: "call the attack on the convoy a …". */
const NAMED_MAX = 4;
const CONJUNCT_MAX = 3;

/** The verb of naming whose object stands here and to the left: "call [it]", "describe [the raid as]". */
export function namingBefore({ kinds, gaps }: Sentence, from: number): number | null {
  for (let at = from; at >= 0 && from - at <= NAMED_MAX; at -= 1) {
    const here = kinds[at] as Kinds;
    if ((here & call) !== 0 && (here & talk) === 0) return at;
    if ((here & (that | clause | be | exist | make | prep)) !== 0 || gaps[at] !== Gap.none) return null;
  }
  return null;
}

/** What is called so, by a verb that stands at `named` and whose object ends at `last`: "would not call it a war". */
export function namedGoverned(
  sentence: Sentence,
  grammar: Grammar,
  named: number,
  last: number,
  flips: number,
): Governed {
  const all = joined(
    flips,
    negationOf(sentence.kinds.slice(named, last + 1).reduce((kinds, here) => kinds | here, 0)),
    grammar,
  );
  return saidWrong(sentence, { flips: all, from: named - 1, isCounted: all > 0 }, sentence.at);
}

/**
 * "To call it a war is grotesque": who says of saying so what it is, and not that it is right, says that it is wrong.
 * What is said must be a word or two, and not be negated.
 */
function isJudged({ kinds, gaps }: Sentence, from: number, at: number): boolean {
  const isSubject = from < 0 || (from === 0 && ((kinds[0] as Kinds) & prep) !== 0);
  if (!isSubject || at + 2 >= kinds.length || gaps[at + 1] !== Gap.none) return false;
  const after = kinds[at + 2] as Kinds;
  return (kinds[at + 1] as Kinds) === be && (after === 0 || after === Kind.any) && gaps[at + 2] === Gap.none;
}

/** "To call it a war is absurd." */
export function saidWrong(sentence: Sentence, governed: Governed, at: number): Governed {
  const said = predicateAfter(sentence, at, { isClaim: true, withoutCopula: true });
  if (said?.says === 'none') return { ...governed, flips: governed.flips + 1 };
  return said === null && isJudged(sentence, governed.from, at) ? { ...governed, flips: governed.flips + 1 } : governed;
}

/** "Of genocide there can be no talk": what is said of it stands after it. */
export function spokenOfAfter({ kinds, gaps }: Sentence, at: number, flips: number): Governed | null {
  let [negations, isSpokenOf] = [0, false];
  for (let next = at + 1; next < kinds.length && gaps[next] === Gap.none; next += 1) {
    const here = kinds[next] as Kinds;
    if ((here & (that | clause)) !== 0) break;
    if ((here & (not | no | nobody)) !== 0) negations = 1;
    if ((here & call) !== 0) isSpokenOf = true;
  }
  return isSpokenOf ? { flips: Math.max(flips, negations), from: -1, isCounted: true } : null;
}

/** "Of a second wave of mobilization there can be no talk." */
export function topicGoverned(sentence: Sentence, from: number, at: number, flips: number): Governed | null {
  const { kinds, gaps } = sentence;
  let before = from;
  while (before >= 0 && from - before < CONJUNCT_MAX && kinds[before] === 0 && gaps[before] === Gap.none) before -= 1;
  const isTopic = before >= 0 && ((kinds[before] as Kinds) & of) !== 0 && (before === 0 || gaps[before] !== Gap.none);
  return isTopic ? spokenOfAfter(sentence, at, flips) : null;
}
