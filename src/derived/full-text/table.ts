import type { Dialect } from '../../platform/engine/dialect.ts';
import { facetsPacking } from '../../text/words/stored-facets.ts';

/** What is found: each is an entity, told by its brief. */
export type SearchKind = 'statement' | 'claim' | 'speaker' | 'article';

export const SEARCH_KINDS = ['article', 'claim', 'speaker', 'statement'] as const satisfies readonly SearchKind[];

export function defineSearch(d: Dialect) {
  /**
   * What full-text search looks through: one row for each statement that was not withdrawn, claim, speaker and article,
   * and one more for each passage of an article's texts. `search_index`, made and kept by triggers in the migrations,
   * is the engine's own full-text index of it. Both can be made anew from the record.
   */
  const searchEntries = d.table(
    'search_entries',
    {
      /**
       * Orders entries by date, then as they were entered: seconds since the year 1, shifted by 24 bits, plus a count.
       * The date is that of what a statement says, an article's publication, else the creation. Statements of one second
       * and one status lie in the order of their dates, then of their ids (see `statement-place.ts`).
       */
      place: d.bigInteger('place').primaryKey(),
      kind: d.word('kind', SEARCH_KINDS).notNull(),
      /** Read it by `entityOf` (see `search.ts`), which tells of what kind it is. */
      entityId: d.anyKey('entity_id').notNull(),
      /** Of a passage: the number of its snapshot, and where it begins and ends there, in code points. */
      snapshot: d.integer('snapshot'),
      start: d.integer('start'),
      end: d.integer('end'),
      /** Words of what was quoted, the claim, the name or the title, as `words/entry.ts` writes them. */
      words: d.text('words').notNull(),
      /** Words of the context, the claim's terms, the aliases, or the passage. */
      more: d.text('more').notNull(),
      /** What the entry can be filtered by: `is_` with its kind, and ids, with single spaces between. */
      facets: d.packedText('facets', facetsPacking).notNull(),
    },
    (t) => [d.index('search_entries_by_entity').on(t.entityId, t.place)],
  );
  return { searchEntries };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineSearch> {}
}
