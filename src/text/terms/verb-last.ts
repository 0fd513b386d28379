import { chainBefore } from './chain.ts';
import { type Grammar, Kind, type Kinds } from './grammar.ts';
import { isCompared, phraseBefore } from './phrase.ts';
import { Gap, type Sentence } from './sentence.ts';

const { not, no, nobody, any, the, be, exist, make, call, deny, reject, talk, word, myth, doubt, of, prep, or } = Kind;
const { think, that, clause, aux, me } = Kind;
const NEGATES = not | no | nobody;
/** Units between a noun and its verb that are neither: "[no] blockade against anyone was imposed". */
const APART_MAX = 2;
/** Units to the right that are looked through for what governs the clause. */
const GOVERNORS_MAX = 10;

/**
 * Whether the words deny what an occurrence names, in a language whose verb stands last: what governs a noun stands
 * to its right, one after the other, and a complement is a noun made of its verb ("that there was a coup" is
 * `darbe olduğunu`). An occurrence in an oblique case is governed by something else, and its being is not at issue.
 */
export function deniesAfter(sentence: Sentence, grammar: Grammar): boolean {
  const { kinds, gaps, at, words } = sentence;
  const phrase = phraseBefore(sentence, at, grammar);
  const form = grammar.kindsOfTerm?.(words[at] as string) ?? 0;
  if (isCompared(sentence, phrase) || sentence.isOnly) return false;
  const governor = phrase.before < 0 ? 0 : (kinds[phrase.before] as Kinds);
  const isOblique = (form & prep) !== 0 && !isDirectlyDenied(sentence);
  const isClaimed = (governor & talk) !== 0 && (governor & call) === 0;
  if ((governor & (grammar.withPrepositions ? prep | call : call)) !== 0 && (governor & of) === 0) return false;
  // “Not a coup” after what it is instead, or “there is no coup”: what negates stands before it.
  const isNegatedBefore = (governor & not) !== 0 && ((governor & (exist | be)) !== 0 || (form & the) === 0);
  const isGiven = (form & the) !== 0 || ((phrase.determiners & the) !== 0 && phrase.modifiers === 0);
  const isDenied = isNegatedBefore && isBareAfter(sentence) && ((form | phrase.determiners) & the) === 0;
  const isDone = (governor & make) !== 0 && ((kinds[at + 1] ?? 0) & not) !== 0;
  const flips =
    isDenied || isDone
      ? 1
      : afterwards(sentence, grammar, {
          isNegative: (phrase.determiners & no) !== 0,
          isGiven,
          isOblique,
          isClaimed,
          form,
        });
  if (flips === null) return false;
  const start = clauseStart(sentence);
  const starter = start - 1;
  if (isSupposed(sentence, start)) return false;
  if (starter >= 0 && ((kinds[start] as Kinds) & that) !== 0 && gaps[start] !== Gap.none)
    return embedded(sentence, start, flips, grammar);
  if (starter >= 0 && ((kinds[starter] as Kinds) & that) !== 0) return embedded(sentence, starter, flips, grammar);
  return flips % 2 === 1;
}

function embedded(sentence: Sentence, complementizer: number, flips: number, grammar: Grammar): boolean {
  const chain = chainBefore(sentence, complementizer, grammar.concord, false);
  return !chain.isSupposed && (flips + chain.flips) % 2 === 1;
}

function clauseStart({ kinds, gaps, at }: Sentence): number {
  let from = at;
  while (from > 0 && gaps[from] === Gap.none && ((kinds[from - 1] as Kinds) & (that | clause | Kind.if)) === 0)
    from -= 1;
  return from;
}

/** A clause is supposed where “if” begins it, or its verb says so by its form. */
function isSupposed({ kinds, gaps, at }: Sentence, start: number): boolean {
  for (let unit = Math.max(0, start - 1); unit < kinds.length; unit += 1) {
    if (unit > at && gaps[unit] !== Gap.none) return false;
    if (((kinds[unit] as Kinds) & Kind.if) !== 0) return true;
  }
  return false;
}

function isBareAfter({ kinds, gaps, at }: Sentence): boolean {
  return at + 1 === kinds.length || gaps[at + 1] !== Gap.none || ((kinds[at + 1] as Kinds) & (be | exist)) !== 0;
}

/** What is known of a noun before its verb is looked for. */
type Noun = { isNegative: boolean; isGiven: boolean; isOblique: boolean; isClaimed: boolean; form: Kinds };

/** "Abluka yok": whatever its form looks like, what is denied right after it is itself. */
function isDirectlyDenied({ kinds, gaps, at }: Sentence): boolean {
  const next = gaps[at + 1] === Gap.none ? (kinds[at + 1] as Kinds) : 0;
  return (next & not) !== 0 && (next & (exist | be | make)) !== 0;
}

