import { z } from 'zod';
import { countPoints, Span } from '../../kernel/span.ts';

/** The longest text that is searched: 1 MiB of UTF-8. */
export const textBytesMax = 1_048_576;
/** The longest quote, in code points. */
export const quotePointsMax = 10_000;
/** The longest prefix or suffix that is taken as a hint, in code points; the 256 nearest to the quote are compared. */
export const hintPointsMax = 1_000;
/** How many places an ambiguous quote lists; `occurrencesTotal` counts the rest too. */
export const occurrencesMax = 100;
/** How alike a passage must be to be called the altered quote. */
export const similarityMin = 0.75;

/** A text to look quotes up in. A lone surrogate is no character: no file and no page holds one. */
export const QuotedText = z
  .string()
  .refine((text) => text.isWellFormed(), 'A text is well-formed Unicode.')
  .refine((text) => Buffer.byteLength(text) <= textBytesMax, `A text has at most ${textBytesMax} bytes of UTF-8`);

/** The words that a speaker is said to have said. */
export const Quote = z
  .string()
  .min(1)
  .refine((quote) => quote.isWellFormed(), 'A quote is well-formed Unicode.')
  .refine((quote) => countPoints(quote) <= quotePointsMax, `A quote has at most ${quotePointsMax} code points`)
  .meta({ maxLength: quotePointsMax });

const Hint = z
  .string()
  .refine((hint) => countPoints(hint) <= hintPointsMax, `A hint has at most ${hintPointsMax} code points`)
  .meta({ maxLength: hintPointsMax });

/**
 * Which of a quote's places in the text is meant: the text before it, the text after it, or its place in code points.
 *
 * A hint chooses among the places where the quote stands and never makes or moves one:
 * one that fits none of them says nothing, and a quote that stands once is found whatever the hints say.
 * Hints that choose different places contradict each other, and the quote stays ambiguous.
 */
export const QuoteHints = z
  .strictObject({
    prefix: Hint.optional(),
    suffix: Hint.optional(),
    start: z.int().min(0).optional(),
    end: z.int().min(0).optional(),
  })
  .refine(({ start, end }) => start === undefined || end === undefined || start < end, {
    path: ['end'],
    message: 'must be after `start`',
  })
  .meta({ id: 'QuoteHints' });
export type QuoteHints = z.infer<typeof QuoteHints>;

/**
 * Where a quote stands in a text: a W3C TextPositionSelector (code points, end exclusive) and TextQuoteSelector.
 * Prefix and suffix are at most 32 code points of the text around it, cut between characters as a reader sees them.
 */
export const Anchor = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  prefix: z.string(),
  suffix: z.string(),
});
export type Anchor = z.infer<typeof Anchor>;

/** A quote is the speaker's words, the reporter's paraphrase of them, or a paraphrase with quoted fragments. */
export const quotedAs = ['direct', 'indirect', 'mixed'] as const;

/** What is asked of a quote: its hints, whose words it is said to be (`direct` if not told), and the language (BCP 47). */
export type QuoteAsked = QuoteHints & {
  quoteType?: (typeof quotedAs)[number] | undefined;
  language?: string | undefined;
};

export const quoteResults = ['exact', 'normalized', 'elided', 'ambiguous', 'altered', 'not-found', 'no-text'] as const;

/**
 * What became of looking a quote up:
 * `exact`, `normalized` (typography differs), `elided` (omissions and insertions split it, the parts stand in order),
 * `ambiguous` (stands more than once, and no hint chose), `altered` (close, but not the words), `not-found`,
 * `no-text` (there is nothing to look it up in yet).
 */
export const QuoteResult = z.enum(quoteResults).meta({ id: 'QuoteResult' });
export type QuoteResult = z.infer<typeof QuoteResult>;

/** Whether what was found are the text's own words in one place: the quote is verified. */
const VERIFIES: Record<QuoteResult, boolean> = {
  exact: true,
  normalized: true,
  elided: true,
  ambiguous: false,
  altered: false,
  'not-found': false,
  'no-text': false,
};

export const verifiedResults: readonly QuoteResult[] = quoteResults.filter(isVerified);

/** The words are the text's. */
export function isVerified(result: QuoteResult): boolean {
  return VERIFIES[result];
}

