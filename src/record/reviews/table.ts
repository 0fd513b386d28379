import { type Dialect, entityColumns } from '../../platform/engine/dialect.ts';
import type { defineClaims } from '../claims/table.ts';
import type { defineOutlets } from '../outlets/table.ts';
import type { defineStatements } from '../statements/table.ts';
import type { NormalizedRating } from './review.ts';

type Earlier = ReturnType<typeof defineOutlets> & ReturnType<typeof defineClaims> & ReturnType<typeof defineStatements>;

export function defineReviews(d: Dialect, { outlets, claims, statements }: Earlier) {
  const reviews = d.table(
    'reviews',
    {
      ...entityColumns(d, 'review'),
      claimId: d.key('claim_id', 'claim').references(() => claims.id),
      /** The claim as it was written; the one above follows merges. */
      ownClaimId: d.key('own_claim_id', 'claim'),
      statementId: d.key('statement_id', 'statement').references(() => statements.id),
      publisherId: d
        .key('publisher_id', 'outlet')
        .notNull()
        .references(() => outlets.id),
      url: d.text('url'),
      title: d.text('title'),
      reviewedAt: d.text('reviewed_at'),
      /** Where `reviewedAt` begins, in UTC. */
      reviewedSort: d.time('reviewed_sort'),
      label: d.text('label').notNull(),
      value: d.real('value'),
      best: d.real('best'),
      worst: d.real('worst'),
      normalized: d.text('normalized').$type<NormalizedRating>(),
      /** Whether a person chose `normalized`, or the table of known labels gave it; null where there is none. */
      normalizedBy: d.text('normalized_by').$type<'person' | 'table'>(),
      language: d.text('language').notNull(),
    },
    (t) => [
      d.index('reviews_by_claim').on(t.claimId, t.id),
      d.index('reviews_by_statement').on(t.statementId, t.id),
      d.index('reviews_by_publisher').on(t.publisherId, t.id),
      // Of the claim as it was written, so that merging claims is never refused for it.
      d.uniqueIndex('reviews_once_of_claim').on(t.publisherId, t.url, t.ownClaimId),
      d.uniqueIndex('reviews_once_of_statement').on(t.publisherId, t.url, t.statementId),
    ],
  );
  return { reviews };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineReviews> {}
}
