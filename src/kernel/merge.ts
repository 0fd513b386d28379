import type { z } from 'zod';
import { parseOrFail } from './validate.ts';

/** What a value is before it is patched: every member is said, of those that may be left out too. */
export type Whole<Value> = { [Member in keyof Required<Value>]: Value[Member] };

/**
 * What a merge patch (RFC 7396) makes of a value, checked as a whole by the schema that new values pass, so that a
 * PATCH can do nothing that a POST could not.
 */
export function mergedAndChecked<Schema extends z.ZodType>(
  schema: Schema,
  current: Whole<z.input<Schema>>,
  patch: unknown,
): z.output<Schema> {
  return parseOrFail(schema, mergePatch(current, patch));
}

/** RFC 7396, section 2. A `null` removes the member. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    else merged[name] = mergePatch(merged[name], value);
  }
  return merged;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
