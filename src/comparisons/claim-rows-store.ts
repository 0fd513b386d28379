import { asc, sql } from 'drizzle-orm';
import type { Handle } from '../tables.ts';
import type { ClaimCounts } from './claim-counts.ts';
import { usersOfAll } from './claim-users-store.ts';
import { countedStances, type ReadFilter } from './counted.ts';
import type { Granularity } from './periods.ts';
import { joinedEndsOf } from './tally.ts';
import type { Counted } from './utterances.ts';

/** The published statements on the claims that a filter leaves, added up row by row. */
export async function countFilteredClaims(
  from: Handle,
  filter: ReadFilter,
  claims: readonly string[],
  granularity: Granularity,
): Promise<ClaimCounts> {
  const counted = countedStances(claims, filter);
  const columns = await columnsOf(from, counted);
  const none = { n: 0, utterances: 0, speakers: 0, outlets: 0, articles: 0, first: null, latest: null };
  return {
    total: await totalOf(from, counted),
    columns: claims.map((claimId) => columns.find((column) => column.claimId === claimId) ?? { claimId, ...none }),
    bySide: await stancesBySide(from, counted),
    byPeriod: await stancesByPeriod(from, counted, granularity),
    both: {
      speakers: { members: await usersOfAll(from, counted, claims, 'speakerId'), isComplete: true },
      articles: { members: await usersOfAll(from, counted, claims, 'articleId'), isComplete: true },
    },
  };
}

async function totalOf(from: Handle, { name, values, holds }: Counted): Promise<number> {
  const rows = await from.query(
    `total ${name}`,
    (build) =>
      build.db
        .select({ n: sql<number>`count(distinct ${build.t.stances.statementId})`.mapWith(Number) })
        .from(build.t.stances)
        .where(holds(build)),
    values,
  );
  return rows[0]?.n ?? 0;
}

function columnsOf(from: Handle, { name, values, holds }: Counted) {
  return from.query(
    `columns of claims ${name}`,
    (build) => {
      const { stances } = build.t;
      return build.db
        .select({
          claimId: stances.claimId,
          ...joinedEndsOf(build.t),
          // A statement takes one stance on a claim.
          n: sql<number>`count(*)`.mapWith(Number),
          utterances: sql<number>`count(distinct ${stances.utteranceId})`.mapWith(Number),
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

function stancesByPeriod(from: Handle, { name, values, holds }: Counted, granularity: Granularity) {
  const length = granularity === 'year' ? 4 : granularity === 'month' ? 7 : 10;
  return from.query(
    `stances by period ${length} ${name}`,
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
}
