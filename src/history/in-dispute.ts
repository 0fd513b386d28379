import { eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Build } from '../platform/engine/engine.ts';
import type { Condition } from '../platform/engine/pages.ts';
import type { Handle, Tables } from '../platform/engine/tables.ts';

/**
 * Lines of what belongs to one of the disputes: these themselves, questions, claims, statements, what ties, answers,
 * reviews or corrects them, and the articles that report them, with their texts. What was deleted belongs nowhere.
 */
export function isInDispute(disputes: readonly string[]): Condition<Tables> {
  return {
    name: 'in disputes',
    values: { disputes: [...disputes] },
    holds: (build) =>
      belongs(
        build,
        (dispute) => build.oneOf(dispute, 'disputes'),
        sql`${build.oneOf(build.t.changes.entityId, 'disputes')}`,
      ),
  };
}

/** Which of the lines with numbers from the one to the other belong to which of these disputes (ids). */
export async function linesOfDisputes(
  from: Handle,
  first: number,
  last: number,
  disputes: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const rows = await from.query(
    'lines of history by dispute',
    (build) => {
      const { db, t, param, oneOf, keyIn } = build;
      const isIt = (dispute: SQLWrapper) => sql`${dispute} = ${t.disputes.id}`;
      return db
        .select({ seq: t.changes.seq, dispute: t.disputes.id })
        .from(t.changes)
        .innerJoin(t.disputes, belongs(build, isIt, isIt(keyIn(t.changes.entityId))))
        .where(
          sql`${t.changes.seq} >= ${param('first')} and ${t.changes.seq} <= ${param('last')} and ${oneOf(t.disputes.id, 'disputes')}`,
        );
    },
    { first, last, disputes: [...disputes] },
  );
  const found = new Map(disputes.map((dispute) => [dispute, new Set<number>()]));
  for (const { seq, dispute } of rows) found.get(dispute)?.add(seq);
  return found;
}

/** True for a line of what belongs to a dispute: of which `isIt` holds, and, for the line of a dispute, `isItself`. */
function belongs({ t, keyIn }: Build<Tables>, isIt: (dispute: SQLWrapper) => SQL, isItself: SQL): SQL {
  const line = keyIn(t.changes.entityId);
  const statement = (id: SQL) =>
    sql`exists (select 1 from ${t.statements} where ${t.statements.id} = ${id} and ${isIt(t.statements.disputeId)})`;
  const claim = (id: SQL) =>
    sql`exists (select 1 from ${t.claims} where ${t.claims.id} = ${id} and ${isIt(t.claims.disputeId)})`;
  const article = (id: SQL) =>
    sql`exists (select 1 from ${t.statements} where ${t.statements.articleId} = ${id} and ${isIt(t.statements.disputeId)})`;
  const review = sql`(${claim(sql`${t.reviews.claimId}`)} or ${statement(sql`${t.reviews.statementId}`)})`;
  const { corrections } = t;
  const reviewed = sql`exists (select 1 from ${t.reviews} where ${t.reviews.id} = ${corrections.reviewId} and ${review})`;
  const corrected = sql`(${claim(sql`${corrections.claimId}`)} or ${statement(sql`${corrections.statementId}`)} or ${article(sql`${corrections.articleId}`)} or ${reviewed})`;
  const of = (type: string, belongs: SQL) => sql`when ${eq(t.changes.entityType, type)} then ${belongs}`;
  const itself = (
    table: Tables['questions' | 'rebuttals' | 'claimRelations' | 'reviews' | 'corrections' | 'snapshots'],
    belongs: SQL | undefined,
  ) => sql`exists (select 1 from ${table} where ${table.id} = ${line} and ${belongs})`;
  return sql`case ${sql.join(
    [
      of('dispute', isItself),
      of('question', itself(t.questions, isIt(t.questions.disputeId))),
      of('claim', claim(line)),
      of('statement', statement(line)),
      of('claim-relation', itself(t.claimRelations, claim(sql`${t.claimRelations.claimId}`))),
      of('rebuttal', itself(t.rebuttals, statement(sql`${t.rebuttals.statementId}`))),
      of('review', itself(t.reviews, review)),
      of('correction', itself(corrections, corrected)),
      of('article', article(line)),
      of('snapshot', itself(t.snapshots, article(sql`${t.snapshots.articleId}`))),
    ],
    sql` `,
  )} else 1 = 0 end`;
}
