import { z } from 'zod';
import { Failure } from '../kernel/failure.ts';
import { Day } from '../kernel/time.ts';

/** How long a period of a timeline is. Weeks are ISO weeks: they begin on Monday. */
export const Granularity = z.enum(['day', 'week', 'month', 'year']).meta({ id: 'Granularity' });
export type Granularity = z.infer<typeof Granularity>;

export const PERIODS_MAX = 5000;

/** `2023-09-06`, `2023-W36`, `2023-09` or `2023`, and its first and last day. */
export const Period = z.strictObject({ period: z.string(), from: Day, to: Day });
export type Period = z.infer<typeof Period>;

const DAY_MS = 86_400_000;

/** Every period from one day to another, none left out; fails with `unprocessable` when they are too many. */
export function periodsBetween(from: string, to: string, granularity: Granularity): Period[] {
  const periods: Period[] = [];
  for (let start = startOfPeriod(from, granularity); start <= to; ) {
    if (periods.length === PERIODS_MAX) throw tooMany(from, to, granularity);
    const next = nextStart(start, granularity);
    periods.push({ period: labelOf(start, granularity), from: start, to: next === null ? LAST_DAY : dayBefore(next) });
    if (next === null) break;
    start = next;
  }
  return periods;
}

/** The first day of the period in which a day lies. */
export function startOfPeriod(day: string, granularity: Granularity): string {
  if (granularity === 'year') return `${day.slice(0, 4)}-01-01`;
  if (granularity === 'month') return `${day.slice(0, 7)}-01`;
  if (granularity === 'day') return day;
  const time = timeOf(day);
  const monday = dayAt(time - ((new Date(time).getUTCDay() + 6) % 7) * DAY_MS);
  // The week of 0001-01-01 is a whole one; no day comes before it.
  return monday < FIRST_DAY ? FIRST_DAY : monday;
}

const FIRST_DAY = '0001-01-01';
const LAST_DAY = '9999-12-31';

/** Null after the last day that there is. */
function nextStart(start: string, granularity: Granularity): string | null {
  const date = new Date(timeOf(start));
  if (granularity === 'year') date.setUTCFullYear(date.getUTCFullYear() + 1);
  else if (granularity === 'month') date.setUTCMonth(date.getUTCMonth() + 1);
  else date.setTime(date.getTime() + (granularity === 'week' ? 7 : 1) * DAY_MS);
  return date.getUTCFullYear() > 9999 ? null : dayAt(date.getTime());
}

function labelOf(start: string, granularity: Granularity): string {
  if (granularity === 'year') return start.slice(0, 4);
  if (granularity === 'month') return start.slice(0, 7);
  return granularity === 'day' ? start : isoWeekOf(start);
}

/** ISO 8601: the week belongs to the year in which its Thursday lies. */
function isoWeekOf(monday: string): string {
  const thursday = new Date(timeOf(monday) + 3 * DAY_MS);
  const year = thursday.getUTCFullYear();
  const newYear = timeOf(`${String(year).padStart(4, '0')}-01-01`);
  const week = Math.floor((thursday.getTime() - newYear) / (7 * DAY_MS)) + 1;
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}

function dayBefore(day: string): string {
  return dayAt(timeOf(day) - DAY_MS);
}

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}

function dayAt(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function tooMany(from: string, to: string, granularity: Granularity): Failure {
  const detail = `from ${from} to ${to} there are over ${PERIODS_MAX} periods of a ${granularity}; ask for longer ones, or for a shorter range`;
  return new Failure('unprocessable', `granularity: ${detail}.`, { faults: [{ pointer: 'granularity', detail }] });
}

/** Whether a date, given as it was written, does not tell in which period it lies. */
export function isCoarser(days: string, granularity: Granularity): boolean {
  return days.length < { year: 4, month: 7, week: 10, day: 10 }[granularity];
}

/** The periods that are kept and add up to those asked for. */
export function keptFor(granularity: Granularity): 'day' | 'month' {
  return granularity === 'day' || granularity === 'week' ? 'day' : 'month';
}
