import { count, countDistinct, inArray, sql } from 'drizzle-orm';
import { countFound, type Readers } from '../../derived/full-text/walk.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import { verifiedResults } from '../../text/quotes/quote.ts';
import { asksForWords } from '../../text/words/match.ts';
import type { ReadFilter } from './filter.ts';
import { findKept } from './kept-counts.ts';
import { areTermsKept } from './kept-terms.ts';
import { walkerAmong } from './length.ts';
import { type Counted, type Dimension, type Source, sumOf, tabulate } from './tabulate.ts';
import { takenBy } from './taking.ts';

/**
 * How many statements a filter leaves. Totals of lists, comparisons, positions and balances are all counted here and in
 * `countBy`: from what is kept where that tells it, else row by row, or by the entries of the index that have the words.
 */
export async function countAll(readers: Readers, filter: ReadFilter): Promise<number> {
  const isKept = filter.kept?.of !== 'term' || (await areTermsKept(readers.read, filter.kept.subjects));
  const kept = filter.kept && isKept ? await findKept(readers.read, filter.kept, []) : null;
  if (kept !== null) return sumOf(kept);
  if (filter.match === null) return sumOf(await countRows(await walkerAmong(readers), filter, []));
  const search = { match: filter.match, conditions: filter.unsaid, places: filter.places };
  return asksForWords(filter.match) ? countFound(readers, search, false) : 0;
}

/**
 * How many statements a filter without words leaves, for every combination of values that any have, in their order.
 * A statement that takes a stance on several of the claims counts once in each combination.
 */
export async function countBy<By extends Dimension>(
  from: Handle,
  filter: ReadFilter,
  by: readonly By[],
): Promise<Counted<By>[]> {
  const kept = filter.kept && (await findKept(from, filter.kept, by));
  return kept ?? countRows(from, filter, by);
}

/** Row by row. */
export function countRows<By extends Dimension>(
  from: Handle,
  { stances, conditions }: Pick<ReadFilter, 'stances' | 'conditions'>,
  by: readonly By[],
): Promise<Counted<By>[]> {
  return stances === null
    ? tabulate(from, STATEMENTS, conditions, by)
    : tabulate(from, { ...STANCES, joins: stances.ofStatements.length > 0 }, takenBy(stances), by);
}

const STATEMENTS: Source = {
  name: 'statements',
  table: (t) => t.statements,
  columns: {
    dispute: (t) => t.statements.disputeId,
    side: (t) => t.statements.sideId,
    kind: (t) =>
      sql`case when ${inArray(t.statements.anchorResult, verifiedResults)} then 'verified' else 'unverified' end`,
    day: (t, { beginning }) => beginning(t.statements.saidSort, 10),
    month: (t, { beginning }) => beginning(t.statements.saidSort, 7),
  },
  n: () => count(),
};

const STANCES: Source = {
  name: 'stances',
  table: (t) => t.stances,
  columns: {
    claim: (t) => t.stances.claimId,
    question: (t) => t.stances.questionId,
    side: (t) => t.stances.sideId,
    stance: (t) => t.stances.stance,
    day: (t, { beginning }) => beginning(t.stances.saidSort, 10),
    month: (t, { beginning }) => beginning(t.stances.saidSort, 7),
  },
  // A statement takes one stance on a claim.
  n: (t, by) => (by.includes('claim') ? count() : countDistinct(t.stances.statementId)),
};
