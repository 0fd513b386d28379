import { asc, desc, sql } from 'drizzle-orm';
import { claimBriefs, relationsAmong } from '../claims/relation-store.ts';
import { Failure } from '../kernel/failure.ts';
import { rowById } from '../platform/engine/rows.ts';
import { idReferred } from '../references.ts';
import { sideBriefs } from '../sides/store.ts';
import { statementBriefs } from '../statements/show.ts';
import type { Stance, StatementBrief } from '../statements/statement.ts';
import type { Handle } from '../tables.ts';
import { type ClaimComparison, type ClaimComparisonQuery, QUOTES_MAX } from './claim-comparison.ts';
import { articlesOfAll, speakersOfAll } from './claim-users-store.ts';
import { countedStances } from './counted.ts';
import { type Granularity, periodsBetween, startOfPeriod } from './periods.ts';
import { idAfterSort, joinedEndsOf, lastDayBefore, rangeBetween, shareOf, sumStances } from './tally.ts';
import { type Counted, type Repeat, repeatsAmong, utterancesAmong } from './utterances.ts';

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
  const counted = await countedStances(from, claims, query);
  const totals = await totalsOf(from, counted);
  const repeats = await repeatsAmong(from, counted);
  const range = {
    from: query.from === undefined ? totals.range.from : counted.values.start?.toString().slice(0, 10),
    to: query.to === undefined ? totals.range.to : lastDayBefore(String(counted.values.until)),
  } as ClaimComparison['range'];
  const timeline = await timelineOf(from, counted, claims, range, query.granularity);
  return {
    range,
    total: totals.n,
    utterances: utterancesAmong(totals.n, repeats),
    columns: await columnsOf(from, counted, claims, totals.n, repeats),
    timeline,
    both: {
      speakers: await speakersOfAll(from, counted, claims),
      articles: await articlesOfAll(from, counted, claims),
    },
    relations: await relationsAmong(from, claims),
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

async function totalsOf(from: Handle, { name, values, holds }: Counted) {
  const rows = await from.query(
    `totals ${name}`,
    (build) => {
      const { saidSort, statementId } = build.t.stances;
      return build.db
        .select({
          n: sql<number>`count(distinct ${statementId})`.mapWith(Number),
          first: sql<string | null>`min(${saidSort})`,
          latest: sql<string | null>`max(${saidSort})`,
        })
        .from(build.t.stances)
        .where(holds(build));
    },
    values,
  );
  const { n = 0, first = null, latest = null } = rows[0] ?? {};
  return { n, range: rangeBetween(first, latest) };
}

async function columnsOf(
  from: Handle,
  counted: Counted,
  claims: readonly string[],
  total: number,
  repeats: readonly Repeat[],
): Promise<Columns> {
  const [tallies, bySide, samples] = [
    await talliesOf(from, counted),
    await stancesBySide(from, counted),
    await Promise.all(claims.map((claim) => newestOf(from, counted, claim))),
  ];
  const ends = tallies.flatMap(({ first, latest }) => [first, latest].map((joined) => idAfterSort(joined ?? '')));
  const ids = [...ends, ...samples.flat().map(({ id }) => id)];
  const briefs = await statementBriefs(from, ids, { drafts: false });
  const sides = await sideBriefs(
    from,
    bySide.map(({ sideId }) => sideId),
  );
  const names = await claimBriefs(from, claims);
  return claims.map((claim, at) => {
    const tally = tallies.find(({ claimId }) => claimId === claim);
    const own = bySide.filter(({ claimId }) => claimId === claim);
    const n = tally?.n ?? 0;
    return {
      claim: names.get(claim) as Columns[number]['claim'],
      n,
      utterances: utterancesAmong(
        n,
        repeats.filter(({ claimId }) => claimId === claim),
      ),
      share: shareOf(n, total),
      stances: sumStances(own),
      speakers: tally?.speakers ?? 0,
      outlets: tally?.outlets ?? 0,
      articles: tally?.articles ?? 0,
      sides: [...Map.groupBy(own, ({ sideId }) => sideId)].flatMap(([sideId, rows]) => {
        const side = sides.get(sideId);
        return side ? [{ side, n: rows.reduce((sum, row) => sum + row.n, 0), ...sumStances(rows) }] : [];
      }),
      range: rangeBetween(tally?.first ?? null, tally?.latest ?? null),
      first: briefs.get(idAfterSort(tally?.first ?? '')) ?? null,
      latest: briefs.get(idAfterSort(tally?.latest ?? '')) ?? null,
      quotes: (samples[at] ?? []).flatMap(({ id, stance }) => quoteOf(briefs.get(id), stance)),
    };
  });
}

function quoteOf(brief: StatementBrief | undefined, stance: Stance): Columns[number]['quotes'] {
  return brief ? [{ ...brief, stance }] : [];
}

function talliesOf(from: Handle, { name, values, holds }: Counted) {
  return from.query(
    `tallies of claims ${name}`,
    (build) => {
      const { stances } = build.t;
      return build.db
        .select({
          claimId: stances.claimId,
          ...joinedEndsOf(build.t),
          // A statement takes one stance on a claim.
          n: sql<number>`count(*)`.mapWith(Number),
          speakers: sql<number>`count(distinct ${stances.speakerId})`.mapWith(Number),
          outlets: sql<number>`count(distinct ${stances.outletId})`.mapWith(Number),
          articles: sql<number>`count(distinct ${stances.articleId})`.mapWith(Number),
        })
        .from(stances)
        .where(holds(build))
        .groupBy(stances.claimId);
    },
    values,
  );
}

function stancesBySide(from: Handle, { name, values, holds }: Counted) {
  return from.query(
    `stances by side ${name}`,
    (build) => {
      const { claimId, sideId, stance } = build.t.stances;
      return build.db
        .select({ claimId, sideId, stance, n: sql<number>`count(*)`.mapWith(Number) })
        .from(build.t.stances)
        .where(holds(build))
        .groupBy(claimId, sideId, stance)
        .orderBy(asc(claimId), asc(sideId), asc(stance));
    },
    values,
  );
}

/** Rows looked through for a sample: of an utterance that is repeated more often, fewer others are shown. */
const SAMPLED_MAX = 100;

/** The newest statements on a claim, of each utterance the newest. */
async function newestOf(from: Handle, { name, values, holds }: Counted, claim: string) {
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
    { ...values, claims: [claim], limit: SAMPLED_MAX },
  );
  const newest = new Map<string, (typeof rows)[number]>();
  for (const row of rows) if (!newest.has(row.utterance)) newest.set(row.utterance, row);
  return [...newest.values()].slice(0, QUOTES_MAX);
}

