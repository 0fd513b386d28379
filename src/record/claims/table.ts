import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { type Dialect, entityColumns } from '../../platform/engine/dialect.ts';
import type { defineDisputes } from '../disputes/table.ts';
import type { TermsState } from './claim.ts';
import type { ClaimRelationKind } from './claim-relation.ts';

export function defineClaims(d: Dialect, { questions }: ReturnType<typeof defineDisputes>) {
  const claims = d.table(
    'claims',
    {
      ...entityColumns(d, 'claim'),
      slug: d.text('slug').notNull(),
      questionId: d
        .key('question_id', 'question')
        .notNull()
        .references(() => questions.id),
      /** The question's dispute, kept here so that no list has to join for it. */
      disputeId: d.key('dispute_id', 'dispute').notNull(),
      text: d.text('text').notNull(),
      terms: d.json<TermsState>('terms').notNull(),
      note: d.text('note'),
      /** The claim that this one was merged into; null while it stands for itself. */
      mergedIntoId: d.key('merged_into_id', 'claim').references((): SQLiteColumn => claims.id),
      /** Where following `mergedIntoId` ends, kept here so that a reference follows in one read; null while it stands for itself. */
      rootId: d.key('root_id', 'claim'),
      /** The claims that were merged into this one itself. */
      merged: d.json<string[]>('merged').notNull(),
    },
    (t) => [
      d.uniqueIndex('claims_slug').on(t.slug),
      d.index('claims_by_root').on(t.rootId, t.id),
      d.index('claims_merged_into').on(t.mergedIntoId),
      d.index('claims_by_question').on(t.questionId, t.id),
      d.index('claims_by_dispute').on(t.disputeId, t.id),
    ],
  );

  /** The forms of a claim's terms again, folded to words with single spaces between; written from `claims.terms`. */
  const claimTerms = d.table(
    'claim_terms',
    {
      claimId: d
        .key('claim_id', 'claim')
        .notNull()
        .references(() => claims.id, { onDelete: 'cascade' }),
      wording: d.text('wording').notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.claimId, t.wording] }),
      d.index('claim_terms_by_wording').on(t.wording, t.claimId),
    ],
  );

  const relationColumns = {
    ...entityColumns(d, 'claim-relation'),
    kind: d.text('kind').$type<ClaimRelationKind>().notNull(),
    note: d.text('note'),
    /** The ends as they were written; those above follow merges. */
    ownClaimId: d.key('own_claim_id', 'claim').notNull(),
    ownTargetId: d.key('own_target_id', 'claim').notNull(),
  };

  const claimRelations = d.table(
    'claim_relations',
    {
      ...relationColumns,
      claimId: d
        .key('claim_id', 'claim')
        .notNull()
        .references(() => claims.id),
      targetId: d
        .key('target_id', 'claim')
        .notNull()
        .references(() => claims.id),
    },
    (t) => [
      d.uniqueIndex('claim_relations_once').on(t.claimId, t.targetId, t.kind),
      d.index('claim_relations_by_target').on(t.targetId, t.id),
    ],
  );

  /** Relations that a merge made the same as another, or one of a claim to itself; they come back when it is undone. */
  const claimRelationsAside = d.table(
    'claim_relations_aside',
    {
      ...relationColumns,
      ownClaimId: d
        .key('own_claim_id', 'claim')
        .notNull()
        .references(() => claims.id),
      ownTargetId: d
        .key('own_target_id', 'claim')
        .notNull()
        .references(() => claims.id),
    },
    (t) => [
      d.index('claim_relations_aside_by_claim').on(t.ownClaimId),
      d.index('claim_relations_aside_by_target').on(t.ownTargetId),
    ],
  );

  return { claims, claimTerms, claimRelations, claimRelationsAside };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineClaims> {}
}
