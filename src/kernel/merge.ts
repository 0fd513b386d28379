import { z } from 'zod';
import { parseOrFail } from './validate.ts';

/** What a value is before it is patched: every member is said, of those that may be left out too. */
export type Whole<Value> = { [Member in keyof Required<Value>]: Value[Member] };

/**
 * What a merge patch (RFC 7396) makes of a value, checked as a whole by the schema that new values pass, so that a
 * PATCH can do nothing that a POST could not. A member that it leaves alone stays what it was, even where it was stored
 * before there was a rule against it.
 */
export function mergedAndChecked<Schema extends z.ZodType>(
  schema: Schema,
  current: Whole<z.input<Schema>>,
  patch: unknown,
): z.output<Schema> {
  const merged = mergePatch(current, patch);
  const checked = schema.safeParse(merged);
  if (checked.success) return checked.data;
  const issues = checked.error.issues;
  return (schema instanceof z.ZodObject && withLeftAlone(schema, merged, patch, issues)) || parseOrFail(schema, merged);
}

/** The value where all that is wrong with it are members that were left alone; null where it is something else. */
function withLeftAlone<Schema extends z.ZodObject>(
  schema: Schema,
  merged: unknown,
  patch: unknown,
  issues: readonly z.core.$ZodIssue[],
): z.output<Schema> | null {
  if (!isObject(merged) || !isObject(patch)) return null;
  const wrong = new Set(issues.map(({ path }) => String(path[0])));
  const members: [string, unknown][] = [];
  for (const [name, member] of Object.entries(schema.shape) as [string, z.ZodType][]) {
    const checked = member.safeParse(merged[name]);
    if (!checked.success && Object.hasOwn(patch, name)) return null;
    if (!checked.success) wrong.delete(name);
    members.push([name, checked.success ? checked.data : merged[name]]);
  }
  if (wrong.size > 0) return null;
  return Object.fromEntries(members.filter(([, value]) => value !== undefined)) as z.output<Schema>;
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
