import { Failure } from '../../../kernel/failure.ts';
import { firstDayOf } from '../../../kernel/written-date.ts';
import { rowById } from '../../../platform/engine/rows.ts';
import type { Handle } from '../../../platform/engine/tables.ts';
import { briefsOf } from '../../../record/briefs.ts';
import { relationsAmong } from '../../../record/claims/relation-store.ts';
import { idReferred } from '../../../record/references.ts';
import { statementBriefs } from '../../../record/statements/show.ts';
import { type Granularity, isCoarser, periodsBetween, startOfPeriod } from '../../periods.ts';
import type { DatedRow } from '../../statements/certainty.ts';
import { type ReadFilter, readFilter, type StanceFilter, StatementFilter } from '../../statements/filter.ts';
import { rangeAsked } from '../../statements/range.ts';
import { sumOf } from '../../statements/tabulate.ts';
import { noStances, rangeOfDates, rangeTold, shareOf, sumStances } from '../../tally.ts';
import { type ClaimComparison, type ClaimComparisonQuery, QUOTES_MAX } from './claim-comparison.ts';
import type { ClaimCounts, ClaimMembers } from './claim-counts.ts';
import { countClaims } from './claim-counts-store.ts';
import { type Ends, endsOf, type Taken } from './claim-ends-store.ts';
import { type Since, sinceOf } from './claim-since-store.ts';
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
  rangeAsked(query.from, query.to);
  const filter = await filterOn(from, claims, query);
  const counts = await countClaims(from, filter, claims, query.granularity);
  const ends: Ends[] = [];
  for (const claim of claims) {
    const { stances } = await filterOn(from, [claim], query);
    ends.push(await endsOf(from, stances, sumOf(counts.undated.filter((row) => row.claim === claim))));
  }
  const since = await sinceOf(from, filter.stances, counts.bySide, counts.undated, query.outlet === undefined);
  const range = rangeTold(
    query,
    rangeOfDates(ends.flatMap((end) => [end.range.from, end.range.to].filter((day) => day !== null))),
  );
  return {
    range,
    total: counts.total,
    columns: await columnsOf(from, claims, counts, ends, since),
    ...timelineOf(counts, claims, range, query.granularity),
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
  { bySide, undated, utterances, members, total }: ClaimCounts,
  ends: readonly Ends[],
  since: readonly Since[],
): Promise<Columns> {
  const shown = [
    ...ends.flatMap(({ first, newest }) => [first, ...newest]),
    ...since.flatMap((one) => [one.first, one.latest]),
  ];
  const ids = [...new Set(shown.flatMap((row) => row?.id ?? []))];
  const briefs = await statementBriefs(from, ids, PUBLISHED_ONLY);
  const briefOf = (row: DatedRow | null | undefined) => (row ? (briefs.get(row.id) ?? null) : null);
  const sides = await briefsOf(
    from,
    'side',
    bySide.map(({ side }) => side),
  );
  const speakers = await briefsOf(from, 'speaker', [...new Set(since.flatMap((one) => one.speakers))]);
  const names = await briefsOf(from, 'claim', claims);
  const sinceOn = (claim: string) =>
    since
      .filter((one) => one.claim === claim)
      .toSorted((one, other) => (placeOf(one.first) < placeOf(other.first) ? -1 : 1))
      .flatMap(({ side, stance, n, isCertain, ...one }): Columns[number]['since'] => {
        const [named, first, latest] = [sides.get(side), briefOf(one.first), briefOf(one.latest)];
        if (!named || !first || !latest) return [];
        return [
          {
            ...{ side: named, stance, n, utterances: utterances.get(`${claim} ${side} ${stance}`) ?? 0 },
            ...{ first, latest, certain: isCertain.first, latestCertain: isCertain.latest },
            speakers: one.speakers.flatMap((id) => speakers.get(id) ?? []),
          },
        ];
      });
  return claims.map((claim, at) => {
    const own = bySide.filter((row) => row.claim === claim);
    const n = sumOf(own);
    const { first, newest, range, isCertain } = ends[at] as Ends;
    return {
      claim: names.get(claim) as Columns[number]['claim'],
      n,
      share: shareOf(n, total),
      stances: sumStances(own),
      ...(members.get(claim) as ClaimMembers),
      sides: [...Map.groupBy(own, ({ side }) => side)].flatMap(([id, rows]) => {
        const side = sides.get(id);
        if (!side) return [];
        return [{ side, n: sumOf(rows), utterances: utterances.get(`${claim} ${id}`) ?? 0, ...sumStances(rows) }];
      }),
      since: sinceOn(claim),
      range,
      first: briefOf(first),
      latest: briefOf(newest[0]),
      certain: isCertain.first,
      latestCertain: isCertain.latest,
      undated: sumOf(undated.filter((row) => row.claim === claim)),
      quotes: oneOfEachUtterance(newest).flatMap((row) => {
        const brief = briefOf(row);
        return brief ? [{ ...brief, stance: row.stance }] : [];
      }),
    };
  });
}

const placeOf = ({ saidSort, id }: DatedRow) => `${saidSort} ${id}`;

/** Of each utterance the newest statement. */
function oneOfEachUtterance(newest: readonly Taken[]): Taken[] {
  const seen = new Map<string, Taken>();
  for (const row of newest) if (!seen.has(row.utteranceId)) seen.set(row.utteranceId, row);
  return [...seen.values()].slice(0, QUOTES_MAX);
}

function timelineOf(
  { byPeriod, undatedByPeriod }: ClaimCounts,
  claims: readonly string[],
  { from, to }: ClaimComparison['range'],
  granularity: Granularity,
): Pick<ClaimComparison, 'timeline' | 'coarser'> {
  const none = () => claims.map(() => 0);
  const coarser = none();
  if (from === null || to === null) return { timeline: [], coarser };
  const timeline = periodsBetween(from, to, granularity).map((period) => ({
    ...period,
    counts: none(),
    undated: 0,
  }));
  const periods = new Map(timeline.map((period) => [period.from, period]));
  const add = (counts: number[] | undefined, claim: string, n: number) => {
    const column = claims.indexOf(claim);
    if (counts) counts[column] = (counts[column] ?? 0) + n;
  };
  const periodOf = (days: string) => periods.get(startOfPeriod(firstDayOf(days), granularity));
  for (const { claim, days, n } of byPeriod)
    add(isCoarser(days, granularity) ? coarser : periodOf(days)?.counts, claim, n);
  for (const { days, n } of undatedByPeriod) {
    const period = isCoarser(days, granularity) ? undefined : periodOf(days);
    if (period) period.undated += n;
  }
  return { timeline, coarser };
}

async function usersOfAll(
  from: Handle,
  { both: { speakers, articles }, speakerStances }: ClaimCounts,
): Promise<ClaimComparison['both']> {
  const named = await namedSpeakers(from, speakers.members);
  return {
    speakers: named.map((one) => ({ ...one, stances: speakerStances.get(one.id) ?? one.counts.map(noStances) })),
    articles: await namedArticles(from, articles.members),
    isComplete: speakers.isComplete && articles.isComplete,
  };
}
