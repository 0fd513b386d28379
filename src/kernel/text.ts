import { z } from 'zod';
import type { Fault } from './failure.ts';

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

/** How deep lists and objects may stand in each other; no body has use for more. */
export const NESTING_MAX = 64;

/** A list or an object, and the way to it. */
type Place = { part: object; step: string; around: Place | null };

/**
 * What keeps a value from being stored as it is, and where: a text with a NUL or with half of a surrogate pair, which
 * no engine keeps, or lists and objects nested too deep. Null when nothing does. Goes down level by level, so depth
 * does no harm.
 */
export function findUnstorable(value: unknown): Fault | null {
  if (isUnstorable(value)) return { pointer: '', detail: UNSTORABLE };
  let level: Place[] = isNested(value) ? [{ part: value, step: '', around: null }] : [];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > NESTING_MAX) {
      return { pointer: pointerTo(level[0] as Place), detail: `is nested more than ${NESTING_MAX} levels deep` };
    }
    const inner: Place[] = [];
    for (const around of level) {
      for (const [step, part] of Object.entries(around.part)) {
        if (isUnstorable(step)) return { pointer: pointerTo(around), detail: UNSTORABLE };
        if (isUnstorable(part)) return { pointer: pointerTo({ part: around, step, around }), detail: UNSTORABLE };
        if (isNested(part)) inner.push({ part, step, around });
      }
    }
    level = inner;
  }
  return null;
}

const UNSTORABLE = 'has a NUL, or half of a surrogate pair, which no text may have';

function isUnstorable(part: unknown): boolean {
  return typeof part === 'string' && (part.includes('\0') || !part.isWellFormed());
}

function isNested(part: unknown): part is object {
  return typeof part === 'object' && part !== null;
}

function pointerTo(place: Place): string {
  const steps: string[] = [];
  for (let at = place; at.around !== null; at = at.around) steps.unshift(`/${escapePointer(at.step.slice(0, 200))}`);
  return steps.join('');
}

/** One step of a JSON Pointer, escaped as RFC 6901 says. */
export function escapePointer(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
