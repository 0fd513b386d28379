import { chainBefore, negationOf } from './chain.ts';
import { isSetAside } from './governor.ts';
import { type Grammar, Kind, type Kinds } from './grammar.ts';
import { isCompared, phraseBefore } from './phrase.ts';
import { predicateAfter } from './predicate.ts';
import { Gap, type Sentence } from './sentence.ts';

const { not, no, nobody, any, the, be, exist, make, call, deny, reject, talk, myth, of, prep, rather, that, clause } =
  Kind;
/** Words after a clause among which it may be judged: "…, hat unrecht". */
const JUDGED_MAX = 4;

/** A clause, as [from, to): what stands between commas and conjunctions. */
type Clause = { from: number; to: number };

/**
 * Whether the words deny what an occurrence names, in a language whose verb stands in two parts around the rest of its
 * clause, or at its end. Every unit of the clause is looked at, wherever it stands: what decides is again whether the
 * clause says that it is there, is brought about or is what something is.
 */
export function deniesWithin(sentence: Sentence, grammar: Grammar): boolean {
  const { kinds, at } = sentence;
  const phrase = phraseBefore(sentence, at, grammar);
  const bounds = clauseAround(sentence);
  if (isCompared(sentence, phrase) || isSupposed(sentence, bounds)) return false;
  const flips = flipsWithin(sentence, grammar, bounds, phrase.determiners, phrase.before);
  if (flips === null) return false;
  const starter = bounds.from - 1;
  const isComplement = starter >= 0 && (((kinds[starter] as Kinds) & that) !== 0 || isInfinitive(sentence, bounds));
  if (!isComplement) return flips % 2 === 1;
  const chain = chainBefore({ ...sentence, gaps: sentence.gaps.with(bounds.from, Gap.none) }, starter, false, false);
  return !chain.isSupposed && (flips + chain.flips) % 2 === 1;
}

function clauseAround({ kinds, gaps, at }: Sentence): Clause {
  let from = at;
  while (from > 0 && gaps[from] === Gap.none && !beginsClause(kinds[from - 1] as Kinds)) from -= 1;
  let to = at + 1;
  while (to < kinds.length && gaps[to] === Gap.none && !beginsClause(kinds[to] as Kinds)) to += 1;
  return { from, to };
}

function beginsClause(kinds: Kinds): boolean {
  return (kinds & (that | clause | Kind.if)) !== 0 && (kinds & prep) === 0;
}

/** "Wir brauchen kein Tempolimit": what is wanted, feared or done with is not said to be. */
function hasWanting({ kinds }: Sentence, { from, to }: Clause): boolean {
  return kinds.slice(from, to).some((here) => (here & clause) !== 0 && (here & prep) !== 0);
}

/** "…, Folter anzuwenden", ", eine Blockade zu verhängen": of the clause before it. One of naming has its own judgment. */
function isInfinitive({ kinds, words, gaps }: Sentence, { from, to }: Clause): boolean {
  if (gaps[from] !== Gap.comma || kinds.slice(from, to).some((here) => (here & call) !== 0)) return false;
  const isOneWord = ((kinds[to - 1] as Kinds) & make) !== 0 && ((kinds[to - 1] as Kinds) & prep) !== 0;
  return isOneWord || words.slice(from + 1, to - 1).includes('zu');
}

function isSupposed({ kinds }: Sentence, { from }: Clause): boolean {
  return from > 0 && ((kinds[from - 1] as Kinds) & Kind.if) !== 0;
}

