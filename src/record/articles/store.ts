import { and, desc, eq, ne, sql } from 'drizzle-orm';
import { Failure } from '../../kernel/failure.ts';
import type { Page } from '../../kernel/page.ts';
import type { Build } from '../../platform/engine/engine.ts';
import { conditionsOf } from '../../platform/engine/filters.ts';
import { isOneOfIndexed, type Paging, pageInOrderOfCreation } from '../../platform/engine/pages.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { isMarkup } from '../../text/quotes/warnings.ts';
import { correctionsOf } from '../corrections-of.ts';
import { isInLanguage } from '../in-language.ts';
import type { PublicRow } from '../kinds.ts';
import { idInPath, isReferred } from '../references.ts';
import { type Updated, wasUpdated } from '../updated.ts';
import { pageWithWords } from '../with-words.ts';
import type { Article, ArticleBrief } from './article.ts';
import { newestOf, type Snapshot, type SnapshotKept, type SnapshotWithText } from './snapshot.ts';

export type ArticleFilter = { outlet?: string[]; language?: string[]; q?: string } & Updated;

function articlesJoined({ db, t }: Build<Tables>) {
  return db
    .select({
      id: t.articles.id,
      row: t.articles,
      outlet: { id: t.outlets.id, slug: t.outlets.slug, name: t.outlets.name },
    })
    .from(t.articles)
    .innerJoin(t.outlets, eq(t.outlets.id, t.articles.outletId))
    .$dynamic();
}

type ArticleRow = Awaited<ReturnType<typeof articlesJoined>>[number];

/** Oldest first. */
export async function listArticles(
  from: Handle,
  { q, ...filter }: ArticleFilter,
  paging: Paging,
): Promise<Page<Article, readonly string[]>> {
  const conditions = await conditionsOf<Omit<ArticleFilter, 'q'>, Tables>(filter, {
    outlet: isReferred(from, 'outlet', 'outlet', (t) => t.articles.outletId),
    language: isInLanguage((t) => t.articles.language),
    ...wasUpdated((t) => t.articles.updatedAt),
  });
  const page = await pageWithWords<ArticleRow>(
    from,
    {
      table: 'articles',
      select: articlesJoined,
      conditions,
      texts: ({ row }) => [row.title, ...row.byline, ...row.agencies],
    },
    q,
    paging,
  );
  return { ...page, items: await corrected(from, page.items) };
}

/** By id or URL; fails with `not-found`. */
export async function getArticle(from: Handle, reference: string): Promise<Article> {
  const id = await idInPath(from, 'article', reference);
  const rows = await from.query(
    'article',
    (build) => articlesJoined(build).where(eq(build.t.articles.id, build.param('id'))),
    { id },
  );
  return (await corrected(from, rows))[0] as Article;
}

/** The articles as other answers name them, by id. */
export async function articleBriefs(from: Handle, ids: readonly string[]): Promise<Map<string, ArticleBrief>> {
  if (ids.length === 0) return new Map();
  const rows: ArticleRow[] = await from.query(
    'briefs of articles',
    (build) => articlesJoined(build).where(build.oneOf(build.t.articles.id, 'ids')),
    { ids: [...new Set(ids)] },
  );
  return new Map(rows.map(({ id, row, outlet }) => [id, showArticleBrief(row, outlet)]));
}

async function corrected(from: Handle, rows: ArticleRow[]): Promise<Article[]> {
  const corrections = await correctionsOf(
    from,
    'article',
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, row, outlet }) =>
    showArticle(row, { outlet, snapshots: row.snapshots, corrections: corrections(id) }),
  );
}

/** An article as every answer shows it, as it stands and as it stood. */
export function showArticle(
  row: PublicRow<'article'>,
  { outlet, snapshots, corrections }: Pick<Article, 'outlet' | 'snapshots' | 'corrections'>,
): Article {
  const { id, revision, createdAt, updatedAt, url, title, byline, agencies, publishedAt } = row;
  const { language, archiveUrl, accessedAt } = row;
  return {
    ...{ id, revision, createdAt, updatedAt, url, title, outlet, byline, agencies, publishedAt },
    ...{ language, archiveUrl, accessedAt, snapshots, corrections },
  };
}

export function showArticleBrief(
  { id, url, title, publishedAt }: PublicRow<'article'>,
  outlet: ArticleBrief['outlet'],
): ArticleBrief {
  return { id, url, title, publishedAt, outlet };
}

function withoutText({ t }: Build<Tables>) {
  const { id, articleId: article, number, sha256, length, retrievedAt, redacted, createdAt } = t.snapshots;
  return { id, article, number, sha256, length, retrievedAt, redacted, createdAt };
}

