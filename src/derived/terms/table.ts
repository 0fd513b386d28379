import { DATINGS } from '../../kernel/written-date.ts';
import type { Dialect } from '../../platform/engine/dialect.ts';
import type { defineArticles } from '../../record/articles/table.ts';
import type { defineStatements } from '../../record/statements/table.ts';
import type { Usage } from '../../text/terms/term.ts';

export const USAGES = ['denial', 'mention', 'unread', 'use'] as const satisfies readonly Usage[];

type Earlier = ReturnType<typeof defineArticles> & ReturnType<typeof defineStatements>;

/** Where a text has a term, in code points, and how it uses it there. */
export type KeptPlace = [start: number, end: number, usage: Usage];

export function defineTerms(d: Dialect, { articles, statements }: Earlier) {
  /** The forms of terms that claims list, folded to words with single spaces between. How statements use them is kept. */
  const terms = d.table(
    'terms',
    {
      wording: d.text('wording').primaryKey(),
      firstWord: d.text('first_word').notNull(),
      /** What counts as the term: itself, and the other forms that claims list with it; none once no claim lists it. */
      variants: d.json<string[]>('variants').notNull(),
      /** The claims that list it and do not deny it themselves: stances on them decide how it is used. */
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
      saidOn: d.text('said_on').notNull(),
      saidAs: d.word('said_as', DATINGS).notNull(),
      /** Without script and region. */
      language: d.text('language').notNull(),
      /** 1 where its words with the term are the reporter's, and 0 where they are the speaker's. */
      paraphrased: d.integer('paraphrased').notNull(),
      /** All terms that the quote has, as one member of tallies; null when it has one. */
      together: d.text('together'),
    },
    (t) => [
      d.primaryKey({ columns: [t.statementId, t.wording] }),
      d.index('term_usages_by_date').on(t.wording, t.usage, t.saidSort, t.statementId, t.saidOn),
      d.index('term_usages_by_side').on(t.wording, t.usage, t.sideId, t.saidSort, t.statementId, t.saidOn),
    ],
  );

  /**
   * Each term that the newest text of an article has, or its title, outside quotation marks, and how often it does so in
   * the outlet's own voice: in places where no statement is anchored, by how it is used there.
   */
  const termPlaces = d.table(
    'term_places',
    {
      articleId: d
        .key('article_id', 'article')
        .notNull()
        .references(() => articles.id, { onDelete: 'cascade' }),
      wording: d.text('wording').notNull(),
      outletId: d.key('outlet_id', 'outlet').notNull(),
      /** The article's, without script and region. */
      language: d.text('language').notNull(),
      /** Where the text has it, in code points, in the text's order. */
      places: d.json<KeptPlace[]>('places').notNull(),
      ownUse: d.integer('own_use').notNull(),
      ownDenial: d.integer('own_denial').notNull(),
      ownMention: d.integer('own_mention').notNull(),
      ownUnread: d.integer('own_unread').notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.articleId, t.wording] }),
      d
        .index('term_places_by_term')
        .on(t.wording, t.outletId, t.articleId, t.language, t.ownUse, t.ownDenial, t.ownMention, t.ownUnread),
    ],
  );

  /** The places of the newest text, each by its start, on which the words of a published statement lie. */
  const termCovers = d.table(
    'term_covers',
    {
      statementId: d
        .key('statement_id', 'statement')
        .notNull()
        .references(() => statements.id, { onDelete: 'cascade' }),
      articleId: d.key('article_id', 'article').notNull(),
      wording: d.text('wording').notNull(),
      start: d.integer('start').notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.statementId, t.articleId, t.wording, t.start] }),
      d.index('term_covers_by_place').on(t.articleId, t.wording, t.start, t.statementId),
    ],
  );

  return { terms, termUsages, termPlaces, termCovers };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineTerms> {}
}
