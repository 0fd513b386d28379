import { createHash } from 'node:crypto';

/** Stands before, between and after the subjects of a combination: no subject holds it. */
const COMMA = ',';
/** What stands in a database index as it is; longer ones by their digest. */
const KEY_UNITS_MAX = 500;

/**
 * All that one statement is counted under, as one member of tallies, so that statements counted under several of the
 * subjects compared can be counted once. Null for a statement that is counted under one.
 */
export function togetherIn(subjects: readonly string[]): string | null {
  if (subjects.length < 2) return null;
  const key = [...subjects].sort().join(COMMA);
  return key.length <= KEY_UNITS_MAX
    ? `set_${COMMA}${key}${COMMA}`
    : `set_${createHash('sha256').update(key).digest('base64url')}`;
}

/** What a combination that is written out is `like`. */
export const WRITTEN_OUT = `set_${COMMA}%`;

/** What a combination that is written out and has the subject is `like`: subjects are words and ids, in lower case. */
export function havingIt(subject: string): string {
  return `%${COMMA}${subject}${COMMA}%`;
}
