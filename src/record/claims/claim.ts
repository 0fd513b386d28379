import { z } from 'zod';
import { CorrectionNotes } from '../../kernel/correction.ts';
import { entityShape, Reference } from '../../kernel/entity.ts';
import { idOf } from '../../kernel/id.ts';
import { Similar } from '../../kernel/similar.ts';
import { Slug } from '../../kernel/slug.ts';
import { lineUpTo, textUpTo } from '../../kernel/text.ts';
import { DisputeBrief } from '../disputes/dispute.ts';
import { QuestionBrief } from '../disputes/question.ts';

const TERMS_MAX = 50;
const FORMS_MAX = 50;
const Wording = lineUpTo(200);
const Forms = z.array(Wording).min(1).max(FORMS_MAX);
const Terms = z
  .array(z.array(Wording).min(1))
  .describe(
    'The terms that mark the claim, each with its forms, which count together; entries that share one are joined',
  );
const NewTerms = z
  .array(z.union([Wording, Forms]))
  .max(TERMS_MAX)
  .describe('The terms that the claim asserts: each a wording, or the list of its forms, as `["war", "wars"]`');

/**
 * What an editor should look at: `term-denied-by-claim`, where the claim's own text denies a term that it lists, so that
 * stances on it say nothing about how that is used.
 */
export const ClaimWarning = z.enum(['term-denied-by-claim']).meta({ id: 'ClaimWarning' });
export type ClaimWarning = z.infer<typeof ClaimWarning>;

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
    warnings: z.array(ClaimWarning).describe('What an editor should look at'),
    similar: Similar.optional(),
  })
  .meta({ id: 'Claim' });
export type Claim = z.infer<typeof Claim>;

export const NewClaim = z.strictObject({
  question: Reference,
  text: Claim.shape.text,
  slug: Slug.optional(),
  terms: NewTerms.default([]),
  note: textUpTo(5000).nullable().default(null),
});
export type NewClaim = z.infer<typeof NewClaim>;

/**
 * How a claim's row keeps its terms: each as the list of its forms. Rows, and lines of history, from before claims listed
 * forms hold the wordings one by one.
 */
export type TermsState = string[] | string[][];

/** A claim as other answers name it. */
export const ClaimBrief = z
  .strictObject({ id: idOf('claim'), slug: Slug, text: Claim.shape.text })
  .meta({ id: 'ClaimBrief' });
export type ClaimBrief = z.infer<typeof ClaimBrief>;

/** The claim that another is to be merged into; one that was merged itself leads to where it went. */
export const ClaimMerge = z.strictObject({ into: Reference });
export type ClaimMerge = z.infer<typeof ClaimMerge>;
