import { and, eq, isNotNull, or, sql } from 'drizzle-orm';
import type { Operation } from 'rfc6902';
import type { Build } from '../platform/engine/engine.ts';
import type { Tables, Tx } from '../platform/engine/tables.ts';
import type { Written } from '../platform/engine/written.ts';
import { digestOf, type Line, type State } from './change.ts';
import { stateOf } from './state.ts';
import { patchToldBy, templateOf } from './stored-patch.ts';

type StatementRow = Tables['statements']['$inferSelect'];
type StoredLine = Tables['changes']['$inferSelect'];
/** A line as it was written, but for words that were removed since. */
export type ChangeRow = Omit<StoredLine, 'toldByRow'>;
/** What `wholeLines` finds: a line, and the row that tells its patch where that is not stored. */
export type Found = { line: StoredLine; row: StatementRow | null };

/** Lines of history with what tells their patches; to be read in one query, since a row is no longer told by once it is revised. */
export function wholeLines(build: Build<Tables>) {
  const { db, t } = build;
  return db.select({ line: t.changes, row: t.statements }).from(t.changes).leftJoin(t.statements, tellsLine(build));
}

/** True of the row of `statements` that tells the patch of the line. */
export function tellsLine({ t, keyIn }: Build<Tables>) {
  return and(isNotNull(t.changes.toldByRow), sql`${t.statements.id} = ${keyIn(t.changes.entityId)}`);
}

export function lineOf({ line: { toldByRow, ...line }, row }: Found): ChangeRow {
  return { ...line, patch: patchOf({ ...line, toldByRow }, row) };
}

/** The patch of a line; null once its words were removed. */
export function patchOf(
  { patch, toldByRow }: Pick<StoredLine, 'patch' | 'toldByRow'>,
  row: StatementRow | null,
): Operation[] | null {
  return patch === null && toldByRow !== null && row !== null
    ? patchToldBy(toldByRow, stateOf('statement', row))
    : patch;
}

/** True of lines that have words. */
export function hasWords({ changes }: Tables) {
  return or(isNotNull(changes.patch), isNotNull(changes.toldByRow));
}

/** The digest of a line's words: stored once they are removed, and reckoned from them until then. */
export function digestOfLine({ digest, salt, patch, comment }: ChangeRow): string | null {
  return digest ?? (salt === null || patch === null ? null : digestOf(salt, patch, comment));
}

/** Which of the lines that are written now the rows of their statements tell: those that make one and are its last. */
export function toldByRows(written: readonly Written[]): (line: Line) => number | null {
  const revised = new Set(written.filter(({ before }) => before !== null).map(({ before }) => (before as Row).id));
  return ({ action, entityType, entityId, patch: [first, ...more] }) => {
    const isMade = action === 'create' && entityType === 'statement' && first?.op === 'add' && more.length === 0;
    return isMade && !revised.has(entityId) ? templateOf(first.value as State) : null;
  };
}

type Row = { id: string; revision: number };

/** Stores the patches that rows told until now: those of statements which are revised for the first time. */
export async function storeWhatRowsTold(tx: Tx, written: readonly Written[]): Promise<void> {
  for (const { kind, before } of written) {
    if (kind !== 'statement' || before === null || (before as Row).revision !== 1) continue;
    const state = stateOf('statement', before);
    const template = templateOf(state);
    if (template === null) continue;
    await tx.query(
      'store a patch that a row told',
      ({ db, t: { changes }, param }) =>
        db
          .update(changes)
          .set({ patch: sql`${sql.param(sql.placeholder('patch'), changes.patch)}`, toldByRow: null })
          .where(and(eq(changes.entityId, param('entity')), isNotNull(changes.toldByRow))),
      { entity: (before as Row).id, patch: patchToldBy(template, state) },
    );
  }
}
