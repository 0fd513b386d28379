import { and, eq } from 'drizzle-orm';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { StatementWarning } from './anchor.ts';
import type { Statement } from './statement.ts';

type Drift = NonNullable<Statement['drift']>;

/** What became of the quotes of statements in the newest texts of their articles, by the ids of the statements. */
export async function driftsNow(from: Handle, ids: readonly string[]): Promise<Map<string, Drift>> {
  if (ids.length === 0) return new Map();
  const rows = await from.query(
    'drifts in the newest texts',
    ({ db, t, oneOf }) =>
      db
        .select()
        .from(t.drifts)
        .where(and(oneOf(t.drifts.statementId, 'ids'), eq(t.drifts.isNewest, true))),
    { ids: [...ids] },
  );
  return new Map(rows.map((row) => [row.statementId, driftOf(row)]));
}

/** What became of the quote of a statement in one text of its article; null where it was not compared with that. */
export async function driftIn(from: Handle, id: string, snapshot: number): Promise<Drift | null> {
  const rows = await from.query(
    'drift in a text',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.drifts)
        .where(and(eq(t.drifts.statementId, param('id')), eq(t.drifts.snapshot, param('snapshot')))),
    { id, snapshot },
  );
  return rows[0] ? driftOf(rows[0]) : null;
}

function driftOf({ drift, snapshot, difference, found }: Tables['drifts']['$inferSelect']): Drift {
  return { drift, snapshot, ...(difference && { difference }), ...(found?.closest && { closest: found.closest }) };
}

/** What an editor should look at of statements themselves, in the order in which the warnings are listed. */
export async function warningsOfStatements(
  from: Handle,
  ids: readonly string[],
): Promise<Map<string, Statement['warnings']>> {
  if (ids.length === 0) return new Map();
  const rows = await from.query(
    'warnings of statements',
    ({ db, t, oneOf }) => db.select().from(t.statementWarnings).where(oneOf(t.statementWarnings.statementId, 'ids')),
    { ids: [...ids] },
  );
  const found = Map.groupBy(rows, ({ statementId }) => statementId);
  return new Map(
    [...found].map(([id, some]) => [
      id,
      StatementWarning.options.filter((warning) => some.some((one) => one.warning === warning)),
    ]),
  );
}
