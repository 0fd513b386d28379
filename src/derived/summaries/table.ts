import type { Dialect } from '../../platform/engine/dialect.ts';

/** Days, months, and all days together: the period of which is empty. */
export const GRANULARITIES = ['all', 'day', 'month'] as const;
export type Granularity = (typeof GRANULARITIES)[number];
/**
 * Articles, languages, outlets, outlets whose reporters worded it, combinations of subjects, speakers, and utterances by
 * their first report.
 */
export const MEMBER_KINDS = ['art', 'lng', 'out', 'par', 'set', 'spk', 'stm'] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];
/** What sums are kept by: stances, usages, whether a quote holds, what dates tell of how soon an answer came. */
const SUM_KINDS = [
  ...['any', 'comment', 'dated', 'denial', 'deny', 'mention', 'query', 'support'],
  ...['timed', 'unchecked', 'undated', 'unread', 'unverified', 'use', 'verified'],
];

/**
 * Sums over all published statements up to a mark (see `description.ts`), so that what is counted of a claim or a term
 * costs the same however many statements there are.
 *
 * A subject is what statements are counted under: a claim, a question or a dispute by its id, a term by its words; of a
 * question or a dispute with a side the two ids with a space between, of what takes a stance or is answered in a dispute
 * its id and that word. So it is of those of a claim or a term that have only their article's date.
 *
 * The summaries name a subject by a number of their own, which it gets with the first statement that is folded in and
 * keeps until they are made anew.
 */
export function defineTallies(d: Dialect) {
  const tallySubjects = d.table(
    'tally_subjects',
    { key: d.integer('key').primaryKey(), subject: d.idText('subject').notNull() },
    (t) => [d.uniqueIndex('tally_subjects_subject').on(t.subject)],
  );

  const tallies = d.table(
    'tallies',
    {
      subject: d.integer('subject').notNull(),
      granularity: d.word('granularity', GRANULARITIES).notNull(),
      /** `2023-09-06` or `2023-09`, as the date was written; of a coarser date the shorter one that it is. */
      period: d.text('period').notNull(),
      sideId: d.key('side_id', 'side').notNull(),
      kind: d.word('kind', SUM_KINDS).notNull(),
      n: d.integer('n').notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.subject, t.granularity, t.period, t.sideId, t.kind] })],
  );

  /** How many statements of a subject each of its members has; of utterances those alone that are `repeated`. */
  const tallyMembers = d.table(
    'tally_members',
    {
      subject: d.integer('subject').notNull(),
      kind: d.word('kind', MEMBER_KINDS).notNull(),
      member: d.idText('member').notNull(),
      n: d.integer('n').notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.subject, t.kind, t.member] }),
      // Most articles, whose kind is the first, have one statement of a subject; the few that have several are found by how many.
      d.index('tally_members_often').on(t.subject, t.n, t.member).where(d.condition`${t.n} > 1 and ${t.kind} = 0`),
    ],
  );

  /** How many different members of a kind a subject has, with those that have no row since they have one statement. */
  const tallySizes = d.table(
    'tally_sizes',
    {
      subject: d.integer('subject').notNull(),
      kind: d.word('kind', MEMBER_KINDS).notNull(),
      n: d.integer('n').notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.subject, t.kind] })],
  );

  /** How far the summaries go: one row, or none while nothing was folded in. */
  const summaryMarks = d.table('summary_marks', {
    name: d.text('name').primaryKey(),
    /** The last statement whose rows are in them; null where there was none. */
    statementId: d.key('statement_id', 'statement'),
    /** How often the mark was set, so that who reads knows whether it was meanwhile. */
    folds: d.integer('folds').notNull(),
  });

  /** The statements that others repeat, and those that others did repeat: utterances that may have several statements. */
  const repeated = d.table('repeated', { statementId: d.key('statement_id', 'statement').primaryKey() });

  return { tallySubjects, tallies, tallyMembers, tallySizes, summaryMarks, repeated };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineTallies> {}
}
