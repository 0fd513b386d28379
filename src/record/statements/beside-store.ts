import { and, eq } from 'drizzle-orm';
import type { Handle } from '../../platform/engine/tables.ts';
import { StatementWarning } from './anchor.ts';
import type { Statement } from './statement.ts';

/** What became of the quotes of statements in the newest texts of their articles, by the ids of the statements. */
export async function driftsNow(
  from: Handle,
  ids: readonly string[],
): Promise<Map<string, NonNullable<Statement['drift']>>> {
  if (ids.length === 0) return new Map();
  const rows = await from.query(
    'drifts in the newest texts',
    ({ db, t, oneOf }) =>
      db
        .select({
          id: t.drifts.statementId,
          drift: t.drifts.drift,
          snapshot: t.drifts.snapshot,
          difference: t.drifts.difference,
          found: t.drifts.found,
        })
        .from(t.drifts)
        .where(and(oneOf(t.drifts.statementId, 'ids'), eq(t.drifts.isNewest, true))),
    { ids: [...ids] },
  );
  return new Map(
    rows.map(({ id, drift, snapshot, difference, found }) => [
      id,
      { drift, snapshot, ...(difference && { difference }), ...(found?.closest && { closest: found.closest }) },
    ]),
  );
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
