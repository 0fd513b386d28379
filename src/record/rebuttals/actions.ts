import { and, eq } from 'drizzle-orm';
import type { Author } from '../../history/change.ts';
import {
  createEntity,
  deleteEntity,
  type Expected,
  isHidden,
  type RowOf,
  reviseEntity,
  rowToRevise,
} from '../../history/record.ts';
import { Failure } from '../../kernel/failure.ts';
import { mergedAndChecked } from '../../kernel/merge.ts';
import { rowToRefer } from '../../platform/engine/rows.ts';
import type { Tx } from '../../platform/engine/tables.ts';
import { idInPath } from '../references.ts';
import { hiddenWith } from '../statements/actions.ts';
import { refusal, statementReferred } from '../statements/placing.ts';
import { refuseWithdrawn } from '../statements/store.ts';
import { NewRebuttal } from './rebuttal.ts';

/** Gives the id. Fails with `unknown-reference`, `wrong-dispute`, `unprocessable` (of itself) and `conflict` (twice). */
export async function recordRebuttal(tx: Tx, body: NewRebuttal, by: Author): Promise<string> {
  const { columns, telling } = await columnsFor(tx, body);
  await refuseTwice(tx, columns, null);
  return (await createEntity(tx, 'rebuttal', columns, by, telling)).id;
}

export async function reviseRebuttal(
  tx: Tx,
  reference: string,
  expected: Expected,
  patch: unknown,
  by: Author,
): Promise<string> {
  const row = await rowToRevise(tx, 'rebuttal', await idInPath(tx, 'rebuttal', reference), expected);
  await refuseWhileWithdrawn(tx, row);
  const current = { statement: row.statementId, rebuts: row.rebutsId, kind: row.kind, note: row.note };
  const body = mergedAndChecked(NewRebuttal, current, patch);
  const before = await hiddenNow(tx, row);
  const { columns, telling } = await columnsFor(tx, body);
  await refuseTwice(tx, columns, row.id);
  const hidden = { before, after: telling.hidden?.after === true };
  if (!before && hidden.after) throw refuseToNameDraft(row, columns);
  await reviseEntity(tx, 'rebuttal', row, columns, by, { hidden });
  return row.id;
}

/** Fails with `withdrawn` where a statement at one of its ends was. */
async function refuseWhileWithdrawn(tx: Tx, { statementId, rebutsId }: Ends): Promise<void> {
  for (const id of [statementId, rebutsId]) {
    const statement = await rowToRefer(tx, 'statements', id);
    if (statement) refuseWithdrawn(statement);
  }
}

/** What everyone knows of does not lead to a draft from now on: its line of history, which everyone reads, would name it. */
function refuseToNameDraft(before: Ends, after: Ends): Failure {
  const pointer = after.statementId === before.statementId ? '/rebuts' : '/statement';
  return refusal('unprocessable', pointer, 'this statement is not published yet');
}

export async function removeRebuttal(tx: Tx, reference: string, expected: Expected, by: Author): Promise<void> {
  const row = await rowToRevise(tx, 'rebuttal', await idInPath(tx, 'rebuttal', reference), expected);
  const before = await hiddenNow(tx, row);
  await deleteEntity(tx, 'rebuttal', row, by, { hidden: { before, after: before } });
}

type Ends = Pick<RowOf<'rebuttal'>, 'statementId' | 'rebutsId'>;

async function hiddenNow(tx: Tx, { statementId, rebutsId }: Ends): Promise<boolean> {
  const ends = [await rowToRefer(tx, 'statements', statementId), await rowToRefer(tx, 'statements', rebutsId)];
  return ends.some(isHidden);
}

async function columnsFor(tx: Tx, body: NewRebuttal) {
  const statement = await statementReferred(tx, body.statement, '/statement');
  const rebuts = await statementReferred(tx, body.rebuts, '/rebuts');
  if (statement.id === rebuts.id) throw refusal('unprocessable', '/rebuts', 'a statement does not rebut itself');
  if (statement.disputeId !== rebuts.disputeId)
    throw refusal('wrong-dispute', '/rebuts', 'the two statements belong to different disputes');
  const columns = { statementId: statement.id, rebutsId: rebuts.id, kind: body.kind, note: body.note };
  return { columns, telling: hiddenWith(statement, rebuts) };
}

async function refuseTwice(tx: Tx, { statementId, rebutsId }: Ends, self: string | null): Promise<void> {
  const rows = await tx.query(
    'rebuttal between',
    ({ db, t, param }) =>
      db
        .select({ id: t.rebuttals.id })
        .from(t.rebuttals)
        .where(and(eq(t.rebuttals.statementId, param('statement')), eq(t.rebuttals.rebutsId, param('rebuts')))),
    { statement: statementId, rebuts: rebutsId },
  );
  const existing = rows[0]?.id;
  if (existing !== undefined && existing !== self) {
    throw new Failure('conflict', `This statement rebuts that one already, as ${existing} says.`, {
      help: { existing },
    });
  }
}
