import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Build } from '../../src/platform/engine/engine.ts';
import type { Handle, Tables } from '../../src/platform/engine/tables.ts';
import { ENGINES, freshEngine } from '../support/database.ts';
import { shared } from '../support/lifetime.ts';

type Query = (build: Pick<Build<Tables>, 'db' | 't'>) => PromiseLike<unknown[]>;

/** Queries with everything that a row can be made of. */
const QUERIES: [string, Query][] = [
  ['a whole table with JSON and nulls', ({ db, t }) => db.select().from(t.statements)],
  ['whole numbers and flags', ({ db, t }) => db.select().from(t.imports)],
  [
    'whole numbers beyond the exact ones',
    ({ db, t }) => db.select({ place: t.searchEntries.place }).from(t.searchEntries),
  ],
  [
    'tables in tables, one of which not every row has',
    ({ db, t }) =>
      db
        .select({ rebuttal: t.rebuttals, statement: { id: t.statements.id, stances: t.statements.stances } })
        .from(t.statements)
        .leftJoin(t.rebuttals, eq(t.rebuttals.statementId, t.statements.id)),
  ],
  [
    'an object of two outer tables, which is never null',
    ({ db, t }) =>
      db
        .select({ both: { kind: t.rebuttals.kind, article: t.corrections.kind }, id: t.statements.id })
        .from(t.statements)
        .leftJoin(t.rebuttals, eq(t.rebuttals.statementId, t.statements.id))
        .leftJoin(t.corrections, eq(t.corrections.statementId, t.statements.id)),
  ],
  [
    'an object that begins with what may be null in a row that is there',
    ({ db, t }) =>
      db
        .select({ rebuttal: { note: t.rebuttals.note, id: t.rebuttals.id }, statement: { cue: t.statements.cue } })
        .from(t.statements)
        .leftJoin(t.rebuttals, eq(t.rebuttals.statementId, t.statements.id)),
  ],
  [
    'values that are computed, mapped, named and deep',
    ({ db, t }) =>
      db
        .select({
          isLong: sql`${t.statements.quote} > 'm'`.mapWith(Boolean),
          'a "name"\\': sql<string>`upper(${t.statements.quote})`.as('upper'),
          nothing: sql`null`.mapWith(String),
          a: { b: { c: t.statements.id, d: { e: sql<number>`1` } } } as never,
        })
        .from(t.statements),
  ],
  ['no row at all', ({ db, t }) => db.select().from(t.keys).where(sql`1 = 0`)],
];

describe.each(ENGINES)('rows on %s', (kind) => {
  const engine = shared(() => freshEngine(kind, 'demo'));

  test.each(QUERIES)('are the objects that Drizzle makes of them: %s', async (name, query) => {
    const read: Handle = engine().read;
    const rows = await read.query(name, query);
    expect(rows).toEqual(await query(read));
    expect(JSON.stringify(rows, inText)).toBe(JSON.stringify(await query(read), inText));
    if (name !== 'no row at all' && name !== 'whole numbers and flags') expect(rows.length).toBeGreaterThan(5);
  });
});

function inText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}` : value;
}
