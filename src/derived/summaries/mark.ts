import { eq, sql } from 'drizzle-orm';
import type { Handle, Tx } from '../../platform/engine/tables.ts';

/** The last statement whose rows are in the summaries, by id, and how often that was set. */
export type Mark = { statementId: string; folds: number };

const NAME = 'statements';
const NOTHING: Mark = { statementId: '', folds: 0 };

export async function markIn(from: Handle): Promise<Mark> {
  const rows = await from.query(
    'mark of summaries',
    ({ db, t, param }) =>
      db
        .select({ statementId: t.summaryMarks.statementId, folds: t.summaryMarks.folds })
        .from(t.summaryMarks)
        .where(eq(t.summaryMarks.name, param('name'))),
    { name: NAME },
  );
  return rows[0] ?? NOTHING;
}

export async function setMark(tx: Tx, mark: Mark): Promise<void> {
  await tx.query(
    'set the mark of summaries',
    ({ db, t }) => {
      const columns = { statementId: sql`${sql.placeholder('statementId')}`, folds: sql`${sql.placeholder('folds')}` };
      return db
        .insert(t.summaryMarks)
        .values({ name: sql`${sql.placeholder('name')}`, ...columns })
        .onConflictDoUpdate({
          target: t.summaryMarks.name,
          set: { statementId: sql`excluded.statement_id`, folds: sql`excluded.folds` },
        });
    },
    { name: NAME, ...mark },
  );
}

/**
 * Reads what the summaries hold together with the rest, which are the statements after the mark: again, where a fold was
 * committed in between and it is not known which of the two have what was folded.
 */
export async function withMark<Result>(from: Handle, read: (mark: string) => Promise<Result>): Promise<Result> {
  for (let mark = await markIn(from); ; ) {
    const result = await read(mark.statementId);
    const now = await markIn(from);
    if (now.folds === mark.folds) return result;
    mark = now;
  }
}
