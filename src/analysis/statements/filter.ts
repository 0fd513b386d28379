import { z } from 'zod';
import { trueOrFalse } from '../../kernel/boolean.ts';
import { oneOrMore, Reference } from '../../kernel/entity.ts';
import { Language } from '../../kernel/language.ts';
import { PartialDate } from '../../kernel/time.ts';
import { instantsAround } from '../../kernel/written-date.ts';
import { type Condition, isOneOf } from '../../platform/engine/pages.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { wordingsOf } from '../../record/claims/wordings.ts';
import { isInLanguage } from '../../record/in-language.ts';
import { idsReferred } from '../../record/references.ts';
import { StatementWarning } from '../../record/statements/anchor.ts';
import type { Visibility } from '../../record/statements/show.ts';
import { GroundRules, QuoteType, Stance } from '../../record/statements/statement.ts';
import { updated, wasUpdated } from '../../record/updated.ts';
import { DriftKind, QuoteResult, QuoteWarning } from '../../text/quotes/quote.ts';
import type { Match } from '../../text/words/match.ts';
import { type PlaceRange, placesBetween } from '../../text/words/place.ts';
import { doesRebut, isRebutted, isUnansweredBy } from './answered.ts';
import { hasDrifted, isWarnedOf } from './judged.ts';
import { type FilteredBy, matchOf, wordFilters } from './matching.ts';
import { inRange, publishedColumns, rangeAsked, saidColumns } from './range.ts';
import { type SummaryFilter, summaryFilterOf } from './summary-filter.ts';
import { takes, takesAlso } from './takes.ts';

const AnyWarning = z.union([QuoteWarning, StatementWarning], {
  error: `must be one of ${[...QuoteWarning.options, ...StatementWarning.options].join(', ')}`,
});

/** What `GET /v1/statements` can be asked for. Filters are joined by AND, repeated values of one by OR. */
export const statementFilter = {
  dispute: oneOrMore(Reference).describe('Statements of this dispute'),
  question: oneOrMore(Reference).describe('Statements that take a stance on a claim of this question'),
  claim: oneOrMore(Reference).describe('Statements that take a stance on this claim'),
  stance: oneOrMore(Stance).describe('The stance taken: on the claim asked for, else on the question, else on any'),
  speaker: oneOrMore(Reference).describe('Words attributed to this speaker'),
  side: oneOrMore(Reference).describe('Said on behalf of this side'),
  outlet: oneOrMore(Reference).describe('Reported by this outlet'),
  article: oneOrMore(Reference).describe('Reported by this article'),
  quoteType: oneOrMore(QuoteType).describe("The speaker's words, the reporter's paraphrase, or both"),
  language: oneOrMore(Language).describe('Language (BCP 47); `en` finds `en-GB` too'),
  groundRules: oneOrMore(GroundRules).describe('On what terms it was said'),
  anchor: oneOrMore(QuoteResult).describe('How the quote appears in the article'),
  drift: oneOrMore(DriftKind).describe('What became of the quote in the newest text of the article'),
  warning: oneOrMore(AnyWarning).describe(
    'What an editor should look at: of how the quote appears, or of the statement itself',
  ),
  saidFrom: PartialDate.optional().describe(
    "Said at this date or later, by the speaker's calendar; a coarse date is found if the whole of it lies in the range. The article's date counts where none is known",
  ),
  saidTo: PartialDate.optional().describe('Said at this date or earlier, the whole of it'),
  publishedFrom: PartialDate.optional().describe('Published at this date or later'),
  publishedTo: PartialDate.optional().describe('Published at this date or earlier, the whole of it'),
  rebutted: trueOrFalse().describe('Whether a statement rebuts it; concessions and clarifications do not count'),
  unansweredBy: oneOrMore(Reference).describe(
    'Statements of other sides, in disputes where this side takes part, that it has not rebutted',
  ),
  rebuts: oneOrMore(Reference).describe('Statements that answer this one'),
  status: z
    .enum(['published', 'draft'])
    .default('published')
    .describe('Drafts are shown to holders of a key that may write'),
  ...updated,
  ...wordFilters,
};
export const StatementFilter = z.strictObject(statementFilter);
export type StatementFilter = z.infer<typeof StatementFilter>;

