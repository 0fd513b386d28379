import { desc } from 'drizzle-orm';
import { Failure } from '../../../kernel/failure.ts';
import { allOf } from '../../../platform/engine/pages.ts';
import { rowById } from '../../../platform/engine/rows.ts';
import type { Handle } from '../../../platform/engine/tables.ts';
import { briefsOf } from '../../../record/briefs.ts';
import { relationsAmong } from '../../../record/claims/relation-store.ts';
import { idReferred } from '../../../record/references.ts';
import { statementBriefs } from '../../../record/statements/show.ts';
import type { Stance } from '../../../record/statements/statement.ts';
import { rangeOf as rangeAsked } from '../../pairs/wanted.ts';
import { type Granularity, periodsBetween, startOfPeriod } from '../../periods.ts';
import { type ReadFilter, readFilter, type StanceFilter, StatementFilter } from '../../statements/filter.ts';
import { sumOf } from '../../statements/tabulate.ts';
import { type Placed, takersOf } from '../../statements/taking.ts';
import { lastDayBefore, rangeBetween, shareOf, sumStances } from '../../tally.ts';
import { type ClaimComparison, type ClaimComparisonQuery, QUOTES_MAX } from './claim-comparison.ts';
import type { ClaimCounts, ClaimMembers } from './claim-counts.ts';
import { countClaims } from './claim-counts-store.ts';
import { namedArticles, namedSpeakers } from './claim-users-store.ts';

const PUBLISHED_ONLY = { drafts: false };

type Columns = ClaimComparison['columns'];

/**
 * The claims side by side; everything but the pairs. Fails with `unknown-reference`, `wrong-dispute` for claims of two
 * disputes, `invalid` for a claim named twice or a range upside down, and `unprocessable` for too many periods.
 */
export async function compareClaims(
  from: Handle,
  query: ClaimComparisonQuery,
): Promise<Omit<ClaimComparison, 'pairs'>> {
  const claims = await claimsToCompare(from, query.claim);
  const asked = rangeAsked(query.from, query.to);
  const filter = await filterOn(from, claims, query);
  const counts = await countClaims(from, filter, claims, query.granularity);
  const ends = await Promise.all(claims.map(async (claim) => endsOf(from, await filterOn(from, [claim], query))));
  const range = rangeOf(ends, query, asked);
  return {
    range,
    total: counts.total,
    columns: await columnsOf(from, claims, counts, ends),
    timeline: timelineOf(counts, claims, range, query.granularity),
    both: await usersOfAll(from, counts),
    relations: await relationsAmong(from, claims),
  };
}

/** What the list of statements on the claims with the same filters is asked for. */
async function filterOn(
  from: Handle,
  claim: readonly string[],
  { from: saidFrom, to: saidTo, side, outlet }: ClaimComparisonQuery,
): Promise<ReadFilter & { stances: StanceFilter }> {
  const filter = StatementFilter.parse({ claim, saidFrom, saidTo, side, outlet });
  return (await readFilter(from, filter, PUBLISHED_ONLY)) as ReadFilter & { stances: StanceFilter };
}

/** As asked for; where left open, the days of the first and the last statement. */
function rangeOf(
  ends: readonly Ends[],
  { from, to }: ClaimComparisonQuery,
  asked: { from: string; until: string },
): ClaimComparison['range'] {
  const dates = ends.flatMap(({ first, newest }) => [first, newest[0]].flatMap((row) => row?.saidSort ?? [])).sort();
  const seen = rangeBetween(dates[0] ?? null, dates.at(-1) ?? null);
  return {
    from: from === undefined ? seen.from : asked.from.slice(0, 10),
    to: to === undefined ? seen.to : lastDayBefore(asked.until),
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

async function columnsOf(
  from: Handle,
  claims: readonly string[],
  { bySide, members, total }: ClaimCounts,
  ends: readonly Ends[],
): Promise<Columns> {
  const ids = ends.flatMap(({ first, newest }) => [...(first ? [first.id] : []), ...newest.map(({ id }) => id)]);
  const briefs = await statementBriefs(from, ids, PUBLISHED_ONLY);
  const briefOf = (row: Placed | null | undefined) => (row ? (briefs.get(row.id) ?? null) : null);
  const sides = await briefsOf(
    from,
    'side',
    bySide.map(({ side }) => side),
  );
  const names = await briefsOf(from, 'claim', claims);
  return claims.map((claim, at) => {
    const own = bySide.filter((row) => row.claim === claim);
    const n = sumOf(own);
    const { first, newest } = ends[at] as Ends;
    return {
      claim: names.get(claim) as Columns[number]['claim'],
      n,
      share: shareOf(n, total),
      stances: sumStances(own),
      ...(members.get(claim) as ClaimMembers),
      sides: [...Map.groupBy(own, ({ side }) => side)].flatMap(([id, rows]) => {
        const side = sides.get(id);
        return side ? [{ side, n: sumOf(rows), ...sumStances(rows) }] : [];
      }),
      range: rangeBetween(first?.saidSort ?? null, newest[0]?.saidSort ?? null),
      first: briefOf(first),
      latest: briefOf(newest[0]),
      quotes: oneOfEachUtterance(newest).flatMap((row) => {
        const brief = briefOf(row);
        return brief ? [{ ...brief, stance: row.stance }] : [];
      }),
    };
  });
}

/** Rows looked through for a sample: of an utterance that is repeated more often, fewer others are shown. */
const SAMPLED_MAX = 100;

type Taken = Placed & { stance: Stance; utteranceId: string };
/** The first of the statements on a claim, and the newest ones, the latest first. */
type Ends = { first: Placed | null; newest: Taken[] };

async function endsOf(from: Handle, { stances }: { stances: StanceFilter }): Promise<Ends> {
  const first = await takersOf(from, stances, { by: 'date', direction: 'asc' }, { limit: 1, after: null });
  return { first: first[0] ?? null, newest: await newestOf(from, stances) };
}

function newestOf(from: Handle, filter: StanceFilter): Promise<Taken[]> {
  const { name, values, holds } = allOf(filter.conditions);
  return from.query(
    `newest stances ${name}`,
    (build) => {
      const { statementId: id, saidSort, stance, utteranceId } = build.t.stances;
      return build.db
        .select({ id, saidSort, stance, utteranceId })
        .from(build.t.stances)
        .where(holds(build))
        .orderBy(desc(saidSort), desc(id))
        .limit(build.bound('limit'));
    },
    { ...values, limit: SAMPLED_MAX },
  );
}

/** Of each utterance the newest statement. */
function oneOfEachUtterance(newest: readonly Taken[]): Taken[] {
  const seen = new Map<string, Taken>();
  for (const row of newest) if (!seen.has(row.utteranceId)) seen.set(row.utteranceId, row);
  return [...seen.values()].slice(0, QUOTES_MAX);
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
  for (const { claim, start, n } of byPeriod) {
    const counts = countsAt.get(startOfPeriod(start.padEnd(10, '-01'), granularity));
    const column = claims.indexOf(claim);
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
