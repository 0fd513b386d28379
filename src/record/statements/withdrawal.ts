import { eq } from 'drizzle-orm';
import type { Author } from '../../history/change.ts';
import { type ChangeVisibility, type Expected, type RowOf, reviseEntity, rowToRevise } from '../../history/record.ts';
import { Failure } from '../../kernel/failure.ts';
import type { Tx } from '../../platform/engine/tables.ts';
import { idInPath } from '../references.ts';
import { refuseDuplicate } from './duplicates.ts';
import type { Status } from './statement.ts';
import { refuseWithdrawn } from './store.ts';

type StatementRow = RowOf<'statement'>;

/** Takes a statement out of the record at once, with the reason that the request's comment gives; history keeps it. */
export async function withdrawStatement(tx: Tx, reference: string, expected: Expected, by: Author): Promise<void> {
  const row = await rowToRevise(tx, 'statement', await idInPath(tx, 'statement', reference), expected);
  refuseWithdrawn(row);
  await withdrawRow(tx, row, { withdrawnReason: by.comment }, by, { action: 'withdraw' });
}

/** Takes it out, if it is not out already, with whatever else changes in it at once. */
export async function withdrawRow(
  tx: Tx,
  row: StatementRow,
  changes: Partial<StatementRow>,
  by: Author,
  telling: ChangeVisibility,
): Promise<StatementRow> {
  const withdrawn = {
    ...changes,
    status: 'withdrawn' as const,
    withdrawnAt: row.withdrawnAt ?? tx.now,
    withdrawnFrom: row.status === 'withdrawn' ? row.withdrawnFrom : row.status,
  };
  await tx.revising('statement', [row.id]);
  const after = await reviseEntity(tx, 'statement', row, withdrawn, by, telling);
  await setStatusOfStances(tx, row.id, 'withdrawn');
  return after;
}

/**
 * Brings a withdrawn statement back as what it was, draft or published, with its stances and links. Fails with
 * `conflict` when it was not withdrawn, with `duplicate` when its words were recorded again since, and with `withdrawn` when its words were removed for good.
 */
export async function restoreStatement(tx: Tx, reference: string, expected: Expected, by: Author): Promise<void> {
  const row = await rowToRevise(tx, 'statement', await idInPath(tx, 'statement', reference), expected);
  if (row.status !== 'withdrawn') throw new Failure('conflict', 'This statement is not withdrawn.');
  if (row.redactedAt !== null) refuseWithdrawn(row);
  const status = row.withdrawnFrom ?? 'published';
  await refuseDuplicate(tx, row, { id: row.id, keepsDrifts: true });
  const restored = { status, withdrawnAt: null, withdrawnReason: null, withdrawnFrom: null };
  await tx.revising('statement', [row.id]);
  await reviseEntity(tx, 'statement', row, restored, by, { action: 'restore' });
  await setStatusOfStances(tx, row.id, status);
}

async function setStatusOfStances(tx: Tx, statementId: string, status: Status): Promise<void> {
  await tx.query(
    `status ${status} of stances`,
    ({ db, t, param }) =>
      db
        .update(t.stances)
        .set({ status })
        .where(eq(t.stances.statementId, param('id'))),
    { id: statementId },
  );
}
