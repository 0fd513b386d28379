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

const [DAY_MS, HOUR_MS, MINUTE_MS] = [86_400_000, 3_600_000, 60_000];
/** Days that are remembered; then it begins anew. */
const DAYS_MAX = 5_000;
/** The codes of `-`, `T`, `:`, `.`, `Z` and `0`. */
const [DASH, T, COLON, POINT, Z, ZERO] = [0x2d, 0x54, 0x3a, 0x2e, 0x5a, 0x30];
/** What is before or after has another form. */
const [FIRST_MS, LAST_MS] = [Date.parse('0000-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')];

const days = new Map<number, string>();

/** As `Date` writes it, which takes six times as long: a point in time, in milliseconds since 1970, in RFC 3339 in UTC. */
export function isoTime(ms: number): string {
  if (!(Number.isInteger(ms) && ms >= FIRST_MS && ms <= LAST_MS)) return new Date(ms).toISOString();
  const day = Math.floor(ms / DAY_MS);
  const date = days.get(day) ?? dateOf(day);
  const at = (place: number) => date.charCodeAt(place);
  const rest = ms - day * DAY_MS;
  const [hour, minute] = [Math.trunc(rest / HOUR_MS), Math.trunc(rest / MINUTE_MS) % 60];
  const [second, milli] = [Math.trunc(rest / 1_000) % 60, rest % 1_000];
  // biome-ignore format: in the order in which they stand
  return String.fromCharCode(
    at(0), at(1), at(2), at(3), DASH, at(5), at(6), DASH, at(8), at(9), T,
    tens(hour), ones(hour), COLON, tens(minute), ones(minute), COLON, tens(second), ones(second),
    POINT, ZERO + Math.trunc(milli / 100), tens(milli % 100), ones(milli), Z,
  );
}

function dateOf(day: number): string {
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (days.size >= DAYS_MAX) days.clear();
  days.set(day, date);
  return date;
}

function tens(number: number): number {
  return ZERO + Math.trunc(number / 10);
}

function ones(number: number): number {
  return ZERO + (number % 10);
}
