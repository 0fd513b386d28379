import { z } from 'zod';
import { CorrectionNotes } from '../../kernel/correction.ts';
import { entityShape, Reference } from '../../kernel/entity.ts';
import { idOf } from '../../kernel/id.ts';
import { Similar } from '../../kernel/similar.ts';
import { Slug } from '../../kernel/slug.ts';
import { lineUpTo, textUpTo } from '../../kernel/text.ts';
import { DisputeBrief } from '../disputes/dispute.ts';
import { QuestionBrief } from '../disputes/question.ts';

const Terms = z.array(lineUpTo(200)).max(50).describe('Wordings that mark the claim, with their inflections');

/** A proposition that statements take a stance on; a paraphrase, never a quote. Claims on one question compete. */
export const Claim = z
  .strictObject({
    ...entityShape('claim'),
    slug: Slug,
    dispute: DisputeBrief,
    question: QuestionBrief,
    text: lineUpTo(500),
    terms: Terms,
    note: textUpTo(5000).nullable(),
    corrections: CorrectionNotes,
    similar: Similar.optional(),
  })
  .meta({ id: 'Claim' });
export type Claim = z.infer<typeof Claim>;

export const NewClaim = z.strictObject({
  question: Reference,
  text: Claim.shape.text,
  slug: Slug.optional(),
  terms: Terms.default([]),
  note: textUpTo(5000).nullable().default(null),
});
export type NewClaim = z.infer<typeof NewClaim>;

/** A claim as other answers name it. */
export const ClaimBrief = z
  .strictObject({ id: idOf('claim'), slug: Slug, text: Claim.shape.text })
  .meta({ id: 'ClaimBrief' });
export type ClaimBrief = z.infer<typeof ClaimBrief>;

/** The claim that another is to be merged into; one that was merged itself leads to where it went. */
export const ClaimMerge = z.strictObject({ into: Reference });
export type ClaimMerge = z.infer<typeof ClaimMerge>;
