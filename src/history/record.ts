import type { Operation } from 'rfc6902';
import { Failure } from '../kernel/failure.ts';
import { deleteRow, insertRow, rowToWrite, updateRow } from '../platform/engine/rows.ts';
import type { Tx } from '../platform/engine/tables.ts';
import type { Written } from '../platform/engine/written.ts';
import { KINDS, type NewRowOf, type RecordKind, type RowOf } from '../record/kinds.ts';
import { type Author, type ChangeAction, type Line, patchBetween, type State } from './change.ts';
import { stateOf } from './state.ts';

export type { RowOf } from '../record/kinds.ts';

type Fresh<Kind extends RecordKind> = Omit<RowOf<Kind>, 'id' | 'revision' | 'createdAt' | 'updatedAt'>;

/**
 * How a change is told. `hidden` says whether the entity was and is for the eyes of those only who see drafts, where its
 * own row does not say so: a rebuttal is hidden as long as one of its statements is.
 */
export type ChangeVisibility = {
  action?: ChangeAction;
  hidden?: { before: boolean; after: boolean };
  /** What the line tells besides what changed. */
  besides?: readonly Operation[];
  /** The words that left the record with it. */
  gone?: readonly string[];
};

/** Revisions that the caller says the entity may have, negative where a weak tag names one; `*` for any. */
export type Expected = readonly number[] | '*';

/** Stores a new entity, its first line of history with it. */
export async function createEntity<Kind extends RecordKind>(
  tx: Tx,
  kind: Kind,
  fresh: Fresh<Kind>,
  by: Author,
  telling: ChangeVisibility = {},
): Promise<RowOf<Kind>> {
  // In the order in which it is read again, so that the answer to a POST has the bytes and the tag of a GET.
  const row = {
    id: tx.newId(kind),
    revision: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
    ...fresh,
  } as RowOf<Kind>;
  await insertRow(tx, KINDS[kind].table, row as NewRowOf<Kind>);
  append(tx, kind, null, row, by, { action: 'create', ...telling });
  return row;
}

/** Writes the columns that differ, with the next revision and a line of history; the row as it is when none does. */
export async function reviseEntity<Kind extends RecordKind>(
  tx: Tx,
  kind: Kind,
  before: RowOf<Kind>,
  changes: Partial<Fresh<Kind>>,
  by: Author,
  telling: ChangeVisibility = {},
): Promise<RowOf<Kind>> {
  const differing = differingFrom(before, changes);
  if (differing.length === 0) return before;
  return rewrite(tx, kind, before, Object.fromEntries(differing) as Partial<RowOf<Kind>>, by, telling);
}

/** Whether `reviseEntity` would write anything. */
export function isRevisedBy<Row extends object>(before: Row, changes: Partial<Row>): boolean {
  return differingFrom(before, changes).length > 0;
}

function differingFrom<Row extends object>(before: Row, changes: Partial<Row>): [column: string, value: unknown][] {
  return Object.entries(changes).filter(
    ([column, value]) => JSON.stringify(value) !== JSON.stringify(before[column as keyof Row]),
  );
}

/** Tells everyone of an entity that until now only those knew who see drafts: a revision that changes nothing else. */
export function publishEntity<Kind extends RecordKind>(
  tx: Tx,
  kind: Kind,
  row: RowOf<Kind>,
  by: Author,
): Promise<RowOf<Kind>> {
  return rewrite(tx, kind, row, {}, by, { hidden: { before: true, after: false } });
}

async function rewrite<Kind extends RecordKind>(
  tx: Tx,
  kind: Kind,
  before: RowOf<Kind>,
  changes: Partial<RowOf<Kind>>,
  by: Author,
  telling: ChangeVisibility,
): Promise<RowOf<Kind>> {
  const written = { ...changes, revision: before.revision + 1, updatedAt: timeAfter(tx, before) };
  const after = { ...before, ...written } as RowOf<Kind>;
  await updateRow(tx, KINDS[kind].table, before.id, written as Partial<NewRowOf<Kind>>);
  append(tx, kind, before, after, by, telling);
  return after;
}

