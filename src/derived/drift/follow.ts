import { eq } from 'drizzle-orm';
import { insertRow } from '../../platform/engine/rows.ts';
import type { Follower, Tables, Tx } from '../../platform/engine/tables.ts';

type StatementRow = Tables['statements']['$inferSelect'];

/**
 * Keeps what became of quotes in later texts of their articles. The rows belong to statements that the transaction has
 * locked, so it needs no turn among writers.
 */
export const drift: Follower = {
  name: 'drift of quotes',
  async follow(tx, written) {
    for (const { kind, before, after, drifts = [] } of written) {
      if (kind === 'snapshot') {
        const { article: articleId, number: snapshot } = after as { article: string; number: number };
        for (const { statement: statementId, drift } of drifts) {
          const { drift: kind, ...found } = drift;
          await insertRow(tx, 'drifts', { statementId, articleId, snapshot, drift: kind, found });
        }
      }
      if (
        kind === 'statement' &&
        before !== null &&
        after !== null &&
        isAnother(before as StatementRow, after as StatementRow)
      )
        await forgetDrifts(tx, (before as StatementRow).id);
    }
  },
};

/** What became of a quote that is another by now, or stands elsewhere, is no news of this one. */
function isAnother(before: StatementRow, after: StatementRow): boolean {
  return (
    before.articleId !== after.articleId ||
    before.quote !== after.quote ||
    before.redactedAt !== after.redactedAt ||
    JSON.stringify(before.anchor.hints) !== JSON.stringify(after.anchor.hints)
  );
}

async function forgetDrifts(tx: Tx, statementId: string): Promise<void> {
  await tx.query(
    'forget drifts',
    ({ db, t, param }) => db.delete(t.drifts).where(eq(t.drifts.statementId, param('id'))),
    { id: statementId },
  );
}
