import { type Chain, chainBefore, negationOf } from './chain.ts';
import { claimGoverned } from './claimed.ts';
import { type Governed, isSetAside, joined } from './governor.ts';
import { type Grammar, Kind, type Kinds } from './grammar.ts';
import { namedGoverned, namingBefore, saidWrong, spokenOfAfter, topicGoverned } from './naming.ts';
import { isCompared, type Phrase, phraseBefore } from './phrase.ts';
import { Gap, type Sentence } from './sentence.ts';
import { subjectGoverned } from './subject.ts';

const { not, no, nobody, any, the, more, be, exist, make, call, deny, talk, of, prep, or } = Kind;
const { that, clause, rather, aux, me, think } = Kind;
const CONJUNCT_MAX = 3;
const HELPERS_MAX = 4;

/**
 * Whether the words deny what an occurrence names, in a language whose verbs stand before their objects.
 *
 * It is at issue only where its clause says that it is there, that somebody brings it about, or that something is it:
 * elsewhere, and where a determiner takes it for given, whatever is negated in the clause is not the term.
 */
export function deniesBefore(sentence: Sentence, grammar: Grammar): boolean {
  const phrase = phraseBefore(sentence, sentence.at, grammar);
  // Articles and prepositions that are part of the word.
  const form = grammar.kindsOfTerm?.(sentence.words[sentence.at] as string) ?? 0;
  if ((form & prep) !== 0) return false;
  phrase.determiners |= form & the;
  if (isCompared(sentence, phrase)) return false;
  const governed = governedBy(sentence, grammar, phrase, sentence.at);
  if (governed === null) return false;
  const chain: Chain = chainBefore(sentence, governed.from, grammar.concord, governed.isCounted);
  return !chain.isSupposed && (governed.flips + chain.flips) % 2 === 1;
}

function governedBy(sentence: Sentence, grammar: Grammar, phrase: Phrase, at: number): Governed | null {
  const { kinds, gaps } = sentence;
  // "Genocide claims" are claims.
  const isClaimed = gaps[at + 1] === Gap.none && ((kinds[at + 1] as Kinds) & talk) !== 0;
  if (isClaimed) return claimGoverned(sentence, grammar, phrase, at + 1);
  const isGiven = (phrase.determiners & the) !== 0;
  const flips = (phrase.determiners & no) === 0 ? 0 : 1;
  const { before } = phrase;
  if (before < 0) return subjectGoverned(sentence, grammar, phrase, at, flips);
  const here = kinds[before] as Kinds;
  const governed = { flips, from: before - 1, isCounted: flips > 0 };

  if ((here & or) !== 0) return conjunctGoverned(sentence, grammar, phrase, before);
  if ((here & talk) !== 0 && (here & call) === 0) {
    const claim = phraseBefore(sentence, before, grammar);
    return claimGoverned(sentence, grammar, claim, before, at);
  }
  if ((here & of) !== 0 || ((here & Kind.in) !== 0 && ((kinds[before - 1] as Kinds) & talk) !== 0)) {
    const about = gaps[before] === Gap.none ? (kinds[before - 1] as Kinds) : 0;
    if ((about & call) !== 0)
      return saidWrong(sentence, { ...governed, from: before - 2, flips: flips + negationOf(about) }, at);
    if ((about & talk) !== 0 && !(isGiven && (here & of) !== 0 && !isAnyCase(grammar)))
      return claimGoverned(sentence, grammar, phraseBefore(sentence, before - 1, grammar), before - 1, at);
    if ((about & be) !== 0 && !isGiven) {
      const all = joined(flips, negationOf(about), grammar);
      return { flips: all, from: before - 2, isCounted: all > 0 };
    }
    // "To call Israel that": French and Spanish join the name by “de”.
    const named = isGiven ? null : namingBefore(sentence, before - 1);
    if (named !== null) return namedGoverned(sentence, grammar, named, before - 1, flips);
    // "Of T there can be no talk."
    if (before === 0 || gaps[before] !== Gap.none) return spokenOfAfter(sentence, at, flips);
    return null;
  }
  if ((here & rather) !== 0) {
    if (isGiven || !isSetAside(sentence, before)) return null;
    return { flips: flips + 1, from: (here & more) === 0 ? before - 1 : -1, isCounted: negationOf(here) > 0 };
  }
  if ((here & call) !== 0)
    return isGiven ? null : saidWrong(sentence, { ...governed, flips: flips + negationOf(here) }, at);
  if ((here & deny) !== 0)
    return isGiven ? null : { flips: flips + 1 + negationOf(here), from: before - 1, isCounted: false };
  if ((here & exist) !== 0)
    return { ...governed, flips: Math.max(flips, negationOf(here)), isCounted: flips > 0 || negationOf(here) > 0 };
  if ((here & make) !== 0) {
    if (isGiven) return null;
    // "Never has a war been so pointless": a helping verb before its subject.
    const isHelping = gaps[at + 1] === Gap.none && ((kinds[at + 1] ?? 0) & be) !== 0;
    if (isHelping && flips === 0) return subjectGoverned(sentence, grammar, phrase, at, flips);
    return {
      ...governed,
      flips: joined(flips, negationOf(here), grammar),
      isCounted: flips > 0 || negationOf(here) > 0,
    };
  }
  if ((here & be) !== 0) {
    if (isGiven) return null;
    return {
      ...governed,
      flips: joined(flips, negationOf(here), grammar),
      isCounted: flips > 0 || negationOf(here) > 0,
    };
  }
  if ((here & not) !== 0) return isGiven ? null : notGoverned(sentence, grammar, phrase, before);
  if ((here & Kind.in) !== 0) return stateGoverned(sentence, grammar, phrase, before);
  if ((here & clause) !== 0 && (here & prep) !== 0) return null;
  // "The study does not show any fraud."
  if ((here & think) !== 0 && (phrase.determiners & (any | no)) !== 0 && isLast(sentence, at)) return governed;
  if ((here & (that | think | clause)) !== 0) return subjectGoverned(sentence, grammar, phrase, at, flips);
  if ((here & (prep | more)) !== 0) return null;
  // "Claims about preparations of an invasion", in a genitive.
  if (
    here === 0 &&
    before > 1 &&
    ((kinds[before - 1] as Kinds) & of) !== 0 &&
    ((kinds[before - 2] as Kinds) & talk) !== 0
  )
    return claimGoverned(sentence, grammar, phraseBefore(sentence, before - 2, grammar), before - 2, at);
  const governor = objectGoverned(sentence, grammar, phrase, flips);
  if (governor !== null) return governor;
  // Where a place or another noun stands first: "in the camp no torture took place", and in any order "в стране голода нет".
  const isFree = here === 0 && (flips > 0 || grammar.withoutCopula === true);
  const said = isFree ? subjectGoverned(sentence, grammar, { ...phrase, before: -1 }, at, flips) : null;
  return said ?? topicGoverned(sentence, before, at, flips);
}

