import { and, eq, exists, sql } from 'drizzle-orm';
import type { Condition } from '../../platform/engine/pages.ts';
import type { Tables } from '../../platform/engine/tables.ts';

/** Whether one of these became of the quote in the newest text of its article. */
export function hasDrifted(drifts: readonly string[]): Condition<Tables>[] {
  return [
    {
      name: 'drift',
      values: { drifts: [...drifts] },
      holds: ({ db, t, oneOf }) => {
        const isOf = and(eq(t.drifts.statementId, t.statements.id), eq(t.drifts.isNewest, true));
        return exists(
          db
            .select({ one: sql`1` })
            .from(t.drifts)
            .where(and(isOf, oneOf(t.drifts.drift, 'drifts'))),
        );
      },
    },
  ];
}

/** Whether one of these warnings is given of the statement, or of how its quote appears. */
export function isWarnedOf(warnings: readonly string[]): Condition<Tables>[] {
  return [
    {
      name: 'warning',
      values: { warnings: [...warnings] },
      holds: ({ db, t, oneOf }) =>
        exists(
          db
            .select({ one: sql`1` })
            .from(t.statementWarnings)
            .where(
              and(eq(t.statementWarnings.statementId, t.statements.id), oneOf(t.statementWarnings.warning, 'warnings')),
            ),
        ),
    },
  ];
}