/**
 * The filter apart: conditions on the table of statements, and what is looked up in the full-text index. `unsaid` are
 * the conditions that the index does not answer with the match, since no facet says what they say. `stances` says the
 * same as `conditions` of the rows of stances, where a stance is asked for.
 */
export type ReadFilter = {
  conditions: Condition<Tables>[];
  match: Match | null;
  unsaid: Condition<Tables>[];
  /** Where in the index all has its place that was said between the dates asked for. */
  places: PlaceRange | undefined;
  stances: StanceFilter | null;
  /** The same as far as it may be kept counted; null where it asks for what is not. */
  kept: SummaryFilter | null;
  /** Whether no index leads to what the conditions leave, or to how many that is. */
  isWalk: boolean;
};

/** Conditions on rows of stances, and those on the statements that these are of. */
export type StanceFilter = {
  conditions: Condition<Tables>[];
  ofStatements: Condition<Tables>[];
  /** Whether claims or questions are named, by which the rows are found in their order. */
  isNamed: boolean;
};

/** Filters that are read together, or in several ways, by `readFilter` itself. */
type Apart =
  | ('dispute' | 'question' | 'claim' | 'stance' | 'speaker' | 'side' | 'outlet' | 'article' | 'status')
  | ('saidFrom' | 'saidTo' | 'publishedFrom' | 'publishedTo' | 'q' | 'term');

type Other = Exclude<keyof StatementFilter, Apart>;

/** What each other filter asks of the table of statements. `isWalk`: no index leads to what it leaves. */
const OTHERS: {
  [Name in Other]: {
    isWalk: boolean;
    fulfil(
      asked: NonNullable<StatementFilter[Name]>,
      from: Handle,
      sight: Visibility,
    ): Condition<Tables>[] | Promise<Condition<Tables>[]>;
  };
} = {
  quoteType: { isWalk: true, fulfil: (types) => isOneOf('quoteType', (t: Tables) => t.statements.quoteType, types) },
  language: {
    isWalk: true,
    fulfil: isInLanguage((t) => t.statements.language),
  },
  groundRules: {
    isWalk: true,
    fulfil: (rules) => isOneOf('groundRules', (t: Tables) => t.statements.groundRules, rules),
  },
  anchor: { isWalk: true, fulfil: (results) => isOneOf('anchor', (t: Tables) => t.statements.anchorResult, results) },
  drift: { isWalk: true, fulfil: hasDrifted },
  warning: { isWalk: true, fulfil: isWarnedOf },
  updatedFrom: { isWalk: true, fulfil: wasUpdated((t) => t.statements.updatedAt).updatedFrom },
  updatedTo: { isWalk: true, fulfil: wasUpdated((t) => t.statements.updatedAt).updatedTo },
  rebutted: { isWalk: true, fulfil: isRebutted },
  unansweredBy: {
    isWalk: false,
    fulfil: async (sides, from) => isUnansweredBy(await idsReferred(from, 'side', sides, 'unansweredBy')),
  },
  rebuts: {
    isWalk: false,
    fulfil: async (statements, from, { drafts }) =>
      doesRebut(await idsReferred(from, 'statement', statements, 'rebuts'), drafts),
  },
};

/** The same of those that are read apart. */
const IS_WALK: Record<Apart, boolean> = {
  dispute: false,
  question: false,
  claim: false,
  stance: true,
  speaker: false,
  side: false,
  outlet: false,
  article: false,
  status: false,
  saidFrom: false,
  saidTo: false,
  publishedFrom: true,
  publishedTo: true,
  q: false,
  term: false,
};

async function fulfil<Name extends Other>(
  name: Name,
  filter: StatementFilter,
  from: Handle,
  sight: Visibility,
): Promise<Condition<Tables>[]> {
  const asked = filter[name] ?? null;
  return asked === null ? [] : OTHERS[name].fulfil(asked, from, sight);
}

