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
    const standing = standingCheck(text, quote) ?? null;
    if (standing !== null) return { standing, shared: 1 };
    words ??= new Set(wordsOf(text.text));
    return { standing, shared: sharedWith(words, quote) };
  };
}

/** The share of the quote's words, each once, that are among the text's. */
function sharedWith(words: ReadonlySet<string>, quote: string): number {
  const own = [...new Set(wordsOf(quote))].slice(0, sharedMax);
  return own.length === 0 ? 0 : own.filter((word) => words.has(word)).length / own.length;
}

/** Words without case and accents; where a script sets no spaces, pairs of characters. */
function wordsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKD')
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}]*|\p{N}+/gu) ?? [];
  return words.flatMap((word) =>
    unspaced.test(word)
      ? Array.from(word, (char, at) => char + (word[at + 1] ?? ''))
          .slice(0, -1)
          .concat(word)
      : [word.replace(/\p{M}/gu, '')],
  );
}
