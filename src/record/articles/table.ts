import { type Dialect, entityColumns } from '../../platform/engine/dialect.ts';
import type { defineOutlets } from '../outlets/table.ts';

export function defineArticles(d: Dialect, { outlets }: ReturnType<typeof defineOutlets>) {
  const articles = d.table(
    'articles',
    {
      ...entityColumns(d, 'article'),
      url: d.text('url').notNull(),
      title: d.text('title').notNull(),
      outletId: d
        .key('outlet_id', 'outlet')
        .notNull()
        .references(() => outlets.id),
      byline: d.json<string[]>('byline').notNull(),
      agencies: d.json<string[]>('agencies').notNull(),
      publishedAt: d.text('published_at').notNull(),
      /** Where `publishedAt` begins, in UTC: what lists sort and filter by. */
      publishedSort: d.time('published_sort').notNull(),
      language: d.text('language').notNull(),
      archiveUrl: d.text('archive_url'),
      accessedAt: d.text('accessed_at'),
      /** How many snapshots there are, which is the highest of their numbers. */
      snapshots: d.integer('snapshots').notNull(),
      /** The number of the snapshot that was retrieved last; 0 while there is none. */
      newest: d.integer('newest').notNull(),
    },
    (t) => [
      d.uniqueIndex('articles_url').on(t.url),
      d.index('articles_by_outlet').on(t.outletId, t.id),
      // Whether an outlet has any text is one look.
      d.index('articles_by_text').on(t.outletId, t.snapshots),
    ],
  );

  /** The texts of an article as they were retrieved. A row is never changed. */
  const snapshots = d.table(
    'snapshots',
    {
      id: d.key('id', 'snapshot').primaryKey(),
      articleId: d
        .key('article_id', 'article')
        .notNull()
        .references(() => articles.id, { onDelete: 'cascade' }),
      number: d.integer('number').notNull(),
      text: d.text('text').notNull(),
      sha256: d.text('sha256').notNull(),
      /** Code points of the text. */
      length: d.integer('length').notNull(),
      retrievedAt: d.text('retrieved_at').notNull(),
      /** Whether words were blanked in it since; `sha256` is of the text as it was retrieved. */
      redacted: d.boolean('redacted').notNull(),
      createdAt: d.time('created_at').notNull(),
    },
    (t) => [d.uniqueIndex('snapshots_number').on(t.articleId, t.number)],
  );

  return { articles, snapshots };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineArticles> {}
}
