import { and, eq, exists, ne, not, or, type SQL, sql } from 'drizzle-orm';
import type { Build } from '../../platform/engine/engine.ts';
import { type Condition, isOneOf } from '../../platform/engine/pages.ts';
import type { Tables } from '../../platform/engine/tables.ts';
import { isAgainst } from '../../record/rebuttals/against.ts';

/**
 * A published statement of another side, of a certain one when it is given, that sets itself against the one of the outer
 * query or against what that repeats.
 */
function rebuttalBy(build: Build<Tables>, bySide?: (answers: Tables['statements']) => SQL | undefined): SQL {
  const { db, t } = build;
  const answer = aliasOf(build);
  const rebuts = and(
    or(eq(t.rebuttals.rebutsId, t.statements.id), eq(t.rebuttals.rebutsId, t.statements.repeatsId)),
    isAgainst(t.rebuttals.kind),
    eq(answer.status, 'published'),
    ne(answer.sideId, t.statements.sideId),
    bySide?.(answer),
  );
  return exists(
    db
      .select({ one: sql`1` })
      .from(t.rebuttals)
      .innerJoin(answer, eq(answer.id, t.rebuttals.statementId))
      .where(rebuts),
  );
}

function aliasOf({ alias, t }: Build<Tables>): Tables['statements'] {
  return alias(t.statements, 'answers');
}

export function isRebutted(asked?: boolean): Condition<Tables>[] {
  if (asked === undefined) return [];
  return [
    {
      name: `rebutted ${asked}`,
      values: {},
      holds: (build) => (asked ? rebuttalBy(build) : not(rebuttalBy(build))),
    },
  ];
}

export function isUnansweredBy(sides?: string[]): Condition<Tables>[] {
  if (sides === undefined) return [];
  return [
    {
      name: `unansweredBy ${sides.length}`,
      values: Object.fromEntries(sides.map((side, at) => [`unansweredBy${at}`, side])),
      holds: (build) => or(...sides.map((_, at) => unansweredByOne(build, `unansweredBy${at}`))),
    },
  ];
}

function unansweredByOne(build: Build<Tables>, name: string): SQL | undefined {
  const { db, t, param } = build;
  const takesPart = and(
    eq(t.disputeSides.disputeId, t.statements.disputeId),
    sql`${t.disputeSides.sideId} = ${param(name)}`,
  );
  return and(
    sql`${t.statements.sideId} <> ${param(name)}`,
    exists(db.select({ one: sql`1` }).from(t.disputeSides).where(takesPart)),
    not(rebuttalBy(build, (answer) => sql`${answer.sideId} = ${param(name)}`)),
  );
}

/** It answers one of the statements, as far as the caller may see that one. */
export function doesRebut(statements: string[] | undefined, drafts: boolean): Condition<Tables>[] {
  return isOneOf('rebuts', (t: Tables) => t.rebuttals.rebutsId, statements).map((condition) => ({
    ...condition,
    name: `${condition.name}${drafts ? ' or drafts' : ''}`,
    holds: (build: Build<Tables>) => {
      const { db, t, alias } = build;
      const answered = alias(t.statements, 'answered');
      const seen = drafts ? ne(answered.status, 'withdrawn') : eq(answered.status, 'published');
      const answers = db
        .select({ id: t.rebuttals.statementId })
        .from(t.rebuttals)
        .innerJoin(answered, eq(answered.id, t.rebuttals.rebutsId))
        .where(and(condition.holds(build), seen));
      // Not EXISTS: the few answers say which statements are read.
      return sql`${t.statements.id} in ${answers}`;
    },
  }));
}
