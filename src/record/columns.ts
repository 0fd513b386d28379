import { KINDS, type RecordKind, type RowOf } from './kinds.ts';

/** What is judged of the columns of a kind, by their names; of whatever is no column of it, nothing. */
export function columnsOf(
  kind: RecordKind,
): Readonly<Record<string, 'public' | 'private' | 'words' | { words: unknown }>> {
  return KINDS[kind].columns;
}

/** The columns that answers and history tell, and the members that they are told as: `speakerId` as `speaker`. */
export function membersOf(kind: RecordKind): readonly [column: string, member: string][] {
  const known = members.get(kind);
  if (known) return known;
  const told = Object.entries(columnsOf(kind)).filter(([, is]) => is !== 'private');
  const named = told.map(([column]): [string, string] => [column, column.replace(/Id$/, '')]);
  members.set(kind, named);
  return named;
}

const members = new Map<RecordKind, readonly [column: string, member: string][]>();

/** What stands in the place of the words of an entity once they were removed. */
export function withoutWords<Of extends RecordKind>(kind: Of): Partial<RowOf<Of>> {
  const blanks = Object.entries(columnsOf(kind)).flatMap(([column, is]) => {
    if (is === 'words') return [[column, null]];
    return typeof is === 'object' ? [[column, is.words]] : [];
  });
  return Object.fromEntries(blanks);
}
