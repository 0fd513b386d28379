import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../platform/engine/tables.ts';

/** Adds the totals of stances up anew from the rows that they are kept of. Other writes wait meanwhile. */
export async function rebuildTotals(tx: Tx): Promise<void> {
  await tx.query('forget totals of stances', ({ db, t }) => db.delete(t.stanceTotals));
  await tx.query('add totals of stances', ({ db, t }) => {
    const { claimId, sideId, stance, questionId, ofQuestion, ofStatement, status } = t.stances;
    const rows = db
      .select({
        claimId,
        sideId,
        stance,
        questionId,
        n: sql<number>`count(*)`.as('n'),
        ofQuestion: sql<number>`sum(${ofQuestion})`.as('of_question'),
        ofStatement: sql<number>`sum(${ofStatement})`.as('of_statement'),
      })
      .from(t.stances)
      .where(eq(status, 'published'))
      .groupBy(claimId, sideId, stance, questionId);
    return db.insert(t.stanceTotals).select(rows as never);
  });
}