async function timelineOf(
  from: Handle,
  { name, values, holds }: Counted,
  claims: readonly string[],
  range: ClaimComparison['range'],
  granularity: Granularity,
): Promise<ClaimComparison['timeline']> {
  if (range.from === null || range.to === null) return [];
  const periods = periodsBetween(range.from, range.to, granularity);
  const length = granularity === 'year' ? 4 : granularity === 'month' ? 7 : 10;
  const rows = await from.query(
    `timeline ${length} ${name}`,
    (build) => {
      const { claimId, saidSort } = build.t.stances;
      const start = sql<string>`substr(${saidSort}, 1, ${sql.raw(String(length))})`;
      return build.db
        .select({ claimId, start, n: sql<number>`count(*)`.mapWith(Number) })
        .from(build.t.stances)
        .where(holds(build))
        .groupBy(claimId, start);
    },
    values,
  );
  const timeline = new Map(periods.map((period) => [period.from, { ...period, counts: claims.map(() => 0) }]));
  for (const { claimId, start, n } of rows) {
    const counts = timeline.get(startOfPeriod(start.padEnd(10, '-01'), granularity))?.counts;
    const column = claims.indexOf(claimId);
    if (counts) counts[column] = (counts[column] ?? 0) + n;
  }
  return [...timeline.values()];
}
