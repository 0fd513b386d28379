import type { Token } from '../words/token.ts';
import { Kind, type Kinds, type Lexicon } from './grammar.ts';

/** A wording in a tokenized text: the first of its tokens, and the one after its last. */
export type Occurrence = { from: number; to: number };

/** What stands between two units: nothing, a comma or the like, or a dash. */
export const Gap = { none: 0, comma: 1, dash: 2 } as const;

/**
 * The sentence around an occurrence, in units: words, and phrases that are one. Adverbs and what else changes nothing
 * are left out. All lists have one entry a unit; the occurrence is one unit, of no kind.
 */
export type Sentence = {
  /** The folded words; of a phrase the first, of an occurrence the one whose ending tells its case. */
  words: string[];
  kinds: Kinds[];
  /** What stands before the unit. */
  gaps: number[];
  /** Which of the units is the occurrence. */
  at: number;
  isQuestion: boolean;
  /** Whether “only” stands in it. */
  isOnly: boolean;
};

/** Tokens that are looked at before and after an occurrence. Few sentences are longer, and what is further off governs nothing. */
const TOKENS_MAX = 60;

/** Ends of sentences in the scripts of the languages read, and what editors leave out. */
const SENTENCE_END = /[!?;…\n\u0589\u061b\u061f\u06d4\u3002\uff01\uff1b\uff1f]|\.{2,}/u;
const STOP = /\./u;
const DASH = /[—–―]|\s[-‐‑]\s/u;
const COMMA = /[,:()[\]{}|/\u055d\u060c\u3001\uff0c\uff1a]/u;
const SMALL = /[\p{Ll}--\p{Script=Georgian}]/v;
/** Its mark, which French sets apart with a blank. */
const QUESTION = /^["'”’»）)]*\s?[?？\u061f]/u;
const HARD = 3;
/** Units that commas may set apart, and what they may be. */
const APART_MAX = 4;
const PLAIN = Kind.the | Kind.any | Kind.me | Kind.prep | Kind.in | Kind.of | Kind.think;
/** Units back to the negation of "is not only". */
const ONLY_MAX = 3;

export function sentenceAround(text: string, tokens: readonly Token[], place: Occurrence, lexicon: Lexicon): Sentence {
  const first = startOf(text, tokens, place.from);
  const end = endOf(text, tokens, place.to);
  const sentence: Sentence = { words: [], kinds: [], gaps: [], at: 0, isQuestion: false, isOnly: false };
  let gap = 0;
  for (let at = first; at < end; ) {
    if (at > first) gap = Math.max(gap, gapBefore(text, tokens, at) % HARD);
    const isTerm = at === place.from;
    const { kinds, length } = isTerm
      ? { kinds: 0, length: place.to - place.from }
      : unitAt(text, tokens, at, at < place.from ? place.from : end, lexicon);
    // A gap within a unit is none: “т. н.”.
    at += length;
    if ((kinds & Kind.skip) !== 0) {
      if ((kinds & Kind.not) !== 0 && gap === Gap.none) takeBack(sentence);
      continue;
    }
    if (isTerm) sentence.at = sentence.words.length;
    const isLast = isTerm && lexicon.grammar.order === 'verb-last';
    sentence.words.push((tokens[isLast ? at - 1 : at - length] as Token).token);
    sentence.kinds.push(kinds);
    sentence.gaps.push(gap);
    gap = 0;
  }
  joinAround(sentence);
  const last = tokens[end - 1];
  sentence.isQuestion = last !== undefined && QUESTION.test(text.slice(last.end, last.end + 4));
  return sentence;
}

/**
 * Takes out what commas set apart inside a clause and says nothing of its own: “is not, strictly speaking, a war”, “the
 * war, he said, is over”.
 */
function joinAround(sentence: Sentence): void {
  const { words, kinds, gaps } = sentence;
  for (let from = kinds.length - 1; from > 0; from -= 1) {
    if (gaps[from] !== Gap.comma) continue;
    let to = from + 1;
    while (to < kinds.length && gaps[to] === Gap.none && to - from <= APART_MAX) to += 1;
    const isInside = to < kinds.length && gaps[to] === Gap.comma && to - from <= APART_MAX;
    if (!isInside || (from <= sentence.at && sentence.at < to)) continue;
    if (kinds.slice(from, to).some((here) => (here & ~PLAIN) !== 0)) continue;
    gaps[to] = Gap.none;
    for (const list of [words, kinds, gaps]) list.splice(from, to - from);
    if (from <= sentence.at) sentence.at -= to - from;
  }
}

/** "Not only": a negation just before it, with at most a verb between, is none. */
function takeBack(sentence: Sentence): void {
  const { words, kinds, gaps } = sentence;
  sentence.isOnly = true;
  for (let at = kinds.length - 1; at >= 0 && kinds.length - at <= ONLY_MAX; at -= 1) {
    const here = kinds[at] as Kinds;
    if ((here & Kind.not) === 0) {
      if (gaps[at] !== Gap.none) return;
      continue;
    }
    kinds[at] = here & ~Kind.not;
    if (kinds[at] === 0) for (const list of [words, kinds, gaps]) list.splice(at, 1);
    return;
  }
}

function startOf(text: string, tokens: readonly Token[], from: number): number {
  let first = from;
  while (first > 0 && from - first < TOKENS_MAX && gapBefore(text, tokens, first) !== HARD) first -= 1;
  return first;
}

function endOf(text: string, tokens: readonly Token[], to: number): number {
  let end = to;
  while (end < tokens.length && end - to < TOKENS_MAX && gapBefore(text, tokens, end) !== HARD) end += 1;
  return end;
}

/** The longest phrase that begins here and ends before `end`. */
function unitAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  end: number,
  lexicon: Lexicon,
): { kinds: Kinds; length: number } {
  const first = tokens[at] as Token;
  for (const { rest, written, kinds } of lexicon.entriesOf(first.token)) {
    if (at + rest.length >= end) continue;
    if (written !== null && text.slice(first.start, first.end).normalize('NFC').toLowerCase() !== written) continue;
    let same = 0;
    while (same < rest.length) {
      const { word, isStem } = rest[same] as { word: string; isStem: boolean };
      const { token } = tokens[at + same + 1] as Token;
      if (isStem ? !token.startsWith(word) : token !== word) break;
      if (gapBefore(text, tokens, at + same + 1) !== 0) break;
      same += 1;
    }
    if (same === rest.length) return { kinds, length: rest.length + 1 };
  }
  return { kinds: 0, length: 1 };
}

/** What stands between a token and the one before it. */
function gapBefore(text: string, tokens: readonly Token[], at: number): number {
  const [before, token] = [tokens[at - 1] as Token, tokens[at] as Token];
  const length = token.start - before.end;
  if (length === 0 || (length === 1 && text.charCodeAt(before.end) === 32)) return Gap.none;
  const between = text.slice(before.end, token.start);
  if (SENTENCE_END.test(between)) return HARD;
  // A stop inside a number, after an initial, and before a small letter ends nothing.
  const ends = STOP.test(between) && length > 1 && before.token.length > 1;
  if (ends && !SMALL.test(text.slice(token.start, token.start + 1))) return HARD;
  if (DASH.test(between)) return Gap.dash;
  return COMMA.test(between) ? Gap.comma : Gap.none;
}