/** Whether nothing but a phrase of place or the like follows in the clause. */
function isLast({ kinds, gaps }: Sentence, at: number): boolean {
  return (
    at + 1 === kinds.length || gaps[at + 1] !== Gap.none || ((kinds[at + 1] as Kinds) & (Kind.in | of | prep)) !== 0
  );
}

/** Whether a noun that is spoken of has its article in the languages in which names of things in general have one. */
function isAnyCase({ order }: Grammar): boolean {
  return order === 'frame';
}

/** "Not a war", "is not a war", "a protest and not a coup"; after a helping verb what follows is a verb. */
function notGoverned(
  sentence: Sentence,
  grammar: Grammar,
  { modifiers, determiners }: Phrase,
  before: number,
): Governed | null {
  const { kinds, gaps } = sentence;
  const here = kinds[before] as Kinds;
  if ((here & aux) !== 0 && determiners === 0 && modifiers > 0 && (here & be) === 0) return null;
  const left = gaps[before] === Gap.none && before > 0 ? (kinds[before - 1] as Kinds) : 0;
  if ((left & aux) !== 0 && (left & be) === 0 && determiners === 0 && modifiers > 0) return null;
  const isOfVerb = gaps[before] === Gap.none && (left === 0 || ((left & clause) !== 0 && (left & prep) !== 0));
  if (grammar.negatesAfter && before > 0 && isOfVerb) return null;
  // "It is not sanctions that hurt us."
  if ((left & be) !== 0 && gaps[sentence.at + 1] === Gap.none && ((kinds[sentence.at + 1] as Kinds) & that) !== 0)
    return null;
  const flips = joined((determiners & no) === 0 ? 0 : 1, 1, grammar);
  return { flips, from: before - 1, isCounted: true };
}

