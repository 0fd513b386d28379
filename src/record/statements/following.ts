import { and, eq, sql } from 'drizzle-orm';
import type { Author } from '../../history/change.ts';
import { reviseEntity } from '../../history/record.ts';
import { rowsToWrite } from '../../platform/engine/rows.ts';
import type { Tables, Tx } from '../../platform/engine/tables.ts';
import { mergeTargetsOf } from '../claims/merge-targets.ts';
import type { Regrouping } from '../claims/regrouping.ts';
import { insertStances } from './actions.ts';
import { stancesAsTheyStand } from './merging.ts';
import { forgetStances } from './revise.ts';

type StatementRow = Tables['statements']['$inferSelect'];

/** Statements that are rewritten between two looks at the list of them. */
const AT_ONCE = 200;

/** Lets the stances of statements follow a merge of claims, and go back when it is undone. */
export async function regroupStances(tx: Tx, regrouping: Regrouping, by: Author): Promise<void> {
  const ids = await statementsOn(tx, regrouping);
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    await tx.revising('statement', some);
    for (const row of await rowsToWrite(tx, 'statements', some)) {
      const own = row.ownStances ?? row.stances;
      const columns = stancesAsTheyStand(
        own,
        await mergeTargetsOf(
          tx,
          own.map(({ claim }) => claim),
        ),
      );
      const after = await reviseEntity(tx, 'statement', row, columns, by, { action: regrouping.action });
      if (after.revision !== row.revision) await rewriteStances(tx, after);
    }
  }
}

/** Those with a stance on the claim; when a merge is undone, only those whose stances a merge changed. */
async function statementsOn(tx: Tx, { action, from }: Regrouping): Promise<string[]> {
  const rows = await tx.query(
    `statements to ${action}`,
    ({ db, t, param }) =>
      db
        .select({ id: t.stances.statementId })
        .from(t.stances)
        .innerJoin(t.statements, eq(t.statements.id, t.stances.statementId))
        .where(
          and(
            eq(t.stances.claimId, param('claim')),
            // An empty JSON column may hold the JSON value null.
            action === 'merge' ? undefined : sql`cast(${t.statements.ownStances} as text) <> 'null'`,
          ),
        )
        .orderBy(t.stances.statementId),
    { claim: from },
  );
  return rows.map(({ id }) => id);
}

/** The rows that stances are joined and counted by, anew from the statement's own. */
async function rewriteStances(tx: Tx, row: StatementRow): Promise<void> {
  const claims = await tx.query(
    'claims with their questions',
    ({ db, t, oneOf }) =>
      db
        .select({ id: t.claims.id, questionId: t.claims.questionId })
        .from(t.claims)
        .where(oneOf(t.claims.id, 'claims')),
    { claims: row.stances.map(({ claim }) => claim) },
  );
  await forgetStances(tx, row.id);
  const stances = row.stances.flatMap(({ claim, stance }) => {
    const found = claims.find(({ id }) => id === claim);
    return found ? [{ claim: found, stance }] : [];
  });
  await insertStances(tx, row, stances);
}
