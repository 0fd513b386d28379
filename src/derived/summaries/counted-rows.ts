import { eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Build } from '../../platform/engine/engine.ts';
import type { Tables } from '../../platform/engine/tables.ts';

/**
 * The rows of a statement that are written together: its own with those of its stances, those of its usages of terms, and
 * that it is answered.
 */
export const PARTS = ['statements', 'usages', 'answers'] as const;
export type Part = (typeof PARTS)[number];

/** Rows that add to summaries, each for the statement that it is of. */
type Rows = { part: Part; table: SQLiteTable; statementId: SQLiteColumn; where?: SQL | undefined };

export const ROWS = {
  stances: ({ stances: s }: Tables): Rows => ({
    ...{ part: 'statements', table: s, statementId: s.statementId, where: eq(s.status, 'published') },
  }),
  statements: ({ statements: s }: Tables): Rows => ({
    ...{ part: 'statements', table: s, statementId: s.id, where: eq(s.status, 'published') },
  }),
  usages: ({ termUsages: u }: Tables): Rows => ({ part: 'usages', table: u, statementId: u.statementId }),
  answers: ({ answered: a }: Tables): Rows => ({ part: 'answers', table: a, statementId: a.statementId }),
};

export type Named = (build: Build<Tables>) => SQLWrapper;

export const takesStance = ({ statements }: Tables) => sql`cast(${statements.stances} as text) <> '[]'`;
/** Of the stances of a statement on one question one row says so. */
export const isOneOfQuestion = ({ stances }: Tables) => sql`${stances.ofQuestion} = 1`;
export const literally = (text: string) => sql.raw(`'${text}'`);

export const stancesIn: Named = ({ t, idText }) => sql`${idText(t.statements.disputeId)} || ' stances'`;

/** Whose rows are meant, by the statement that they are of. */
export type Within = (statementId: SQLWrapper) => SQL | undefined;

/** Queries one after another, as one. */
export function unionAll(queries: readonly SQL[]): SQL {
  return sql.join([...queries], sql` union all `);
}
