import { and, eq } from 'drizzle-orm';
import { startOf } from '../../kernel/time.ts';
import { insertRow } from '../../platform/engine/rows.ts';
import type { Follower, Tables, Tx } from '../../platform/engine/tables.ts';
import { stepping } from '../../platform/loop-turns.ts';
import type { Drift } from '../../text/quotes/quote.ts';

type StatementRow = Tables['statements']['$inferSelect'];

/**
 * Keeps what became of quotes in later texts of their articles. The rows belong to statements that the transaction has
 * locked, so it needs no turn among writers.
 */
export const drift: Follower = {
  name: 'drift of quotes',
  async follow(tx, written) {
    for (const { kind, before, after, drifts = [], isNewest = false, rechecked = [] } of written) {
      if (kind === 'snapshot') {
        const { article: articleId, number: snapshot, retrievedAt } = after as SnapshotTold;
        if (isNewest) await makeOlder(tx, articleId);
        const atSort = startOf(retrievedAt) ?? '';
        const pause = stepping();
        for (const { statement: statementId, drift, isEarlier } of drifts) {
          await pause();
          await insertRow(
            tx,
            'drifts',
            driftRow({ statementId, articleId, snapshot, atSort, isEarlier, isNewest }, drift),
          );
        }
      }
      for (const { statement, drifts } of rechecked) {
        await forgetDrifts(tx, statement);
        const { article } = after as { article: string };
        for (const { at, drift, ...told } of drifts) {
          const of = { statementId: statement, articleId: article, atSort: startOf(at) ?? '', ...told };
          await insertRow(tx, 'drifts', driftRow(of, drift));
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

type SnapshotTold = { article: string; number: number; retrievedAt: string };
type DriftRow = Tables['drifts']['$inferInsert'];

/** What is kept of a drift. */
function driftRow(
  of: Pick<DriftRow, 'statementId' | 'articleId' | 'snapshot' | 'atSort' | 'isEarlier' | 'isNewest'>,
  { drift, ...found }: Drift,
): DriftRow {
  return { ...of, drift, found, difference: found.difference ?? null };
}

/** What was the newest text of an article until now is an older one. */
async function makeOlder(tx: Tx, articleId: string): Promise<void> {
  await tx.query(
    'drifts in what was the newest text',
    ({ db, t, param }) =>
      db
        .update(t.drifts)
        .set({ isNewest: false })
        .where(and(eq(t.drifts.articleId, param('article')), eq(t.drifts.isNewest, true))),
    { article: articleId },
  );
}

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
