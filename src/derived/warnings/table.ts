import type { Dialect } from '../../platform/engine/dialect.ts';
import type { StatementWarning } from '../../record/statements/anchor.ts';
import type { defineStatements } from '../../record/statements/table.ts';
import type { QuoteWarning } from '../../text/quotes/quote.ts';

const WARNINGS = [
  'answers-later-words',
  'context-differs',
  'cut-compound',
  'duplicate',
  'ends-early',
  'far-apart',
  'markup',
  'outside-quotation-marks',
  'said-after-publication',
  'short-part',
  'skips-negation',
] as const satisfies readonly (QuoteWarning | StatementWarning)[];

export function defineWarnings(d: Dialect, { statements }: ReturnType<typeof defineStatements>) {
  /** What an editor should look at of a statement: of how its quote stands, and of the statement itself. */
  const statementWarnings = d.table(
    'statement_warnings',
    {
      statementId: d
        .key('statement_id', 'statement')
        .notNull()
        .references(() => statements.id, { onDelete: 'cascade' }),
      warning: d.word('warning', WARNINGS).notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.statementId, t.warning] }),
      d.index('statements_by_warning').on(t.warning, t.statementId),
    ],
  );
  return { statementWarnings };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineWarnings> {}
}
