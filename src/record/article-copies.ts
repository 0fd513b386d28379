import { eq, inArray, sql } from 'drizzle-orm';
import type { Tables, Tx } from '../platform/engine/tables.ts';

type ArticleRow = Tables['articles']['$inferSelect'];

/**
 * Statements, and the rows of their stances, keep a copy of their article's outlet and date, to be sorted and filtered
 * by. This makes the copies true to an article whose outlet or date was just revised: at once, since what comes later
 * in the same transaction compares with them.
 */
export async function copyToStatements(tx: Tx, { id, outletId, publishedSort }: ArticleRow): Promise<void> {
  await tx.revising('statement', await statementsIn(tx, id));
  await tx.query(
    'follow an article',
    ({ db, t, param }) =>
      db
        .update(t.statements)
        .set({
          outletId: param('outlet', t.statements.outletId),
          publishedSort: param('date', t.statements.publishedSort),
          saidSort: sql`case when ${t.statements.saidAt} is null then ${param('date', t.statements.saidSort)} else ${t.statements.saidSort} end`,
        })
        .where(eq(t.statements.articleId, param('id'))),
    { id, outlet: outletId, date: publishedSort },
  );
  await tx.query(
    'follow an article in stances',
    ({ db, t, param }) => {
      const ofArticle = db
        .select({ id: t.statements.id })
        .from(t.statements)
        .where(eq(t.statements.articleId, param('id')));
      const saidSort = db
        .select({ saidSort: t.statements.saidSort })
        .from(t.statements)
        .where(eq(t.statements.id, t.stances.statementId));
      return db
        .update(t.stances)
        .set({ saidSort: sql`${saidSort}`, outletId: param('outlet', t.stances.outletId) })
        .where(inArray(t.stances.statementId, ofArticle));
    },
    { id, outlet: outletId },
  );
}

async function statementsIn(tx: Tx, articleId: string): Promise<string[]> {
  const rows = await tx.query(
    'ids of statements in an article',
    ({ db, t, param }) =>
      db
        .select({ id: t.statements.id })
        .from(t.statements)
        .where(eq(t.statements.articleId, param('id'))),
    { id: articleId },
  );
  return rows.map(({ id }) => id);
}
