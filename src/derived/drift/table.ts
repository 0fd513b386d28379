import type { Dialect } from '../../platform/engine/dialect.ts';
import type { defineArticles } from '../../record/articles/table.ts';
import type { defineStatements } from '../../record/statements/table.ts';

type Earlier = ReturnType<typeof defineArticles> & ReturnType<typeof defineStatements>;

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
      drift: d.text('drift').$type<'unchanged' | 'moved' | 'altered' | 'gone'>().notNull(),
      found: d.json<unknown>('found'),
    },
    (t) => [
      d.primaryKey({ columns: [t.statementId, t.snapshot] }),
      d.index('drifts_by_article').on(t.articleId, t.statementId, t.snapshot),
    ],
  );
  return { drifts };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineDrifts> {}
}
