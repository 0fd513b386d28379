import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Build } from '../platform/engine/engine.ts';
import type { Condition, Selectable } from '../platform/engine/pages.ts';
import type { Handle, Tables } from '../tables.ts';
import type { StanceFilter } from './filter.ts';

/** A statement as a list orders it. */
export type Placed = { id: string; saidSort: string };
export type Order = { by: 'date' | 'creation'; direction: 'asc' | 'desc' };

/**
 * Statements that take a stance, found by their stances: so a page costs what takes such stances, however long the
 * record. A statement that takes several comes once.
 */
export function takersOf(
  from: Handle,
  filter: StanceFilter,
  { by, direction }: Order,
  { limit, after }: { limit: number; after: readonly string[] | null },
): Promise<Placed[]> {
  const [order, comparison] = direction === 'desc' ? [desc, sql.raw('<')] : [asc, sql.raw('>')];
  return from.query(
    `takers by ${by} ${direction} ${shapeOf(filter)}${after ? ' after' : ''}`,
    (build) => {
      const { db, t, param } = build;
      const { statementId, saidSort } = t.stances;
      const isAfter =
        by === 'date'
          ? sql`(${saidSort}, ${statementId}) ${comparison} (${param('afterDate')}, ${param('afterId')})`
          : sql`${statementId} ${comparison} ${param('afterId')}`;
      const rows = db.selectDistinct({ saidSort, id: statementId }).from(t.stances).$dynamic();
      return (joined(t, rows, filter) as unknown as Selectable<Placed>)
        .where(and(...holding(build, filter), after ? isAfter : undefined))
        .orderBy(...(by === 'date' ? [order(saidSort), order(statementId)] : [order(statementId)]))
        .limit(param('limit') as never);
    },
    { ...valuesOf(filter), limit, ...(after && { afterDate: after[0], afterId: after.at(-1) }) },
  );
}

/** How many statements take such a stance. */
export async function countTakers(from: Handle, filter: StanceFilter): Promise<number> {
  const rows = await from.query(
    `count of takers ${shapeOf(filter)}`,
    (build) => {
      const { db, t } = build;
      const n = { n: sql`count(distinct ${t.stances.statementId})`.mapWith(Number) };
      const counted = joined(t, db.select(n).from(t.stances).$dynamic(), filter);
      return (counted as unknown as Selectable<{ n: number }>).where(and(...holding(build, filter)));
    },
    valuesOf(filter),
  );
  return rows[0]?.n ?? 0;
}

/** In this order on SQLite, which keeps the order of cross joins. */
function joined<Rows extends { crossJoin(table: Tables['statements']): unknown }>(
  t: Tables,
  rows: Rows,
  { ofStatements }: StanceFilter,
): unknown {
  return ofStatements.length === 0 ? rows : rows.crossJoin(t.statements);
}

function holding(build: Build<Tables>, { conditions, ofStatements }: StanceFilter): (SQL | undefined)[] {
  const { t } = build;
  return [
    ...conditions.map(({ holds }) => holds(build)),
    ...(ofStatements.length === 0 ? [] : [eq(t.statements.id, t.stances.statementId)]),
    ...ofStatements.map(({ holds }) => holds(build)),
  ];
}

function allOf({ conditions, ofStatements }: StanceFilter): Condition<Tables>[] {
  return [...conditions, ...ofStatements];
}

function shapeOf(filter: StanceFilter): string {
  return allOf(filter)
    .map(({ name }) => name)
    .join(' ');
}

function valuesOf(filter: StanceFilter): Record<string, unknown> {
  return Object.assign({}, ...allOf(filter).map(({ values }) => values));
}
