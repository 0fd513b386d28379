import { z } from 'zod';
import { CorrectionNotes } from '../../kernel/correction.ts';
import { entityShape, Reference } from '../../kernel/entity.ts';
import { idOf } from '../../kernel/id.ts';
import { Language } from '../../kernel/language.ts';
import { Similar } from '../../kernel/similar.ts';
import { lineUpTo, textUpTo } from '../../kernel/text.ts';
import { PartialDate } from '../../kernel/time.ts';
import { QuoteHints, QuoteResult, quotePointsMax } from '../../text/quotes/quote.ts';
import { ArticleBrief } from '../articles/article.ts';
import { ClaimBrief } from '../claims/claim.ts';
import { DisputeBrief, SideRole } from '../disputes/dispute.ts';
import { SideBrief } from '../sides/side.ts';
import { SpeakerBrief } from '../speakers/speaker.ts';
import { Anchor, DriftNow, StatementWarning } from './anchor.ts';

export type { Dating } from '../../kernel/written-date.ts';

export const STANCES_MAX = 64;
export const REBUTS_MAX = 64;
/** Answers that are shown inside the statement they answer; the rest is in the list of rebuttals. */
export const NESTED_MAX = 100;

/** `direct`: the speaker's words; `indirect`: the reporter's paraphrase; `mixed`: a paraphrase with quoted fragments. */
export const QuoteType = z.enum(['direct', 'indirect', 'mixed']).meta({ id: 'QuoteType' });
export type QuoteType = z.infer<typeof QuoteType>;

export const GroundRules = z.enum(['on-record', 'background', 'deep-background']).meta({ id: 'GroundRules' });
export type GroundRules = z.infer<typeof GroundRules>;

export const Status = z.enum(['draft', 'published', 'withdrawn']).meta({ id: 'Status' });
export type Status = z.infer<typeof Status>;

/** Support, deny, query, comment: how a statement stands to a claim (RumourEval's SDQC). */
export const Stance = z.enum(['support', 'deny', 'query', 'comment']).meta({ id: 'Stance' });
export type Stance = z.infer<typeof Stance>;

/** How one statement answers another. */
export const RebuttalKind = z
  .enum(['denial', 'undercut', 'reframing', 'counter-accusation', 'disavowal', 'concession', 'clarification'])
  .meta({ id: 'RebuttalKind' });
export type RebuttalKind = z.infer<typeof RebuttalKind>;

/**
 * How an answer of each kind stands to what it answers: against it, in its favour, or neither. Only what is against it
 * counts as a rebuttal, in filters, counts and pairs.
 */
export const BEARINGS: Record<RebuttalKind, 'against' | 'for' | 'neither'> = {
  denial: 'against',
  undercut: 'against',
  reframing: 'against',
  'counter-accusation': 'against',
  disavowal: 'against',
  concession: 'for',
  clarification: 'neither',
};

const Quote = textUpTo(quotePointsMax);
const Cue = lineUpTo(200).describe('The attributing expression: said, told, derided');
const Setting = lineUpTo(500).describe('To whom, and where');
const Context = textUpTo(5000).describe('The sentence around the quote');
const Note = textUpTo(5000);

/** The words as they were first said, when the article gives them in translation. Never verified. */
export const Original = z.strictObject({ language: Language, text: Quote }).meta({ id: 'Original' });
export type Original = z.infer<typeof Original>;

/** The quote in another language. Never verified; `stale` once the quote was revised after it. */
export const Translation = z
  .strictObject({
    language: Language,
    text: Quote,
    translator: lineUpTo(200).nullable(),
    method: z.enum(['human', 'machine', 'official']).meta({ id: 'TranslationMethod' }),
    stale: z.boolean(),
  })
  .meta({ id: 'Translation' });
export type Translation = z.infer<typeof Translation>;

/** How a statement's row keeps a stance. */
export type StanceState = { claim: string; stance: Stance };

const SpeakerThen = SpeakerBrief;
const SideThere = z.strictObject({ ...SideBrief.shape, role: SideRole.nullable() }).meta({ id: 'SideSpokenFor' });

/** A statement as other answers name it. */
export const StatementBrief = z
  .strictObject({
    id: idOf('statement'),
    quote: Quote,
    quoteType: QuoteType,
    saidAt: PartialDate.nullable(),
    speaker: SpeakerThen,
    side: SideThere.nullable().describe('Null of a draft alone, of which it is not known'),
    article: ArticleBrief,
    anchor: z.strictObject({ result: QuoteResult }).meta({ id: 'AnchorBrief' }),
  })
  .meta({ id: 'StatementBrief' });
