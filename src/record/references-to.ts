import { getTableName, is, sql } from 'drizzle-orm';
import { getTableConfig as postgresConfig } from 'drizzle-orm/pg-core';
import { type SQLiteColumn, SQLiteTable, getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core';
import { Failure } from '../kernel/failure.ts';
import type { Tables, Tx } from '../platform/engine/tables.ts';
import { KINDS, type RecordKind } from './kinds.ts';

/** A reference that keeps a row from being deleted, and what the caller knows its owner as. */
type Usage = { table: keyof Tables; column: SQLiteColumn; owner: string };

const known = new WeakMap<Tables, Map<string, Usage[]>>();

/** Fails with `in-use`, and counts what refers to the entity, while anything does; `why` says what is not done therefore. */
export async function refuseWhileReferredTo(
  tx: Tx,
  kind: RecordKind,
  id: string,
  why = 'nothing that others refer to is deleted',
): Promise<void> {
  const references: Record<string, number> = {};
  for (const { table, column, owner } of usagesOf(tx.t, getTableName(tx.t[KINDS[kind].table]))) {
    const rows = await tx.query(
      `usage ${String(table)}.${column.name}`,
      ({ db, t, param }) =>
        db
          .select({ n: sql<number>`count(*)`.mapWith(Number) })
          .from(t[table] as SQLiteTable)
          .where(sql`${column} = ${param('id')}`),
      { id },
    );
    const n = rows[0]?.n ?? 0;
    if (n > 0) references[owner] = (references[owner] ?? 0) + n;
  }
  const told = Object.entries(references).map(([owner, n]) => `${n} ${wordsOf(n === 1 ? owner.slice(0, -1) : owner)}`);
  if (told.length === 0) return;
  const verb = told.length === 1 && told[0]?.startsWith('1 ') ? 'refers' : 'refer';
  throw new Failure('in-use', `${told.join(' and ')} ${verb} to this ${kind}; ${why}.`, {
    help: { references },
  });
}

/** Every foreign key to the table that does not go with it. */
function usagesOf(t: Tables, target: string): Usage[] {
  let usages = known.get(t);
  if (!usages) {
    const tables = Object.entries(t) as [keyof Tables, SQLiteTable][];
    const names = new Map(tables.map(([name, table]) => [getTableName(table), name]));
    const keys = tables.flatMap(([table, of]) => foreignKeysOf(of).map((key) => keyIn(table, key)));
    // What goes with an entity is a part of it.
    const ownerOf = (part: keyof Tables) => keys.find(({ table, isPart }) => table === part && isPart)?.to;
    const others = keys.filter(({ isPart }) => !isPart);
    usages = Map.groupBy(
      others.map((key) => ({ ...key, owner: names.get(ownerOf(key.table) ?? '') ?? key.table })),
      ({ to }) => to,
    );
    known.set(t, usages);
  }
  return usages.get(target) ?? [];
}

type ForeignKey = ReturnType<typeof foreignKeysOf>[number];

function keyIn(table: keyof Tables, key: ForeignKey) {
  const { columns, foreignTable } = key.reference();
  return {
    table,
    column: columns[0] as SQLiteColumn,
    to: getTableName(foreignTable),
    isPart: key.onDelete === 'cascade',
  };
}

function foreignKeysOf(table: SQLiteTable) {
  if (is(table, SQLiteTable)) return sqliteConfig(table).foreignKeys;
  return postgresConfig(table).foreignKeys;
}

/** `claimRelations` as people write it. */
function wordsOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
