import { z } from 'zod';
import { COMPARED_MAX } from '../../../derived/summaries/shared-members-store.ts';
import { oneOrMore, Reference } from '../../../kernel/entity.ts';
import { wholeNumberOr } from '../../../kernel/number.ts';
import { PAGE_LIMIT_MAX, pageQuery } from '../../../kernel/page.ts';
import { PartialDate } from '../../../kernel/time.ts';
import { ArticleBrief } from '../../../record/articles/article.ts';
import { ClaimBrief } from '../../../record/claims/claim.ts';
import { ClaimRelation } from '../../../record/claims/claim-relation.ts';
import { SideBrief } from '../../../record/sides/side.ts';
import { NamedSpeaker } from '../../../record/speakers/speaker.ts';
import { Stance, StatementBrief } from '../../../record/statements/statement.ts';
import { Pair } from '../../pairs/pair.ts';
import { Granularity, Period } from '../../periods.ts';
import { Count, DateRange, Share, StanceCounts, Undated, Utterances } from '../../tally.ts';

/** Speakers that are named of those who say so, the first ones. */
export const SINCE_SPEAKERS_MAX = 5;
export const COLUMNS_MAX = 6;
/** Statements shown of each column, the newest first; of one utterance only one. */
export const QUOTES_MAX = 10;
/** Speakers, and articles, that use all the claims: those with most statements first. */
export const BOTH_MAX = 50;

const certainFirst = z
  .boolean()
  .describe('Whether none of the others can have been said as early as `first`: never where one is undated');
const certainLatest = z.boolean().describe('The same of `latest`');

const Since = z
  .strictObject({
    side: SideBrief,
    stance: Stance,
    n: Count,
    utterances: Utterances,
    first: StatementBrief,
    latest: StatementBrief,
    certain: certainFirst,
    latestCertain: certainLatest,
    speakers: z.array(NamedSpeaker).describe(`The first ${SINCE_SPEAKERS_MAX} to say so, in their order`),
  })
  .meta({ id: 'ClaimSince' });

const Column = z
  .strictObject({
    claim: ClaimBrief,
    n: Count.describe('Statements that take any stance on it'),
    utterances: Utterances,
    share: Share,
    stances: StanceCounts,
    speakers: Count,
    outlets: Count,
    articles: Count,
    sides: z.array(z.strictObject({ side: SideBrief, n: Count, utterances: Utterances, ...StanceCounts.shape })),
    since: z
      .array(Since)
      .describe('Of each side that takes a stance on it since when it does, by whom, the earliest first'),
    range: DateRange,
    first: StatementBrief.nullable(),
    latest: StatementBrief.nullable(),
    certain: certainFirst,
    latestCertain: certainLatest,
    undated: Undated,
    quotes: z
      .array(z.strictObject({ ...StatementBrief.shape, stance: Stance }))
      .describe(`The newest ${QUOTES_MAX}, one of each utterance`),
  })
  .meta({ id: 'ClaimColumn' });

const counts = z.array(Count).describe('In the order of the columns');

/** Competing claims side by side: who says which, since when, in whose words, reported where. */
export const ClaimComparison = z
  .strictObject({
    range: DateRange.describe('As asked for; where left open, the days of the first and the last statement'),
    total: Count.describe('Distinct statements counted in any column'),
    columns: z.array(Column),
    timeline: z
      .array(
        z.strictObject({
          ...Period.shape,
          counts,
          undated: Count.describe("How many of these, over all columns, have only their article's date"),
        }),
      )
      .describe("By the speakers' calendars, empty periods included"),
    coarser: z
      .array(Count)
      .describe('Statements of a column whose date does not tell the period; with those in periods they are its n'),
    both: z
      .strictObject({
        speakers: z.array(
          z.strictObject({
            ...NamedSpeaker.shape,
            counts,
            stances: z.array(StanceCounts).describe('In the order of the columns'),
          }),
        ),
        articles: z.array(z.strictObject({ ...ArticleBrief.shape, counts })),
        isComplete: z
          .boolean()
          .describe(
            `False when each claim has over ${COMPARED_MAX} speakers or articles: of the claim with the fewest, those with most statements on it were looked for among the others`,
          ),
      })
      .describe(
        `Who and what takes a stance on every one of the claims, those with most statements first; at most ${BOTH_MAX} of each`,
      ),
    relations: z.array(ClaimRelation).describe('Between the claims compared'),
    pairs: z
      .strictObject({ items: z.array(Pair), next: z.string().nullable() })
      .describe('What `/v1/pairs` tells with the same claims and filters; `next` is its cursor, and is taken here too'),
  })
  .meta({ id: 'ClaimComparison' });
export type ClaimComparison = z.infer<typeof ClaimComparison>;

export const comparisonFilter = {
  from: PartialDate.optional().describe(
    "Said at this date or later, the whole of it; the article's date counts where none is known",
  ),
  to: PartialDate.optional().describe('Said at this date or earlier, the whole of it'),
  side: oneOrMore(Reference).describe('Said on behalf of this side'),
  outlet: oneOrMore(Reference).describe('Reported by this outlet'),
  granularity: Granularity.default('month').describe('How long a period of the timeline is; weeks begin on Monday'),
};

export const ClaimComparisonQuery = z.strictObject({
  claim: z
    .preprocess(
      (value) => (value === undefined || Array.isArray(value) ? value : [value]),
      z.array(Reference).min(2).max(COLUMNS_MAX),
    )
    .describe('The claims to compare, of one dispute; the order is that of the columns'),
  ...comparisonFilter,
  limit: wholeNumberOr(10, 1, PAGE_LIMIT_MAX).describe('How many pairs are told'),
  cursor: pageQuery.cursor.describe('`pairs.next` of the answer before'),
});
export type ClaimComparisonQuery = Omit<z.infer<typeof ClaimComparisonQuery>, 'limit' | 'cursor'>;
