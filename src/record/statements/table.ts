import { DATINGS } from '../../kernel/written-date.ts';
import { type Dialect, entityColumns } from '../../platform/engine/dialect.ts';
import type { defineArticles } from '../articles/table.ts';
import type { defineClaims } from '../claims/table.ts';
import type { defineDisputes } from '../disputes/table.ts';
import type { defineSides } from '../sides/table.ts';
import type { defineSpeakers } from '../speakers/table.ts';
import type { AnchorState } from './anchor.ts';
import type { GroundRules, Original, QuoteType, Stance, StanceState, Status, Translation } from './statement.ts';
import { anchorPacking } from './stored-anchor.ts';
import { stancesPacking } from './stored-stances.ts';

type Earlier = ReturnType<typeof defineSides> &
  ReturnType<typeof defineDisputes> &
  ReturnType<typeof defineArticles> &
  ReturnType<typeof defineSpeakers> &
  ReturnType<typeof defineClaims>;

const STATUSES = ['draft', 'published', 'withdrawn'] as const satisfies readonly Status[];
const QUOTE_TYPES = ['direct', 'indirect', 'mixed'] as const satisfies readonly QuoteType[];
const GROUND_RULES = ['background', 'deep-background', 'on-record'] as const satisfies readonly GroundRules[];
export const STANCES = ['comment', 'deny', 'query', 'support'] as const satisfies readonly Stance[];
const ANCHOR_RESULTS = [
  'altered',
  'ambiguous',
  'elided',
  'exact',
  'no-text',
  'normalized',
  'not-found',
] as const satisfies readonly AnchorState['result'][];

