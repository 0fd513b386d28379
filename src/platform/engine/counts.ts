import { and, getTableColumns, gt, lte, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { COUNT_ROWS_MAX, type Page } from '../../kernel/page.ts';
import { allOf, type Condition } from './conditions.ts';
import type { Build, Handle } from './engine.ts';

export type Total = Pick<Page<never>, 'total' | 'totalAtLeast'>;

/** Rows that are counted at once, in a few milliseconds; between two stretches others are answered. */
const STRETCH_ROWS = 5_000;

export type Counted<Tables> = {
  table: keyof Tables & string;
  conditions: readonly Condition<Tables>[];
  /** The column by which the table is gone through: its primary key. */
  key?: string;
  /** Only rows whose key is greater. */
  after?: string | number;
};

export type CountBounds = { rowsMax: number; stretchRows: number };

/**
 * How many rows fulfil the conditions, exactly as long as no more than `rowsMax` rows are read for it: those that an index
 * leaves where one of the conditions has one, else those of the whole table. Beyond it, how many of the first were found.
 */
export async function countRows<Tables extends Record<string, SQLiteTable>>(
  from: Handle<Tables>,
  { table, conditions, key = 'id', after = '' }: Counted<Tables>,
  { rowsMax, stretchRows }: CountBounds = { rowsMax: COUNT_ROWS_MAX, stretchRows: STRETCH_ROWS },
): Promise<Total> {
  const keyOf = ({ t }: Build<Tables>) => getTableColumns(t[table] as SQLiteTable)[key] as SQLiteColumn;
  const among = await fewest(from, table, conditions, rowsMax);
  const whole = allOf(conditions);
  let [total, read, place] = [0, 0, after];
  for (;;) {
    const stretch = Math.min(stretchRows, rowsMax - read);
    const end = await lastOfStretch(from, { table, among, keyOf, place }, Math.max(stretch, 1));
    if (end !== null && stretch === 0) return { total: null, totalAtLeast: total };
    total += await countBetween(from, { table, whole, keyOf, place, end });
    if (end === null) return { total };
    read += stretch;
    place = end;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A condition whose index leaves at most `rowsMax` rows; one that is always true where there is none. */
async function fewest<Tables extends Record<string, SQLiteTable>>(
  from: Handle<Tables>,
  table: keyof Tables & string,
  conditions: readonly Condition<Tables>[],
  rowsMax: number,
): Promise<Condition<Tables>> {
  for (const condition of conditions.filter(({ isIndexed }) => isIndexed)) {
    const rows = await from.query(
      `rows of ${table} up to a number ${condition.name}`,
      (build) => {
        const some = build.db
          .select({ one: sql`1`.as('one') })
          .from(build.t[table] as SQLiteTable)
          .where(condition.holds(build))
          .limit(build.bound('max'))
          .as('some');
        return build.db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(some);
      },
      { ...condition.values, max: rowsMax + 1 },
    );
    if ((rows[0]?.n ?? 0) <= rowsMax) return condition;
  }
  return { name: '', values: {}, holds: () => undefined };
}

type Stretch<Tables> = {
  table: keyof Tables & string;
  keyOf: (build: Build<Tables>) => SQLiteColumn;
  place: string | number;
};

/** The key of the last row of the next stretch; null where fewer rows are left. */
async function lastOfStretch<Tables extends Record<string, SQLiteTable>>(
  from: Handle<Tables>,
  { table, among, keyOf, place }: Stretch<Tables> & { among: Condition<Tables> },
  stretchRows: number,
): Promise<string | number | null> {
  const rows = await from.query(
    `end of a stretch of ${table} ${among.name}`,
    (build) =>
      build.db
        .select({ key: keyOf(build) })
        .from(build.t[table] as SQLiteTable)
        .where(and(among.holds(build), gt(keyOf(build), build.param('place'))))
        .orderBy(keyOf(build))
        .limit(1)
        .offset(build.bound('before')),
    { ...among.values, place, before: stretchRows - 1 },
  );
  return (rows[0]?.key as string | number | undefined) ?? null;
}

async function countBetween<Tables extends Record<string, SQLiteTable>>(
  from: Handle<Tables>,
  { table, whole, keyOf, place, end }: Stretch<Tables> & { whole: Condition<Tables>; end: string | number | null },
): Promise<number> {
  const isBetween = (build: Build<Tables>): SQL | undefined =>
    and(gt(keyOf(build), build.param('place')), end === null ? undefined : lte(keyOf(build), build.param('end')));
  const rows = await from.query(
    `count of ${table} ${whole.name}${end === null ? '' : ' to an end'}`,
    (build) =>
      build.db
        .select({ n: sql<number>`count(*)`.mapWith(Number) })
        .from(build.t[table] as SQLiteTable)
        .where(and(whole.holds(build), isBetween(build))),
    { ...whole.values, place, ...(end !== null && { end }) },
  );
  return rows[0]?.n ?? 0;
}