/** "At war", "under siege", and the name that a verb gives: "describe it as a war". */
function stateGoverned(sentence: Sentence, grammar: Grammar, { determiners }: Phrase, before: number): Governed | null {
  const { kinds } = sentence;
  if ((determiners & the) !== 0) return null;
  const flips = (determiners & no) === 0 ? 0 : 1;
  const named = namingBefore(sentence, before - 1);
  if (named !== null) return namedGoverned(sentence, grammar, named, before - 1, flips);
  let verb = before - 1;
  let negations = 0;
  if (verb >= 0 && ((kinds[verb] as Kinds) & not) !== 0 && ((kinds[verb] as Kinds) & be) === 0) {
    negations = 1;
    verb -= 1;
  }
  // ", not as occupiers".
  if (negations > 0 && (verb < 0 || sentence.gaps[verb + 1] !== Gap.none))
    return { flips: 1, from: verb, isCounted: true };
  const here = verb >= 0 ? (kinds[verb] as Kinds) : 0;
  if ((here & be) === 0) return null;
  const all = joined(flips, joined(negations, negationOf(here), grammar), grammar);
  return { flips: all, from: verb - 1, isCounted: all > 0 };
}

/** The object of a verb that a subject or an object of its own parts from it. */
function objectGoverned(
  sentence: Sentence,
  grammar: Grammar,
  { determiners, before, modifiers }: Phrase,
  flips: number,
): Governed | null {
  if ((determiners & the) !== 0) return null;
  const { kinds, gaps } = sentence;
  const named = namingBefore(sentence, before);
  if (named !== null) return namedGoverned(sentence, grammar, named, before, flips);
  if (isNotDone(sentence, grammar, determiners, before)) return { flips, from: before - 1, isCounted: flips > 0 };
  const max = grammar.subjectMax ?? 0;
  for (let verb = before; verb >= 0 && before - verb < Math.max(max + 1, 2); verb -= 1) {
    const here = kinds[verb] as Kinds;
    // "Was this a coup": what stands between is a pronoun.
    const isInverted = verb === before - 1 && (here & be) !== 0 && ((kinds[before] as Kinds) & the) !== 0;
    if ((here & (make | exist)) !== 0 || isInverted) {
      const all = joined(flips, negationOf(here), grammar);
      return { flips: all, from: verb - 1, isCounted: all > 0 };
    }
    if ((here & deny) !== 0) return { flips: flips + 1, from: verb - 1, isCounted: false };
    if ((here & (be | not)) !== 0 && modifiers === 0 && determiners === 0 && (here & not) !== 0) return null;
    if ((here & ~(the | me | (max > 1 ? nobody : 0))) !== 0 || gaps[verb] !== Gap.none) return null;
    if (max === 0 && here === 0) return null;
  }
  return null;
}

/**
 * "Has never taken a bribe": whatever an unknown verb does, its object is none when that is not done, if an article
 * names it for the first time and the verb is of what is or was.
 */
function isNotDone({ kinds, gaps, words }: Sentence, { isUnreal }: Grammar, determiners: Kinds, verb: number): boolean {
  if (
    (determiners & (no | any)) === 0 ||
    kinds[verb] !== 0 ||
    isUnreal === undefined ||
    isUnreal(words[verb] as string)
  )
    return false;
  let isNegated = (determiners & no) !== 0;
  let isHelped = false;
  for (let at = verb - 1; at >= 0 && gaps[at + 1] === Gap.none && verb - at <= HELPERS_MAX; at -= 1) {
    const here = kinds[at] as Kinds;
    if ((here & (aux | be | make | not)) !== 0 && isUnreal(words[at] as string)) return false;
    if ((here & (aux | be | make)) !== 0) isHelped = true;
    if ((here & (not | nobody)) !== 0) isNegated = true;
    else if ((here & (aux | be | make | the | me)) === 0) return isNegated && (isHelped || (determiners & no) !== 0);
  }
  return isNegated;
}

/** "No war or occupation": what governs the first governs both. */
function conjunctGoverned(sentence: Sentence, grammar: Grammar, phrase: Phrase, conjunction: number): Governed | null {
  const { kinds, gaps } = sentence;
  const isNegative = negationOf(kinds[conjunction] as Kinds) > 0;
  let at = conjunction;
  while (at > 0 && conjunction - at < CONJUNCT_MAX && gaps[at] === Gap.none && kinds[at - 1] === 0) at -= 1;
  if (at === conjunction && !isNegative) {
    const isFirst = conjunction === 0 || gaps[conjunction] !== Gap.none;
    return isFirst
      ? subjectGoverned(sentence, grammar, { ...phrase, before: -1 }, sentence.at, negationOf(phrase.determiners))
      : null;
  }
  const first = phraseBefore(sentence, Math.min(at, conjunction), grammar);
  const determiners = first.determiners | phrase.determiners | (isNegative ? no : 0);
  if (first.before < 0 && !isNegative && (determiners & no) === 0) return null;
  return governedBy(sentence, grammar, { ...first, determiners }, sentence.at);
}
