import { eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { firstDayOf, lastDayOf, shiftedDay } from '../../kernel/written-date.ts';
import { allOf, type Condition } from '../../platform/engine/pages.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { type DateRange, rangeOfDates } from '../tally.ts';

/** Which published rows of stances are meant: those that hold the conditions and are of a group, named by `asked.<name>`. */
type Groups = {
  /** Each with the column that tells it. */
  names(t: Tables): Readonly<Record<string, SQLiteColumn>>;
  isOf(t: Tables): SQL;
  conditions?: readonly Condition<Tables>[];
};
/** What names a group, in the order of the names, and its first and latest `saidSort`. */
export type GroupEnds = { group: readonly string[]; first: string; latest: string };

const STARTS_MAX = 4;
const NOTHING: DateRange = { from: null, to: null };

/**
 * The days between which all of each group were said, by the speakers' calendars. Only what begins within a day of the
 * ends can reach beyond them, and the months and years in which the latest was said: so it costs a few looks each.
 */
export async function daysOfEach(
  from: Handle,
  { names, isOf, conditions = [] }: Groups,
  ends: readonly (GroupEnds | null)[],
): Promise<DateRange[]> {
  const asked = ends.flatMap((one, at) =>
    one === null ? [] : [[String(at), ...one.group, ...nearOf(one), ...padded(coarseStartsAround(one.latest))]],
  );
  if (asked.length === 0) return ends.map(() => NOTHING);
  const groups = Object.keys(names(from.t)).join(' ');
  const starts = Array.from({ length: STARTS_MAX }, (_, at) => `start${at}`);
  const { name, values, holds } = allOf([...conditions]);
  const rows = await from.query(
    `days of ${groups} where ${name}`,
    (build) => {
      const { saidSort, saidOn } = build.t.stances;
      const sorts = Object.fromEntries(['near_first', 'near_latest', ...starts].map((one) => [one, saidSort]));
      const columns = { at: null, ...names(build.t), ...sorts };
      const edge = (told: SQL, isNear: SQL) =>
        sql<string | null>`(select ${told} from ${build.t.stances}
          where ${isOf(build.t)} and ${holds(build) ?? sql`true`} and ${eq(build.t.stances.status, 'published')} and ${isNear})`;
      const isCoarse = sql`${saidSort} in (${sql.raw(starts.map((start) => `asked.${start}`).join(', '))}) and length(${saidOn}) < 10`;
      return build.db
        .select({
          at: sql`asked.at`.mapWith(Number),
          first: edge(sql`min(${saidOn})`, sql`${saidSort} < asked.near_first`),
          latest: edge(sql`max(${lastDayIn(saidOn)})`, sql`${saidSort} >= asked.near_latest`),
          coarse: edge(sql`max(${lastDayIn(saidOn)})`, isCoarse),
        })
        .from(sql`${build.tuplesOf('asked', columns)} as asked`);
    },
    { ...values, asked },
  );
  const told = new Map(rows.map(({ at, first, latest, coarse }) => [at, daysBetween([first], [latest, coarse])]));
  return ends.map((_, at) => told.get(at) ?? NOTHING);
}

function daysBetween(first: (string | null)[], latest: (string | null)[]): DateRange {
  const known = (days: (string | null)[]) => days.filter((day) => day !== null);
  return { from: rangeOfDates(known(first)).from, to: rangeOfDates(known(latest).map(dayThatExists)).to };
}

const midnightOf = (day: string) => `${day}T00:00:00.000Z`;

/** Before the one and from the other on all lies that may begin or end the days of a group, but for coarse dates. */
export function nearOf({ first, latest }: Pick<GroupEnds, 'first' | 'latest'>): [first: string, latest: string] {
  return [midnightOf(shiftedDay(first.slice(0, 10), 2)), midnightOf(shiftedDay(latest.slice(0, 10), -1))];
}

/** Instants at which the months and years begin in which the latest may have been said. */
export function coarseStartsAround(latest: string): string[] {
  const days = [-1, 0, 1].map((by) => shiftedDay(latest.slice(0, 10), by));
  return [...new Set(days.flatMap((day) => [`${day.slice(0, 7)}-01`, `${day.slice(0, 4)}-01-01`]))].map(midnightOf);
}

function padded(starts: readonly string[]): string[] {
  return Array.from({ length: STARTS_MAX }, (_, at) => starts[at] ?? '');
}

/** The last day that a kept date covers, as a text that is not before it: of a month the 31st. */
export function lastDayIn(days: SQLWrapper): SQL<string> {
  return sql<string>`case length(${days}) when 4 then ${days} || '-12-31' when 7 then ${days} || '-31' else ${days} end`;
}

/** The same as a day that exists. */
export function dayThatExists(day: string): string {
  const last = lastDayOf(day.slice(0, 7));
  return day > last ? last : firstDayOf(day);
}
