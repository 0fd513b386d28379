import type { RandomRecord, RandomStatement } from './random-record.ts';

/** Every day that a date covers as it was written, one by one. */
export function daysIn(date: string): string[] {
  const written = date.slice(0, 10);
  const days: string[] = [];
  for (const at = new Date(`${written.slice(0, 4)}-01-01T12:00:00Z`); ; at.setUTCDate(at.getUTCDate() + 1)) {
    const day = at.toISOString().slice(0, 10);
    if (!day.startsWith(written.slice(0, 4))) return days;
    if (day.startsWith(written)) days.push(day);
  }
}

/** What a statement is dated by: what it says itself, else its article. */
export function dateOf(record: RandomRecord, { saidAt, articleId }: RandomStatement): string {
  return saidAt ?? (record.articles.find(({ id }) => id === articleId)?.publishedAt as string);
}

/** Whether all of a date lies between two dates that are no times. */
export function isBetween(date: string, from?: string, to?: string): boolean {
  const isIn = (day: string) =>
    (!from || day >= (daysIn(from)[0] as string)) && (!to || day <= (daysIn(to).at(-1) as string));
  return daysIn(date).every(isIn);
}

/** Whether all that the one may be is before all that the other may be. */
export function isBefore(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  if (one.includes('T') && other.includes('T')) return Date.parse(one) < Date.parse(other);
  return daysIn(one).every((day) => daysIn(other).every((later) => day < later));
}

/** Days from one local day to another. */
export function daysFrom(one: string | null, other: string | null): number | null {
  if (!one || !other || one.length < 10 || other.length < 10) return null;
  return (Date.parse(other.slice(0, 10)) - Date.parse(one.slice(0, 10))) / 86_400_000;
}
