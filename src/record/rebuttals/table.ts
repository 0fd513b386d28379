import { type Dialect, entityColumns } from '../../platform/engine/dialect.ts';
import type { RebuttalKind } from '../statements/statement.ts';
import type { defineStatements } from '../statements/table.ts';

const KINDS = [
  'clarification',
  'concession',
  'counter-accusation',
  'denial',
  'disavowal',
  'reframing',
  'undercut',
] as const satisfies readonly RebuttalKind[];

export function defineRebuttals(d: Dialect, { statements }: ReturnType<typeof defineStatements>) {
  const rebuttals = d.table(
    'rebuttals',
    {
      ...entityColumns(d, 'rebuttal'),
      statementId: d
        .key('statement_id', 'statement')
        .notNull()
        .references(() => statements.id),
      rebutsId: d
        .key('rebuts_id', 'statement')
        .notNull()
        .references(() => statements.id),
      kind: d.word('kind', KINDS).notNull(),
      note: d.text('note'),
    },
    (t) => [
      d.uniqueIndex('rebuttals_once').on(t.statementId, t.rebutsId),
      d.index('rebuttals_of').on(t.rebutsId, t.id),
      d.index('rebuttals_by_answered').on(t.rebutsId, t.kind, t.statementId),
    ],
  );
  return { rebuttals };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineRebuttals> {}
}
