import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { allOf, type Condition, type Selectable } from '../../platform/engine/pages.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import type { StanceFilter } from './filter.ts';

/** A statement as a list orders it. */
export type Placed = { id: string; saidSort: string };
export type Order = { by: 'date' | 'creation'; direction: 'asc' | 'desc' };

/**
 * Statements that take a stance, found by their stances: so a page costs what takes such stances, however long the
 * record. A statement that takes several comes once.
 */
export function statementsByStance(
  from: Handle,
  filter: StanceFilter,
  { by, direction }: Order,
  { limit, after }: { limit: number; after: readonly string[] | null },
): Promise<Placed[]> {
  const { name, values, holds } = allOf(takenBy(filter));
  const [order, comparison] = direction === 'desc' ? [desc, sql.raw('<')] : [asc, sql.raw('>')];
  return from.query(
    `takers by ${by} ${direction} ${name}${after ? ' after' : ''}`,
    (build) => {
      const { db, t, param } = build;
      const { statementId, saidSort } = t.stances;
      const isAfter =
        by === 'date'
          ? sql`(${saidSort}, ${statementId}) ${comparison} (${param('afterDate')}, ${param('afterId')})`
          : sql`${statementId} ${comparison} ${param('afterId')}`;
      const rows = db.selectDistinct({ saidSort, id: statementId }).from(t.stances).$dynamic();
      return ((filter.ofStatements.length === 0 ? rows : withStatements(t, rows)) as Selectable<Placed>)
        .where(and(holds(build), after ? isAfter : undefined))
        .orderBy(...(by === 'date' ? [order(saidSort), order(statementId)] : [order(statementId)]))
        .limit(build.bound('limit'));
    },
    { ...values, limit, ...(after && { afterDate: after[0], afterId: after.at(-1) }) },
  );
}

/** The conditions on rows of stances and, joined with them, on those of the statements that these are of. */
export function takenBy({ conditions, ofStatements }: StanceFilter): Condition<Tables>[] {
  return ofStatements.length === 0 ? conditions : [...conditions, IS_OF_STATEMENT, ...ofStatements];
}

const IS_OF_STATEMENT: Condition<Tables> = {
  name: 'of statements',
  values: {},
  holds: ({ t }) => eq(t.statements.id, t.stances.statementId),
};

/** Rows joined with those of statements; in this order on SQLite, which keeps the order of cross joins. */
export function withStatements<Rows extends { crossJoin(table: Tables['statements']): unknown }>(
  t: Tables,
  rows: Rows,
): Rows {
  return rows.crossJoin(t.statements) as Rows;
}
