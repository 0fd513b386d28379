import { z } from 'zod';

/** A point in time as this service writes it: RFC 3339 in UTC with milliseconds. */
export const Timestamp = z.iso
  .datetime()
  .meta({ id: 'Timestamp', format: 'date-time', examples: ['2023-09-07T10:30:00.000Z'] });

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const TIME =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * A date as precise as it is known: `2023`, `2023-09`, `2023-09-06`, or a time with its offset, `2023-09-06T14:00:00+04:00`.
 * The precision is kept as written; years run from 0001 to 9999.
 */
export const PartialDate = z
  .string()
  .max(40)
  .refine((text) => startOf(text) !== null, {
    error: ({ input }) =>
      isWithoutOffset(input)
        ? 'must say its offset from UTC: 2023-09-06T14:00:00+04:00, or Z for none; the day alone is taken too'
        : 'must be a date that exists: 2023, 2023-09, 2023-09-06 or 2023-09-06T14:00:00Z',
  })
  .meta({ id: 'PartialDate', examples: ['2023-09-06', '2023-09', '2023', '2023-09-06T14:00:00Z'] });

function isWithoutOffset(input: unknown): boolean {
  return typeof input === 'string' && startOf(input) === null && startOf(`${input}Z`) !== null;
}

/** A day that exists, `2023-09-06`. */
export const Day = z.iso.date();

/** The first moment that a partial date covers, as RFC 3339 in UTC with milliseconds; null when it is no date. */
export function startOf(text: string): string | null {
  const date = DATE.exec(text);
  if (date) {
    const [, year, month = '01', day = '01'] = date;
    const exists = year !== '0000' && isDay(Number(year), Number(month), Number(day));
    return exists ? `${year}-${month}-${day}T00:00:00.000Z` : null;
  }
  if (!TIME.test(text) || startOf(text.slice(0, 10)) === null) return null;
  const time = new Date(text);
  const year = time.getUTCFullYear();
  return Number.isNaN(time.getTime()) || year < 1 || year > 9999 ? null : time.toISOString();
}

/** The first moment after everything that a partial date covers, for ranges whose end is inclusive. */
export function endOf(text: string): string | null {
  const start = startOf(text);
  const date = DATE.exec(text);
  if (start === null) return null;
  const time = new Date(start);
  if (!date) time.setTime(time.getTime() + 1);
  else if (date[3]) time.setUTCDate(time.getUTCDate() + 1);
  else if (date[2]) time.setUTCMonth(time.getUTCMonth() + 1);
  else time.setUTCFullYear(time.getUTCFullYear() + 1);
  return time.getUTCFullYear() > 9999 ? '9999-12-31T23:59:59.999Z' : time.toISOString();
}

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether there is such a day, in the Gregorian calendar before it was made, too. */
function isDay(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && isLeap ? 29 : (DAYS_OF_MONTHS[month - 1] ?? 0);
  return day >= 1 && day <= days;
}