/**
 * The first line of history of what has no revisions: a snapshot, whose state names its article and its number. `others`
 * is what else is told of it to those who follow.
 */
export function recordCreation(
  tx: Tx,
  kind: 'snapshot',
  id: string,
  state: State,
  by: Author,
  others: Omit<Written, 'kind' | 'before' | 'after' | 'line'> = {},
): void {
  const patch = patchBetween(null, state);
  const line: Line = { action: 'create', entityType: kind, entityId: id, revision: 1, draft: false, patch, by };
  tx.changed({ ...others, kind, before: null, after: state, line });
}

/** Removes the row; its history stays. */
export async function deleteEntity<Kind extends RecordKind>(
  tx: Tx,
  kind: Kind,
  row: RowOf<Kind>,
  by: Author,
  telling: ChangeVisibility = {},
): Promise<void> {
  await deleteRow(tx, KINDS[kind].table, row.id);
  append(tx, kind, row, null, by, { action: 'delete', ...telling });
}

/** Puts back a row that was taken out, with the next revision; history tells it whole. */
export async function restoreEntity<Kind extends RecordKind>(
  tx: Tx,
  kind: Kind,
  row: RowOf<Kind>,
  by: Author,
  action: ChangeAction,
): Promise<void> {
  const back = { ...row, revision: row.revision + 1, updatedAt: timeAfter(tx, row) };
  await insertRow(tx, KINDS[kind].table, back as NewRowOf<Kind>);
  append(tx, kind, null, back, by, { action });
}

/** Now, or when it was last written where clocks went back since, or those of two processes differ. */
function timeAfter({ now }: Tx, { updatedAt }: { updatedAt: string }): string {
  return now < updatedAt ? updatedAt : now;
}

/** The row as this transaction may revise it; fails with `stale-revision` when it is at none of the expected revisions. */
export async function rowToRevise<Kind extends RecordKind>(
  tx: Tx,
  kind: Kind,
  id: string,
  expected: Expected,
): Promise<RowOf<Kind>> {
  const row = (await rowToWrite(tx, KINDS[kind].table, id)) as RowOf<Kind> | null;
  if (!row) throw new Failure('not-found', `There is no ${kind} ${id}.`);
  if (expected !== '*' && !expected.includes(row.revision)) {
    const { revision } = row;
    const advice = expected.includes(-revision)
      ? 'The tag that was sent is a weak one, as proxies make them of ours: send it without W/.'
      : 'Read it again, then repeat the change.';
    throw new Failure('stale-revision', `This is at revision ${revision} now. ${advice}`, { help: { revision } });
  }
  return row;
}

function append(
  tx: Tx,
  kind: RecordKind,
  before: object | null,
  after: object | null,
  by: Author,
  { action = 'revise', hidden, besides = [], gone }: ChangeVisibility,
): void {
  const row = (after ?? before) as { id: string; revision: number };
  const revision = after ? row.revision : row.revision + 1;
  const [was, is] = [hidden?.before ?? isHidden(before), hidden?.after ?? isHidden(after)];
  // What everyone learns of only now is told whole, since the lines before are not shown to everyone.
  const isPublished = before !== null && after !== null && was && !is;
  const patch = [...patchBetween(isPublished ? null : stateOrNull(kind, before), stateOrNull(kind, after)), ...besides];
  const draft = (before === null || was) && (after === null || is);
  const told = isPublished && action === 'revise' ? 'publish' : action;
  const line: Line = { action: told, entityType: kind, entityId: row.id, revision, draft, patch, by };
  tx.changed({ kind, before, after, line, ...(gone && { gone }) });
}

/** A draft, and what was withdrawn as one, is for those only who see drafts. */
export function isHidden(row: object | null): boolean {
  const { status, withdrawnFrom } = (row ?? {}) as { status?: string; withdrawnFrom?: string | null };
  return status === 'draft' || (status === 'withdrawn' && withdrawnFrom === 'draft');
}

function stateOrNull(kind: RecordKind, row: object | null): State | null {
  return row === null ? null : stateOf(kind, row);
}
