import { and, eq, sql } from 'drizzle-orm';
import type { Author } from '../../history/change.ts';
import {
  createEntity,
  deleteEntity,
  type Expected,
  type RowOf,
  reviseEntity,
  rowToRevise,
} from '../../history/record.ts';
import { Failure } from '../../kernel/failure.ts';
import { mergedAndChecked } from '../../kernel/merge.ts';
import { insertRow } from '../../platform/engine/rows.ts';
import type { Tx } from '../../platform/engine/tables.ts';
import { idInPath, idReferred } from '../references.ts';
import { refuseWhileReferredTo } from '../references-to.ts';
import { slugFor } from '../slugs.ts';
import { NewDispute, type SideInDispute } from './dispute.ts';
import { NewQuestion } from './question.ts';

/** Gives the id. Fails with `unknown-reference` and `conflict`. */
export async function recordDispute(tx: Tx, body: NewDispute, by: Author): Promise<string> {
  const taking = await sidesReferred(tx, body.sides);
  const { id } = await createEntity(tx, 'dispute', await columnsFor(tx, body, taking, null), by);
  await writeSides(tx, id, taking);
  return id;
}

/** A side that made statements in the dispute cannot leave it: fails with `in-use`. */
export async function reviseDispute(
  tx: Tx,
  reference: string,
  expected: Expected,
  patch: unknown,
  by: Author,
): Promise<string> {
  const row = await rowToRevise(tx, 'dispute', await idInPath(tx, 'dispute', reference), expected);
  const current = { title: row.title, slug: row.slug, summary: row.summary, sides: row.sides };
  const body = mergedAndChecked(NewDispute, current, patch);
  const taking = await sidesReferred(tx, body.sides);
  for (const { side } of row.sides)
    if (!taking.some((stays) => stays.side === side)) await refuseWhileSpeaking(tx, row.id, side);
  await reviseEntity(tx, 'dispute', row, await columnsFor(tx, body, taking, row), by);
  await writeSides(tx, row.id, taking);
  return row.id;
}

/** Fails with `in-use` while a question or a statement belongs to it. */
export async function removeDispute(tx: Tx, reference: string, expected: Expected, by: Author): Promise<void> {
  const row = await rowToRevise(tx, 'dispute', await idInPath(tx, 'dispute', reference), expected);
  await refuseWhileReferredTo(tx, 'dispute', row.id);
  await deleteEntity(tx, 'dispute', row, by);
}

async function columnsFor(
  tx: Tx,
  { title, slug, summary }: NewDispute,
  sides: SideInDispute[],
  before: RowOf<'dispute'> | null,
) {
  return { slug: await slugFor(tx, 'dispute', before, slug, title), title, summary, sides };
}

async function sidesReferred(tx: Tx, sides: NewDispute['sides']): Promise<SideInDispute[]> {
  const taking: SideInDispute[] = [];
  for (const [at, { side, role }] of sides.entries()) {
    const pointer = `/sides/${at}/side`;
    const id = await idReferred(tx, 'side', side, pointer);
    if (taking.some((earlier) => earlier.side === id)) {
      throw new Failure('unprocessable', `${pointer}: this side is named twice.`, {
        faults: [{ pointer, detail: 'is named twice' }],
      });
    }
    taking.push({ side: id, role });
  }
  return taking;
}

async function refuseWhileSpeaking(tx: Tx, disputeId: string, sideId: string): Promise<void> {
  const rows = await tx.query(
    'statements of a side in a dispute',
    ({ db, t, param }) =>
      db
        .select({ n: sql<number>`count(*)`.mapWith(Number) })
        .from(t.statements)
        .where(and(eq(t.statements.sideId, param('side')), eq(t.statements.disputeId, param('dispute')))),
    { side: sideId, dispute: disputeId },
  );
  const statements = rows[0]?.n ?? 0;
  if (statements === 0) return;
  throw new Failure('in-use', `Statements of the side ${sideId} belong to this dispute; it cannot leave.`, {
    faults: [{ pointer: '/sides', detail: `lacks the side ${sideId}, whose statements belong to this dispute` }],
    help: { references: { statements } },
  });
}

async function writeSides(tx: Tx, disputeId: string, sides: SideInDispute[]): Promise<void> {
  await tx.query(
    'forget sides of dispute',
    ({ db, t, param }) => db.delete(t.disputeSides).where(eq(t.disputeSides.disputeId, param('id'))),
    {
      id: disputeId,
    },
  );
  for (const { side, role } of sides) await insertRow(tx, 'disputeSides', { disputeId, sideId: side, role });
}

export async function recordQuestion(tx: Tx, body: NewQuestion, by: Author): Promise<string> {
  const disputeId = await idReferred(tx, 'dispute', body.dispute, '/dispute');
  return (await createEntity(tx, 'question', await questionColumns(tx, body, disputeId, null), by)).id;
}

async function questionColumns(
  tx: Tx,
  { text, slug }: NewQuestion,
  disputeId: string,
  before: RowOf<'question'> | null,
) {
  return { slug: await slugFor(tx, 'question', before, slug, text), disputeId, text };
}

/** A question with claims stays in its dispute: fails with `in-use`. */
export async function reviseQuestion(
  tx: Tx,
  reference: string,
  expected: Expected,
  patch: unknown,
  by: Author,
): Promise<string> {
  const row = await rowToRevise(tx, 'question', await idInPath(tx, 'question', reference), expected);
  const current = { dispute: row.disputeId, text: row.text, slug: row.slug };
  const body = mergedAndChecked(NewQuestion, current, patch);
  const disputeId = await idReferred(tx, 'dispute', body.dispute, '/dispute');
  if (disputeId !== row.disputeId) await refuseWhileReferredTo(tx, 'question', row.id);
  await reviseEntity(tx, 'question', row, await questionColumns(tx, body, disputeId, row), by);
  return row.id;
}

/** Fails with `in-use` while a claim answers it. */
export async function removeQuestion(tx: Tx, reference: string, expected: Expected, by: Author): Promise<void> {
  const row = await rowToRevise(tx, 'question', await idInPath(tx, 'question', reference), expected);
  await refuseWhileReferredTo(tx, 'question', row.id);
  await deleteEntity(tx, 'question', row, by);
}
