import { Cursors } from '../../../platform/cursor.ts';
import type { Paging } from '../../../platform/engine/pages.ts';
import type { Handle } from '../../../platform/engine/tables.ts';
import type { PairFilter } from '../../pairs/pair.ts';
import { listPairs } from '../../pairs/store.ts';
import type { ClaimComparison, ClaimComparisonQuery } from './claim-comparison.ts';
import { compareClaims } from './claim-comparison-store.ts';

/** A comparison, and the page of pairs with it; `list` and `secret` are what the cursor of the next page is sealed for and with. */
export type ClaimsAsked = {
  query: ClaimComparisonQuery;
  pairs: { filter: PairFilter; paging: Pick<Paging, 'limit' | 'after'>; list: string; secret: string };
};

/** The claims side by side, with what is set against what. Fails as `compareClaims` does. */
export async function compareClaimsWithPairs(
  from: Handle,
  { query, pairs: { filter, paging, list, secret } }: ClaimsAsked,
): Promise<ClaimComparison> {
  const comparison = await compareClaims(from, query);
  const { items, next } = await listPairs(from, filter, { ...paging, count: false });
  return { ...comparison, pairs: { items, next: next && new Cursors(secret).seal(list, next) } };
}
