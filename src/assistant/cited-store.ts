import type { ToldArticle } from '../exchange/formats/written.ts';
import type { Handle } from '../platform/engine/tables.ts';
import { showStatements, statementRows } from '../record/statements/show.ts';
import type { Statement } from '../record/statements/statement.ts';

/** Published statements by id, with all that a citation says of them. */
export async function citedStatements(from: Handle, ids: readonly string[]): Promise<Map<string, Statement>> {
  if (ids.length === 0) return new Map();
  const rows = await from.query(
    'statements to cite',
    (build) => statementRows(build).where(build.oneOf(build.t.statements.id, 'ids')),
    { ids: [...ids] },
  );
  const published = rows.filter(({ status }) => status === 'published');
  const statements = await showStatements(from, published, { drafts: false });
  return new Map(statements.map((statement) => [statement.id, statement]));
}

/** What citations say of articles beyond what statements name of them. */
export async function citedArticles(from: Handle, ids: readonly string[]): Promise<Map<string, ToldArticle>> {
  if (ids.length === 0) return new Map();
  const rows = await from.query(
    'articles to cite',
    ({ db, t, oneOf }) => {
      const { id, byline, archiveUrl, accessedAt, language } = t.articles;
      return db.select({ id, byline, archiveUrl, accessedAt, language }).from(t.articles).where(oneOf(id, 'ids'));
    },
    { ids: [...new Set(ids)] },
  );
  return new Map(rows.map(({ id, ...article }) => [id, article]));
}
