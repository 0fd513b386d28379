import { z } from 'zod';
import { CorrectionKind, CorrectionNote } from '../../kernel/correction.ts';
import { entityShape, Reference } from '../../kernel/entity.ts';
import { PartialDate } from '../../kernel/time.ts';
import { ArticleBrief } from '../articles/article.ts';
import { ClaimBrief } from '../claims/claim.ts';
import { ReviewBrief } from '../reviews/review.ts';
import { StatementBrief } from '../statements/statement.ts';

/**
 * A public note on what was wrong in a record, an article or a review, or what somebody answers to it. It is of exactly
 * one of the four, and stands in every representation of it.
 */
export const Correction = z
  .strictObject({
    ...entityShape('correction'),
    statement: StatementBrief.nullable(),
    article: ArticleBrief.nullable(),
    claim: ClaimBrief.nullable(),
    review: ReviewBrief.nullable(),
    kind: CorrectionKind,
    note: CorrectionNote.shape.note,
    effectiveAt: CorrectionNote.shape.effectiveAt,
  })
  .meta({ id: 'Correction' });
export type Correction = z.infer<typeof Correction>;

export const NewCorrection = z.strictObject({
  statement: Reference.nullable().default(null),
  article: Reference.nullable().default(null),
  claim: Reference.nullable().default(null),
  review: Reference.nullable().default(null),
  kind: CorrectionKind,
  note: CorrectionNote.shape.note,
  effectiveAt: PartialDate.optional().describe('Since when it holds; now, when left out'),
});
export type NewCorrection = z.infer<typeof NewCorrection>;
