import type { Handle } from '../../platform/engine/tables.ts';
import { scoreOf } from '../../text/words/score.ts';
import type { Wording } from '../../text/words/token.ts';
import { foundByDate } from './scan.ts';
import type { Found, Search } from './search.ts';

/**
 * How many entries of a kind are ranked. Where more are found, the newest of them are, whatever the words: ranking all
 * that holds a common word would take seconds in a large record.
 */
export const RANKED_MAX = 500;

/** Found, with how well it answers. */
export type Ranked = Found & { score: number };

/** Where a page ended, and the newest place that its first page knew, so that later pages rank the same entries. */
export type RankedPlace = { score: number; place: string; upTo: string };

/** What is found, the best first, then the newest; each entity once, by its best passage. */
export async function rank(
  from: Handle,
  search: Search,
  wordings: readonly Wording[],
  upTo: string | null,
): Promise<{ ranked: Ranked[]; isAll: boolean }> {
  const after = upTo === null ? null : String(BigInt(upTo) + 1n);
  const { found, isAll } = await newestOf(from, search, after);
  const scored = found.slice(0, RANKED_MAX).map((entry) => ({ ...entry, score: scoreOf(entry, wordings) }));
  const seen = new Set<string>();
  const ranked = scored.sort(byRank).filter(({ id }) => !seen.has(id) && seen.add(id));
  return { ranked, isAll: isAll && found.length <= RANKED_MAX };
}

/** What fulfils conditions is looked for to the end, since no `next` leads on from where a walk breaks off. */
async function newestOf(from: Handle, search: Search, after: string | null) {
  const found: Found[] = [];
  for (let rest = after; ; ) {
    const walked = await foundByDate(from, search, 'newest', { limit: RANKED_MAX + 1 - found.length, after: rest });
    found.push(...walked.found);
    rest = walked.rest;
    if (rest === null || search.conditions.length === 0) return { found, isAll: rest === null };
  }
}

/** Orders the best first; of equally good ones, the newest. */
export function byRank(one: { score: number; place: string }, other: { score: number; place: string }): number {
  return other.score - one.score || comparePlaces(other.place, one.place);
}

/** Places are whole numbers beyond what JavaScript counts exactly. */
export function comparePlaces(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
}
