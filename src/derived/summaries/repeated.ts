import { isNotNull, sql } from 'drizzle-orm';
import type { Tx } from '../../platform/engine/tables.ts';
import type { Written } from '../../platform/engine/written.ts';

/**
 * Statements that another repeats are marked in the transaction that writes the other. A mark is never taken away: it
 * says that an utterance may have several statements and is counted as a member, which is right where it has one.
 */
export function newlyRepeatedIn(written: readonly Written[]): string[] {
  return written.flatMap(({ kind, before, after }) => {
    const repeats = kind === 'statement' ? repeatsOf(after) : null;
    return repeats === null || repeats === repeatsOf(before) ? [] : [repeats];
  });
}

function repeatsOf(row: object | null): string | null {
  return (row as { repeatsId: string | null } | null)?.repeatsId ?? null;
}

/** Those of the statements that are not marked yet. */
export async function unmarkedOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query(
    'repeated among statements',
    ({ db, t, oneOf }) =>
      db.select({ id: t.repeated.statementId }).from(t.repeated).where(oneOf(t.repeated.statementId, 'ids')),
    { ids: [...ids] },
  );
  const marked = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !marked.has(id));
}

export async function markRepeated(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    'mark statements as repeated',
    ({ db, t, tuplesOf }) =>
      db
        .insert(t.repeated)
        .select(
          sql`select statement_id from ${tuplesOf('repeated', { statement_id: t.repeated.statementId })} as marked where true`,
        )
        .onConflictDoNothing(),
    { repeated: ids.map((id) => [id]) },
  );
}

/** Marks all that any statement repeats, whatever became of the marks. */
export async function markAllRepeated(tx: Tx): Promise<void> {
  await tx.query('mark all that are repeated', ({ db, t }) =>
    db
      .insert(t.repeated)
      .select(
        sql`select distinct ${t.statements.repeatsId} from ${t.statements} where ${isNotNull(t.statements.repeatsId)}`,
      )
      .onConflictDoNothing(),
  );
}
