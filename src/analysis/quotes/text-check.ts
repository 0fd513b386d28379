import { z } from 'zod';
import { Reference } from '../../kernel/entity.ts';
import { ArticleBrief } from '../../record/articles/article.ts';
import { SpeakerBrief } from '../../record/speakers/speaker.ts';
import { StatementBrief } from '../../record/statements/statement.ts';
import { Closest, QuoteDifference, QuotedText, QuoteWarning, textBytesMax } from '../../text/quotes/quote.ts';

export const QUOTATIONS_MAX = 500;
export const SOURCES_MAX = 50;
/** Places that are told of one quotation. */
export const FOUND_MAX = 20;

export const quotationResults = [
  'exact',
  'normalized',
  'elided',
  'misattributed',
  'ambiguous',
  'altered',
  'spliced',
  'not-found',
] as const;

/**
 * What became of a quotation: the first of these that holds. The first three are those of a verified quote; it is
 * `misattributed` where every place that has it is of a recorded statement of another speaker than the text names;
 * `ambiguous` appears more than once in each of the texts that have it; `altered` is close, but not the words; `spliced`
 * is put together of runs of three or more words from different sentences.
 */
export const QuotationResult = z.enum(quotationResults).meta({ id: 'QuotationResult' });
export type QuotationResult = z.infer<typeof QuotationResult>;

const Title = z.string().max(1000);
const SourceText = z.strictObject({ text: z.string().describe('Up to 1 MiB of UTF-8'), title: Title.optional() });

export const TextToCheck = z.strictObject({
  text: z.string().describe(`Up to 1 MiB of UTF-8, with at most ${QUOTATIONS_MAX} quotations`),
  articles: z.array(Reference).max(SOURCES_MAX).optional().describe('Whose newest texts they are looked up in'),
  texts: z.array(SourceText).max(SOURCES_MAX).optional().describe('Texts to look them up in'),
  dispute: Reference.optional().describe(
    'Only its statements are told, and only articles with one of them looked through',
  ),
});
export type TextToCheck = z.infer<typeof TextToCheck>;

const Offset = z.int().min(0);

/** Where a quotation appears: in the newest text of an article, or in one of the texts that were sent. */
const FoundAt = z
  .strictObject({
    article: ArticleBrief.optional(),
    snapshot: z.int().min(1).optional(),
    text: z
      .strictObject({ index: z.int().min(0), title: Title.nullable() })
      .meta({ id: 'TextSent' })
      .optional(),
    start: Offset,
    end: Offset,
    statement: StatementBrief.optional().describe('Recorded at this place'),
    speaker: SpeakerBrief.optional().describe('Whose words they are in the record'),
  })
  .meta({ id: 'QuotationFound' });
export type FoundAt = z.infer<typeof FoundAt>;

export const CheckedQuotation = z
  .strictObject({
    start: Offset.describe('In code points, without its marks'),
    end: Offset,
    quote: z.string(),
    attributedTo: z.string().nullable().describe('Whose words they are, in the words of the text'),
    result: QuotationResult,
    found: z.array(FoundAt).describe(`At most ${FOUND_MAX} places; of a spliced one each run`),
    warnings: z.array(QuoteWarning),
    difference: QuoteDifference.optional(),
    suggestion: z.string().optional().describe('Without a key at most a sentence, as `closest`'),
    closest: Closest.optional(),
  })
  .meta({ id: 'CheckedQuotation' });
export type CheckedQuotation = z.infer<typeof CheckedQuotation>;

const Count = z.int().min(0);

export const TextCheck = z
  .strictObject({
    quotations: z.array(CheckedQuotation),
    counts: z.strictObject(
      Object.fromEntries(quotationResults.map((result) => [result, Count])) as Record<QuotationResult, typeof Count>,
    ),
    searched: z
      .strictObject({
        texts: Count.describe('Texts that were looked through'),
        of: Count.nullable().describe(
          'Of how many: sources named, else articles with a text; null where these are more than 100,000',
        ),
      })
      .meta({ id: 'TextsSearched' }),
  })
  .meta({ id: 'TextCheck' });
export type TextCheck = z.infer<typeof TextCheck>;

export { QuotedText, textBytesMax };
