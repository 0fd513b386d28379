import { fulfilling } from '../../../derived/full-text/store.ts';
import type { Wanted } from '../../../derived/terms/counting.ts';
import type { Handle } from '../../../platform/engine/tables.ts';
import { readFilter, StatementFilter } from '../../statements/filter.ts';
import { areTermsKept } from '../../statements/kept-terms.ts';
import { scanTerms } from './scan-terms.ts';
import type { ReadMax, TermQuery } from './term-comparison.ts';
import type { Crossover, OwnVoice, TermCounts } from './term-counts.ts';
import { scanStatements } from './term-scan.ts';
import { countTerms, keptVoices } from './term-tallies-store.ts';

/** A wording of the query with what counts as it, and how it is told. */
export type Asked = Wanted & { term: string; wording: string };

/** All that is counted: from what is kept, or by reading up to `max`. */
export async function countAsked(
  from: Handle,
  query: TermQuery,
  asked: readonly Asked[],
  max: ReadMax,
): Promise<{ counts: TermCounts; voice: OwnVoice }> {
  if (!(await isKept(from, query, asked))) return scanTerms(from, query, asked, max);
  const wordings = wordingsOf(asked);
  return { counts: await countTerms(from, wordings, query.granularity), voice: await keptVoices(from, wordings) };
}

const wordingsOf = (asked: readonly Asked[]) => asked.map(({ wording }) => wording);

/** Whether what is asked for is kept counted: terms that claims list, without a filter. */
async function isKept(
  from: Handle,
  { term: _, granularity: __, ...filter }: TermQuery,
  asked: readonly Asked[],
): Promise<boolean> {
  return Object.values(filter).every((value) => value === undefined) && areTermsKept(from, wordingsOf(asked));
}

/**
 * The crossovers of each column. Which use was a side's first is told by the whole record, or by the disputes asked for;
 * the rest of the filter chooses among the crossovers, and makes none. `read` is what was looked at for it.
 */
export async function crossoversIn(
  from: Handle,
  { term, granularity, dispute, from: saidFrom, to: saidTo, ...others }: TermQuery,
  asked: readonly Asked[],
  counts: TermCounts,
  max: ReadMax,
): Promise<{ crossovers: Crossover[][]; read: TermCounts['read'] }> {
  const choice = { ...others, saidFrom, saidTo };
  if (Object.values(choice).every((value) => value === undefined))
    return { crossovers: counts.columns.map(({ crossovers }) => crossovers), read: counts.read };
  const whole = { term, granularity, dispute };
  const { columns, read } = (await isKept(from, whole, asked))
    ? await countTerms(from, wordingsOf(asked), granularity)
    : await scanStatements(from, whole, asked, max);
  const found = columns.map(({ crossovers }) => crossovers);
  const { conditions } = await readFilter(from, StatementFilter.parse(choice), { drafts: false });
  const chosen = await fulfilling(
    from,
    conditions,
    found.flat().map(({ id }) => id),
  );
  return { crossovers: found.map((some) => some.filter(({ id }) => chosen.has(id))), read };
}
