import type { Dialect } from '../../platform/engine/dialect.ts';
import type { defineStatements } from '../../record/statements/table.ts';

export function defineAnswered(d: Dialect, { statements }: ReturnType<typeof defineStatements>) {
  /**
   * The published statements that a published one of another side sets itself against, or against what they repeat, kept
   * as these are written.
   */
  const answered = d.table(
    'answered',
    {
      statementId: d
        .key('statement_id', 'statement')
        .primaryKey()
        .references(() => statements.id, { onDelete: 'cascade' }),
      disputeId: d.key('dispute_id', 'dispute').notNull(),
      sideId: d.key('side_id', 'side').notNull(),
      /** Hours to the first of the answers; null unless both are dated by times. */
      hours: d.real('hours'),
      /** Local days to the same; null unless both dates tell a day. */
      days: d.integer('days'),
    },
    (t) => [
      d.index('answered_by_side').on(t.disputeId, t.sideId, t.hours),
      d.index('answered_by_days').on(t.disputeId, t.sideId, t.days),
    ],
  );
  return { answered };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineAnswered> {}
}