/** Goes to the right, from the noun to the end of the sentence's clause; null where nothing is said of its being. */
function afterwards(sentence: Sentence, { withPrepositions }: Grammar, noun: Noun): number | null {
  const { kinds, gaps, at } = sentence;
  let { isGiven, isNegative } = noun;
  const { isClaimed } = noun;
  if (noun.isOblique && !isClaimed && !isOfClaim(sentence)) return null;
  if ((noun.form & be) !== 0 && isEnd(sentence)) return isNegative ? 1 : 0;
  let flips = 0;
  let isAtIssue = isClaimed;
  let apart = 0;
  let isClaim = isClaimed;
  for (let unit = at + 1; unit < kinds.length && unit - at <= GOVERNORS_MAX; unit += 1) {
    const here = kinds[unit] as Kinds;
    if (gaps[unit] !== Gap.none && !(isAtIssue && (here & (Kind.false | myth)) !== 0)) break;
    if (!isAtIssue) {
      // A particle that makes the object definite.
      if (unit === at + 1 && (here & the) !== 0 && (here & of) !== 0) isGiven = true;
      if ((here & or) !== 0) return null;
      if (withPrepositions && (here & prep) !== 0 && (here & of) === 0) {
        unit += 1;
        continue;
      }
      if ((here & (prep | word)) !== 0 && !((here & of) !== 0 && isOfClaimAfter(sentence, unit))) return null;
      if ((here & talk) !== 0) [isAtIssue, isClaim] = [true, true];
      else if (
        (here & (exist | be)) !== 0 ||
        ((here & make) !== 0 && !isGiven && (apart === 0 || (here & aux) === 0))
      ) {
        if (isGiven && (here & exist) === 0) return null;
        if ((here & be) !== 0 && (here & exist) === 0 && apart > 0) return null;
        isAtIssue = true;
      } else if ((here & call) !== 0) isAtIssue = true;
      else if ((here & (deny | Kind.false)) !== 0 && !isGiven) [isAtIssue, flips] = [true, flips + 1];
      else if ((here & myth) !== 0) [isAtIssue, flips] = [true, flips + 1];
      else if ((here & not) !== 0) {
        // “Not” before a verb is of that; at the end it is “is not”.
        const next = gaps[unit + 1] === Gap.none ? kinds[unit + 1] : undefined;
        if (next === undefined) return isGiven || apart > 0 ? null : 1;
        if (apart > 0 && (next & be) !== 0 && (next & exist) === 0) return null;
        if ((next & (be | exist)) === 0 && ((next & (make | call)) === 0 || isGiven)) return null;
        isNegative = true;
        continue;
      } else if ((here & (any | the | of | no | nobody | aux | me)) === 0) {
        apart += 1;
        if (apart > APART_MAX) return null;
        continue;
      } else continue;
      if ((here & exist) !== 0 && apart > 0 && (here & not) !== 0 && !isPlace(kinds, at + 1, unit)) return null;
      if ((here & NEGATES) !== 0 || isNegative) flips += 1;
      // The verb of “impose” may have its negation after it.
      if (flips > 0 && (here & make) !== 0 && ((kinds[unit + 1] ?? 0) & not) !== 0) unit += 1;
      continue;
    }
    if ((here & clause) !== 0) break;
    if ((here & (deny | reject | doubt | Kind.false | myth)) !== 0) flips += 1;
    if ((here & (exist | be | make | call | think | deny | Kind.true)) !== 0 && (here & not) !== 0) flips += 1;
    else if ((here & not) !== 0) flips += 1;
    if (isClaim && (here & (exist | be)) !== 0 && (here & not) === 0) continue;
  }
  if (isClaim && leftOf(sentence, deny | reject)) flips += 1;
  return isAtIssue ? flips : isNegative && isEnd(sentence) ? 1 : null;
}

/** Whether something of the kind stands in the clause before the occurrence. */
function leftOf(sentence: Sentence, kind: Kinds): boolean {
  return sentence.kinds.slice(clauseStart(sentence), sentence.at).some((here) => (here & kind) !== 0);
}

function isEnd({ kinds, gaps, at }: Sentence): boolean {
  return at + 1 === kinds.length || gaps[at + 1] !== Gap.none;
}

/** A genitive, or a case that joins it to a claim: "claims of torture". */
function isOfClaim({ kinds, gaps, at }: Sentence): boolean {
  for (let unit = at + 1; unit < kinds.length && unit - at <= APART_MAX && gaps[unit] === Gap.none; unit += 1)
    if (((kinds[unit] as Kinds) & (talk | word | call)) !== 0) return true;
  return false;
}

function isOfClaimAfter({ kinds, gaps }: Sentence, from: number): boolean {
  for (
    let unit = from;
    unit < kinds.length && unit - from <= APART_MAX && (unit === from || gaps[unit] === Gap.none);
    unit += 1
  )
    if (((kinds[unit] as Kinds) & talk) !== 0) return true;
  return from > 1 && ((kinds[from - 2] ?? 0) & talk) !== 0;
}

/** Whether what stands between says where: only then is it the noun that is not there. */
function isPlace(kinds: readonly Kinds[], from: number, to: number): boolean {
  return kinds.slice(from, to).every((here) => here !== 0);
}
