import { countDistinct, eq, ne, type SQL, sql } from 'drizzle-orm';
import { allOf } from '../../../platform/engine/pages.ts';
import type { Handle } from '../../../platform/engine/tables.ts';
import type { Stance } from '../../../record/statements/statement.ts';
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
  const rows = await repeatsWithin(from, claims);
  for (const [key, less] of byGroup(rows)) counts.set(key, (counts.get(key) ?? 0) - less);
  return counts;
}

/** How many fewer utterances than statements each side has on a claim, and with each of its stances. */
function repeatsWithin(from: Handle, claims: readonly string[]) {
  return from.query(
    'repeats on claims',
    ({ db, t, alias, oneOf }) => {
      const { stances } = t;
      const root = alias(stances, 'first_reports');
      const less = (all: SQL, isCountedAnew: SQL) =>
        sql`${all} - count(distinct case when ${isCountedAnew} then ${stances.utteranceId} end)`.mapWith(Number);
      const isOfOtherSide = sql`${root.statementId} is null`;
      return db
        .select({
          claim: stances.claimId,
          side: stances.sideId,
          all: less(sql`count(*)`, isOfOtherSide),
          ...ofEachStance((stance) => {
            const isIt = eq(stances.stance, stance);
            const isOther = sql`(${isOfOtherSide} or ${ne(root.stance, stance)})`;
            return less(sql`count(case when ${isIt} then 1 end)`, sql`${isIt} and ${isOther}`);
          }),
        })
        .from(stances)
        .leftJoin(
          root,
          sql`${root.statementId} = ${stances.utteranceId} and ${root.claimId} = ${stances.claimId}
            and ${eq(root.status, 'published')} and ${root.sideId} = ${stances.sideId}`,
        )
        .where(
          sql`${oneOf(stances.claimId, 'claims')} and ${eq(stances.status, 'published')}
            and ${stances.utteranceId} <> ${stances.statementId}`,
        )
        .groupBy(stances.claimId, stances.sideId);
    },
    { claims: [...claims] },
  );
}

/** Of those that a filter leaves, gone through once: to group by stance, too, would sort all of them first. */
export async function utterancesAmong(from: Handle, filter: StanceFilter): Promise<UtteranceCounts> {
  const { name, values, holds } = allOf(filter.conditions);
  const rows = await from.query(
    `utterances on claims ${name}`,
    (build) => {
      const { claimId, sideId, stance, utteranceId } = build.t.stances;
      return build.db
        .select({
          claim: claimId,
          side: sideId,
          all: countDistinct(utteranceId),
          ...ofEachStance((one) =>
            sql`count(distinct case when ${eq(stance, one)} then ${utteranceId} end)`.mapWith(Number),
          ),
        })
        .from(build.t.stances)
        .where(holds(build))
        .groupBy(claimId, sideId);
    },
    values,
  );
  return new Map(byGroup(rows));
}

type Row = { claim: string; side: string; all: number } & Record<Stance, number>;

function ofEachStance<Told>(tell: (stance: Stance) => Told): Record<Stance, Told> {
  return { support: tell('support'), deny: tell('deny'), query: tell('query'), comment: tell('comment') };
}

/** Of each side on a claim, and of each stance that there is of them. */
function byGroup(rows: readonly Row[]): [key: string, n: number][] {
  const counts = rows.flatMap(({ claim, side, all, ...stances }): [key: string, n: number][] => [
    [`${claim} ${side}`, all],
    ...Object.entries(stances).map(([stance, n]): [string, number] => [`${claim} ${side} ${stance}`, n]),
  ]);
  return counts.filter(([, n]) => n > 0);
}
