import { eq, sql } from 'drizzle-orm';
import type { Handle, Tx } from '../../platform/engine/tables.ts';

/** The last statement whose rows are in the summaries, by id, or empty where there is none; and how often that was set. */
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
  const { statementId, folds } = rows[0] ?? NOTHING;
  return { statementId: statementId ?? '', folds };
}

export async function setMark(tx: Tx, { statementId, folds }: Mark): Promise<void> {
  await tx.query(
    'set the mark of summaries',
    ({ db, t, param }) =>
      db
        .insert(t.summaryMarks)
        .values({ name: NAME, statementId: param('statement', t.summaryMarks.statementId), folds: param('folds') })
        .onConflictDoUpdate({
          target: t.summaryMarks.name,
          set: { statementId: sql`excluded.statement_id`, folds: sql`excluded.folds` },
        }),
    { statement: statementId === '' ? null : statementId, folds },
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