/**
 * The first character in which a quote differs from the closest passage, typography apart.
 *
 * `at` is its offset in the quote as given, in code points.
 * `expected` is the character that the text has there and `found` the quote's, each as written and with its
 * combining marks; empty where the text's passage, or the quote, has already ended.
 */
export const FirstDifference = z
  .object({ at: z.int().min(0), expected: z.string(), found: z.string() })
  .meta({ id: 'FirstDifference' });
export type FirstDifference = z.infer<typeof FirstDifference>;

/**
 * The passage with the least edit distance to a quote that does not stand in the text, as the text writes it, in whole
 * words. `similarity` is 1 − edit distance / the longer length, in code points after normalization.
 */
export const Closest = z
  .object({
    text: z.string(),
    start: z.int().min(0),
    end: z.int().min(0),
    similarity: z.number().min(0).max(1),
    firstDifference: FirstDifference,
  })
  .meta({ id: 'Closest' });
export type Closest = z.infer<typeof Closest>;

export const quoteWarnings = [
  'outside-quotation-marks',
  'skips-negation',
  'far-apart',
  'short-part',
  'cut-compound',
  'ends-early',
  'context-differs',
  'markup',
] as const;

/**
 * What an editor should look at though the quote is verified:
 * `outside-quotation-marks` (a direct quote that the text does not set in any), `skips-negation` (what an elision leaves
 * out negates), `far-apart` (parts of different paragraphs), `short-part` (a part of one or two words), `cut-compound`
 * (a hyphen joins its first or last word to another), `ends-early` (its stop stands where the text's sentence goes on),
 * `context-differs` (the prefix or the suffix does not fit the place). `markup` is of the text: it holds tags or entities.
 */
export const QuoteWarning = z.enum(quoteWarnings).meta({ id: 'QuoteWarning' });
export type QuoteWarning = z.infer<typeof QuoteWarning>;

/** What differs in an altered quote, the gravest first. */
export const quoteDifferences = ['negation', 'numbers', 'words', 'brackets', 'accents', 'punctuation', 'case'] as const;
export const QuoteDifference = z.enum(quoteDifferences).meta({ id: 'QuoteDifference' });
export type QuoteDifference = z.infer<typeof QuoteDifference>;

/** Where words stand that do not stand where they were looked for: the title, another snapshot, or elsewhere in the text. */
export const Elsewhere = z.object({
  in: z.enum(['title', 'snapshot', 'text']),
  snapshot: z.int().min(1).optional(),
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
});
export type Elsewhere = z.infer<typeof Elsewhere>;

/**
 * The answer to "does this quote stand in this text?".
 *
 * `anchor` is there when it stands (of an elided quote from its first part to its last, of an ambiguous one at its
 * first place), `parts` when elided, in order, `occurrences` and their total when ambiguous; `closest`, `difference` and
 * `suggestion` (the quote as the text has it, ready to be sent) when altered.
 */
export const QuoteCheck = z.object({
  result: QuoteResult,
  anchor: Anchor.optional(),
  parts: z.array(Span).optional(),
  occurrences: z.array(Span).optional(),
  occurrencesTotal: z.int().min(2).optional(),
  warnings: z.array(QuoteWarning),
  difference: QuoteDifference.optional(),
  suggestion: z.string().optional(),
  closest: Closest.optional(),
});
export type QuoteCheck = z.infer<typeof QuoteCheck>;

export const driftKinds = ['unchanged', 'moved', 'altered', 'gone'] as const;

/**
 * What became of an anchored quote in a later text of the same article. `anchor` and `result` say where and how it
 * stands when unchanged or moved (`occurrences` where several places are as likely), `difference`, `suggestion` and
 * `closest` what stands there instead when altered, `elsewhere` where its words stand when gone.
 */
export const Drift = z.object({
  drift: z.enum(driftKinds),
  result: QuoteResult,
  anchor: Anchor.optional(),
  parts: z.array(Span).optional(),
  occurrences: z.array(Span).optional(),
  occurrencesTotal: z.int().min(2).optional(),
  difference: QuoteDifference.optional(),
  suggestion: z.string().optional(),
  closest: Closest.optional(),
  elsewhere: z.array(Elsewhere).optional(),
});
export type Drift = z.infer<typeof Drift>;
