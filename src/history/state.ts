import { membersOf } from '../record/columns.ts';
import type { RecordKind } from '../record/kinds.ts';
import type { State } from './change.ts';

/** What everyone may read of it: `speakerId` is told as `speaker`, as in the answers. */
export function stateOf(kind: RecordKind, row: object): State {
  const members = tellingOf(kind);
  const told: State = {};
  for (const column of Object.keys(row)) {
    const member = members.get(column);
    if (member !== undefined) told[member] = (row as State)[column];
  }
  return told;
}

const telling = new Map<RecordKind, ReadonlyMap<string, string>>();

/** The member that each column is told as. */
function tellingOf(kind: RecordKind): ReadonlyMap<string, string> {
  const known = telling.get(kind) ?? new Map(membersOf(kind));
  telling.set(kind, known);
  return known;
}
