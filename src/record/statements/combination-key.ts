import { createHash } from 'node:crypto';

/** Stands before, between and after the subjects of a combination: no subject has it, and no digest. */
const COMMA = ',';
/** What stands in a database index as it is; longer ones by their digest. */
const KEY_UNITS_MAX = 500;

/**
 * All that one statement is counted under, as one member of tallies, so that statements counted under several of the
 * subjects compared can be counted once. Null for a statement that is counted under one.
 */
export function combinationKey(subjects: readonly string[]): string | null {
  if (subjects.length < 2) return null;
  const key = [...subjects].sort().join(COMMA);
  return key.length <= KEY_UNITS_MAX
    ? `set_${COMMA}${key}${COMMA}`
    : `set_${createHash('sha256').update(key).digest('base64url')}`;
}

/** Where the members stand that are combinations written out, and those that are digests: from the first to before the second. */
export const WRITTEN_OUT = [`set_${COMMA}`, 'set_-'] as const;
export const DIGESTS = ['set_-', 'set`'] as const;

/** What a combination that is written out contains when it has the subject. */
export function asWritten(subject: string): string {
  return `${COMMA}${subject}${COMMA}`;
}
