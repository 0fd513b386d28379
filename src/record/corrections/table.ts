import type { CorrectionKind } from '../../kernel/correction.ts';
import { type Dialect, entityColumns } from '../../platform/engine/dialect.ts';
import type { defineArticles } from '../articles/table.ts';
import type { defineClaims } from '../claims/table.ts';
import type { defineReviews } from '../reviews/table.ts';
import type { defineStatements } from '../statements/table.ts';

type Earlier = ReturnType<typeof defineArticles> &
  ReturnType<typeof defineClaims> &
  ReturnType<typeof defineStatements> &
  ReturnType<typeof defineReviews>;

export function defineCorrections(d: Dialect, { articles, claims, statements, reviews }: Earlier) {
  const corrections = d.table(
    'corrections',
    {
      ...entityColumns(d, 'correction'),
      statementId: d.key('statement_id', 'statement').references(() => statements.id),
      articleId: d.key('article_id', 'article').references(() => articles.id),
      claimId: d.key('claim_id', 'claim').references(() => claims.id),
      /** The claim as it was written; the one above follows merges. */
      ownClaimId: d.key('own_claim_id', 'claim'),
      reviewId: d.key('review_id', 'review').references(() => reviews.id),
      kind: d.text('kind').$type<CorrectionKind>().notNull(),
      note: d.text('note').notNull(),
      effectiveAt: d.text('effective_at').notNull(),
      /** Where `effectiveAt` begins, in UTC: what lists sort by. */
      effectiveSort: d.time('effective_sort').notNull(),
    },
    (t) => [
      d.index('corrections_by_date').on(t.effectiveSort, t.id),
      d.index('corrections_by_statement').on(t.statementId, t.effectiveSort, t.id),
      d.index('corrections_by_article').on(t.articleId, t.effectiveSort, t.id),
      d.index('corrections_by_claim').on(t.claimId, t.effectiveSort, t.id),
      d.index('corrections_by_review').on(t.reviewId, t.effectiveSort, t.id),
    ],
  );
  return { corrections };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineCorrections> {}
}
