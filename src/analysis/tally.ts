import { and, type DriverValueDecoder, eq, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { z } from 'zod';
import { Day } from '../kernel/time.ts';
import { firstDayOf, lastDayOf } from '../kernel/written-date.ts';
import type { Db } from '../platform/engine/engine.ts';
import type { Tables } from '../platform/engine/tables.ts';
import type { Stance } from '../record/statements/statement.ts';

/** How many statements take each stance. */
export const StanceCounts = z
  .strictObject({
    support: z.int().min(0),
    deny: z.int().min(0),
    query: z.int().min(0),
    comment: z.int().min(0),
  })
  .meta({ id: 'StanceCounts' });
export type StanceCounts = z.infer<typeof StanceCounts>;

/**
 * The days between which all of the statements were said, by their speakers' calendars: of a coarse date the first and the
 * last that it covers. The article's date counts where none is known.
 */
export const DateRange = z.strictObject({ from: Day.nullable(), to: Day.nullable() }).meta({ id: 'DateRange' });
export type DateRange = z.infer<typeof DateRange>;

export const Count = z.int().min(0);
export const Utterances = Count.meta({
  id: 'Utterances',
  description: 'Statements that repeat another are counted once with it',
});
export const Undated = Count.describe("Those that have only their article's date");
export const Share = z.number().min(0).max(1).meta({ id: 'Share', description: 'n / total; 0 where there are none' });

export function noStances(): StanceCounts {
  return { support: 0, deny: 0, query: 0, comment: 0 };
}

export function shareOf(n: number, total: number): number {
  return total === 0 ? 0 : n / total;
}

/** The sum of rows that were grouped by stance. */
export function sumStances(rows: readonly { stance: Stance; n: number }[]): StanceCounts {
  const counts = noStances();
  for (const { stance, n } of rows) counts[stance] += n;
  return counts;
}

/** The length of a sort key; where one is joined with an id, the id follows it. */
export const SORT_LENGTH = '2023-09-06T00:00:00.000Z'.length;

export const idAfterSort = (joined: string): string => joined.slice(SORT_LENGTH);

/** As asked for; where left open, what was found. */
export function rangeTold(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  found: DateRange,
): DateRange {
  return {
    from: from === undefined ? found.from : firstDayOf(from),
    to: to === undefined ? found.to : lastDayOf(to),
  };
}

/** The days between which all of these dates lie, given as they were written; a coarse one with the whole of it. */
export function rangeOfDates(dates: readonly string[]): DateRange {
  let [from, to]: [string | null, string | null] = [null, null];
  for (const date of dates) {
    const [first, last] = [firstDayOf(date), lastDayOf(date)];
    if (from === null || first < from) from = first;
    if (to === null || last > to) to = last;
  }
  return { from, to };
}

/** A sort key joined with an id, as one value that a look into an index finds. */
export function joined(
  sort: SQLiteColumn,
  id: SQLiteColumn,
): { told: SQL; decoder: DriverValueDecoder<string, unknown> } {
  return {
    told: sql`${sort} || ' ' || ${id}`,
    decoder: {
      mapFromDriverValue: (stored) => {
        const [ms, key] = (stored as string).split(' ');
        return `${sort.mapFromDriverValue(ms)}${id.mapFromDriverValue(key)}`;
      },
    },
  };
}

export function rangeBetween(first: string | null, latest: string | null): DateRange {
  return { from: first?.slice(0, 10) ?? null, to: latest?.slice(0, 10) ?? null };
}

/** The dates of the first and the latest published stance where `condition` holds, each by one look into an index. */
export function endsOf(db: Db, { stances }: Tables, condition: SQL) {
  const end = (end: 'min' | 'max') => {
    const date = db
      .select({ date: sql`${sql.raw(end)}(${stances.saidSort})`.mapWith(stances.saidSort) })
      .from(stances)
      .where(and(condition, eq(stances.status, 'published')));
    return sql<string | null>`${date}`.mapWith(stances.saidSort);
  };
  return { first: end('min'), latest: end('max') };
}
