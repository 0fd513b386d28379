import { z } from 'zod';
import { oneOrMore, Reference } from '../../../kernel/entity.ts';
import { lineUpTo } from '../../../kernel/text.ts';
import { OutletBrief } from '../../../record/outlets/outlet.ts';
import { SideBrief } from '../../../record/sides/side.ts';
import { StatementBrief } from '../../../record/statements/statement.ts';
import { Usage } from '../../../text/terms/term.ts';
import { Period } from '../../periods.ts';
import { Count, DateRange, Share, Utterances } from '../../tally.ts';
import { comparisonFilter } from '../claims/claim-comparison.ts';

export const COLUMNS_MIN = 2;
export const COLUMNS_MAX = 6;
/** Examples of a wording that a column shows, of each usage some. */
export const SAMPLES_MAX = 10;
/** What is read for one comparison at most, where what is counted is not kept; `characters` of quotes, and of texts. */
export const READ_MAX = { statements: 20_000, articles: 200, characters: 10_000_000 };
export type ReadMax = typeof READ_MAX;

const usages = {
  use: Count.describe('All stances on the claims that list the term support, or it reads as the own word for it'),
  denial: Count.describe('All these stances deny, or the words deny the term itself'),
  mention: Count.describe('Set apart as what others call it'),
  unread: Count.describe('In a language that is not read, where no stances decide'),
};

const eachUsage = { use: Count, denial: Count, mention: Count, unread: Count };

/** What a comparison of terms is asked for. */
export const termQuery = {
  term: z
    .preprocess(
      (value) => (value === undefined || Array.isArray(value) ? value : [value]),
      z.array(lineUpTo(200)).min(COLUMNS_MIN).max(COLUMNS_MAX),
    )
    .describe('The wordings to compare, of one word or several; the order is that of the columns'),
  dispute: oneOrMore(Reference).describe('Statements of this dispute'),
  speaker: oneOrMore(Reference).describe('Words attributed to this speaker'),
  ...comparisonFilter,
};
export const TermQuery = z.strictObject(termQuery);
export type TermQuery = z.infer<typeof TermQuery>;

const UsageCounts = z.strictObject(usages).meta({ id: 'TermUsages' });

const Sample = z.strictObject({
  statement: StatementBrief,
  before: z.string(),
  match: z.string().describe('The wording as it stands in the quote'),
  after: z.string(),
  usage: Usage,
});

const Column = z
  .strictObject({
    term: z.string(),
    forms: z.array(z.string()).describe('The term, and the other forms that claims list in one entry with it'),
    n: Count.describe(
      'Statements whose quote has it; each counts once: a use outweighs a denial, that a mention, and that what is not read',
    ),
    utterances: Utterances,
    share: Share,
    ...eachUsage,
    sides: z.array(z.strictObject({ side: SideBrief, n: Count, ...eachUsage })),
    speakers: Count.describe('How many different speakers'),
    outlets: z.array(
      z.strictObject({
        outlet: OutletBrief,
        inQuotes: Count.describe(
          "Statements whose speaker's own words have it: direct quotes, and mixed ones where it stands in the article's quotation marks, or where no text is held",
        ),
        paraphrased: Count.describe("Those in which it is the reporter's wording of what was said"),
        ownVoice: UsageCounts.nullable().describe(
          'Places in the titles and newest texts of its articles, outside statements and quotation marks; null where no text is held',
        ),
      }),
    ),
    range: DateRange,
    first: StatementBrief.nullable(),
    latest: StatementBrief.nullable(),
    samples: z.array(Sample),
  })
  .meta({ id: 'TermColumn' });

const StatementsRead = z.strictObject({ statements: Count, isComplete: z.boolean() }).meta({ id: 'StatementsRead' });

/** How wordings are used, denied and mentioned: by whom, where, since when, and in the outlets' own voice. */
export const TermComparison = z
  .strictObject({
    range: DateRange.describe('As asked for; where left open, the days of the first and the last statement'),
    total: Count.describe('The distinct statements counted in any column'),
    columns: z.array(Column),
    timeline: z.array(z.strictObject({ ...Period.shape, counts: z.array(UsageCounts) })),
    crossovers: z
      .array(
        z.strictObject({
          ...{ side: SideBrief, term: z.string(), statement: StatementBrief },
          certain: z.boolean().describe('Whether another side surely used it before'),
        }),
      )
      .describe(
        "A side's first use of a term that until then only others used, in the whole record or the disputes asked for; of these, those that the rest of the filter leaves",
      ),
    languages: z
      .strictObject({ read: z.array(z.string()), unread: z.array(z.string()) })
      .describe('The languages of what was counted, by whether they are read'),
    countedIn: StatementsRead.describe(
      `How many statements were counted, and whether those were all. Where every term is listed by a claim and nothing is filtered, all are; else the newest ${READ_MAX.statements.toLocaleString('en')} that have one of the wordings are read, of very long quotes fewer`,
    ),
    crossoversIn: StatementsRead.describe(
      'In how many statements the first uses were looked for, and whether those were all; where the newest alone were read, a side may have used a term before',
    ),
    ownVoiceOf: z
      .strictObject({ articles: Count, isComplete: z.boolean() })
      .describe(
        `In the texts of how many articles the wordings stand, and whether those are all; where texts are read, the newest ${READ_MAX.articles} are, of very long ones fewer`,
      ),
  })
  .meta({ id: 'TermComparison' });
export type TermComparison = z.infer<typeof TermComparison>;
export type TermColumn = z.infer<typeof Column>;
