import { followInAnswers } from './derived/answered/answered.ts';
import { followInSearch } from './derived/full-text/follow.ts';
import { followInTerms } from './derived/terms/follow.ts';
import type { Tx } from './platform/engine/tables.ts';

/** What was written: the row of an entity before and after; null before it was made and once it is gone. */
export type Written = { kind: string; before: object | null; after: object | null };

/**
 * Tells everything that is kept beside the record what was written to it, so that both change in one transaction.
 * A room that has to keep up is named here, and `history/record.ts` calls this with every write.
 */
export function tellFollowers(tx: Tx, written: Written): void {
  followInSearch(tx, written);
  // What comes to be counted is found by search.
  followInTerms(tx, written);
  followInAnswers(tx, written);
}
