import { z } from 'zod';
import { WebUrl } from '../../kernel/address.ts';
import { CorrectionNotes } from '../../kernel/correction.ts';
import { entityShape, Reference } from '../../kernel/entity.ts';
import { idOf } from '../../kernel/id.ts';
import { Language } from '../../kernel/language.ts';
import { lineUpTo } from '../../kernel/text.ts';
import { PartialDate } from '../../kernel/time.ts';
import { ClaimBrief } from '../claims/claim.ts';
import { OutletBrief } from '../outlets/outlet.ts';
import { StatementBrief } from '../statements/statement.ts';

/** What a rating comes to, so that the ratings of many publishers can be read side by side. */
export const NormalizedRating = z
  .enum(['true', 'mostly-true', 'mixed', 'misleading', 'false', 'unverifiable'])
  .meta({ id: 'NormalizedRating' });
export type NormalizedRating = z.infer<typeof NormalizedRating>;

const Label = lineUpTo(200).describe("The publisher's own words, kept as they are");

/**
 * A published fact-check of a claim or of a statement; a claim may have many.
 *
 * The publisher's label is kept. `rating.normalized` was chosen by a person, or stands for a label that is well known;
 * it never comes from numbers.
 */
export const Review = z
  .strictObject({
    ...entityShape('review'),
    claim: ClaimBrief.nullable(),
    statement: StatementBrief.nullable(),
    publisher: OutletBrief,
    url: WebUrl.nullable(),
    title: lineUpTo(500).nullable(),
    reviewedAt: PartialDate.nullable(),
    rating: z.strictObject({
      label: Label,
      value: z.number().nullable(),
      best: z.number().nullable(),
      worst: z.number().nullable(),
      normalized: NormalizedRating.nullable(),
    }),
    language: Language,
    corrections: CorrectionNotes,
  })
  .meta({ id: 'Review' });
export type Review = z.infer<typeof Review>;

/** A number of a rating; fact-checkers publish them as text too, `"2"`. */
const RatingNumber = z
  .union([
    z.number().min(-1e9).max(1e9),
    z
      .string()
      .max(20)
      .regex(/^-?\d{1,9}(?:\.\d{1,9})?$/, 'must be a number'),
  ])
  .meta({ id: 'RatingNumber' });

const NewRating = z
  .strictObject({
    label: Label,
    value: RatingNumber.nullable().default(null),
    best: RatingNumber.nullable().default(null),
    worst: RatingNumber.nullable().default(null),
    normalized: NormalizedRating.nullable()
      .default(null)
      .describe('What a person takes the label for; of a well-known label, what it stands for, when left out'),
  })
  .refine(({ best, worst }) => best === null || worst === null || Number(best) > Number(worst), {
    path: ['best'],
    message: 'must be greater than `worst`',
  })
  .refine(({ value, worst }) => value === null || worst === null || Number(value) >= Number(worst), {
    path: ['value'],
    message: 'must not be less than `worst`',
  })
  .refine(({ value, best }) => value === null || best === null || Number(value) <= Number(best), {
    path: ['value'],
    message: 'must not be greater than `best`',
  });

/** A review as it is imported: where it was published may not be known. */
export const ReviewDraft = z.strictObject({
  claim: Reference.nullable().default(null),
  statement: Reference.nullable().default(null),
  publisher: Reference,
  url: WebUrl.nullable().default(null),
  title: lineUpTo(500).nullable().default(null),
  reviewedAt: PartialDate.nullable().default(null),
  rating: NewRating,
  language: Language.default('und'),
});
export type ReviewDraft = z.infer<typeof ReviewDraft>;

export const NewReview = z.strictObject({
  ...ReviewDraft.shape,
  url: WebUrl,
  title: lineUpTo(500),
  reviewedAt: PartialDate,
});
export type NewReview = z.infer<typeof NewReview>;

/** A review as other answers name it. */
export const ReviewBrief = z
  .strictObject({
    id: idOf('review'),
    url: WebUrl.nullable(),
    title: lineUpTo(500).nullable(),
    publisher: OutletBrief,
    rating: z.strictObject({ label: Label, normalized: NormalizedRating.nullable() }),
  })
  .meta({ id: 'ReviewBrief' });
export type ReviewBrief = z.infer<typeof ReviewBrief>;