function isWalk(name: keyof StatementFilter): boolean {
  return name in OTHERS ? OTHERS[name as Other].isWalk : IS_WALK[name as Apart];
}

export async function readFilter(from: Handle, filter: StatementFilter, sight: Visibility): Promise<ReadFilter> {
  const referred = (kind: keyof FilteredBy) => filter[kind] && idsReferred(from, kind, filter[kind], kind);
  const ids = {
    dispute: await referred('dispute'),
    speaker: await referred('speaker'),
    side: await referred('side'),
    outlet: await referred('outlet'),
    article: await referred('article'),
    claim: await referred('claim'),
    question: await referred('question'),
  };
  const onQuestion = isOneOf('question', (t: Tables) => t.stances.questionId, ids.question);
  // One of the stances is on the claim, another may be the one on the question.
  const moreover = ids.claim !== undefined && ids.question !== undefined ? [takesAlso(onQuestion)] : [];
  const taken = [
    ...isOneOf('claim', (t: Tables) => t.stances.claimId, ids.claim),
    ...(moreover.length > 0 ? [] : onQuestion),
    ...isOneOf('stance', (t: Tables) => t.stances.stance, isAnyStance(filter.stance) ? undefined : filter.stance),
  ];
  const isTaking = [ids.claim, ids.question, filter.stance].some((some) => some !== undefined);
  const isStanceSaid = filter.stance === undefined;
  const attributed = (table: 'statements' | 'stances') => [
    ...isOneOf('status', (t: Tables) => t[table].status, [filter.status]),
    ...isOneOf('speaker', (t: Tables) => t[table].speakerId, ids.speaker),
    ...isOneOf('side', (t: Tables) => t[table].sideId, ids.side),
    ...isOneOf('outlet', (t: Tables) => t[table].outletId, ids.outlet),
    ...isOneOf('article', (t: Tables) => t[table].articleId, ids.article),
  ];
  const said = (table: 'statements' | 'stances') => inRange('said', saidColumns(table), filter.saidFrom, filter.saidTo);
  const ofDispute = isOneOf('dispute', (t: Tables) => t.statements.disputeId, ids.dispute);
  const others = inRange('published', publishedColumns, filter.publishedFrom, filter.publishedTo);
  for (const name of Object.keys(OTHERS) as Other[]) others.push(...(await fulfil(name, filter, from, sight)));
  const terms = filter.term && (await wordingsOf(from, filter.term));
  return {
    conditions: [
      ...attributed('statements'),
      ...ofDispute,
      ...(isTaking ? [takes(taken)] : []),
      ...moreover.map((one) => one('statements')),
      ...said('statements'),
      ...others,
    ],
    match: matchOf({ ...filter, terms }, ids),
    unsaid: [...said('statements'), ...(isStanceSaid ? [] : [takes(taken)]), ...others],
    places: placesOf(filter),
    stances: isTaking
      ? {
          conditions: [
            ...taken,
            ...moreover.map((one) => one('stances')),
            ...attributed('stances'),
            ...said('stances'),
          ],
          ofStatements: [...ofDispute, ...others],
          isNamed: ids.claim !== undefined || ids.question !== undefined,
        }
      : null,
    kept: summaryFilterOf(filter, ids),
    isWalk: (Object.keys(filter) as (keyof StatementFilter)[]).some(
      (name) => filter[name] !== undefined && isWalk(name),
    ),
  };
}

function placesOf({ saidFrom, saidTo }: StatementFilter): PlaceRange | undefined {
  if (saidFrom === undefined && saidTo === undefined) return undefined;
  const { first, end } = instantsAround(rangeAsked(saidFrom, saidTo, { from: 'saidFrom', to: 'saidTo' }));
  return placesBetween(first, end);
}

function isAnyStance(stances: readonly Stance[] | undefined): boolean {
  return Stance.options.every((stance) => stances?.includes(stance));
}