/** In the order of their numbers, which is the order of their ids. */
export async function listSnapshots(
  from: Handle,
  reference: string,
  paging: Paging,
): Promise<Page<Snapshot, readonly string[]>> {
  const articleId = await idInPath(from, 'article', reference);
  const conditions = isOneOfIndexed('article', (t: Tables) => t.snapshots.articleId, [articleId]);
  return pageInOrderOfCreation(
    from,
    'snapshots',
    (build) => build.db.select(withoutText(build)).from(build.t.snapshots).$dynamic(),
    conditions,
    paging,
  );
}

/** Without its text. Fails with `not-found`. */
export async function snapshotById(from: Handle, id: string): Promise<Snapshot> {
  const rows = await from.query(
    'snapshot by id',
    (build) =>
      build.db
        .select(withoutText(build))
        .from(build.t.snapshots)
        .where(eq(build.t.snapshots.id, build.param('id'))),
    { id },
  );
  if (!rows[0]) throw new Failure('not-found', `There is no snapshot ${id}.`);
  return rows[0];
}

/** One text of an article by its number; null when there is none. */
export async function findSnapshot(from: Handle, articleId: string, number: number): Promise<SnapshotWithText | null> {
  const rows = await from.query(
    'snapshot',
    (build) => {
      const { snapshots } = build.t;
      return build.db
        .select({ ...withoutText(build), text: snapshots.text })
        .from(snapshots)
        .where(and(eq(snapshots.articleId, build.param('article')), eq(snapshots.number, build.param('number'))));
    },
    { article: articleId, number },
  );
  return rows[0] ?? null;
}

/** The snapshots of an article that have this text, the newest first. */
export function snapshotsWith(
  from: Handle,
  articleId: string,
  sha256: string,
): Promise<{ number: number; retrievedAt: string; redacted: boolean }[]> {
  return from.query(
    'snapshots with a text',
    ({ db, t, param }) =>
      db
        .select({
          number: t.snapshots.number,
          retrievedAt: t.snapshots.retrievedAt,
          redacted: t.snapshots.redacted,
        })
        .from(t.snapshots)
        .where(and(eq(t.snapshots.articleId, param('article')), eq(t.snapshots.sha256, param('sha256'))))
        .orderBy(desc(t.snapshots.number)),
    { article: articleId, sha256 },
  );
}

/** When each text of an article was retrieved. */
export function retrievalsOf(from: Handle, articleId: string): Promise<{ number: number; retrievedAt: string }[]> {
  return from.query(
    'retrievals of an article',
    ({ db, t, param }) =>
      db
        .select({ number: t.snapshots.number, retrievedAt: t.snapshots.retrievedAt })
        .from(t.snapshots)
        .where(eq(t.snapshots.articleId, param('article'))),
    { article: articleId },
  );
}

/** The text of an article that was retrieved last; null where there is none. */
export async function newestText(from: Handle, articleId: string): Promise<SnapshotWithText | null> {
  const row = await rowById(from, 'articles', articleId);
  return row === null || row.newest === 0 ? null : findSnapshot(from, articleId, row.newest);
}

/** A snapshot that has just been kept, or is sent again, as the answer tells of it. */
export async function snapshotKept(from: Handle, articleId: string, number: number): Promise<SnapshotKept> {
  const found = await findSnapshot(from, articleId, number);
  if (!found) throw new Failure('not-found', `This article has no snapshot ${number}.`);
  const { text, ...snapshot } = found;
  const newest = newestOf(await retrievalsOf(from, articleId)) === number;
  const warnings = isMarkup(text) ? ['markup' as const] : [];
  return { ...snapshot, newest, warnings, drift: await driftCounts(from, articleId, number) };
}

/** Of published statements and drafts, which whoever keeps a text may see. */
async function driftCounts(from: Handle, articleId: string, snapshot: number): Promise<SnapshotKept['drift']> {
  const rows = await from.query(
    'what a text did to quotes',
    ({ db, t, param }) =>
      db
        .select({ drift: t.drifts.drift, n: sql<number>`count(*)`.mapWith(Number) })
        .from(t.drifts)
        .innerJoin(t.statements, eq(t.statements.id, t.drifts.statementId))
        .where(
          and(
            eq(t.drifts.articleId, param('article')),
            eq(t.drifts.snapshot, param('number')),
            ne(t.statements.status, 'withdrawn'),
          ),
        )
        .groupBy(t.drifts.drift),
    { article: articleId, number: snapshot },
  );
  const counts = { unchanged: 0, moved: 0, altered: 0, gone: 0 };
  for (const { drift, n } of rows) counts[drift] = n;
  return counts;
}
