import { z } from 'zod';
import {
  Closest,
  DriftKind,
  Elsewhere,
  QuoteDifference,
  type QuoteHints,
  QuoteResult,
  QuoteWarning,
} from '../../text/quotes/quote.ts';

/**
 * What an editor should look at of a statement itself: `said-after-publication` (its date lies after its article's),
 * `answers-later-words` (it rebuts what bears a later date), `duplicate` (a text put it where the same words of the same
 * speaker are recorded already).
 */
export const StatementWarning = z
  .enum(['said-after-publication', 'answers-later-words', 'duplicate'])
  .meta({ id: 'StatementWarning' });
export type StatementWarning = z.infer<typeof StatementWarning>;

const SpanShape = z.strictObject({ start: z.int().min(0), end: z.int().min(0) }).meta({ id: 'Span' });

/** Where the quote stands in a snapshot: a range in Unicode code points, end exclusive, as W3C selectors count. */
const anchorMembers = {
  result: QuoteResult,
  snapshot: z.int().min(1).nullable().describe('The snapshot it was looked up in; null when there was none'),
  start: z.int().min(0).nullable(),
  end: z.int().min(0).nullable(),
  prefix: z.string().nullable(),
  suffix: z.string().nullable(),
  parts: z.array(SpanShape).optional().describe('Of an elided quote: where its parts stand'),
  occurrences: z.array(SpanShape).optional().describe('Of an ambiguous quote: everywhere it stands'),
  occurrencesTotal: z.int().optional().describe('How many those are; the first 100 are listed'),
  difference: QuoteDifference.optional().describe('Of an altered quote: the gravest of what differs'),
  suggestion: z.string().optional().describe('Of an altered quote: the quote as the article has it, ready to be sent'),
  closest: Closest.optional().describe('Of an altered quote: what the article has instead'),
  elsewhere: z
    .array(Elsewhere)
    .optional()
    .describe('Where the words are that do not appear in the newest text: its title, or an earlier text'),
};
export const Anchor = z
  .strictObject({
    ...anchorMembers,
    warnings: z.array(QuoteWarning).describe('What an editor should look at though the quote is verified'),
    url: z.string().describe('The article, opened at the quote'),
  })
  .meta({ id: 'Anchor' });

/**
 * How a statement's row keeps its anchor: with the text fragment of its deep link, the hints it was written with, and
 * the article's own characters under it (one for each part of an elided quote) where they are not the quote's.
 */
export type AnchorState = z.infer<z.ZodObject<typeof anchorMembers>> & {
  fragment: string | null;
  hints: QuoteHints | null;
  exact?: string[];
  /** Left out where there are none. */
  warnings?: QuoteWarning[];
};

/** What became of a statement's quote in the newest text of its article. */
export const DriftNow = z
  .strictObject({
    drift: DriftKind,
    snapshot: z.int().min(1).describe('The newest text'),
    difference: QuoteDifference.optional(),
    closest: Closest.optional().describe('What the newest text has instead, when altered'),
  })
  .meta({ id: 'DriftNow' });
