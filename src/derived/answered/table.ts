import type { Dialect } from '../../platform/engine/dialect.ts';
import type { defineStatements } from '../../record/statements/table.ts';

export function defineAnswered(d: Dialect, { statements }: ReturnType<typeof defineStatements>) {
  /** The published statements that a published one sets itself against, kept as these are written. */
  const answered = d.table(
    'answered',
    {
      statementId: d
        .key('statement_id', 'statement')
        .primaryKey()
        .references(() => statements.id, { onDelete: 'cascade' }),
      disputeId: d.key('dispute_id', 'dispute').notNull(),
      sideId: d.key('side_id', 'side').notNull(),
      /** Hours to the first of the answers that did not come before it; null where no date tells. */
      hours: d.real('hours'),
    },
    (t) => [d.index('answered_by_side').on(t.disputeId, t.sideId, t.hours)],
  );
  return { answered };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineAnswered> {}
}
