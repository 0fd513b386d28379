import { rank } from '../../derived/full-text/rank.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import { EVERY } from '../../text/words/match.ts';
import { wordsOf } from '../../text/words/token.ts';
import { articlesOfDispute } from './recorded-store.ts';

/** Words that are looked for on end, how many such of one quotation, and single ones where no text has any of these. */
const [ON_END, PHRASES_MAX, SINGLE_MAX] = [3, 6, 6];
/** Texts that one quotation may bring in. */
const OF_ONE_MAX = 10;

/**
 * The articles whose newest texts are likeliest to have these quotes, at most `max`: those that have some of their words
 * on end, else single words. What is likeliest for each quote goes first, then what is so for many.
 */
export async function likeliestFor(
  from: Handle,
  quotes: readonly string[],
  { dispute, max }: { dispute: string | null; max: number },
): Promise<string[]> {
  const places = new Map<string, { best: number; quotes: number }>();
  for (const quote of new Set(quotes)) {
    const found = await articlesWith(from, quote, dispute);
    for (const [at, id] of found.entries()) {
      const known = places.get(id);
      places.set(id, { best: Math.min(at, known?.best ?? at), quotes: (known?.quotes ?? 0) + 1 });
    }
    await new Promise(setImmediate);
  }
  return [...places]
    .sort(([a, one], [b, other]) => one.best - other.best || other.quotes - one.quotes || (a < b ? -1 : 1))
    .slice(0, max)
    .map(([id]) => id);
}

async function articlesWith(from: Handle, quote: string, dispute: string | null): Promise<string[]> {
  const words = wordsOf(quote);
  for (const phrases of [onEnd(words), single(words)]) {
    if (phrases.length === 0) continue;
    const wordings = phrases.map((tokens) => ({ tokens, prefix: false }));
    const query = { any: wordings.map((wording) => ({ all: [wording], none: [] })) };
    const match = { facets: [[EVERY.article]], terms: null, query };
    const { ranked } = await rank(from, { match, conditions: [] }, wordings, null);
    const ids = ranked.map(({ id }) => id);
    const kept = dispute === null ? null : await articlesOfDispute(from, ids, dispute);
    const found = ids.filter((id) => kept === null || kept.has(id)).slice(0, OF_ONE_MAX);
    if (found.length > 0) return found;
  }
  return [];
}

/** Stretches of words, spread evenly over the quote; all of it where it is short. */
function onEnd(words: readonly string[]): string[][] {
  const last = words.length - ON_END;
  if (last <= 0) return words.length === 0 ? [] : [[...words]];
  const count = Math.min(PHRASES_MAX, last + 1);
  const starts = Array.from({ length: count }, (_, at) => Math.round((at * last) / Math.max(1, count - 1)));
  return [...new Set(starts)].map((start) => words.slice(start, start + ON_END));
}

/** The longest words, which are rarest. */
function single(words: readonly string[]): string[][] {
  const longest = [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, SINGLE_MAX);
  return words.length > 1 ? longest.map((word) => [word]) : [];
}
