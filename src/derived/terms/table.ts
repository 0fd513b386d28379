import type { Dialect } from '../../platform/engine/dialect.ts';
import type { defineArticles } from '../../record/articles/table.ts';
import type { defineStatements } from '../../record/statements/table.ts';
import type { Usage } from '../../text/terms/term.ts';

export const USAGES = ['denial', 'mention', 'use'] as const satisfies readonly Usage[];

type Earlier = ReturnType<typeof defineArticles> & ReturnType<typeof defineStatements>;

export function defineTerms(d: Dialect, { articles, statements }: Earlier) {
  /** The wordings that claims list, folded to words with single spaces between. How statements use them is kept. */
  const terms = d.table(
    'terms',
    {
      wording: d.text('wording').primaryKey(),
      firstWord: d.text('first_word').notNull(),
      /** What counts as the term: itself, and its inflections that a claim lists with it. */
      variants: d.json<string[]>('variants').notNull(),
      /** The claims that list it: who denies one of them denies the term. */
      claims: d.json<string[]>('claims').notNull(),
      /** Another one with each change of the two before, so that counting knows whether it was of this one. */
      listing: d.text('listing').notNull(),
      /** Whether every statement that has it is counted; false while those from before it was listed are looked through. */
      isWhole: d.boolean('is_whole').notNull(),
    },
    (t) => [d.index('terms_by_first_word').on(t.firstWord), d.index('terms_to_count').on(t.isWhole, t.wording)],
  );

  /** How each published statement uses each term that its quote has, with what is counted and sorted by. */
  const termUsages = d.table(
    'term_usages',
    {
      statementId: d
        .key('statement_id', 'statement')
        .notNull()
        .references(() => statements.id, { onDelete: 'cascade' }),
      wording: d.text('wording').notNull(),
      usage: d.word('usage', USAGES).notNull(),
      sideId: d.key('side_id', 'side').notNull(),
      speakerId: d.key('speaker_id', 'speaker').notNull(),
      outletId: d.key('outlet_id', 'outlet').notNull(),
      /** The statement that first reported the same utterance, else this one. */
      utteranceId: d.key('utterance_id', 'statement').notNull(),
      saidSort: d.time('said_sort').notNull(),
      /** All terms that the quote has, as one member of tallies; null when it has one. */
      together: d.text('together'),
    },
    (t) => [
      d.primaryKey({ columns: [t.statementId, t.wording] }),
      d.index('term_usages_by_date').on(t.wording, t.usage, t.saidSort, t.statementId),
      d.index('term_usages_by_side').on(t.wording, t.usage, t.sideId, t.saidSort, t.statementId),
    ],
  );

  /** Each term that the newest text of an article has, and how often it does so in the outlet's own voice. */
  const termPlaces = d.table(
    'term_places',
    {
      articleId: d
        .key('article_id', 'article')
        .notNull()
        .references(() => articles.id, { onDelete: 'cascade' }),
      wording: d.text('wording').notNull(),
      outletId: d.key('outlet_id', 'outlet').notNull(),
      /** Where it stands outside quotation marks, as pairs of start and end in code points. */
      places: d.json<[start: number, end: number][]>('places').notNull(),
      /** How many of these places are outside of all anchored statements. */
      ownVoice: d.integer('own_voice').notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.articleId, t.wording] }),
      d.index('term_places_by_term').on(t.wording, t.outletId, t.articleId, t.ownVoice),
    ],
  );

  return { terms, termUsages, termPlaces };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineTerms> {}
}
