import { desc } from 'drizzle-orm';
import { claimBriefs, relationsAmong } from '../claims/relation-store.ts';
import { Failure } from '../kernel/failure.ts';
import { rowById } from '../platform/engine/rows.ts';
import { idReferred } from '../references.ts';
import { sideBriefs } from '../sides/store.ts';
import { statementBriefs } from '../statements/show.ts';
import type { Stance, StatementBrief } from '../statements/statement.ts';
import type { Engine, Handle } from '../tables.ts';
import { type ClaimComparison, type ClaimComparisonQuery, QUOTES_MAX } from './claim-comparison.ts';
import type { ClaimCounts } from './claim-counts.ts';
import { countClaims } from './claim-counts-store.ts';
import { countFilteredClaims } from './claim-rows-store.ts';
import { namedArticles, namedSpeakers } from './claim-users-store.ts';
import { countedStances, type ReadFilter, readFilter } from './counted.ts';
import { readerFor } from './large.ts';
import { type Granularity, periodsBetween, startOfPeriod } from './periods.ts';
import { idAfterSort, lastDayBefore, rangeBetween, shareOf, sumStances } from './tally.ts';
import type { Counted } from './utterances.ts';

type Columns = ClaimComparison['columns'];

/**
 * The claims side by side; everything but the pairs. Fails with `unknown-reference`, `wrong-dispute` for claims of two
 * disputes, `invalid` for a claim named twice or a range upside down, and `unprocessable` for too many periods.
 */
export async function compareClaims(
  engine: Engine,
  query: ClaimComparisonQuery,
): Promise<Omit<ClaimComparison, 'pairs'>> {
  const from = engine.read;
  const claims = await claimsToCompare(from, query.claim);
  const filter = await readFilter(from, { from: query.from, to: query.to, side: query.side, outlet: query.outlet });
  const counts = filter.isOpen
    ? await countClaims(from, claims, query.granularity)
    : await countFilteredClaims(await readerFor(engine, 'claim', claims), filter, claims, query.granularity);
  const range = rangeOf(counts, query, filter);
  return {
    range,
    total: counts.total,
    columns: await columnsOf(from, counts, filter),
    timeline: timelineOf(counts, claims, range, query.granularity),
    both: await usersOfAll(from, counts),
    relations: await relationsAmong(from, claims),
  };
}

/** As asked for; where left open, the days of the first and the last statement. */
function rangeOf(
  { columns }: ClaimCounts,
  { from, to }: ClaimComparisonQuery,
  { start, until }: ReadFilter,
): ClaimComparison['range'] {
  const ends = columns.flatMap(({ first, latest }) => (first && latest ? [first, latest] : [])).sort();
  const seen = rangeBetween(ends[0] ?? null, ends.at(-1) ?? null);
  return {
    from: from === undefined ? seen.from : start.slice(0, 10),
    to: to === undefined ? seen.to : lastDayBefore(until),
  };
}

async function claimsToCompare(from: Handle, references: readonly string[]): Promise<string[]> {
  const claims = await Promise.all(references.map((reference) => idReferred(from, 'claim', reference, 'claim')));
  const twice = claims.findIndex((id, at) => claims.indexOf(id) !== at);
  if (twice !== -1) throw refusal('invalid', `${references[twice]} is named twice`);
  const rows = await Promise.all(claims.map((id) => rowById(from, 'claims', id)));
  if (new Set(rows.map((row) => row?.disputeId)).size > 1)
    throw refusal('wrong-dispute', 'the claims belong to different disputes');
  return claims;
}

function refusal(code: Failure['code'], detail: string): Failure {
  return new Failure(code, `claim: ${detail}.`, { faults: [{ pointer: 'claim', detail }] });
}

async function columnsOf(from: Handle, { columns, bySide, total }: ClaimCounts, filter: ReadFilter): Promise<Columns> {
  const claims = columns.map(({ claimId }) => claimId);
  const samples = await Promise.all(claims.map((claim) => newestOf(from, countedStances([claim], filter))));
  const ends = columns.flatMap(({ first, latest }) => [first, latest].map((joined) => idAfterSort(joined ?? '')));
  const ids = [...ends, ...samples.flat().map(({ id }) => id)];
  const briefs = await statementBriefs(from, ids, { drafts: false });
  const sides = await sideBriefs(
    from,
    bySide.map(({ sideId }) => sideId),
  );
  const names = await claimBriefs(from, claims);
  return columns.map(({ claimId, n, first, latest, ...counts }, at) => {
    const own = bySide.filter((row) => row.claimId === claimId);
    return {
      claim: names.get(claimId) as Columns[number]['claim'],
      n,
      share: shareOf(n, total),
      stances: sumStances(own),
      ...counts,
      sides: [...Map.groupBy(own, ({ sideId }) => sideId)].flatMap(([sideId, rows]) => {
        const side = sides.get(sideId);
        return side ? [{ side, n: rows.reduce((sum, row) => sum + row.n, 0), ...sumStances(rows) }] : [];
      }),
      range: rangeBetween(first, latest),
      first: briefs.get(idAfterSort(first ?? '')) ?? null,
      latest: briefs.get(idAfterSort(latest ?? '')) ?? null,
      quotes: (samples[at] ?? []).flatMap(({ id, stance }) => quoteOf(briefs.get(id), stance)),
    };
  });
}

function quoteOf(brief: StatementBrief | undefined, stance: Stance): Columns[number]['quotes'] {
  return brief ? [{ ...brief, stance }] : [];
}

/** Rows looked through for a sample: of an utterance that is repeated more often, fewer others are shown. */
const SAMPLED_MAX = 100;

/** The newest statements on a claim, of each utterance the newest. */
async function newestOf(from: Handle, { name, values, holds }: Counted) {
  const rows = await from.query(
    `newest ${name}`,
    (build) => {
      const { stances } = build.t;
      return build.db
        .select({ id: stances.statementId, stance: stances.stance, utterance: stances.utteranceId })
        .from(stances)
        .where(holds(build))
        .orderBy(desc(stances.saidSort), desc(stances.statementId))
        .limit(build.param('limit') as never);
    },
    { ...values, limit: SAMPLED_MAX },
  );
  const newest = new Map<string, (typeof rows)[number]>();
  for (const row of rows) if (!newest.has(row.utterance)) newest.set(row.utterance, row);
  return [...newest.values()].slice(0, QUOTES_MAX);
}

function timelineOf(
  { byPeriod }: ClaimCounts,
  claims: readonly string[],
  { from, to }: ClaimComparison['range'],
  granularity: Granularity,
): ClaimComparison['timeline'] {
  if (from === null || to === null) return [];
  const periods = periodsBetween(from, to, granularity).map((period) => ({ ...period, counts: claims.map(() => 0) }));
  const countsAt = new Map(periods.map((period) => [period.from, period.counts]));
  for (const { claimId, start, n } of byPeriod) {
    const counts = countsAt.get(startOfPeriod(start.padEnd(10, '-01'), granularity));
    const column = claims.indexOf(claimId);
    if (counts) counts[column] = (counts[column] ?? 0) + n;
  }
  return periods;
}

async function usersOfAll(
  from: Handle,
  { both: { speakers, articles } }: ClaimCounts,
): Promise<ClaimComparison['both']> {
  return {
    speakers: await namedSpeakers(from, speakers.members),
    articles: await namedArticles(from, articles.members),
    isComplete: speakers.isComplete && articles.isComplete,
  };
}
