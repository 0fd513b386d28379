import { type SQL, sql } from 'drizzle-orm';
import type { Condition } from '../platform/engine/pages.ts';
import type { Tables } from '../platform/engine/tables.ts';

/**
 * Lines of what belongs to one of the disputes: these themselves, questions, claims, statements, what ties, answers,
 * reviews or corrects them, and the articles that report them, with their texts. What was deleted belongs nowhere.
 */
export function isInDispute(disputes: readonly string[]): Condition<Tables> {
  return {
    name: 'in disputes',
    values: { disputes: [...disputes] },
    holds: (build) => {
      const { t, oneOf, keyIn } = build;
      const line = keyIn(t.changes.entityId);
      const statement = (id: SQL) =>
        sql`exists (select 1 from ${t.statements} where ${t.statements.id} = ${id} and ${oneOf(t.statements.disputeId, 'disputes')})`;
      const claim = (id: SQL) =>
        sql`exists (select 1 from ${t.claims} where ${t.claims.id} = ${id} and ${oneOf(t.claims.disputeId, 'disputes')})`;
      const article = (id: SQL) =>
        sql`exists (select 1 from ${t.statements} where ${t.statements.articleId} = ${id} and ${oneOf(t.statements.disputeId, 'disputes')})`;
      const review = sql`(${claim(sql`${t.reviews.claimId}`)} or ${statement(sql`${t.reviews.statementId}`)})`;
      const { corrections } = t;
      const reviewed = sql`exists (select 1 from ${t.reviews} where ${t.reviews.id} = ${corrections.reviewId} and ${review})`;
      const corrected = sql`(${claim(sql`${corrections.claimId}`)} or ${statement(sql`${corrections.statementId}`)} or ${article(sql`${corrections.articleId}`)} or ${reviewed})`;
      const of = (type: string, belongs: SQL) => sql`when ${sql.raw(`'${type}'`)} then ${belongs}`;
      const itself = (
        table: Tables['questions' | 'rebuttals' | 'claimRelations' | 'reviews' | 'corrections' | 'snapshots'],
        belongs: SQL | undefined,
      ) => sql`exists (select 1 from ${table} where ${table.id} = ${line} and ${belongs})`;
      return sql`case ${t.changes.entityType} ${sql.join(
        [
          of('dispute', sql`${oneOf(t.changes.entityId, 'disputes')}`),
          of('question', itself(t.questions, oneOf(t.questions.disputeId, 'disputes'))),
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
    },
  };
}
