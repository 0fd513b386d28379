import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Build } from '../../platform/engine/engine.ts';
import type { Condition } from '../../platform/engine/pages.ts';
import type { Tables } from '../../platform/engine/tables.ts';

/**
 * Claims that one side supports while another denies them, or supports a claim that competes with them; or all others.
 * The smallest and the greatest side tell whether all are one, and an index tells these without reading the rest.
 */
export function isContested(asked: boolean): Condition<Tables>[] {
  return [
    {
      name: `contested ${asked}`,
      values: {},
      holds: (build) => {
        const { t } = build;
        const own = sidesWith(build, t.claims.id, 'support');
        const denied = areApart(own, sidesWith(build, t.claims.id, 'deny'));
        const other = sql.raw('rival.id') as unknown as SQL;
        const rivalled = sql`exists (select 1 from ${t.claims} as rival where ${isRival(build)} and ${areApart(own, sidesWith(build, other, 'support'))})`;
        const isOne = sql`(${denied} or ${rivalled})`;
        return asked === true ? isOne : sql`not ${isOne}`;
      },
    },
  ];
}

/** Claims of which there is a published fact-check, or of which there is none. */
export function isReviewed(asked: boolean): Condition<Tables>[] {
  return [
    {
      name: `reviewed ${asked}`,
      values: {},
      holds: ({ t }) => {
        const isOne = sql`exists (select 1 from ${t.reviews} where ${t.reviews.claimId} = ${t.claims.id})`;
        return asked === true ? isOne : sql`not ${isOne}`;
      },
    },
  ];
}

type Sides = { least: SQL; greatest: SQL };

function sidesWith({ t }: Build<Tables>, claim: SQLiteColumn | SQL, stance: 'support' | 'deny'): Sides {
  const { claimId, stance: taken, status } = t.stances;
  const isTaken = and(sql`${claimId} = ${claim}`, eq(taken, stance), eq(status, 'published'));
  const rows = sql`${t.stances} where ${isTaken}`;
  return {
    least: sql`(select min(${t.stances.sideId}) from ${rows})`,
    greatest: sql`(select max(${t.stances.sideId}) from ${rows})`,
  };
}

/** Whether there are sides of both, and not all of them are one. */
function areApart(some: Sides, others: Sides): SQL {
  const isOneSide = sql`${some.least} = ${some.greatest} and ${others.least} = ${others.greatest} and ${some.least} = ${others.least}`;
  return sql`(${some.least} is not null and ${others.least} is not null and not (${isOneSide}))`;
}

/** The rule of `competition`, for the claim of the list and the one named `rival`. */
function isRival({ t }: Build<Tables>): SQL {
  const tied = (kinds: string) =>
    sql`exists (select 1 from ${t.claimRelations} where ${t.claimRelations.kind} in ${sql.raw(kinds)} and ((${t.claimRelations.claimId} = ${t.claims.id} and ${t.claimRelations.targetId} = rival.id) or (${t.claimRelations.claimId} = rival.id and ${t.claimRelations.targetId} = ${t.claims.id})))`;
  const isOfQuestion = sql`(rival.question_id = ${t.claims.questionId} and not ${tied("('supports', 'different-scope')")})`;
  return sql`rival.id <> ${t.claims.id} and rival.root_id is null and (${isOfQuestion} or ${tied("('contradicts', 'reframes')")})`;
}
