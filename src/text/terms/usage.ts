import type { Token } from '../words/token.ts';
import { negationsIn } from './negation.ts';
import type { Usage } from './term.ts';

/** A wording in a tokenized text: the first of its tokens, and the one after its last. */
export type Occurrence = { from: number; to: number };

/** The words of a quote, and what their usage depends on besides them. */
export type Words = {
  text: string;
  tokens: readonly Token[];
  language: string;
  /** Whether the words are the reporter's, so that quotation marks around one of them set it apart. */
  isIndirect: boolean;
};

/** Tokens between a negation and what it denies. */
const REACH_MAX = 7;
/** Tokens that may stand between a distancing phrase and its word, articles aside: "so-called humanitarian blockade". */
const DISTANCE_MAX = 1;
const ARTICLES = new Set('a an the ein eine einen der die das un une le la el una'.split(' '));
/** Words that `*` of a phrase stands for at most: "what the Armenian government calls". */
const OTHERS_MAX = 4;
/** Words that tell that it is the speaker's own word, or anybody's: "what I call", "what can only be called". */
const NO_OTHERS = new Set(
  'i we you us to one else can could may might must should would will only rightly be'.split(' '),
);
/** Tokens before a wording among which a phrase that distances from it begins. */
const DISTANCING_MAX = 10;

const CLAUSE_END = /[.,;:!?…—–()[\]{}|/]|\s[-‐‑]\s|\n/;
const QUOTATION = `["'“”„‟‘’‚‛«»‹›「」『』]`;
/** A mark before a word, and one after a word, with a stop within or without, that is no apostrophe within one. */
const OPENING = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${QUOTATION}$`, 'u');
const CLOSING = new RegExp(`^[.,]?${QUOTATION}(?![\\p{L}\\p{M}\\p{N}])`, 'u');
/** Conjunctions that begin another clause. */
const CLAUSE_WORDS = new Set(
  'but however although though while whereas yet aber doch sondern mais pero sino но однако а ama lakin amma'.split(
    ' ',
  ),
);

/**
 * Rule 7 of the record: in "there was no blockade" the speaker does not use the word as his framing.
 *
 * An occurrence is a `denial` when the statement denies the claim that lists the wording, or negates it in its clause;
 * a `mention` after "so-called", "what they call", before "as they call it", or in scare quotes inside an indirect quote; else
 * a `use`.
 * Negation is read by a table of each language's words (see negation.ts): an odd number of them before the wording in
 * its clause, with none of the words between that say what is done to a thing that is there ("did not lift the blockade").
 */
export function usageOf(words: Words, occurrence: Occurrence, deniesClaim: boolean): Usage {
  if (deniesClaim || isNegated(words, occurrence)) return 'denial';
  return isDistanced(words, occurrence) || isInScareQuotes(words, occurrence) ? 'mention' : 'use';
}

/**
 * Whether a text with these words can only use whatever it has: no word of it negates or distances in this language.
 * Scare quotes aside, which the reporter's wordings have.
 */
export function canOnlyUse(words: ReadonlySet<string>, language: string): boolean {
  return !signsOf(language).some((sign) => words.has(sign));
}

/** One word of everything that makes of a use something else; `t` is what an apostrophe leaves of “not”. */
function signsOf(language: string): readonly string[] {
  const negations = negationsIn(language);
  let signs = signsBy.get(negations);
  if (!signs) {
    const phrases = [...negations.after, ...negations.distancing, ...negations.distancingAfter];
    // The longest word, which is the rarest, as a rule.
    const longest = (phrase: readonly string[]) =>
      phrase.reduce((one, other) => (other.length >= one.length ? other : one));
    signs = [...new Set([...negations.before, ...phrases.map(longest), 't'])];
    signsBy.set(negations, signs);
  }
  return signs;
}

const signsBy = new Map<ReturnType<typeof negationsIn>, readonly string[]>();

/** The usage that a statement is counted under when its occurrences differ: a use outweighs a denial, a denial a mention. */
export function strongestUsage(usages: readonly Usage[]): Usage {
  return usages.includes('use') ? 'use' : usages.includes('denial') ? 'denial' : 'mention';
}

function isNegated(words: Words, { from, to }: Occurrence): boolean {
  const { before, affirming, after, handling, concord } = negationsIn(words.language);
  let negations = 0;
  for (let at = from - 1; at >= 0 && from - at <= REACH_MAX && !endsClause(words, at); at -= 1) {
    const token = tokenAt(words, at);
    if (CLAUSE_WORDS.has(token)) break;
    if (negations === 0 && handling.includes(token)) break;
    if (isNegation(words, at, before) && affirming.every((phrase) => endOf(words, at, phrase) === null)) negations += 1;
  }
  if (negations > 0) return concord || negations % 2 === 1;
  return after.some((phrase) => stands(words, to, phrase) || stands(words, to + 1, phrase));
}

/** Also where an apostrophe split it: "isn’t" is read as `isn` and `t`. */
function isNegation(words: Words, at: number, before: readonly string[]): boolean {
  const token = tokenAt(words, at);
  return before.includes(token) || (tokenAt(words, at + 1) === 't' && before.includes(`${token}t`));
}

/** Whether the words stand from this token on, in one clause with the token before. */
function stands(words: Words, at: number, phrase: readonly string[]): boolean {
  return !endsClause(words, at - 1) && endOf(words, at, phrase) !== null;
}

/** The token after a phrase that begins here and stays in its clause; null where it does not stand here. */
function endOf(words: Words, at: number, phrase: readonly string[]): number | null {
  const [word, ...rest] = phrase;
  if (word === undefined) return at;
  if (word === '.') return at === words.tokens.length || endsClause(words, at - 1) ? at : null;
  if (word !== '*') {
    if (tokenAt(words, at) !== word || (rest.length > 0 && rest[0] !== '.' && endsClause(words, at))) return null;
    return endOf(words, at + 1, rest);
  }
  for (let next = at + 1; next <= at + OTHERS_MAX; next += 1) {
    if (NO_OTHERS.has(tokenAt(words, next - 1)) || endsClause(words, next - 1)) return null;
    const end = endOf(words, next, rest);
    if (end !== null) return end;
  }
  return null;
}

function isDistanced(words: Words, { from, to }: Occurrence): boolean {
  const { distancing, distancingAfter } = negationsIn(words.language);
  for (let at = Math.max(0, from - DISTANCING_MAX); at < from; at += 1) {
    for (const phrase of distancing) {
      const end = endOf(words, at, phrase);
      if (end !== null && end <= from && isNear(words, end, from)) return true;
    }
  }
  return distancingAfter.some((phrase) => endOf(words, to, phrase) !== null);
}

/** Whether no clause ends between the two, and next to nothing stands there. */
function isNear(words: Words, end: number, from: number): boolean {
  for (let at = end - 1; at < from; at += 1) if (endsClause(words, at)) return false;
  return words.tokens.slice(end, from).filter(({ token }) => !ARTICLES.has(token)).length <= DISTANCE_MAX;
}

function isInScareQuotes({ text, tokens, isIndirect }: Words, { from, to }: Occurrence): boolean {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (!isIndirect || !first || !last) return false;
  return (
    OPENING.test(text.slice(Math.max(0, first.start - 3), first.start)) &&
    CLOSING.test(text.slice(last.end, last.end + 4))
  );
}

/** Whether a clause ends between this token and the next. */
function endsClause({ text, tokens }: Words, at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  return token !== undefined && next !== undefined && CLAUSE_END.test(text.slice(token.end, next.start));
}

function tokenAt({ tokens }: Words, at: number): string {
  return tokens[at]?.token ?? '';
}
