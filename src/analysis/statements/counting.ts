import { count, countDistinct, inArray, sql } from 'drizzle-orm';
import { countFound, type Readers } from '../../derived/full-text/scan.ts';
import { checkedAs } from '../../derived/summaries/sums.ts';
import type { Condition } from '../../platform/engine/pages.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { asksForWords } from '../../text/words/match.ts';
import { takenBy } from './by-stance.ts';
import type { ReadFilter, StanceFilter } from './filter.ts';
import { areTermsKept } from './kept-terms.ts';
import { walkerAmong } from './length.ts';
import { findKept } from './summary-counts.ts';
import { type Counted, type Dimension, type Source, sumOf, tabulate } from './tabulate.ts';

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

/** Of the same on claims those that have only their article's date. */
export async function countUndated<By extends Dimension>(
  from: Handle,
  filter: Pick<ReadFilter, 'stances' | 'conditions' | 'kept'> & { stances: StanceFilter },
  by: readonly By[],
): Promise<Counted<By>[]> {
  const kept =
    filter.kept?.of === 'claim' ? await findKept(from, { ...filter.kept, of: 'undated on claim' }, by) : null;
  if (kept !== null) return kept;
  const conditions = [...filter.stances.conditions, IS_UNDATED];
  return countRows(from, { ...filter, stances: { ...filter.stances, conditions } }, by);
}

const IS_UNDATED: Condition<Tables> = {
  name: 'undated',
  values: {},
  holds: ({ t }) => inArray(t.stances.saidAs, ['article-time', 'article-day']),
};

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
    kind: (t) => checkedAs(t.statements.anchorResult),
    day: (t) => t.statements.saidOn,
    month: (t) => sql`substr(${t.statements.saidOn}, 1, 7)`,
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
    day: (t) => t.stances.saidOn,
    month: (t) => sql`substr(${t.stances.saidOn}, 1, 7)`,
  },
  // A statement takes one stance on a claim.
  n: (t, by) => (by.includes('claim') ? count() : countDistinct(t.stances.statementId)),
};
