import { z } from 'zod';
import { trueOrNot } from '../../kernel/boolean.ts';
import { oneOrMore, Reference } from '../../kernel/entity.ts';
import { PartialDate } from '../../kernel/time.ts';
import { QuestionBrief } from '../../record/disputes/question.ts';
import { RebuttalKind, StatementBrief } from '../../record/statements/statement.ts';

/**
 * Why two statements are set against each other, the strongest first: one rebuts the other; one supports and one denies
 * the same claim; they support claims that compete.
 */
export const PairBasis = z.enum(['rebuttal', 'stance', 'counter-claim']).meta({ id: 'PairBasis' });
export type PairBasis = z.infer<typeof PairBasis>;

/** Pairs up to which a count is exact. */
export const COUNT_MAX = 10_000;
/** Rows that are read for a count; it ends there, however few pairs were found. */
export const COUNT_READ_MAX = 100_000;

/**
 * Two statements set against each other; each pair is told once, with its strongest basis.
 *
 * Left is the earlier one (then the one of the smaller id); in a rebuttal it is the answered one, whenever the answer
 * was said. Where each rebuts the other, the earlier one is the answered.
 */
export const Pair = z
  .strictObject({
    basis: PairBasis,
    kind: RebuttalKind.optional().describe('Of a rebuttal'),
    question: QuestionBrief.nullable().describe('The question on which both take a stance; null when they share none'),
    left: StatementBrief,
    right: StatementBrief,
    daysApart: z
      .int()
      .nullable()
      .describe(
        "From left to right, by the speakers' calendars; negative where the answer bears the earlier date. Null unless both `saidAt` are known to the day",
      ),
    certain: z
      .boolean()
      .describe(
        'Whether it is known which was said first: their dates cannot overlap. Of others than rebuttals that is the left',
      ),
    sameArticle: z.boolean(),
  })
  .meta({ id: 'Pair' });
export type Pair = z.infer<typeof Pair>;

/** What `GET /v1/pairs` can be asked for. Filters are joined by AND, repeated values of one by OR. */
export const pairFilter = {
  dispute: oneOrMore(Reference).describe('Both statements belong to this dispute'),
  question: oneOrMore(Reference).describe('Both statements take a stance on a claim of this question'),
  claim: oneOrMore(Reference).describe('Both take a stance on a claim of its question, one of them on this claim'),
  side: oneOrMore(Reference).describe('One of the two speaks for this side'),
  against: oneOrMore(Reference).describe('The other of the two speaks for this side'),
  speaker: oneOrMore(Reference).describe('One of the two is by this speaker'),
  outlet: oneOrMore(Reference).describe('Both are reported by this outlet'),
  basis: oneOrMore(PairBasis).describe('The strongest basis of the pair'),
  from: PartialDate.optional().describe(
    "Both were said at this date or later, the whole of it; the article's date where none is known",
  ),
  to: PartialDate.optional().describe('Both were said at this date or earlier, the whole of it'),
  distinct: trueOrNot().describe('One pair for two utterances: statements that repeat another are left out'),
  nearest: trueOrNot().describe(
    'For each left only the right nearest in time; of two as near the earlier, then the smaller id',
  ),
};
export const PairFilter = z.strictObject(pairFilter);
export type PairFilter = z.infer<typeof PairFilter>;
