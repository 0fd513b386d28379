import { z } from 'zod';
import { NewArticle } from '../articles/article.ts';
import { NewSnapshot } from '../articles/snapshot.ts';
import { NewClaim } from '../claims/claim.ts';
import { NewClaimRelation } from '../claims/claim-relation.ts';
import { NewCorrection } from '../corrections/correction.ts';
import { NewDispute } from '../disputes/dispute.ts';
import { NewQuestion } from '../disputes/question.ts';
import { Reference } from '../kernel/entity.ts';
import { NewOutlet } from '../outlets/outlet.ts';
import { NewRebuttal } from '../rebuttals/rebuttal.ts';
import { NewReview } from '../reviews/review.ts';
import { NewSide } from '../sides/side.ts';
import { NewSpeaker } from '../speakers/speaker.ts';
import { NewStatement } from '../statements/statement.ts';

/** What a statement is known as where it comes from; other lines refer to it by this. */
export const ExternalId = z.string().min(1).max(200);

/**
 * One line of the format `record`: a type, and the body that a POST of this type takes.
 *
 * What has a slug is known by it, an article by its URL, a statement by the external `id` of its line, a review by what
 * it is of and its URL, a correction by what it is of and its note: a line that was read before makes no second record,
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
  NewReview.extend({ type: z.literal('review') }),
  NewCorrection.extend({ type: z.literal('correction') }),
]);
export type RecordLine = z.infer<typeof RecordLine>;