export type StatementBrief = z.infer<typeof StatementBrief>;

const RebuttalLink = z
  .strictObject({ id: idOf('rebuttal'), kind: RebuttalKind, note: Note.nullable(), statement: StatementBrief })
  .meta({ id: 'RebuttalLink' });

/**
 * One utterance attributed to one speaker, on behalf of one side, as one article reports it.
 *
 * A direct quote is the article's own characters under its anchor. An indirect one is the reporter's wording, so only
 * its place in the text is kept honest.
 */
export const Statement = z
  .strictObject({
    ...entityShape('statement'),
    status: Status,
    dispute: DisputeBrief,
    speaker: SpeakerThen,
    side: SideThere.nullable().describe('Null of a draft alone, of which it is not known'),
    quote: Quote,
    quoteType: QuoteType,
    cue: Cue.nullable(),
    groundRules: GroundRules,
    language: Language,
    original: Original.nullable(),
    translations: z.array(Translation),
    saidAt: PartialDate.nullable(),
    setting: Setting.nullable(),
    context: Context.nullable(),
    article: ArticleBrief,
    anchor: Anchor,
    drift: DriftNow.nullable().describe(
      'What became of the quote in the newest text; null where it was looked up there',
    ),
    stances: z.array(z.strictObject({ claim: ClaimBrief, stance: Stance }).meta({ id: 'StanceOnClaim' })),
    repeats: StatementBrief.nullable().describe('The statement that first reported the same utterance'),
    rebuts: z.array(RebuttalLink).describe('What this answers'),
    rebuttals: z
      .array(RebuttalLink)
      .describe(`What answers this; the first ${NESTED_MAX}, all of them in /v1/rebuttals`),
    corrections: CorrectionNotes,
    warnings: z.array(StatementWarning).describe('What an editor should look at'),
    note: Note.nullable(),
    similar: Similar.optional(),
  })
  .meta({ id: 'Statement' });
export type Statement = z.infer<typeof Statement>;

const NewTranslation = z
  .strictObject({
    language: Language,
    text: Quote,
    translator: lineUpTo(200).nullable().default(null),
    method: Translation.shape.method,
  })
  .meta({ id: 'NewTranslation' });

const NewStance = z.strictObject({ claim: Reference, stance: Stance }).meta({ id: 'NewStance' });

const NewRebuttalLink = z
  .strictObject({ statement: Reference, kind: RebuttalKind, note: Note.nullable().default(null) })
  .meta({ id: 'NewRebuttalLink' });

/** What a statement can be written as; it is withdrawn by DELETE alone. */
const WrittenStatus = z.enum(['draft', 'published']).meta({ id: 'WrittenStatus' });

const ownMembers = {
  quote: Quote,
  quoteType: QuoteType,
  cue: Cue.nullable().default(null),
  setting: Setting.nullable().default(null),
  context: Context.nullable().default(null),
  language: Language.optional().describe("The article's, when left out"),
  groundRules: GroundRules.default('on-record'),
  original: Original.nullable().default(null),
  translations: z.array(NewTranslation).max(50).default([]),
  stances: z.array(NewStance).max(STANCES_MAX).default([]),
  anchor: QuoteHints.optional().describe('What tells the place apart when the quote stands more than once'),
  status: WrittenStatus.default('published'),
  note: Note.nullable().default(null),
  side: Reference.optional().describe('The side of the affiliation in force, when left out'),
  dispute: Reference.optional().describe('Inferred from stances, rebuttals or the side, when left out'),
  repeats: Reference.nullable().default(null),
};

/** A statement that is written inside the one it answers: article, dispute and date are taken from that one when left out. */
export const NewInlineRebuttal = z
  .strictObject({
    ...ownMembers,
    kind: RebuttalKind,
    speaker: Reference,
    article: Reference.optional(),
    saidAt: PartialDate.nullable().optional(),
  })
  .meta({ id: 'NewInlineRebuttal' });

export const NewStatement = z.strictObject({
  article: Reference,
  speaker: Reference,
  ...ownMembers,
  saidAt: PartialDate.nullable().default(null),
  rebuts: z.array(NewRebuttalLink).max(REBUTS_MAX).default([]),
  rebuttal: NewInlineRebuttal.optional(),
});
export type NewStatement = z.infer<typeof NewStatement>;

/** What a PATCH of a statement may change: everything but its rebuttals, which are entities of their own. */
export const StatementRevision = NewStatement.omit({ rebuttal: true });
export type StatementRevision = z.infer<typeof StatementRevision>;
