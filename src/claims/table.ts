import type { defineDisputes } from '../disputes/table.ts';
import { type Dialect, entityColumns } from '../platform/engine/dialect.ts';
import type { ClaimRelationKind } from './claim-relation.ts';

export function defineClaims(d: Dialect, { questions }: ReturnType<typeof defineDisputes>) {
  const claims = d.table(
    'claims',
    {
      ...entityColumns(d),
      slug: d.text('slug').notNull(),
      questionId: d
        .text('question_id')
        .notNull()
        .references(() => questions.id),
      /** The question's dispute, kept here so that no list has to join for it. */
      disputeId: d.text('dispute_id').notNull(),
      text: d.text('text').notNull(),
      terms: d.json<string[]>('terms').notNull(),
      note: d.text('note'),
    },
    (t) => [
      d.uniqueIndex('claims_slug').on(t.slug),
      d.index('claims_by_question').on(t.questionId, t.id),
      d.index('claims_by_dispute').on(t.disputeId, t.id),
    ],
  );

  /** The terms of a claim again, folded to words with single spaces between; written from `claims.terms`. */
  const claimTerms = d.table(
    'claim_terms',
    {
      claimId: d
        .text('claim_id')
        .notNull()
        .references(() => claims.id, { onDelete: 'cascade' }),
      wording: d.text('wording').notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.claimId, t.wording] }),
      d.index('claim_terms_by_wording').on(t.wording, t.claimId),
    ],
  );

  const claimRelations = d.table(
    'claim_relations',
    {
      ...entityColumns(d),
      claimId: d
        .text('claim_id')
        .notNull()
        .references(() => claims.id),
      targetId: d
        .text('target_id')
        .notNull()
        .references(() => claims.id),
      kind: d.text('kind').$type<ClaimRelationKind>().notNull(),
      note: d.text('note'),
    },
    (t) => [
      d.uniqueIndex('claim_relations_once').on(t.claimId, t.targetId, t.kind),
      d.index('claim_relations_by_target').on(t.targetId, t.id),
    ],
  );

  return { claims, claimTerms, claimRelations };
}
