import { and, eq, gt } from 'drizzle-orm';
import type { Handle } from '../../platform/engine/tables.ts';
import type { KeptOtherwise } from '../../record/against-rules.ts';

const ROWS_AT_ONCE = 500;

/** Statements that have the same words of the same speaker at the same place as another, in the order of creation. */
export async function* keptTwice(from: Handle): AsyncGenerator<KeptOtherwise> {
  for (let after = ''; ; ) {
    const ids = await twiceAfter(from, after);
    for (const id of ids)
      yield { kind: 'statement', id, member: 'quote', why: 'the same words of its speaker are recorded at its place' };
    if (ids.length < ROWS_AT_ONCE) return;
    after = ids.at(-1) as string;
  }
}

async function twiceAfter(from: Handle, after: string): Promise<string[]> {
  const rows = await from.query(
    'statements that are recorded twice',
    ({ db, t, param, bound }) =>
      db
        .select({ id: t.statementWarnings.statementId })
        .from(t.statementWarnings)
        .where(
          and(eq(t.statementWarnings.warning, param('warning')), gt(t.statementWarnings.statementId, param('after'))),
        )
        .orderBy(t.statementWarnings.statementId)
        .limit(bound('limit')),
    { warning: 'duplicate', after, limit: ROWS_AT_ONCE },
  );
  return rows.map(({ id }) => id);
}
