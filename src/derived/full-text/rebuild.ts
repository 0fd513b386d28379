import { sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { CHAIN } from '../../history/store.ts';
import { advisoryLock } from '../../platform/engine/advisory-lock.ts';
import { remembering } from '../../platform/engine/remembering.ts';
import type { Handle, ReadWrite, Tx } from '../../platform/engine/tables.ts';
import { KINDS } from '../../record/kinds.ts';
import type { NewEntry } from './entries.ts';
import { replaceEntries } from './entry-store.ts';
import { entriesOf, SEARCHED, type Searched } from './follow.ts';

const BATCH = 100;

/** How many entities were read, of all kinds. */
export type Rebuilt = { entities: number };

/**
 * Makes the index of full-text search anew from the record, in batches, while the service may go on: the
 * engine's own index is built from the entries, those that differ are replaced, and those of nothing that is there go.
 */
export async function rebuildSearch(
  engine: ReadWrite,
  told: (entities: number, of: number) => void = () => {},
): Promise<Rebuilt> {
  // First, so that the triggers of what follows find an index that is whole.
  await engine.write((tx) => tx.rebuildFullText());
  const of = await countSearched(engine.read);
  let entities = 0;
  for (const kind of SEARCHED) {
    for (let last: string | null = ''; last !== null; ) {
      const after: string = last;
      const ids = await engine.write((tx) => rebuildBatch(tx, kind, after));
      entities += ids.length;
      told(entities, Math.max(of, entities));
      last = ids.length < BATCH ? null : (ids.at(-1) as string);
    }
  }
  await engine.write(async (tx) => {
    await advisoryLock(tx, CHAIN);
    await forgetOrphans(tx);
  });
  return { entities };
}

async function countSearched(from: Handle): Promise<number> {
  let count = 0;
  for (const kind of SEARCHED) {
    const rows = await from.query(`number of ${kind}s to search`, ({ db, t }) =>
      db.select({ n: sql`count(*)`.mapWith(Number) }).from(t[KINDS[kind].table]),
    );
    count += rows[0]?.n ?? 0;
  }
  return count;
}

async function rebuildBatch(tx: Tx, kind: Searched, after: string): Promise<string[]> {
  await advisoryLock(tx, CHAIN);
  const rows = await rowsAfter(tx, kind, after);
  const from = remembering(tx);
  const wanted = new Map<string, NewEntry[]>();
  for (const row of rows) wanted.set(row.id, await entriesOf(from, kind, row));
  await replaceEntries(tx, kind, wanted);
  return rows.map(({ id }) => id);
}

async function rowsAfter(from: Handle, kind: Searched, after: string): Promise<{ id: string }[]> {
  const rows = await from.query(
    `${kind}s to search`,
    ({ db, t, param, bound }) => {
      const table: SQLiteTable & { id: SQLiteColumn } = t[KINDS[kind].table];
      return db
        .select()
        .from(table)
        .where(sql`${table.id} > ${param('after')}`)
        .orderBy(table.id)
        .limit(bound('limit'));
    },
    { after, limit: BATCH },
  );
  return rows as { id: string }[];
}

/** Entries of what is no longer in the record. */
async function forgetOrphans(tx: Tx): Promise<void> {
  for (const kind of SEARCHED) {
    await tx.query(
      `forget search entries without ${kind}`,
      ({ db, t, param }) => {
        const table: SQLiteTable & { id: SQLiteColumn } = t[KINDS[kind].table];
        const there = db.select({ id: table.id }).from(table);
        const { kind: column, entityId } = t.searchEntries;
        return db.delete(t.searchEntries).where(sql`${column} = ${param('kind')} and ${entityId} not in ${there}`);
      },
      { kind },
    );
  }
}
