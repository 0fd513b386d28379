import { createHash } from 'node:crypto';

/** What stands in a database index as it is; longer ones by their digest. */
const KEY_UNITS_MAX = 500;

/**
 * All that one statement is counted under, as one member of tallies, so that statements counted under several of the
 * subjects compared can be counted once. Null for a statement that is counted under one.
 */
export function togetherIn(subjects: readonly string[]): string | null {
  if (subjects.length < 2) return null;
  const key = [...subjects].sort().join(' ');
  return `set_${key.length <= KEY_UNITS_MAX ? key : createHash('sha256').update(key).digest('base64url')}`;
}
