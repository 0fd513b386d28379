import { type Dialect, entityColumns } from '../../platform/engine/dialect.ts';
import type { RebuttalKind } from '../statements/statement.ts';
import type { defineStatements } from '../statements/table.ts';

export function defineRebuttals(d: Dialect, { statements }: ReturnType<typeof defineStatements>) {
  const rebuttals = d.table(
    'rebuttals',
    {
      ...entityColumns(d),
      statementId: d
        .text('statement_id')
        .notNull()
        .references(() => statements.id),
      rebutsId: d
        .text('rebuts_id')
        .notNull()
        .references(() => statements.id),
      kind: d.text('kind').$type<RebuttalKind>().notNull(),
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
