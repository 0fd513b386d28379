import { eq, gt, sql } from 'drizzle-orm';
import { rowsToWrite } from '../../platform/engine/rows.ts';
import type { Handle, Tables, Tx } from '../../platform/engine/tables.ts';
import { KINDS } from '../../record/kinds.ts';

type Recheck = Tables['rechecks']['$inferSelect'];
export type RecheckKind = Recheck['kind'];

/** What is to be looked through, and up to where that is done. */
export function recheckAsked(from: Handle): Promise<Recheck[]> {
  return from.query('what is to be looked through', ({ db, t }) =>
    db.select().from(t.rechecks).orderBy(t.rechecks.kind),
  );
}

export async function idsAfter(from: Handle, kind: RecheckKind, after: string, limit: number): Promise<string[]> {
  const rows = await from.query(
    `ids of ${KINDS[kind].table} to look through`,
    ({ db, t, param, bound }) => {
      const { id } = t[KINDS[kind].table];
      return db
        .select({ id })
        .from(t[KINDS[kind].table])
        .where(gt(id, param('after')))
        .orderBy(id)
        .limit(bound('limit'));
    },
    { after, limit },
  );
  return rows.map(({ id }) => id);
}

/** The rows, kept from other writers until this transaction ends. */
export function rowsOf(
  tx: Tx,
  kind: Exclude<RecheckKind, 'article'>,
  ids: readonly string[],
): Promise<{ id: string }[]> {
  return rowsToWrite(tx, KINDS[kind].table, ids);
}

export async function recheckedUpTo(tx: Tx, kind: RecheckKind, after: string): Promise<void> {
  await tx.query(
    'looked through up to',
    ({ db, t, param }) =>
      db
        .update(t.rechecks)
        .set({ after: sql`${sql.placeholder('last')}` })
        .where(eq(t.rechecks.kind, param('kind'))),
    { kind, last: after },
  );
}

export async function recheckDone(tx: Tx, kind: RecheckKind): Promise<void> {
  await tx.query(
    'looked through',
    ({ db, t, param }) => db.delete(t.rechecks).where(eq(t.rechecks.kind, param('kind'))),
    { kind },
  );
}
