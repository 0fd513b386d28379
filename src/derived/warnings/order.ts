/**
 * Whether one date lies after another whatever they leave open: by the moments where both have an offset, else by the
 * days as they were written, as far as both tell them. `2023-09` is after `2023-08-31` and not after `2023-09-01`.
 */
export function isAfter(one: string, other: string): boolean {
  if (one.includes('T') && other.includes('T')) return Date.parse(one) > Date.parse(other);
  const length = Math.min(dayOf(one).length, dayOf(other).length);
  return dayOf(one).slice(0, length) > dayOf(other).slice(0, length);
}

function dayOf(date: string): string {
  return date.split('T')[0] as string;
}
