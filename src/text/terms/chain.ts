import { Kind, type Kinds } from './grammar.ts';
import { predicateAfter } from './predicate.ts';
import { Gap, type Sentence } from './sentence.ts';

const { not, no, nobody, any, the, deny, reject, talk, word, myth, doubt, of, prep, that, clause } = Kind;
/** Says something of a clause or of saying it. */
export const EMBEDS = deny | reject | talk | Kind.false | myth | Kind.true | Kind.think | doubt | Kind.call;
/** Turns round what it says so of. */
const TURNS = deny | reject | doubt | Kind.false | myth | Kind.rather;
const NEGATES = not | no | nobody;
/** After one of these an unknown word is a noun, and before none of them it may be the verb that a negation belongs to. */
const BEGINS_NOUN = any | the | of | prep | Kind.in | Kind.more;
/** Unknown words between a complementizer and what it depends on: "denied on Monday that". */
const JOINED_VERB = EMBEDS | Kind.aux | Kind.be | Kind.exist | Kind.make;
const APART_MAX = 3;
const JUDGED_MAX = 4;

/** How often what stands to the left of a predicate turns it round, and where that was looked for last. */
export type Chain = { flips: number; isSupposed: boolean };

/**
 * Goes from a predicate to the left, through its own clause and those that it is a complement of, and counts what
 * negates them: two negations are none.
 *
 * A negation counts unless another, unknown verb stands between it and the predicate, of which it is then ("did not
 * hesitate to"). Of a complement's governors only those are followed that say something of its truth: nothing follows
 * from "we do not forget that there is a famine".
 */
export function chainBefore(sentence: Sentence, from: number, concord: boolean, counted: boolean): Chain {
  const { kinds, gaps } = sentence;
  const chain: Chain = { flips: 0, isSupposed: false };
  let isCounted = counted;
  let isVerbAwaited = false;
  let isApart = false;
  let isEmbedding = false;
  for (let at = from; at >= 0; at -= 1) {
    const here = kinds[at] as Kinds;
    const isBeginning = gaps[at + 1] !== Gap.none;
    if (isBeginning && ((kinds[at + 1] as Kinds) & that) === 0 && (here & that) === 0) break;
    if ((here & Kind.if) !== 0) return { flips: 0, isSupposed: true };
    if ((here & that) !== 0) {
      const next = embedderBefore(sentence, at - 1);
      if (next === null) break;
      // "I do not think that", and where it stands after the verb: "je ne pense pas que".
      const isNegated = kinds.slice(next + 1, at).some((kind) => negationOf(kind) > 0);
      if (isNegated) chain.flips += 1;
      // "The idea that this is a coup is absurd."
      if (((kinds[next] as Kinds) & talk) !== 0 && isSaidFalse(sentence)) chain.flips += 1;
      [at, isCounted, isVerbAwaited, isApart, isEmbedding] = [next + 1, isNegated, false, false, true];
      continue;
    }
    if ((here & clause) !== 0) {
      // "Nobody who was there would call it that."
      if (gaps[at] === Gap.none && ((kinds[at - 1] ?? 0) & nobody) !== 0) chain.flips += 1;
      // "People who say that this is a coup are wrong."
      else if (saysSo(sentence, at, from) && isSaidFalse(sentence)) chain.flips += 1;
      break;
    }
    if (isApart && (here & EMBEDS) !== 0) break;
    // An adjective that judges does so of an infinitive, or of a clause that it introduces; else it is any other word.
    const isJudging =
      (here & (Kind.false | myth)) === 0 ||
      at === from ||
      isAfterThis(kinds[from], from - at) ||
      ((kinds[at + 1] ?? 0) & (that | prep | of | Kind.call)) !== 0 ||
      isEmbedding;
    isEmbedding = false;
    if ((here & (EMBEDS | Kind.rather)) !== 0 && isJudging) {
      if ((here & TURNS) !== 0) chain.flips += 1;
      isVerbAwaited = false;
      const isAfterThat = isCounted && ((kinds[at + 1] ?? 0) & (that | NEGATES)) !== 0;
      if ((here & NEGATES) !== 0) chain.flips += 1;
      isCounted = (here & NEGATES) !== 0 || isAfterThat;
      continue;
    }
    if ((here & NEGATES) !== 0) {
      if ((here & not) !== 0 && isVerbAwaited) break;
      if (!(concord && isCounted)) chain.flips += 1;
      isCounted = true;
    } else if (here === 0) isVerbAwaited = true;
    else if ((here & BEGINS_NOUN) !== 0) isVerbAwaited = false;
    // "Denies them to others is wrong": what has a phrase of its own has no complement here.
    // Another verb is joined: what governs the first does not govern it.
    if ((here & Kind.or) !== 0 && ((kinds[at + 1] ?? 0) & JOINED_VERB) !== 0) break;
    if (
      (here & Kind.or) !== 0 ||
      ((here & prep) !== 0 && at !== from && ((kinds[from] ?? 0) & prep) === 0 && ((kinds[at + 1] ?? 0) & EMBEDS) === 0)
    )
      isApart = true;
    // An infinitive is of the verb before it, which must be known.
    if ((here & prep) !== 0 && at === from && kinds[at - 1] === 0) break;
  }
  return chain;
}

/** Whether the clause between is one of saying. */
function saysSo({ kinds }: Sentence, from: number, to: number): boolean {
  return kinds.slice(from + 1, to + 1).some((here) => (here & Kind.think) !== 0);
}

/** Whether an infinitive begins there, and what judges it is near: "wrong to", "wrong for anyone to". */
function isAfterThis(kinds: Kinds | undefined, distance: number): boolean {
  return ((kinds ?? 0) & (prep | of)) !== 0 && distance <= JUDGED_MAX;
}

/** Whether what stands after the occurrence says of the claim before it that it is false. */
function isSaidFalse(sentence: Sentence): boolean {
  const said = predicateAfter(sentence, sentence.at, { isClaim: true, withoutCopula: false });
  return said?.says === 'none' || isSaidFalseLater(sentence);
}

/** "That a purge is under way is pure fiction": after a predicate of its own comes that of the claim. */
function isSaidFalseLater({ kinds, gaps, at }: Sentence): boolean {
  let verbs = 0;
  for (let next = at + 1; next < kinds.length && gaps[next] === Gap.none; next += 1) {
    const here = kinds[next] as Kinds;
    if ((here & (that | clause | Kind.if | Kind.what)) !== 0) return false;
    if ((here & Kind.be) === 0) continue;
    verbs += 1;
    const judged = kinds.slice(next + 1, next + 1 + JUDGED_MAX).reduce((all, one) => all | one, 0);
    if (verbs > 1) return (here & NEGATES) === 0 && (judged & NEGATES) === 0 && (judged & (Kind.false | myth)) !== 0;
  }
  return false;
}

/** 1 for what negates, else 0. */
export function negationOf(kinds: Kinds): number {
  return (kinds & NEGATES) === 0 ? 0 : 1;
}

/** What a complement depends on: the nearest word that says something of its truth; null where another verb does. */
function embedderBefore({ kinds, gaps }: Sentence, from: number): number | null {
  for (let at = from; at >= 0 && from - at <= APART_MAX; at -= 1) {
    const here = kinds[at] as Kinds;
    if (at < from && gaps[at + 1] !== Gap.none) return null;
    if ((here & (EMBEDS & ~word)) !== 0) return at;
    if ((here & (that | clause | Kind.if)) !== 0) return null;
  }
  return null;
}
