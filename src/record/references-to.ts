import { getTableName, is, sql } from 'drizzle-orm';
import { getTableConfig as postgresConfig } from 'drizzle-orm/pg-core';
import { type SQLiteColumn, SQLiteTable, getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core';
import { Failure } from '../kernel/failure.ts';
import type { Tables, Tx } from '../platform/engine/tables.ts';
import { type Referable, tableNameOf } from './references.ts';

/** A reference that keeps a row from being deleted, and what the caller knows its owner as. */
type Usage = { table: keyof Tables; column: SQLiteColumn; owner: string };

/** Tables that hold a part of an entity, and the entity. */
const OWNERS: Record<string, string> = { disputeSides: 'disputes', speakerSides: 'speakers', stances: 'statements' };

const known = new WeakMap<Tables, Map<string, Usage[]>>();

/** Fails with `in-use`, and counts what refers to the entity, while anything does. */
export async function refuseWhileReferredTo(tx: Tx, kind: Referable, id: string): Promise<void> {
  const references: Record<string, number> = {};
  for (const { table, column, owner } of usagesOf(tx.t, getTableName(tx.t[tableNameOf(kind)]))) {
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
  throw new Failure(
    'in-use',
    `${told.join(' and ')} ${verb} to this ${kind}; nothing that others refer to is deleted.`,
    {
      help: { references },
    },
  );
}

/** Every foreign key to the table that does not go with it. */
function usagesOf(t: Tables, target: string): Usage[] {
  let usages = known.get(t);
  if (!usages) {
    usages = new Map();
    for (const [name, table] of Object.entries(t) as [keyof Tables, SQLiteTable][]) {
      for (const key of foreignKeysOf(table)) {
        const { columns, foreignTable } = key.reference();
        const to = getTableName(foreignTable);
        if (key.onDelete === 'cascade') continue;
        usages.set(to, [
          ...(usages.get(to) ?? []),
          { table: name, column: columns[0] as SQLiteColumn, owner: OWNERS[name] ?? name },
        ]);
      }
    }
    known.set(t, usages);
  }
  return usages.get(target) ?? [];
}

function foreignKeysOf(table: SQLiteTable) {
  if (is(table, SQLiteTable)) return sqliteConfig(table).foreignKeys;
  return postgresConfig(table as never).foreignKeys as never as ReturnType<typeof sqliteConfig>['foreignKeys'];
}

/** `claimRelations` as people write it. */
function wordsOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