/** How often the clause turns round what it says of the occurrence; null where it says nothing of its being. */
function flipsWithin(
  sentence: Sentence,
  grammar: Grammar,
  bounds: Clause,
  determiners: Kinds,
  before: number,
): number | null {
  const { kinds, at, words } = sentence;
  const isGiven = (determiners & the) !== 0;
  const governor = before < bounds.from ? 0 : (kinds[before] as Kinds);
  const about = before - 1 < bounds.from ? 0 : (kinds[before - 1] as Kinds);
  const has = (kind: Kinds) => hasWithin(sentence, bounds, kind);
  const negations = Math.max((determiners & no) === 0 ? 0 : 1, has(not | no | nobody) ? 1 : 0);

  // "Hinweise auf", "Beweise für" and the like are of what follows, whatever joins them.
  const isClaim = (governor & talk) !== 0 || ((governor & (of | Kind.in | prep)) !== 0 && (about & talk) !== 0);
  if (isClaim) return claimFlips(sentence, bounds, negations);
  if ((governor & of) !== 0 || ((governor & Kind.in) !== 0 && has(call))) {
    if (!has(call) && (about & be) === 0) return null;
    return negations + (isJudged(sentence, bounds) ? 1 : 0);
  }
  // ", nicht als Besatzer".
  const isContrast = before === bounds.from + 1 && (about & not) !== 0 && (governor & Kind.in) !== 0;
  if (isContrast) return isGiven ? null : 1;
  if ((governor & rather) !== 0) return isGiven || !isSetAside(sentence, before) ? null : 1;
  // "Wir sind nicht im Krieg": the article is part of the preposition, and takes nothing for given.
  const isState = ((grammar.kindsOfTerm?.(words[at] as string) ?? 0) & Kind.in) !== 0;
  if (isState && at > bounds.from && ((kinds[at - 1] ?? 0) & Kind.in) !== 0)
    return has(be) && (at + 1 === bounds.to || ((kinds[at + 1] ?? 0) & be) !== 0) ? negations : null;
  if ((governor & prep) !== 0)
    return at + 1 < bounds.to && ((kinds[at + 1] as Kinds) & rather) !== 0 && !isGiven ? 1 : null;
  if ((governor & Kind.in) !== 0) return !isGiven && has(be) ? negations : null;

  const said = predicateAfter(sentence, at, { isClaim: false, withoutCopula: false });
  if (said !== null && said.says === 'none' && before < bounds.from) return 1 + said.negations;
  if (said !== null && said.says === 'so' && before < bounds.from) return said.negations;
  if (hasWanting(sentence, bounds)) return null;
  if (has(exist)) return isGiven && before >= bounds.from ? null : negations + (has(deny) ? 1 : 0);
  if (isGiven) return null;
  if (has(make)) return isOpenAfter(sentence, bounds, make) ? null : negations + (has(deny) ? 1 : 0);
  if (has(deny)) return negations + 1;
  if (has(call)) return negations + (isJudged(sentence, bounds) ? 1 : 0);
  if (has(be)) return isPredicative(sentence, bounds) ? negations : null;
  if (negations > 0 && isFragment(sentence, bounds, before)) return negations;
  // "Er hat nie ein Schmiergeld genommen": an object of whatever was not done.
  const isReal = !words.slice(bounds.from, bounds.to).some((word) => grammar.isUnreal?.(word));
  const isObject = before >= bounds.from && (determiners & (no | any)) !== 0;
  return negations > 0 && isReal && isObject && at - bounds.from > 1 ? negations : null;
}

function hasWithin({ kinds, at }: Sentence, { from, to }: Clause, kind: Kinds): boolean {
  for (let unit = from; unit < to; unit += 1) if (unit !== at && ((kinds[unit] as Kinds) & kind) !== 0) return true;
  return false;
}

function claimFlips(sentence: Sentence, bounds: Clause, negations: number): number | null {
  const said = predicateAfter(sentence, sentence.at, { isClaim: true, withoutCopula: false });
  if (said?.says === 'none') return 1 + said.negations;
  if (said?.says === 'so') return said.negations;
  if (hasWithin(sentence, bounds, reject | deny)) return 1 + negations;
  return negations > 0 && hasWithin(sentence, bounds, exist | make | be) ? negations : null;
}

/** "It is wrong, … to speak of", "who speaks of …, is wrong": the judgment stands in the clause or the one beside it. */
function isJudged(sentence: Sentence, bounds: Clause): boolean {
  const { kinds, gaps } = sentence;
  if (hasWithin(sentence, bounds, Kind.false | myth)) return true;
  let before: Kinds = 0;
  for (let unit = bounds.from - 1; unit >= 0 && bounds.from - unit <= JUDGED_MAX; unit -= 1) {
    before |= kinds[unit] as Kinds;
    if (gaps[unit] !== Gap.none) break;
  }
  // "There is no reason, … to speak of."
  if ((before & Kind.false) !== 0 || ((before & talk) !== 0 && (before & no) !== 0)) return true;
  for (let unit = bounds.to; unit < kinds.length && unit - bounds.to < JUDGED_MAX; unit += 1) {
    if (((kinds[unit] as Kinds) & Kind.false) !== 0) return true;
    if (unit > bounds.to && gaps[unit] !== Gap.none) break;
  }
  return false;
}

/** Whether "have" helps another verb, unknown, that stands at the end. */
function isOpenAfter({ kinds, at }: Sentence, { from, to }: Clause, kind: Kinds): boolean {
  let isFull = false;
  for (let unit = from; unit < to; unit += 1)
    if (unit !== at && ((kinds[unit] as Kinds) & kind) !== 0 && ((kinds[unit] as Kinds) & Kind.aux) === 0)
      isFull = true;
  if (isFull) return false;
  return to - 1 > at && kinds[to - 1] === 0 && !followsNoun(kinds, to - 1);
}

/** Whether a word belongs to a phrase that a preposition or a determiner begins. */
function followsNoun(kinds: readonly Kinds[], at: number): boolean {
  return ((kinds[at - 1] ?? 0) & (prep | Kind.in | of | the | any)) !== 0;
}

/** What a subject is said to be: before it stands “is”, or after it, at the end of its clause. */
function isPredicative({ kinds, at }: Sentence, { from, to }: Clause): boolean {
  for (let unit = from; unit < at; unit += 1)
    if (((kinds[unit] as Kinds) & be) !== 0) return to - 1 <= at || kinds[to - 1] !== 0 || followsNoun(kinds, to - 1);
  return ((kinds[to - 1] as Kinds) & be) !== 0;
}

function isFragment({ kinds, at }: Sentence, { from, to }: Clause, before: number): boolean {
  for (let unit = from; unit <= before; unit += 1) if (negationOf(kinds[unit] as Kinds) === 0) return false;
  return at + 1 === to || ((kinds[at + 1] as Kinds) & (of | Kind.in | prep)) !== 0;
}
