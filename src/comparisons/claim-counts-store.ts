import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Build } from '../platform/engine/engine.ts';
import type { Stance } from '../statements/statement.ts';
import type { Handle, Tables } from '../tables.ts';
import { countedAgain, countsByPeriod, membersOfAll, talliesBySide, tallySizes } from '../tallies/store.ts';
import { BOTH_MAX } from './claim-comparison.ts';
import type { ClaimCounts } from './claim-counts.ts';
import type { Granularity } from './periods.ts';

/** All published statements on the claims, from the tallies: what it costs does not grow with the statements. */
export async function countClaims(
  from: Handle,
  claims: readonly string[],
  granularity: Granularity,
): Promise<ClaimCounts> {
  const tallies = await talliesBySide<Stance>(from, claims);
  const sizes = await tallySizes(from, claims);
  const ends = await endsOfClaims(from, claims);
  const columns = claims.map((claimId) => {
    const { first = null, latest = null } = ends.find((row) => row.claimId === claimId) ?? {};
    return {
      claimId,
      n: tallies.filter(({ subject }) => subject === claimId).reduce((sum, { n }) => sum + n, 0),
      utterances: sizes.get(`${claimId} stm`) ?? 0,
      speakers: sizes.get(`${claimId} spk`) ?? 0,
      outlets: sizes.get(`${claimId} out`) ?? 0,
      articles: sizes.get(`${claimId} art`) ?? 0,
      first,
      latest,
    };
  });
  const periods = await countsByPeriod(from, claims, keptFor(granularity));
  return {
    total: columns.reduce((sum, { n }) => sum + n, 0) - (await countedAgain(from, claims)),
    columns,
    bySide: tallies.map(({ subject, kind, ...of }) => ({ claimId: subject, stance: kind, ...of })),
    byPeriod: periods.map(({ subject, period, n }) => ({ claimId: subject, start: period, n })),
    both: {
      speakers: await membersOfAll(from, claims, 'spk', sizes, BOTH_MAX),
      articles: await membersOfAll(from, claims, 'art', sizes, BOTH_MAX),
    },
  };
}

/** The periods that are kept and add up to those asked for. */
export function keptFor(granularity: Granularity): 'day' | 'month' {
  return granularity === 'day' || granularity === 'week' ? 'day' : 'month';
}

/** One look at either end of each claim's stances. */
function endsOfClaims(from: Handle, claims: readonly string[]) {
  return from.query(
    'ends of claims',
    (build) => {
      const { claims: claim } = build.t;
      return build.db
        .select({ claimId: claim.id, first: endOf(build, asc), latest: endOf(build, desc) })
        .from(claim)
        .where(build.oneOf(claim.id, 'claims'));
    },
    { claims: [...claims] },
  );
}

function endOf({ db, t: { stances, claims } }: Build<Tables>, direction: typeof asc) {
  const end = db
    .select({ joined: sql`${stances.saidSort} || ${stances.statementId}` })
    .from(stances)
    .where(and(eq(stances.claimId, claims.id), sql`${stances.status} = 'published'`))
    .orderBy(direction(stances.saidSort), direction(stances.statementId))
    .limit(sql`1` as never);
  return sql<string | null>`${end}`;
}
