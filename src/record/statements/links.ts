import { and, eq, ne, or } from 'drizzle-orm';
import type { Author } from '../../history/change.ts';
import { deleteEntity, isHidden, publishEntity, reviseEntity } from '../../history/record.ts';
import { rowsToWrite, rowToRefer } from '../../platform/engine/rows.ts';
import type { Handle, Tables, Tx } from '../../platform/engine/tables.ts';
import { hiddenWith, linkRebuttal } from './actions.ts';
import type { Rebuts, StatementRow } from './placing.ts';

type RebuttalRow = Tables['rebuttals']['$inferSelect'];

/** Adds, changes and removes rebuttals until they are those given; each of them is an entity with a history of its own. */
export async function relinkRebuttals(
  tx: Tx,
  statement: StatementRow,
  rebuts: readonly Rebuts[],
  by: Author,
): Promise<void> {
  const links = await linksToWrite(tx, await rebutsOf(tx, statement.id));
  for (const link of links) {
    const kept = rebuts.find((one) => one.statement.id === link.rebutsId);
    const answered = kept?.statement ?? (await rowToRefer(tx, 'statements', link.rebutsId));
    const telling = answered ? hiddenWith(statement, answered) : {};
    if (kept) await reviseEntity(tx, 'rebuttal', link, { kind: kept.kind, note: kept.note }, by, telling);
    else await deleteEntity(tx, 'rebuttal', link, by, telling);
  }
  const added = rebuts.filter((one) => !links.some(({ rebutsId }) => rebutsId === one.statement.id));
  for (const rebuttal of added) await linkRebuttal(tx, statement, rebuttal, by);
}

/** What was written between this and other statements while it was a draft is told to everyone with it. */
export async function publishLinks(tx: Tx, statementId: string, by: Author): Promise<void> {
  const found = await tx.query(
    'rebuttals at either end of a statement',
    ({ db, t, param }) =>
      db
        .select({ id: t.rebuttals.id })
        .from(t.rebuttals)
        .where(or(eq(t.rebuttals.statementId, param('id')), eq(t.rebuttals.rebutsId, param('id')))),
    { id: statementId },
  );
  for (const link of await linksToWrite(tx, found)) {
    const otherId = link.statementId === statementId ? link.rebutsId : link.statementId;
    // Of two that are published at once, one waits for the other here.
    const other = await rowToRefer(tx, 'statements', otherId);
    if (other && !isHidden(other)) await publishEntity(tx, 'rebuttal', link, by);
  }
}

function linksToWrite(tx: Tx, links: readonly { id: string }[]): Promise<RebuttalRow[]> {
  return rowsToWrite(
    tx,
    'rebuttals',
    links.map(({ id }) => id),
  );
}

/** Those whose answered statement was not withdrawn; the others stay as they are. */
export async function rebutsOf(from: Handle, statementId: string): Promise<RebuttalRow[]> {
  const rows = await from.query(
    'all that a statement rebuts',
    ({ db, t, param }) =>
      db
        .select({ link: t.rebuttals })
        .from(t.rebuttals)
        .innerJoin(t.statements, and(eq(t.statements.id, t.rebuttals.rebutsId), ne(t.statements.status, 'withdrawn')))
        .where(eq(t.rebuttals.statementId, param('id')))
        .orderBy(t.rebuttals.id),
    { id: statementId },
  );
  return rows.map(({ link }) => link);
}
