import { type Column, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Handle } from '../platform/engine/tables.ts';
import { KINDS, type KindWith, type RowOf } from './kinds.ts';

/** The kinds that others name by what their own row says. */
export type BriefKind = KindWith<'brief'>;
/** How others name an entity: its id, and what its kind's description says. */
export type Brief<Kind extends BriefKind> = { id: string } & Pick<
  RowOf<Kind>,
  (typeof KINDS)[Kind]['brief'][number] & keyof RowOf<Kind>
>;

/** The entities as other answers name them, by id. */
export async function briefsOf<Kind extends BriefKind>(
  from: Handle,
  kind: Kind,
  ids: readonly string[],
): Promise<Map<string, Brief<Kind>>> {
  if (ids.length === 0) return new Map();
  const rows = await from.query(
    `briefs of ${kind}s`,
    ({ db, t, oneOf }) => {
      const table: SQLiteTable = t[KINDS[kind].table];
      const columns = getTableColumns(table);
      const told = ['id', ...KINDS[kind].brief].map((name): [string, SQL] => {
        const column = columns[name] as SQLiteColumn;
        return [name, sql`${column}`.mapWith(column)];
      });
      return db
        .select(Object.fromEntries(told))
        .from(table)
        .where(oneOf(columns.id as Column, 'ids'));
    },
    { ids: [...new Set(ids)] },
  );
  return new Map((rows as Brief<Kind>[]).map((row) => [row.id, row]));
}
