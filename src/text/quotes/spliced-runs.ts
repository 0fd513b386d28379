import { indexText, toPoint } from '../../kernel/span.ts';
import { sentenceAround } from './sentence.ts';

type Token = { token: string; start: number; end: number };

/** Fewer words in a row are a coincidence. */
const RUN_WORDS_MIN = 3;
/** Places of the same three words that are tried. */
const PLACES_MAX = 64;

/**
 * Whether a quote is put together from different sentences of a text: at least two runs of three or more of its words, in
 * its own order, cover all of it, and do not all stand in one sentence. Case, accents and signs make no difference.
 */
export function splicerOf(text: string): (quote: string) => boolean {
  const words = tokenize(text);
  const places = new Map<string, number[]>();
  for (let at = 0; at + RUN_WORDS_MIN <= words.length; at += 1) {
    const key = keyAt(words, at);
    const known = places.get(key);
    if (!known) places.set(key, [at]);
    else if (known.length < PLACES_MAX) known.push(at);
  }
  const index = indexText(text);
  const sentenceAt = (at: number) => {
    const { start, end } = words[at] as Token;
    return sentenceAround(index, { start: toPoint(index, start), end: toPoint(index, end) }).start;
  };
  return (quote) => {
    const runs = fewestRuns(tokenize(quote), words, places);
    return runs !== null && runs.length > 1 && new Set(runs.map(sentenceAt)).size > 1;
  };
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu;

function tokenize(text: string): Token[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    token: word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(),
    start: index,
    end: index + word.length,
  }));
}

function keyAt(words: readonly Token[], at: number): string {
  return words
    .slice(at, at + RUN_WORDS_MIN)
    .map(({ token }) => token)
    .join(' ');
}

/** Where in the text each run of the fewest that cover the quote begins; null where none do. */
function fewestRuns(quote: Token[], words: Token[], places: ReadonlyMap<string, number[]>): number[] | null {
  const covers: (number[] | null)[] = [[], ...quote.map(() => null)];
  for (let from = 0; from + RUN_WORDS_MIN <= quote.length; from += 1) {
    const before = covers[from];
    if (!before) continue;
    const { place, length } = longestRun(quote, from, words, places);
    for (let to = from + RUN_WORDS_MIN; to <= from + length; to += 1) {
      const known = covers[to];
      if (!known || known.length > before.length + 1) covers[to] = [...before, place];
    }
  }
  return covers[quote.length] ?? null;
}

function longestRun(quote: Token[], from: number, words: Token[], places: ReadonlyMap<string, number[]>) {
  let best = { place: 0, length: 0 };
  for (const place of places.get(keyAt(quote, from)) ?? []) {
    let length = RUN_WORDS_MIN;
    while (from + length < quote.length && quote[from + length]?.token === words[place + length]?.token) length += 1;
    if (length > best.length) best = { place, length };
  }
  return best;
}