export function defineStatements(d: Dialect, { articles, claims, disputes, sides, speakers }: Earlier) {
  const statements = d.table(
    'statements',
    {
      ...entityColumns(d, 'statement'),
      status: d.word('status', STATUSES).notNull(),
      articleId: d
        .key('article_id', 'article')
        .notNull()
        .references(() => articles.id),
      /** The article's outlet, kept here so that a filter by outlet follows an index. */
      outletId: d.key('outlet_id', 'outlet').notNull(),
      speakerId: d
        .key('speaker_id', 'speaker')
        .notNull()
        .references(() => speakers.id),
      disputeId: d
        .key('dispute_id', 'dispute')
        .notNull()
        .references(() => disputes.id),
      sideId: d
        .key('side_id', 'side')
        .notNull()
        .references(() => sides.id),
      title: d.text('title'),
      quote: d.text('quote').notNull(),
      quoteType: d.word('quote_type', QUOTE_TYPES).notNull(),
      cue: d.text('cue'),
      groundRules: d.word('ground_rules', GROUND_RULES).notNull(),
      language: d.text('language').notNull(),
      original: d.json<Original>('original'),
      translations: d.json<Translation[]>('translations').notNull(),
      saidAt: d.text('said_at'),
      /** Where `saidAt`, else the article's date, begins, in UTC: what lists sort by. */
      saidSort: d.time('said_sort').notNull(),
      /** The year, month or local day of the same date as it was written: what ranges and timelines go by. */
      saidOn: d.text('said_on').notNull(),
      saidAs: d.word('said_as', DATINGS).notNull(),
      publishedSort: d.time('published_sort').notNull(),
      setting: d.text('setting'),
      context: d.text('context'),
      anchorResult: d.word('anchor_result', ANCHOR_RESULTS).notNull(),
      anchor: d.packedJson('anchor', anchorPacking).notNull(),
      /** On claims as they stand: a stance on one that was merged is told as one on the claim it was merged into. */
      stances: d.packedJson('stances', stancesPacking).notNull(),
      /** The stances as they were written, where a merge made others of them; what undoing it goes back to. */
      ownStances: d.json<StanceState[]>('own_stances'),
      repeatsId: d.key('repeats_id', 'statement'),
      /** The digest of the quote's words after normalization: equal where the words are. Null until it is reckoned. */
      quoteKey: d.text('quote_key'),
      note: d.text('note'),
      withdrawnAt: d.text('withdrawn_at'),
      withdrawnReason: d.text('withdrawn_reason'),
      /** What it was when it was withdrawn, and becomes again when it is restored. */
      withdrawnFrom: d.text('withdrawn_from').$type<'draft' | 'published'>(),
      /** When its words were removed for good; `withdrawnReason` says why. */
      redactedAt: d.text('redacted_at'),
      /** The lines of history whose words went with them. */
      redactedLines: d.json<number[]>('redacted_lines'),
    },
    (t) => [
      d.index('statements_by_date').on(t.status, t.saidSort, t.id, t.saidOn),
      d.index('statements_by_creation').on(t.status, t.id),
      d.index('statements_by_dispute').on(t.disputeId, t.status, t.saidSort, t.id, t.saidOn),
      d.index('statements_by_speaker').on(t.speakerId, t.status, t.saidSort, t.id, t.saidOn),
      d.index('statements_by_side').on(t.sideId, t.status, t.saidSort, t.id, t.saidOn),
      d.index('statements_by_outlet').on(t.outletId, t.status, t.saidSort, t.id, t.saidOn),
      d.index('statements_by_article').on(t.articleId, t.status, t.saidSort, t.id, t.saidOn),
      d.index('statements_by_repeats').on(t.repeatsId, t.id).where(d.condition`${t.repeatsId} is not null`),
      // See `beginningOfKey`: it has these letters of what is looked up.
      d.index('statements_by_words').on(t.articleId, d.condition`substr(${t.quoteKey}, 1, 6)`),
    ],
  );

  /** The stances of a statement again, as rows to join, with what is counted and sorted by; written from `statements.stances`. */
  const stances = d.table(
    'stances',
    {
      statementId: d
        .key('statement_id', 'statement')
        .notNull()
        .references(() => statements.id, { onDelete: 'cascade' }),
      claimId: d
        .key('claim_id', 'claim')
        .notNull()
        .references(() => claims.id),
      stance: d.word('stance', STANCES).notNull(),
      questionId: d.key('question_id', 'question').notNull(),
      sideId: d.key('side_id', 'side').notNull(),
      speakerId: d.key('speaker_id', 'speaker').notNull(),
      outletId: d.key('outlet_id', 'outlet').notNull(),
      articleId: d.key('article_id', 'article').notNull(),
      /** The statement that first reported the same utterance, else this one: what is counted once. */
      utteranceId: d.key('utterance_id', 'statement').notNull(),
      status: d.word('status', STATUSES).notNull(),
      saidSort: d.time('said_sort').notNull(),
      saidOn: d.text('said_on').notNull(),
      saidAs: d.word('said_as', DATINGS).notNull(),
      /** 1 on one of the statement's rows on this question and 0 on the others, so that a sum counts statements. */
      ofQuestion: d.integer('of_question').notNull(),
      /** 1 on one of all the statement's rows. */
      ofStatement: d.integer('of_statement').notNull(),
      /** All claims that the statement takes a stance on, as one member of tallies; null when it is one. */
      together: d.text('together'),
    },
    (t) => [
      // Each holds all that its readers ask for, so that they never touch the table itself. SQLite's table lies in the order
      // of its primary key, and so is the one by claims itself.
      ...(d.engine === 'sqlite'
        ? [
            d.primaryKey({ columns: [t.claimId, t.status, t.saidSort, t.statementId] }),
            d.uniqueIndex('stances_of_statement').on(t.statementId, t.claimId),
          ]
        : [
            d.primaryKey({ columns: [t.statementId, t.claimId] }),
            d
              .index('stances_by_claim')
              .on(
                ...[t.claimId, t.status, t.saidSort, t.statementId, t.stance, t.sideId, t.outletId, t.speakerId],
                ...[t.articleId, t.utteranceId, t.saidOn, t.saidAs],
              ),
          ]),
      d
        .index('stances_by_question')
        .on(t.questionId, t.status, t.saidSort, t.statementId, t.claimId, t.sideId, t.stance, t.utteranceId, t.saidOn),
      d
        .index('stances_by_group')
        .on(t.claimId, t.stance, t.status, t.sideId, t.saidSort, t.statementId, t.speakerId, t.saidOn, t.saidAs),
      d
        .index('stances_by_speaker')
        .on(t.speakerId, t.claimId, t.stance, t.status, t.sideId, t.saidSort, t.statementId, t.saidOn),
      d
        .index('stances_of_speaker')
        .on(
          t.speakerId,
          t.status,
          t.saidSort,
          t.statementId,
          t.claimId,
          t.questionId,
          t.stance,
          t.ofStatement,
          t.saidOn,
        ),
      // The few rows of statements that repeat another.
      d
        .index('repeats_by_speaker')
        .on(t.speakerId, t.status, t.utteranceId)
        .where(d.differ(t.utteranceId, t.statementId)),
      d
        .index('repeats_by_claim')
        .on(t.claimId, t.status, t.sideId, t.stance, t.utteranceId, t.statementId)
        .where(d.differ(t.utteranceId, t.statementId)),
    ],
  );

  return { statements, stances };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineStatements> {}
}
