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
  text: z.string().describe(`The text whose quotations are looked up, up to 1 MiB of UTF-8; at most ${QUOTATIONS_MAX}`),
  articles: z
    .array(Reference)
    .max(SOURCES_MAX)
    .optional()
    .describe('The articles whose newest texts the quotations are looked up in'),
  texts: z.array(SourceText).max(SOURCES_MAX).optional().describe('Texts to look them up in, which are not kept'),
  dispute: Reference.optional().describe(
    'Only statements of this dispute are told, and only articles with one of them are looked through by themselves',
  ),
});
export type TextToCheck = z.infer<typeof TextToCheck>;

const Offset = z.int().min(0);

/** Where a quotation appears: in the newest text of an article, or in one of the texts that were sent. */
const FoundAt = z
  .strictObject({
    article: ArticleBrief.optional(),
    snapshot: z.int().min(1).optional().describe('The number of the text of the article'),
    text: z
      .strictObject({ index: z.int().min(0).describe('Its place in `texts`'), title: Title.nullable() })
      .meta({ id: 'TextSent' })
      .optional(),
    start: Offset,
    end: Offset,
    statement: StatementBrief.optional().describe('The statement that is recorded at this place'),
    speaker: SpeakerBrief.optional().describe('Whose words the record says that they are'),
  })
  .meta({ id: 'QuotationFound' });
export type FoundAt = z.infer<typeof FoundAt>;

export const CheckedQuotation = z
  .strictObject({
    start: Offset.describe('Where it stands in the text, without its marks, in code points'),
    end: Offset,
    quote: z.string(),
    attributedTo: z.string().nullable().describe('Whose words the text says that they are, in the words of the text'),
    result: QuotationResult,
    found: z
      .array(FoundAt)
      .describe(`At most ${FOUND_MAX} places; of a spliced one the place of each run, in its order`),
    warnings: z.array(QuoteWarning),
    difference: QuoteDifference.optional(),
    suggestion: z.string().optional().describe('The quote as the article has it; without a key at most its sentence'),
    closest: Closest.optional().describe('What appears there instead; without a key at most its sentence'),
  })
  .meta({ id: 'CheckedQuotation' });
export type CheckedQuotation = z.infer<typeof CheckedQuotation>;

const Count = z.int().min(0);

export const TextCheck = z
  .strictObject({
    quotations: z.array(CheckedQuotation),
    counts: z
      .strictObject({
        exact: Count,
        normalized: Count,
        elided: Count,
        misattributed: Count,
        ambiguous: Count,
        altered: Count,
        spliced: Count,
        'not-found': Count,
      })
      .describe('How many quotations have each result')
      .meta({ id: 'QuotationCounts' }),
    searched: z
      .strictObject({
        texts: Count.describe('How many texts the quotations were looked up in: `not-found` is of these only'),
        of: Count.nullable().describe(
          'How many there are: sources named, else articles with a text in the record; null where these are more than 100,000',
        ),
      })
      .meta({ id: 'TextsSearched' }),
  })
  .meta({ id: 'TextCheck' });
export type TextCheck = z.infer<typeof TextCheck>;

export { QuotedText, textBytesMax };
