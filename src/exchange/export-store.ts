import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { linesAfter } from '../history/feed.ts';
import { digestOfLine } from '../history/whole-lines.ts';
import type { Handle, Tables } from '../platform/engine/tables.ts';
import { importedIdOf } from './table.ts';
import { endOf, HEAD, WHOLE, type WholeTable } from './whole.ts';

const ROWS_AT_ONCE = 200;
/** Texts of up to 1 MiB, which a worker has to have room for. */
const TEXTS_AT_ONCE = 8;
type Row = Record<string, unknown>;

/** Every row of the record, in a total order; nothing is awaited but the handle. */
export async function* everything(from: Handle): AsyncGenerator<Row> {
  yield HEAD;
  let rows = 0;
  for (const whole of WHOLE) {
    for await (const row of rowsOf(from, whole)) {
      const externalId = whole.type === 'statement' ? await externalIdOf(from, String(row.id)) : null;
      yield { type: whole.type, ...row, ...(externalId !== null && { externalId }) };
      rows += 1;
    }
  }
  yield endOf(rows);
}

async function* rowsOf(from: Handle, { table, key }: WholeTable): AsyncGenerator<Row> {
  for (let after: Row | null = null; ; ) {
    const limit = table === 'snapshots' ? TEXTS_AT_ONCE : ROWS_AT_ONCE;
    const rows: Row[] =
      table === 'changes' ? await linesFor(from, after, limit) : await pageOf(from, { table, key }, after, limit);
    yield* table === 'importedIds' ? rows.map(withImportedId) : rows;
    if (rows.length < limit) return;
    after = rows.at(-1) as Row;
  }
}

/** Lines of history tell their digests, and not how they are stored. */
async function linesFor(from: Handle, after: Row | null, limit: number): Promise<Row[]> {
  const lines = await linesAfter(from, Number(after?.seq ?? 0), limit);
  return lines.map((line) => ({ ...line, digest: digestOfLine(line) }));
}

function withImportedId(row: Row): Row {
  return { ...row, entityId: importedIdOf(row as Tables['importedIds']['$inferSelect']) };
}

function pageOf(
  from: Handle,
  { table, key }: Pick<WholeTable, 'table' | 'key'>,
  after: Row | null,
  limit: number,
): Promise<Row[]> {
  return from.query(
    `everything of ${table}${after ? ' after' : ''}`,
    ({ db, t, param, bound }): PromiseLike<Row[]> => {
      const of: SQLiteTable = t[table];
      const columns: Record<string, SQLiteColumn> = getTableColumns(of);
      const keys = key.map((name) => columns[name] as SQLiteColumn);
      const list = (parts: readonly (SQLiteColumn | SQL)[]) => sql`(${sql.join([...parts], sql`, `)})`;
      return db
        .select()
        .from(of)
        .where(after ? sql`${list(keys)} > ${list(key.map((name) => param(name)))}` : undefined)
        .orderBy(...keys)
        .limit(bound('limit'));
    },
    { limit, ...(after && Object.fromEntries(key.map((name) => [name, after[name]]))) },
  );
}

async function externalIdOf(from: Handle, entityId: string): Promise<string | null> {
  const rows = await from.query(
    'external id of an entity',
    ({ db, t, param, bound }) =>
      db
        .select({ externalId: t.importedIds.externalId })
        .from(t.importedIds)
        .where(and(eq(t.importedIds.entityId, param('entity')), eq(t.importedIds.kind, 'statement')))
        .orderBy(t.importedIds.externalId)
        .limit(bound('one')),
    { entity: entityId, one: 1 },
  );
  return rows[0]?.externalId ?? null;
}
