import type { Dialect } from '../../platform/engine/dialect.ts';
import type { defineArticles } from '../../record/articles/table.ts';
import type { defineStatements } from '../../record/statements/table.ts';
import type { Drift, QuoteDifference } from '../../text/quotes/quote.ts';

type Earlier = ReturnType<typeof defineArticles> & ReturnType<typeof defineStatements>;

const DRIFTS = ['altered', 'gone', 'moved', 'unchanged'] as const satisfies readonly Drift['drift'][];
const DIFFERENCES = [
  'accents',
  'brackets',
  'case',
  'negation',
  'numbers',
  'punctuation',
  'words',
] as const satisfies readonly QuoteDifference[];

/** What a row keeps of how a quote stands in the later text, besides its kind. */
export type DriftFound = Omit<Drift, 'drift'>;

export function defineDrifts(d: Dialect, { articles, statements }: Earlier) {
  /** What became of an anchored quote in each later snapshot of its article. */
  const drifts = d.table(
    'drifts',
    {
      statementId: d
        .key('statement_id', 'statement')
        .notNull()
        .references(() => statements.id, { onDelete: 'cascade' }),
      articleId: d
        .key('article_id', 'article')
        .notNull()
        .references(() => articles.id, { onDelete: 'cascade' }),
      snapshot: d.integer('snapshot').notNull(),
      drift: d.word('drift', DRIFTS).notNull(),
      found: d.json<DriftFound>('found'),
      /** What differs where the quote was altered. */
      difference: d.word('difference', DIFFERENCES),
      /** Where the day or moment begins at which the other text was retrieved, in UTC: what lists sort and filter by. */
      atSort: d.time('at_sort').notNull(),
      /** Whether the other text was retrieved before the one where the quote is anchored: an older copy, compared. */
      isEarlier: d.boolean('is_earlier').notNull(),
      /** Whether the other text is the article's newest. */
      isNewest: d.boolean('is_newest').notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.statementId, t.snapshot] }),
      d.index('drifts_by_article').on(t.articleId, t.atSort, t.statementId, t.snapshot),
      d.index('drifts_by_date').on(t.atSort, t.statementId, t.snapshot),
      // Without the many in which nothing happened.
      d
        .index('drifts_of_note')
        .on(t.atSort, t.statementId, t.snapshot, t.drift, t.difference)
        .where(d.condition`${d.isOther(t.drift, DRIFTS, 'unchanged')} and not ${t.isEarlier}`),
      d.index('drifts_now').on(t.isNewest, t.drift, t.statementId),
    ],
  );
  return { drifts };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineDrifts> {}
}
