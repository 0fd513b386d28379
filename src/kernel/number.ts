import { z } from 'zod';

/** A whole number from `min` to `max`, as it stands in an address: in decimal digits, and no other way. */
export function wholeNumber(min: number, max: number) {
  return asDigits(withinOf(min, max));
}

/** The same, where it may be left out. */
export function wholeNumberOr(fallback: number, min: number, max: number) {
  return asDigits(withinOf(min, max).default(fallback));
}

const withinOf = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

function asDigits<Type extends z.ZodType>(type: Type) {
  return z.preprocess((value) => (typeof value === 'string' && !/^\d+$/.test(value) ? Number.NaN : value), type);
}
