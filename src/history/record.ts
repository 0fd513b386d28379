import { tellFollowers } from '../followers.ts';
import { Failure } from '../kernel/failure.ts';
import { deleteRow, insertRow, rowToWrite, updateRow } from '../platform/engine/rows.ts';
import type { Tables, Tx } from '../tables.ts';
import { type By, type ChangeAction, patchBetween, type State } from './change.ts';
import { appendChange } from './store.ts';

/** The kinds that have revisions, and their tables. */
const TABLE_OF = {
  side: 'sides',
  dispute: 'disputes',
  question: 'questions',
  outlet: 'outlets',
  article: 'articles',
  speaker: 'speakers',
  claim: 'claims',
  'claim-relation': 'claimRelations',
  statement: 'statements',
  rebuttal: 'rebuttals',
} as const;

export type Recorded = keyof typeof TABLE_OF;
export type RowOf<Kind extends Recorded> = Tables[(typeof TABLE_OF)[Kind]]['$inferSelect'];
type Fresh<Kind extends Recorded> = Omit<RowOf<Kind>, 'id' | 'revision' | 'createdAt' | 'updatedAt'>;

/** Columns that history leaves out: what it says elsewhere in the line, and copies kept for sorting and joining. */
const LEFT_OUT: Partial<Record<Recorded, readonly string[]>> & { all: readonly string[] } = {
  all: ['id', 'revision', 'createdAt', 'updatedAt'],
  article: ['publishedSort', 'snapshots'],
  claim: ['disputeId'],
  statement: ['outletId', 'saidSort', 'publishedSort', 'anchorResult'],
};

/** Revisions that the caller says the entity may have; `*` for any. */
export type Expected = readonly number[] | '*';

/** Stores a new entity, its first line of history with it. */
export async function createEntity<Kind extends Recorded>(
  tx: Tx,
  kind: Kind,
  fresh: Fresh<Kind>,
  by: By,
): Promise<RowOf<Kind>> {
  const row = {
    ...fresh,
    id: tx.newId(kind),
    revision: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  } as unknown as RowOf<Kind>;
  await insertRow(tx, TABLE_OF[kind], row as never);
  append(tx, 'create', kind, null, row, by);
  return row;
}

/** Writes the columns that differ, with the next revision and a line of history; the row as it is when none does. */
export async function reviseEntity<Kind extends Recorded>(
  tx: Tx,
  kind: Kind,
  before: RowOf<Kind>,
  changes: Partial<Fresh<Kind>>,
  by: By,
  action: ChangeAction = 'revise',
): Promise<RowOf<Kind>> {
  const differing = Object.entries(changes).filter(
    ([column, value]) => JSON.stringify(value) !== JSON.stringify(before[column as keyof RowOf<Kind>]),
  );
  if (differing.length === 0) return before;
  const written = { ...Object.fromEntries(differing), revision: before.revision + 1, updatedAt: tx.now };
  const after = { ...before, ...written } as RowOf<Kind>;
  await updateRow(tx, TABLE_OF[kind], before.id, written as never);
  append(tx, action, kind, before, after, by);
  return after;
}

/** The first line of history of what has no revisions: a snapshot, whose state names its article and its number. */
export function recordCreation(tx: Tx, kind: 'snapshot', id: string, state: State, by: By): void {
  appendChange(
    tx,
    { action: 'create', entityType: kind, entityId: id, revision: 1, draft: false, patch: patchBetween(null, state) },
    by,
  );
  tellFollowers(tx, { kind, before: null, after: state });
}

/** Removes the row; its history stays. */
export async function deleteEntity<Kind extends Recorded>(tx: Tx, kind: Kind, row: RowOf<Kind>, by: By): Promise<void> {
  await deleteRow(tx, TABLE_OF[kind], row.id);
  append(tx, 'delete', kind, row, null, by);
}

/** The row as this transaction may revise it; fails with `stale-revision` when it is at none of the expected revisions. */
export async function rowToRevise<Kind extends Recorded>(
  tx: Tx,
  kind: Kind,
  id: string,
  expected: Expected,
): Promise<RowOf<Kind>> {
  const row = (await rowToWrite(tx, TABLE_OF[kind], id)) as RowOf<Kind> | null;
  if (!row) throw new Failure('not-found', `There is no ${kind} ${id}.`);
  if (expected !== '*' && !expected.includes(row.revision)) {
    throw new Failure(
      'stale-revision',
      `This is at revision ${row.revision} now. Read it again, then repeat the change.`,
      {
        help: { revision: row.revision },
      },
    );
  }
  return row;
}

function append(
  tx: Tx,
  action: ChangeAction,
  kind: Recorded,
  before: object | null,
  after: object | null,
  by: By,
): void {
  const row = (after ?? before) as { id: string; revision: number };
  const revision = after ? row.revision : row.revision + 1;
  const draft = [before, after].some((state) => state !== null && (state as { status?: string }).status === 'draft');
  const patch = patchBetween(stateOf(kind, before), stateOf(kind, after));
  appendChange(tx, { action, entityType: kind, entityId: row.id, revision, draft, patch }, by);
  tellFollowers(tx, { kind, before, after });
}

/** `speakerId` is told as `speaker`, as in the answers. */
function stateOf(kind: Recorded, row: object | null): State | null {
  if (row === null) return null;
  const leftOut = new Set([...LEFT_OUT.all, ...(LEFT_OUT[kind] ?? [])]);
  const told = Object.entries(row).filter(([column]) => !leftOut.has(column));
  return Object.fromEntries(told.map(([column, value]) => [column.replace(/Id$/, ''), value]));
}
