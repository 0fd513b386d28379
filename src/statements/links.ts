import { and, eq, ne } from 'drizzle-orm';
import type { By } from '../history/change.ts';
import { deleteEntity, reviseEntity } from '../history/record.ts';
import type { Handle, Tables, Tx } from '../tables.ts';
import { linkRebuttal } from './actions.ts';
import type { Rebuts } from './placing.ts';

type RebuttalRow = Tables['rebuttals']['$inferSelect'];

/** Adds, changes and removes rebuttals until they are those given; each of them is an entity with a history of its own. */
export async function relinkRebuttals(tx: Tx, statementId: string, rebuts: readonly Rebuts[], by: By): Promise<void> {
  const links = await rebutsOf(tx, statementId);
  for (const link of links) {
    const kept = rebuts.find(({ statement }) => statement.id === link.rebutsId);
    if (kept) await reviseEntity(tx, 'rebuttal', link, { kind: kept.kind, note: kept.note }, by);
    else await deleteEntity(tx, 'rebuttal', link, by);
  }
  const added = rebuts.filter(({ statement }) => !links.some(({ rebutsId }) => rebutsId === statement.id));
  for (const rebuttal of added) await linkRebuttal(tx, statementId, rebuttal, by);
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
