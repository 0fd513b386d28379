import { eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { type Dating, firstDayOf, lastDayOf, shiftedDay } from '../../kernel/written-date.ts';
import type { Tables } from '../../platform/engine/tables.ts';

/** A statement as it is ordered by when it was said. */
export type DatedRow = { id: string; saidSort: string; saidOn: string; saidAs: Dating };

/** The values by which statements are found whose dates leave open whether they come before one, or after it. */
export const OVERLAP_VALUES = [
  ...(['id', 'sort', 'until', 'since', 'first_day', 'last_day', 'timing'] as const),
  ...(['month', 'month_start', 'year', 'year_start'] as const),
] as const;
export type OverlapValue = (typeof OVERLAP_VALUES)[number];

const midnightOf = (day: string) => `${day}T00:00:00.000Z`;

export function overlapValues({ id, saidSort, saidOn, saidAs }: DatedRow): Record<OverlapValue, string> {
  const [first, last] = [firstDayOf(saidOn), lastDayOf(saidOn)];
  return {
    id,
    sort: saidSort,
    // An offset shifts a local day by less than a day.
    until: midnightOf(shiftedDay(last, 2)),
    since: midnightOf(shiftedDay(first, -1)),
    first_day: first,
    last_day: last,
    timing: saidAs,
    month: first.slice(0, 7),
    month_start: midnightOf(`${first.slice(0, 7)}-01`),
    year: first.slice(0, 4),
    year_start: midnightOf(`${first.slice(0, 4)}-01-01`),
  };
}

/** The columns that keep such values; null where they are text. */
export function overlapColumns({ stances }: Tables): Record<OverlapValue, SQLiteColumn | null> {
  const { statementId, saidSort, saidAs } = stances;
  return {
    ...{ id: statementId, timing: saidAs, sort: saidSort, until: saidSort, since: saidSort },
    ...{ first_day: null, last_day: null, month: null, year: null, month_start: saidSort, year_start: saidSort },
  };
}

type ValueOf = (name: OverlapValue) => SQLWrapper;

const areTimes = (saidAs: Tables['stances']['saidAs'], value: ValueOf) =>
  sql`${eq(saidAs, 'time')} and ${saidAs} = ${value('timing')}`;

/** True of rows of stances that may have been said as early as the first one; `value` tells of that what is asked for. */
export function mayBeAsEarly({ stances }: Tables, value: ValueOf): SQL {
  const { saidSort, saidOn, saidAs, statementId } = stances;
  const isLater = sql`${areTimes(saidAs, value)} and ${saidSort} > ${value('sort')}`;
  return sql`${saidSort} >= ${value('sort')} and ${saidSort} < ${value('until')} and ${statementId} <> ${value('id')}
    and ${saidOn} <= ${value('last_day')} and not (${isLater})`;
}

/** The same of those that may have been said as late as the latest one: dates as fine as its own, and coarser ones. */
export function mayBeAsLate({ stances }: Tables, value: ValueOf): [SQL, SQL] {
  const { saidSort, saidOn, saidAs, statementId } = stances;
  const isEarlier = sql`${areTimes(saidAs, value)} and ${saidSort} < ${value('sort')}`;
  const isOther = sql`${statementId} <> ${value('id')}`;
  return [
    sql`${saidSort} >= ${value('since')} and ${isOther} and ${saidOn} >= ${value('first_day')} and not (${isEarlier})`,
    sql`${saidSort} in (${value('month_start')}, ${value('year_start')}) and ${isOther}
      and ${saidOn} in (${value('month')}, ${value('year')})`,
  ];
}
