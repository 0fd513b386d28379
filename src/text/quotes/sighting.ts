import type { Span } from '../../kernel/span.ts';
import { checkQuote, standingCheck } from './check.ts';
import type { PreparedText } from './prepared.ts';
import type { QuoteCheck } from './quote.ts';
import { runsIn } from './runs.ts';

/**
 * What is asked of a quote that is one of many, in one of many texts, the cheap first: whether it appears, and if not,
 * how much of its words the text has; then what is there instead; then whether runs of the text make it up.
 */
export type Sought = { ask: 'standing' | 'instead' | 'runs'; quote: string };
export type Sighting =
  | { standing: QuoteCheck | null; shared: number }
  | { instead: QuoteCheck }
  | { runs: Span[] | null };

/** So many steps go into the closest passage of one quote, of hundreds; beyond, the likeliest windows are looked at. */
const alignMax = 8_000_000;
/** A quote of so many words appears in no text that has less than this share of them; shorter ones are always looked up. */
const telling = { words: 4, shared: 0.5 };
/** Words of a quote that are looked for to see how much a text shares with it. */
const sharedMax = 200;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Answers about quotes in one text, whose words are gathered once. */
export function sightings(text: PreparedText): (sought: Sought) => Sighting {
  let words: Set<string> | undefined;
  return ({ ask, quote }) => {
    if (ask === 'instead') return { instead: checkQuote(text, quote, {}, { steps: 0, alignMax }) };
    if (ask === 'runs') return { runs: runsIn(text, quote) ?? null };
    words ??= wordsIn(text.text);
    const { count, shared } = sharedWith(words, quote);
    if (count >= telling.words && shared < telling.shared) return { standing: null, shared };
    const standing = standingCheck(text, quote) ?? null;
    return { standing, shared: standing === null ? shared : 1 };
  };
}

/** How many words a quote has, each once, and the share of them that is among the text's. */
function sharedWith(words: ReadonlySet<string>, quote: string): { count: number; shared: number } {
  const own = [...wordsOf(quote.replace(cut, ''))].slice(0, sharedMax);
  const count = own.length;
  return { count, shared: count === 0 ? 0 : own.filter((word) => words.has(word)).length / count };
}

/** What stands inside words and is none of them: soft hyphens, joiners, tatweel, and a hyphen at a line's end. */
const cut = /[\u00ad\u200b-\u200d\u2060\u0640]|[-\u2010][ \t]*\r?\n[ \t]*/gu;

/** The words of a text, also of those that are cut at a line's end. */
function wordsIn(text: string): Set<string> {
  const words = wordsOf(text);
  const joined = text.replace(cut, '');
  return joined.length === text.length ? words : new Set([...words, ...wordsOf(joined)]);
}

/** Words, each once, without case and accents; where a script sets no spaces, pairs of characters. */
function wordsOf(text: string): Set<string> {
  const isPlain = !/[^\s!-~]/.test(text);
  const folded = (isPlain ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '')).toLowerCase();
  const words = new Set(folded.match(isPlain ? /[a-z]+|[0-9]+/g : /\p{L}+|\p{N}+/gu));
  if (isPlain || !unspaced.test(folded)) return words;
  for (const word of [...words]) {
    if (!unspaced.test(word)) continue;
    words.delete(word);
    const chars = Array.from(word);
    for (let at = 0; at < chars.length; at += 1) words.add(`${chars[at]}${chars[at + 1] ?? ''}`);
  }
  return words;
}
