import { and, eq, exists, sql } from 'drizzle-orm';
import { allOf, type Condition } from '../../platform/engine/pages.ts';
import type { Tables } from '../../platform/engine/tables.ts';

/** Whether the statement, of which a row is given, takes a stance for which the conditions hold, too. */
export function takesAlso(conditions: Condition<Tables>[]): (rows: 'statements' | 'stances') => Condition<Tables> {
  const { name, values, holds } = allOf(conditions);
  return (rows) => ({
    name: `takes also ${name}`,
    values,
    holds: (build) => {
      const { db, t, alias } = build;
      const other = alias(t.stances, 'other_stances');
      const id = rows === 'statements' ? t.statements.id : t.stances.statementId;
      const isTaken = and(eq(other.statementId, id), holds({ ...build, t: { ...t, stances: other } }));
      return exists(db.select({ one: sql`1` }).from(other).where(isTaken));
    },
  });
}

/** Whether a statement takes such a stance, on whatever claim where none is named. */
export function takes(taken: Condition<Tables>[]): Condition<Tables> {
  const { name, values, holds } = allOf(taken);
  return {
    name: `takes ${name}`,
    values,
    holds: (build) => {
      const { db, t } = build;
      const isTaken = and(eq(t.stances.statementId, t.statements.id), holds(build));
      return exists(db.select({ one: sql`1` }).from(t.stances).where(isTaken));
    },
  };
}
