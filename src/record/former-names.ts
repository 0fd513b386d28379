import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { insertRow } from '../platform/engine/rows.ts';
import type { Follower, Handle, Tables, Tx } from '../platform/engine/tables.ts';
import type { Written } from '../platform/engine/written.ts';
import { KINDS, type RecordKind } from './kinds.ts';

/**
 * Keeps the slugs and URLs that entities once had, from whatever is written to the record: each leads to its entity for
 * good, and no other of its kind gets it; its owner may have it back. The slug of what is deleted is kept from others,
 * too. The URL of an article that is deleted is not: what is recorded under it anew is the same article.
 */
export const formerNames: Follower = {
  name: 'former names',
  async follow(tx, written) {
    for (const one of written) await follow(tx, one);
  },
};

async function follow(tx: Tx, { kind, before, after }: Written): Promise<void> {
  const column = kind in KINDS ? KINDS[kind as RecordKind].namedBy : null;
  if (column === null || before === null) return;
  const [was, is] = [before, after].map(
    (row) => (row as Record<string, unknown> | null)?.[column] as string | undefined,
  );
  if (was === undefined || was === is || (after === null && column === 'url')) return;
  if (is !== undefined) await forget(tx, kind, is);
  await forget(tx, kind, was);
  await insertRow(tx, 'formerNames', { kind, name: was, entityId: (before as { id: string }).id });
}

async function forget(tx: Tx, kind: string, name: string): Promise<void> {
  await tx.query(
    'forget former name',
    ({ db, t, param }) =>
      db.delete(t.formerNames).where(and(eq(t.formerNames.kind, param('kind')), eq(t.formerNames.name, param('name')))),
    { kind, name },
  );
}

/** The id of the entity that once had the name, also of one that was deleted since; null when none had it. */
export async function formerOwner(from: Handle, kind: RecordKind, name: string): Promise<string | null> {
  const rows = await from.lookUp(
    'former name',
    ({ db, t, param }) =>
      db
        .select({ id: t.formerNames.entityId })
        .from(t.formerNames)
        .where(and(eq(t.formerNames.kind, param('kind')), eq(t.formerNames.name, param('name')))),
    { kind, name },
  );
  return rows[0]?.id ?? null;
}

/** What an entity is called now: its slug, else its id; null when it was deleted. */
export async function presentName(from: Handle, kind: RecordKind, id: string): Promise<string | null> {
  const { table, namedBy } = KINDS[kind];
  const rows = await from.query(
    `present name of ${kind}`,
    ({ db, t, param }) => {
      const named: SQLiteTable = t[table];
      const { id: ids, slug } = getTableColumns(named);
      const name = (namedBy === 'slug' ? slug : ids) as SQLiteColumn;
      return db
        .select({ name: sql`${name}`.mapWith(name as Tables['sides']['slug']) })
        .from(named)
        .where(eq(ids as SQLiteColumn, param('id')));
    },
    { id },
  );
  return rows[0]?.name ?? null;
}
