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

/** Characters that show nothing: white space, control characters, and what is ignored or blank wherever it is shown. */
const INVISIBLE = /[\s\p{Z}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb\u{1d159}]/gu;

/** Whether anything of the text is seen. */
export function isVisible(text: string): boolean {
  return text.replace(INVISIBLE, '') !== '';
}

/** Text of 1 to `max` code points of which something is seen. */
export function textUpTo(max: number) {
  return z
    .string()
    .refine(isVisible, 'must not be empty')
    .refine((text) => text.length <= max || lengthInCodePoints(text) <= max, `must have at most ${max} characters`)
    .meta({ minLength: 1, maxLength: max });
}

/** A name or title: one line, without the blanks and invisible characters that came with it when it was pasted. */
export function lineUpTo(max: number) {
  return z
    .string()
    .overwrite(withoutPasted)
    .refine(isVisible, 'must not be empty')
    .refine((text) => text.length <= max || lengthInCodePoints(text) <= max, `must have at most ${max} characters`)
    .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), 'must be one line without control characters')
    .refine((text) => !/[\u202d\u202e]/u.test(text), 'must not override the direction of its letters (U+202D, U+202E)')
    .meta({ minLength: 1, maxLength: max });
}

/** Invisible characters that tell nothing inside a text: soft hyphen, zero-width space, word joiner, byte order mark. */
const NOTHING_INSIDE = /[\u00ad\u200b\u2060\ufeff]/gu;
/** What besides them is dropped where a text begins or ends: white space, marks of direction, embeddings. */
const NOTHING_AROUND = /^[\s\p{Z}\u061c\u200e\u200f\u202a-\u202c]+|[\s\p{Z}\u061c\u200e\u200f\u202a-\u202c]+$/gu;

/**
 * A pasted line without what is not seen and says nothing. Joiners stay, which letters of some scripts need, and so do
 * marks of direction between letters.
 */
export function withoutPasted(text: string): string {
  return text.replace(NOTHING_INSIDE, '').replace(NOTHING_AROUND, '');
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
