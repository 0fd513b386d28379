import { z } from 'zod';
import { Reference } from '../../kernel/entity.ts';
import { lineUpTo } from '../../kernel/text.ts';
import { ArticleBrief } from '../../record/articles/article.ts';
import { SpeakerBrief } from '../../record/speakers/speaker.ts';
import { StatementBrief } from '../../record/statements/statement.ts';
import { Closest, QuoteDifference } from '../../text/quotes/quote.ts';
import { Count } from '../tally.ts';

export const QUOTATIONS_MAX = 500;
export const SOURCES_MAX = 50;

/** The results of a quotation, the best first. */
const RESULTS = [
  'exact',
  'normalized',
  'elided',
  'ambiguous',
  'misattributed',
  'altered',
  'spliced',
  'not-found',
] as const;
export const QuotationResult = z.enum(RESULTS).meta({ id: 'QuotationResult' });
export type QuotationResult = z.infer<typeof QuotationResult>;

export const TextToCheck = z.strictObject({
  text: z.string().min(1).describe('The text whose quotations are checked, up to 1 MiB of UTF-8'),
  articles: z.array(Reference).min(1).max(SOURCES_MAX).optional().describe('Looked up in their newest texts'),
  texts: z
    .array(z.strictObject({ text: z.string().min(1), title: lineUpTo(500).optional() }))
    .min(1)
    .max(SOURCES_MAX)
    .optional()
    .describe('Looked up in these, which are sent along'),
  dispute: Reference.optional().describe('Without sources: only articles of statements of this dispute are searched'),
});
export type TextToCheck = z.infer<typeof TextToCheck>;

const Found = z
  .strictObject({
    article: ArticleBrief.optional(),
    text: z.int().min(0).optional().describe('Which of `texts`, counted from 0'),
    start: z.int().min(0),
    end: z.int().min(0),
    statement: StatementBrief.optional(),
    speaker: SpeakerBrief.optional(),
  })
  .meta({ id: 'FoundQuotation' });
export type Found = z.infer<typeof Found>;

export const CheckedQuotation = z
  .strictObject({
    start: z.int().min(0).describe('In code points of the text that was sent, without the marks'),
    end: z.int().min(0),
    quote: z.string(),
    attributedTo: z.string().nullable().describe('Whom the words before or after it name'),
    result: QuotationResult,
    found: z.array(Found),
    difference: QuoteDifference.optional(),
    suggestion: z.string().optional(),
    closest: Closest.optional(),
  })
  .meta({ id: 'CheckedQuotation' });
export type CheckedQuotation = z.infer<typeof CheckedQuotation>;

const Counts = z.strictObject(
  Object.fromEntries(RESULTS.map((result) => [result, Count])) as Record<QuotationResult, typeof Count>,
);

export const TextCheck = z
  .strictObject({
    quotations: z.array(CheckedQuotation),
    counts: Counts.describe('How many quotations have each result'),
    searched: z
      .strictObject({ texts: z.int().min(0), of: z.int().min(0) })
      .optional()
      .describe('Without sources: how many texts were looked through, of how many that there are'),
  })
  .meta({ id: 'TextCheck' });
export type TextCheck = z.infer<typeof TextCheck>;

export function rankOf(result: QuotationResult): number {
  return RESULTS.indexOf(result);
}

export function countsOf(quotations: readonly CheckedQuotation[]): TextCheck['counts'] {
  const counts = Object.fromEntries(RESULTS.map((result) => [result, 0])) as TextCheck['counts'];
  for (const { result } of quotations) counts[result] += 1;
  return counts;
}
