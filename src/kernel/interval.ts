/** Stands after every day: what has no date of its own ends nowhere. */
export const NO_END = '~';

/**
 * The last day that a partial date covers, by the calendar of who wrote it, with a `T` behind it where the date is a
 * time with its offset: `2023-12-31` of `2023`, `2023-09-06T` of `2023-09-06T14:00:00+04:00`. Sorts by the day.
 */
export function lastDayOf(date: string | null): string {
  if (date === null) return NO_END;
  if (date.length > 10) return `${date.slice(0, 10)}T`;
  if (date.length === 10) return date;
  const [year, month = '12'] = date.split('-') as [string, string?];
  const last = new Date(0);
  last.setUTCFullYear(Number(year), Number(month), 0);
  return `${year}-${month}-${String(last.getUTCDate()).padStart(2, '0')}`;
}

/** The first day that a partial date covers, by the calendar of who wrote it. */
export function firstDayOf(date: string): string {
  return `${date}-01-01`.slice(0, date.length < 10 ? 10 : undefined).slice(0, 10);
}

/** What tells of a date whether it lies before another: the last day as above, and the first possible moment in UTC. */
export type Ended = { lastDay: string; saidSort: string };

/** Whether all of one date lies before all of another: by instants where both are times with offsets, else by days. */
export function isSurelyBefore(one: Ended, other: { saidAt: string | null; saidSort: string }): boolean {
  if (other.saidAt === null || one.lastDay === NO_END) return false;
  if (other.saidAt.length > 10 && one.lastDay.endsWith('T')) return one.saidSort < other.saidSort;
  return one.lastDay.slice(0, 10) < firstDayOf(other.saidAt);
}
