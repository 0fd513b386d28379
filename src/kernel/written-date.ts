import { endOf, startOf } from './time.ts';

/**
 * What a date says as it was written (`PartialDate`): a year, a month, a day, or a time with its offset, whose day is the
 * one that the offset gives and not that of UTC. Two dates are compared by instants where both have an offset, else by
 * days.
 */

/** The year, the month or the day as written; of a time its local day. Shorter is coarser. */
export function daysWritten(date: string): string {
  return date.slice(0, 10);
}

export function isTimed(date: string): boolean {
  return date.includes('T');
}

/** The first day that a date covers. */
export function firstDayOf(date: string): string {
  const days = daysWritten(date);
  return `${days}${'-01-01'.slice(days.length - 4)}`;
}

/** The last day that a date covers. */
export function lastDayOf(date: string): string {
  const days = daysWritten(date);
  if (days.length === 10) return days;
  if (days.length === 4) return `${days}-12-31`;
  const [year = 0, month = 0] = days.split('-').map(Number);
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return `${days}-${String(last.getUTCDate()).padStart(2, '0')}`;
}

/**
 * How what is sorted by was dated: by a time with its offset, by a day or coarser, or, where nobody knows when it was said,
 * by its article, whose date may be either.
 */
export const DATINGS = ['article-day', 'article-time', 'day', 'time'] as const;
export type Dating = (typeof DATINGS)[number];

/** What tables keep, besides the first instant, of the date of what was said. */
export function datingOf(saidAt: string | null, publishedAt: string): { saidOn: string; saidAs: Dating } {
  const [date, by] = saidAt === null ? ([publishedAt, 'article-'] as const) : ([saidAt, ''] as const);
  return { saidOn: daysWritten(date), saidAs: `${by}${isTimed(date) ? 'time' : 'day'}` };
}

/** True where every moment of the one is before every moment of the other; never of what has no date. */
export function isCertainlyBefore(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  if (isTimed(one) && isTimed(other)) return (startOf(one) as string) < (startOf(other) as string);
  return lastDayOf(one) < firstDayOf(other);
}

/** True where it is known which of the two is the earlier one. */
export function isOrderCertain(one: string | null, other: string | null): boolean {
  return isCertainlyBefore(one, other) || isCertainlyBefore(other, one);
}

/** From the local day of one date to that of another, negative when the other is earlier; null unless both tell a day. */
export function daysBetween(one: string | null, other: string | null): number | null {
  if (one === null || other === null || one.length < 10 || other.length < 10) return null;
  return Math.round((midnight(daysWritten(other)) - midnight(daysWritten(one))) / DAY_MS);
}

/** Hours from one instant to another, to the hundredth, negative when the other is earlier; null unless both are times. */
export function hoursBetween(one: string | null, other: string | null): number | null {
  if (one === null || other === null || !isTimed(one) || !isTimed(other)) return null;
  return Math.round((Date.parse(other) - Date.parse(one)) / 36_000) / 100;
}

/** An end of a range: a day, which is part of it, and where the end is a time also the instant, in UTC. */
type End = { day: string; instant: string | null };

/** A range of dates as a caller writes it, both ends part of it; an end that is null is open. */
export type WrittenRange = { from: End | null; to: End | null };

/** Null where its end comes before its start. */
export function rangeWritten(from: string | undefined, to: string | undefined): WrittenRange | null {
  if (from !== undefined && to !== undefined) {
    const areTimes = isTimed(from) && isTimed(to);
    const isReversed = areTimes
      ? (startOf(from) as string) > (startOf(to) as string)
      : firstDayOf(from) > lastDayOf(to);
    if (isReversed) return null;
  }
  return { from: from === undefined ? null : startWritten(from), to: to === undefined ? null : endWritten(to) };
}

function startWritten(from: string): End {
  if (!isTimed(from)) return { day: firstDayOf(from), instant: null };
  const isMidnight = /T00:00(:00(\.0+)?)?(?!:)/.test(from);
  return { day: isMidnight ? daysWritten(from) : shiftedDay(daysWritten(from), 1), instant: startOf(from) };
}

function endWritten(to: string): End {
  if (!isTimed(to)) return { day: lastDayOf(to), instant: null };
  const isLast = /T23:59(:59(\.9+)?)?(?=[Z+-])/.test(to);
  return { day: isLast ? daysWritten(to) : shiftedDay(daysWritten(to), -1), instant: startOf(to) };
}

/** Whether the whole of a date lies in a range. */
export function liesIn(date: string, { from, to }: WrittenRange): boolean {
  const moment = isTimed(date) ? startOf(date) : null;
  const isAfterStart =
    from === null || (moment !== null && from.instant !== null ? moment >= from.instant : firstDayOf(date) >= from.day);
  const isBeforeEnd =
    to === null || (moment !== null && to.instant !== null ? moment <= to.instant : lastDayOf(date) <= to.day);
  return isAfterStart && isBeforeEnd;
}

/**
 * The same said of what a table keeps of dates, `daysWritten`, by comparing texts: it is at least `least`, at most `most`
 * and none of `tooLong`, which begin in the range and end after it.
 */
export function daysWithin({ from, to }: WrittenRange): { least: string; most: string; tooLong: readonly string[] } {
  return {
    least: from === null ? '' : from.day.replace(/(-01)+$/, ''),
    most: to === null ? '~' : to.day,
    tooLong: to === null ? [] : [to.day.slice(0, 4), to.day.slice(0, 7)].filter((days) => lastDayOf(days) !== to.day),
  };
}

/**
 * Instants in UTC, `first` and up to but without `end`, between which everything begins that lies in the range; null where
 * the range is open. An offset shifts a local day by less than a day.
 */
export function instantsAround({ from, to }: WrittenRange): { first: string | null; end: string | null } {
  const first = from && [from.instant, midnightOf(from.instant === null ? shiftedDay(from.day, -1) : from.day)];
  const end = to && [to.instant && endOf(to.instant), midnightOf(shiftedDay(to.day, to.instant === null ? 2 : 1))];
  const given = (moments: readonly (string | null)[]) => moments.filter((moment) => moment !== null).sort();
  const last = end && (given(end).at(-1) as string);
  return { first: first && (given(first)[0] as string), end: last?.startsWith(LAST_DAY) ? null : last };
}

const DAY_MS = 86_400_000;
const FIRST_DAY = '0001-01-01';
const LAST_DAY = '9999-12-31';

const midnightOf = (day: string) => `${day}T00:00:00.000Z`;
const midnight = (day: string) => Date.parse(midnightOf(day));

const FIRST_MIDNIGHT = midnight(FIRST_DAY);
const LAST_MIDNIGHT = midnight(LAST_DAY);

/** A day so many days later; the first or the last that there is beyond those. */
export function shiftedDay(day: string, days: number): string {
  const time = midnight(day) + days * DAY_MS;
  if (time < FIRST_MIDNIGHT) return FIRST_DAY;
  return time > LAST_MIDNIGHT ? LAST_DAY : new Date(time).toISOString().slice(0, 10);
}
