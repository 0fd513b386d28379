import type { Dialect } from '../../platform/engine/dialect.ts';

/** Months serve whole records and long ranges; days what is finer. */
export type Granularity = 'day' | 'month';

/**
 * Sums over published statements, kept in the transaction that writes these by the triggers of the migration `tallies`,
 * so that what is counted of a claim or a term costs the same however many statements there are.
 *
 * A subject is what statements are counted under: a claim by its id (of each `kind` of stance), a term by its words (of
 * each kind of usage), a dispute by its id (verified or not). Of a question, of a question or a dispute with a side, as
 * the two ids with a space between, of what takes a stance in a dispute, and of what is answered there (of the sides, and
 * of what dates tell how soon) only members are kept.
 */
export function defineTallies(d: Dialect) {
  const tallies = d.table(
    'tallies',
    {
      subject: d.text('subject').notNull(),
      granularity: d.text('granularity').$type<Granularity>().notNull(),
      /** `2023-09-06` or `2023-09`, in UTC. */
      period: d.text('period').notNull(),
      sideId: d.key('side_id', 'side').notNull(),
      kind: d.text('kind').notNull(),
      n: d.integer('n').notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.subject, t.granularity, t.period, t.sideId, t.kind] })],
  );

  /**
   * How many statements of a subject each speaker, outlet and article has, by id, each utterance, by the id of its first
   * report, and each combination of several subjects that a statement is counted under, as `set_` and what that is.
   */
  const tallyMembers = d.table(
    'tally_members',
    { subject: d.text('subject').notNull(), member: d.text('member').notNull(), n: d.integer('n').notNull() },
    (t) => [
      d.primaryKey({ columns: [t.subject, t.member] }),
      // Most articles have one statement of a subject; the few that have several are found by how many.
      d
        .index('tally_members_often')
        .on(t.subject, t.n, t.member)
        .where(d.condition`${t.n} > 1 and ${t.member} >= 'art_' and ${t.member} < 'art\`'`),
    ],
  );

  /** How many different members a subject has of each kind, which is the prefix of their ids: `spk`, `out`, `art`, `stm`. */
  const tallySizes = d.table(
    'tally_sizes',
    { subject: d.text('subject').notNull(), kind: d.text('kind').notNull(), n: d.integer('n').notNull() },
    (t) => [d.primaryKey({ columns: [t.subject, t.kind] })],
  );

  return { tallies, tallyMembers, tallySizes };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineTallies> {}
}
