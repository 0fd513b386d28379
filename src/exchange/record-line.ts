import { z } from 'zod';
import { Reference } from '../kernel/entity.ts';
import { NewArticle } from '../record/articles/article.ts';
import { NewSnapshot } from '../record/articles/snapshot.ts';
import { NewClaim } from '../record/claims/claim.ts';
import { NewClaimRelation } from '../record/claims/claim-relation.ts';
import { NewCorrection } from '../record/corrections/correction.ts';
import { NewDispute } from '../record/disputes/dispute.ts';
import { NewQuestion } from '../record/disputes/question.ts';
import { NewOutlet } from '../record/outlets/outlet.ts';
import { NewRebuttal } from '../record/rebuttals/rebuttal.ts';
import { ReviewDraft } from '../record/reviews/review.ts';
import { NewSide } from '../record/sides/side.ts';
import { NewSpeaker } from '../record/speakers/speaker.ts';
import { NewStatement } from '../record/statements/statement.ts';

/** What a statement, or a review, is known as where it comes from; other lines refer to it by this. */
export const ExternalId = z.string().min(1).max(200);

/**
 * One line of the format `record`: a type, and the body that a POST of this type takes.
 *
 * What has a slug is known by it, an article by its URL, a statement by the external `id` of its line, a review by that
 * or by what it is of and its URL, a correction by what it is of and its note: a line that was read before makes no second record,
 * it revises the first where it differs.
 */
export const RecordLine = z.discriminatedUnion('type', [
  NewSide.extend({ type: z.literal('side') }),
  NewDispute.extend({ type: z.literal('dispute') }),
  NewQuestion.extend({ type: z.literal('question') }),
  NewOutlet.extend({ type: z.literal('outlet') }),
  NewArticle.extend({ type: z.literal('article') }),
  NewSnapshot.extend({ type: z.literal('snapshot'), article: Reference }),
  NewSpeaker.extend({ type: z.literal('speaker') }),
  NewClaim.extend({ type: z.literal('claim') }),
  NewClaimRelation.extend({ type: z.literal('claim-relation') }),
  NewStatement.extend({ type: z.literal('statement'), id: ExternalId.optional() }),
  NewRebuttal.extend({ type: z.literal('rebuttal') }),
  // Where a review stands may not be known to those who pass it on: only what it is of and its label are needed here.
  ReviewDraft.extend({ type: z.literal('review'), id: ExternalId.optional() }),
  NewCorrection.extend({ type: z.literal('correction') }),
]);
export type RecordLine = z.infer<typeof RecordLine>;
