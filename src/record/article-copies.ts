import { eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { datingOf } from '../kernel/written-date.ts';
import type { Tables, Tx } from '../platform/engine/tables.ts';

type ArticleRow = Tables['articles']['$inferSelect'];

/**
 * Statements, and the rows of their stances, keep a copy of their article's outlet and date, to be sorted and filtered
 * by. This makes the copies true to an article whose outlet or date was just revised: at once, since what comes later
 * in the same transaction compares with them.
 */
export async function copyToStatements(
  tx: Tx,
  { id, outletId, publishedAt, publishedSort }: ArticleRow,
): Promise<void> {
  await tx.revising('statement', await statementsIn(tx, id));
  const dating = datingOf(null, publishedAt);
  await tx.query(
    'follow an article',
    ({ db, t, param }) =>
      db
        .update(t.statements)
        .set({
          outletId: param('outlet', t.statements.outletId),
          publishedSort: param('date', t.statements.publishedSort),
          saidSort: whereUndated(t, param('date', t.statements.saidSort), t.statements.saidSort),
          saidOn: whereUndated(t, param('saidOn'), t.statements.saidOn),
          saidAs: whereUndated(t, param('saidAs', t.statements.saidAs), t.statements.saidAs),
        })
        .where(eq(t.statements.articleId, param('id'))),
    { id, outlet: outletId, date: publishedSort, ...dating },
  );
  await tx.query(
    'follow an article in stances',
    ({ db, t, param }) => {
      const ofArticle = db
        .select({ id: t.statements.id })
        .from(t.statements)
        .where(eq(t.statements.articleId, param('id')));
      const copied = (name: 'saidSort' | 'saidOn' | 'saidAs') =>
        sql`${db
          .select({ copied: t.statements[name] })
          .from(t.statements)
          .where(eq(t.statements.id, t.stances.statementId))}`;
      return db
        .update(t.stances)
        .set({
          ...{ saidSort: copied('saidSort'), saidOn: copied('saidOn'), saidAs: copied('saidAs') },
          outletId: param('outlet', t.stances.outletId),
        })
        .where(inArray(t.stances.statementId, ofArticle));
    },
    { id, outlet: outletId },
  );
}

/** What the article says where nobody knows when it was said, else what is there. */
function whereUndated({ statements }: Tables, told: SQL, own: SQLWrapper) {
  return sql`case when ${statements.saidAt} is null then ${told} else ${own} end`;
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
