import { countDistinct, eq, sql } from 'drizzle-orm';
import { allOf } from '../../../platform/engine/pages.ts';
import type { Handle } from '../../../platform/engine/tables.ts';
import type { StanceFilter } from '../../statements/filter.ts';
import type { Counted } from '../../statements/tabulate.ts';

/** By `claim side` and by `claim side stance`: statements that repeat another are counted once with it. */
export type UtteranceCounts = ReadonlyMap<string, number>;

type Group = Counted<'claim' | 'side' | 'stance'>;

/**
 * Of all published statements on the claims: `groups` says how many statements there are, and the few that repeat another
 * are looked at. One counts anew only where what it repeats is not in its group.
 */
export async function utterancesOfAll(
  from: Handle,
  claims: readonly string[],
  groups: readonly Group[],
): Promise<UtteranceCounts> {
  const counts = new Map<string, number>();
  for (const { claim, side, stance, n } of groups)
    for (const key of [`${claim} ${side}`, `${claim} ${side} ${stance}`]) counts.set(key, (counts.get(key) ?? 0) + n);
  for (const by of ['side', 'stance'] as const)
    for (const { key, less } of await repeatsWithin(from, claims, by)) counts.set(key, (counts.get(key) ?? 0) - less);
  return counts;
}

async function repeatsWithin(from: Handle, claims: readonly string[], by: 'side' | 'stance') {
  const rows = await from.query(
    `repeats on claims by ${by}`,
    ({ db, t, alias, oneOf }) => {
      const { stances } = t;
      const root = alias(stances, 'first_reports');
      const isInGroup =
        by === 'side'
          ? sql`${root.sideId} = ${stances.sideId}`
          : sql`${root.sideId} = ${stances.sideId} and ${root.stance} = ${stances.stance}`;
      const stance = by === 'side' ? sql<string>`''` : sql<string>`${stances.stance}`.mapWith(stances.stance);
      return db
        .select({
          claim: stances.claimId,
          side: stances.sideId,
          stance,
          less: sql`count(*) - count(distinct case when ${root.statementId} is null then ${stances.utteranceId} end)`.mapWith(
            Number,
          ),
        })
        .from(stances)
        .leftJoin(
          root,
          sql`${root.statementId} = ${stances.utteranceId} and ${root.claimId} = ${stances.claimId}
            and ${eq(root.status, 'published')} and ${isInGroup}`,
        )
        .where(
          sql`${oneOf(stances.claimId, 'claims')} and ${eq(stances.status, 'published')}
            and ${stances.utteranceId} <> ${stances.statementId}`,
        )
        .groupBy(stances.claimId, stances.sideId, ...(by === 'side' ? [] : [stances.stance]));
    },
    { claims: [...claims] },
  );
  return rows.map(({ claim, side, stance, less }) => ({ key: `${claim} ${side}${stance && ` ${stance}`}`, less }));
}

/** Of those that a filter leaves, added up row by row. */
export async function utterancesAmong(from: Handle, filter: StanceFilter): Promise<UtteranceCounts> {
  const { name, values, holds } = allOf(filter.conditions);
  const read = (by: 'side' | 'stance') =>
    from.query(
      `utterances on claims by ${by} ${name}`,
      (build) => {
        const { claimId, sideId, stance, utteranceId } = build.t.stances;
        return build.db
          .select({
            claim: claimId,
            side: sideId,
            stance: by === 'side' ? sql<string>`''` : sql<string>`${stance}`.mapWith(stance),
            n: countDistinct(utteranceId),
          })
          .from(build.t.stances)
          .where(holds(build))
          .groupBy(claimId, sideId, ...(by === 'side' ? [] : [stance]));
      },
      values,
    );
  const rows = [...(await read('side')), ...(await read('stance'))];
  return new Map(rows.map(({ claim, side, stance, n }) => [`${claim} ${side}${stance && ` ${stance}`}`, n]));
}
