import { z } from 'zod';
import { Failure } from '../kernel/failure.ts';

/** Weeks are those of ISO 8601, which begin on Monday. */
export const Granularity = z.enum(['day', 'week', 'month', 'year']);
export type Granularity = z.infer<typeof Granularity>;

export const PERIODS_MAX = 5000;
const DAY_MS = 86_400_000;

/** The period in which a moment (RFC 3339 in UTC) falls, as `2023-09-06`, `2023-W36`, `2023-09` or `2023`. */
export function periodOf(moment: string, granularity: Granularity): string {
  if (granularity === 'year') return moment.slice(0, 4);
  if (granularity === 'month') return moment.slice(0, 7);
  if (granularity === 'day') return moment.slice(0, 10);
  return weekOf(Date.parse(moment.slice(0, 10)));
}

/** ISO 8601: a week belongs to the year that has its Thursday. */
function weekOf(day: number): string {
  const thursday = new Date(day + (3 - ((new Date(day).getUTCDay() + 6) % 7)) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS));
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}

/** Every period from that of the first moment to that of the last, empty ones too. Fails with 422 where these are too many. */
export function periodsBetween(first: string, last: string, granularity: Granularity): string[] {
  const end = periodOf(last, granularity);
  const periods = [periodOf(first, granularity)];
  const at = new Date(first.slice(0, 10));
  if (granularity === 'month') at.setUTCDate(1);
  while (periods.at(-1) !== end) {
    if (periods.length >= PERIODS_MAX) {
      throw new Failure(
        'unprocessable',
        `granularity: by ${granularity} this would give more than ${PERIODS_MAX} periods; choose a coarser one, or a shorter range.`,
        {
          faults: [{ pointer: 'granularity', detail: `gives more than ${PERIODS_MAX} periods` }],
        },
      );
    }
    if (granularity === 'year') at.setUTCFullYear(at.getUTCFullYear() + 1);
    else if (granularity === 'month') at.setUTCMonth(at.getUTCMonth() + 1);
    else at.setUTCDate(at.getUTCDate() + (granularity === 'week' ? 7 : 1));
    periods.push(periodOf(at.toISOString(), granularity));
  }
  return periods;
}
