import { asc, countDistinct, eq, inArray, sql } from 'drizzle-orm';
import { allOf } from '../../../platform/engine/pages.ts';
import type { Handle } from '../../../platform/engine/tables.ts';
import type { StanceFilter } from '../../statements/filter.ts';
import { BOTH_MAX } from './claim-comparison.ts';
import type { ClaimMembers } from './claim-counts.ts';

/** Of each claim how many different ones have a statement that the filter leaves, added up row by row. */
export async function countMembers(
  from: Handle,
  filter: StanceFilter,
  claims: readonly string[],
): Promise<Map<string, ClaimMembers>> {
  const { name, values, holds } = allOf(filter.conditions);
  const rows = await from.query(
    `members of claims ${name}`,
    (build) => {
      const { claimId, utteranceId, speakerId, outletId, articleId } = build.t.stances;
      return build.db
        .select({
          claimId,
          utterances: countDistinct(utteranceId),
          speakers: countDistinct(speakerId),
          outlets: countDistinct(outletId),
          articles: countDistinct(articleId),
        })
        .from(build.t.stances)
        .where(holds(build))
        .groupBy(claimId);
    },
    values,
  );
  const none: ClaimMembers = { utterances: 0, speakers: 0, outlets: 0, articles: 0 };
  const counted = new Map(rows.map(({ claimId, ...members }) => [claimId, members]));
  return new Map(claims.map((claim) => [claim, counted.get(claim) ?? none]));
}

/** Who, or what, takes a stance on every one of the claims, and how often on each. */
export async function usersOfAll(
  from: Handle,
  filter: StanceFilter,
  claims: readonly string[],
  by: 'speakerId' | 'articleId',
): Promise<Map<string, number[]>> {
  const { name, values, holds } = allOf(filter.conditions);
  const rows = await from.query(
    `both by ${by} ${claims.length} ${name}`,
    (build) => {
      const { db, t } = build;
      const user = t.stances[by];
      const n = sql<number>`count(*)`.mapWith(Number);
      const users = db
        .select({ user })
        .from(t.stances)
        .where(holds(build))
        .groupBy(user)
        .having(sql`count(distinct ${t.stances.claimId}) = ${sql.raw(String(claims.length))}`)
        .orderBy(sql`count(*) desc`, asc(user))
        .limit(BOTH_MAX);
      return db
        .select({ user, claimId: t.stances.claimId, n })
        .from(t.stances)
        .where(sql`${holds(build)} and ${inArray(user, users)}`)
        .groupBy(user, t.stances.claimId);
    },
    values,
  );
  const counts = [...Map.groupBy(rows, ({ user }) => user)].map(([user, own]): [string, number[]] => [
    user,
    claims.map((claim) => own.find(({ claimId }) => claimId === claim)?.n ?? 0),
  ]);
  const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
  return new Map(counts.sort(([a, one], [b, other]) => sum(other) - sum(one) || (a < b ? -1 : 1)));
}

export async function namedSpeakers(from: Handle, counts: Map<string, number[]>) {
  const rows = await from.query(
    'names of speakers',
    ({ db, t, oneOf }) =>
      db
        .select({ id: t.speakers.id, slug: t.speakers.slug, name: t.speakers.name })
        .from(t.speakers)
        .where(oneOf(t.speakers.id, 'ids')),
    { ids: [...counts.keys()] },
  );
  return inOrderOf(counts, rows);
}

export async function namedArticles(from: Handle, counts: Map<string, number[]>) {
  const rows = await from.query(
    'names of articles',
    ({ db, t, oneOf }) => {
      const { id, url, title, publishedAt } = t.articles;
      return db
        .select({
          id,
          url,
          title,
          publishedAt,
          outlet: { id: t.outlets.id, slug: t.outlets.slug, name: t.outlets.name },
        })
        .from(t.articles)
        .innerJoin(t.outlets, eq(t.outlets.id, t.articles.outletId))
        .where(oneOf(t.articles.id, 'ids'));
    },
    { ids: [...counts.keys()] },
  );
  return inOrderOf(counts, rows);
}

function inOrderOf<Row extends { id: string }>(counts: Map<string, number[]>, rows: Row[]) {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...counts].flatMap(([id, own]) => {
    const row = byId.get(id);
    return row ? [{ ...row, counts: own }] : [];
  });
}
