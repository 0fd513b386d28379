import { eq } from 'drizzle-orm';
import type { By } from '../history/change.ts';
import { type Expected, reviseEntity, rowToRevise } from '../history/record.ts';
import { idInPath } from '../references.ts';
import type { Tx } from '../tables.ts';
import { refuseWithdrawn } from './store.ts';

/** Takes a statement out of the record at once, with the reason that the request's comment gives; history keeps it. */
export async function withdrawStatement(tx: Tx, reference: string, expected: Expected, by: By): Promise<void> {
  const row = await rowToRevise(tx, 'statement', await idInPath(tx, 'statement', reference), expected);
  refuseWithdrawn(row);
  const withdrawn = { status: 'withdrawn' as const, withdrawnAt: tx.now, withdrawnReason: by.comment };
  await reviseEntity(tx, 'statement', row, withdrawn, by, 'withdraw');
  await tx.query(
    'withdraw stances',
    ({ db, t, param }) =>
      db
        .update(t.stances)
        .set({ status: 'withdrawn' })
        .where(eq(t.stances.statementId, param('id'))),
    { id: row.id },
  );
}
