import { z } from 'zod';

/** Characters of a string in Unicode code points, the unit of every limit on text. */
export function lengthInCodePoints(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at += 1, length += 1) {
    if ((text.codePointAt(at) as number) > 0xffff) at += 1;
  }
  return length;
}

/** Text of 1 to `max` code points that is more than white space. */
export function textUpTo(max: number) {
  return z
    .string()
    .refine((text) => /\S/u.test(text), 'must not be empty')
    .refine((text) => text.length <= max || lengthInCodePoints(text) <= max, `must have at most ${max} characters`)
    .meta({ minLength: 1, maxLength: max });
}

/** A name or title: one line, trimmed. */
export function lineUpTo(max: number) {
  return textUpTo(max)
    .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), 'must be one line without control characters')
    .refine((text) => text.trim() === text, 'must not begin or end with white space');
}

/**
 * Where a value holds a string that cannot be stored as it is: a NUL, or half of a surrogate pair.
 * Gives the JSON Pointer of the first one, or null. Walks without recursion, so depth does no harm.
 */
export function findUnstorable(value: unknown): string | null {
  const open: [unknown, string][] = [[value, '']];
  for (let next = open.pop(); next; next = open.pop()) {
    const [part, pointer] = next;
    if (typeof part === 'string') {
      if (part.includes('\0') || !part.isWellFormed()) return pointer;
    } else if (typeof part === 'object' && part !== null) {
      for (const [key, inner] of Object.entries(part)) {
        const place = open.length < 10_000 ? `${pointer.slice(-2000)}/${escapePointer(key)}` : '';
        if (key.includes('\0') || !key.isWellFormed()) return pointer;
        open.push([inner, place]);
      }
    }
  }
  return null;
}

/** One step of a JSON Pointer, escaped as RFC 6901 says. */
export function escapePointer(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
