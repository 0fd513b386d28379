import { eq, sql } from 'drizzle-orm';
import type { Handle } from '../../platform/engine/tables.ts';

/** Statements that have the same words of the same speaker at the same place as another. */
export const duplicates = {
  rule: 'the same words of one speaker at one place of an article are one statement',
  async list(from: Handle, limit: number): Promise<{ type: string; id: string }[]> {
    const rows = await from.query(
      'statements that are recorded twice',
      ({ db, t, param }) =>
        db
          .select({ id: t.statementWarnings.statementId })
          .from(t.statementWarnings)
          .where(eq(t.statementWarnings.warning, param('warning')))
          .orderBy(t.statementWarnings.statementId)
          .limit(sql.placeholder('limit')),
      { warning: 'duplicate', limit },
    );
    return rows.map(({ id }) => ({ type: 'statement', id }));
  },
};
