import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { idFromKey } from '../../../kernel/id.ts';
import type { Dating } from '../../../kernel/written-date.ts';
import type { Build } from '../../../platform/engine/engine.ts';
import { allOf, type Condition } from '../../../platform/engine/pages.ts';
import type { Handle, Tables } from '../../../platform/engine/tables.ts';
import type { Stance } from '../../../record/statements/statement.ts';
import {
  type DatedRow,
  mayBeAsEarly,
  mayBeAsLate,
  OVERLAP_VALUES,
  type OverlapValue,
  overlapColumns,
  overlapValues,
} from '../../statements/certainty.ts';
import type { StanceFilter } from '../../statements/filter.ts';
import type { Counted } from '../../statements/tabulate.ts';
import { SINCE_SPEAKERS_MAX } from './claim-comparison.ts';

type Said = DatedRow & { speakerId: string };
/** Since when a side takes a stance on a claim, and which speakers were the first to. */
export type Since = {
  claim: string;
  side: string;
  stance: Stance;
  n: number;
  first: Said;
  latest: Said;
  isCertain: { first: boolean; latest: boolean };
  speakers: string[];
};
type Group = Counted<'claim' | 'side' | 'stance'>;

/**
 * Of each group, in their order. Where the filter asks for nothing that the index of groups lacks (`isIndexed`) the first
 * of each speaker are looked up one after another; else all rows are gone through once.
 */
export async function sinceOf(
  from: Handle,
  filter: StanceFilter,
  groups: readonly Group[],
  undated: readonly Group[],
  isIndexed: boolean,
): Promise<Since[]> {
  if (groups.length === 0) return [];
  const conditions = filter.conditions.filter(({ name }) => !NAMED_BY_GROUP.has(name));
  const ends = isIndexed ? await lookUp(from, groups, conditions) : await goThrough(from, filter.conditions);
  const told = groups.flatMap((group) => {
    const own = ends.get(keyOf(group));
    const [first] = own?.firsts ?? [];
    return own && first
      ? [{ ...group, first, latest: own.latest, speakers: own.firsts.map((one) => one.speakerId) }]
      : [];
  });
  const isUndated = new Set(undated.map(keyOf));
  const matched = await matchedIn(from, told, conditions);
  return told.map((one) => {
    const [isFirstMatched, isLatestMatched] = matched.get(keyOf(one)) ?? [true, true];
    const isDated = !isUndated.has(keyOf(one));
    return { ...one, isCertain: { first: isDated && !isFirstMatched, latest: isDated && !isLatestMatched } };
  });
}

/** Conditions that say what a group says. */
const NAMED_BY_GROUP = new Set(['claim', 'claims', 'side', 'sides']);
type EndsOfGroup = { firsts: Said[]; latest: Said };

function keyOf({ claim, side, stance }: Pick<Group, 'claim' | 'side' | 'stance'>): string {
  return `${claim} ${side} ${stance}`;
}

const GROUP = ['claim', 'side', 'stance'] as const;
const KNOWN = ['known1', 'known2', 'known3', 'known4'] as const;

/** What times and keys are added to, so that they have as many digits each, and sort as texts. */
const [TIME_BASE, KEY_BASE] = [2_000_000_000_000_000n, 10_000_000_000_000_000n];

const joinedIn = ({ t: { stances: s }, wordText }: Build<Tables>) =>
  sql`(${s.saidSort} + ${sql.raw(`${TIME_BASE}`)}) || '|' || (${s.statementId} + ${sql.raw(`${KEY_BASE}`)})
    || '|' || ${s.speakerId} || '|' || ${s.saidOn} || '|' || ${wordText(s.saidAs)}`;

function saidOf(joined: string): Said {
  const [time = '', statement = '', speaker = '', saidOn = '', saidAs = ''] = joined.split('|');
  return {
    saidSort: new Date(Number(BigInt(time) - TIME_BASE)).toISOString(),
    id: idFromKey('statement', Number(BigInt(statement) - KEY_BASE)),
    ...{ speakerId: idFromKey('speaker', Number(speaker)), saidOn, saidAs: saidAs as Dating },
  };
}

const isOfGroup = ({ stances: s }: Tables) =>
  sql`${s.claimId} = asked.claim and ${s.stance} = asked.stance and ${s.sideId} = asked.side`;

/** One look for each of the speakers, for all groups together. */
async function lookUp(
  from: Handle,
  groups: readonly Group[],
  conditions: readonly Condition<Tables>[],
): Promise<Map<string, EndsOfGroup>> {
  const ends = new Map<string, EndsOfGroup>();
  let open = [...groups];
  for (let round = 0; round < SINCE_SPEAKERS_MAX && open.length > 0; round += 1) {
    const rows = await lookOnce(from, open, conditions, ends, round);
    open = open.filter((group) => {
      const row = rows.get(keyOf(group));
      if (!row?.next) return false;
      const known = ends.get(keyOf(group));
      if (known) known.firsts.push(saidOf(row.next));
      else ends.set(keyOf(group), { firsts: [saidOf(row.next)], latest: saidOf(row.latest ?? row.next) });
      return group.n > round + 1;
    });
  }
  return ends;
}

type Look = { claim: string; side: string; stance: Stance; next: string | null; latest: string | null };

async function lookOnce(
  from: Handle,
  groups: readonly Group[],
  conditions: readonly Condition<Tables>[],
  ends: ReadonlyMap<string, EndsOfGroup>,
  round: number,
): Promise<Map<string, Look>> {
  const { name, values, holds } = allOf(conditions);
  const asked = groups.map((group) => {
    const known = ends.get(keyOf(group))?.firsts ?? [];
    return [...GROUP.map((part) => group[part]), ...KNOWN.map((_, at) => known[at]?.speakerId ?? '')];
  });
  const rows = await from.query(
    `since ${round === 0 ? 'first' : 'next'} ${name}`,
    (build) => {
      const { saidSort, statementId, speakerId } = build.t.stances;
      const isFresh =
        round === 0 ? sql`` : sql` and ${speakerId} not in (${sql.raw(KNOWN.map((one) => `asked.${one}`).join(', '))})`;
      const end = (direction: 'asc' | 'desc', more: SQL) => {
        const by = sql.raw(direction);
        return sql<string | null>`(select ${joinedIn(build)} from ${build.t.stances}
          where ${isOfGroup(build.t)} and ${holds(build)}${more} order by ${saidSort} ${by}, ${statementId} ${by} limit 1)`;
      };
      return selectGroups(build, Object.fromEntries(KNOWN.map((one) => [one, speakerId])), {
        next: end('asc', isFresh),
        latest: round === 0 ? end('desc', sql``) : sql<string | null>`null`,
      });
    },
    { ...values, asked },
  );
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function selectGroups<Told extends Record<string, SQL>>(
  { db, t, tuplesOf }: Build<Tables>,
  columns: Readonly<Record<string, SQLiteColumn | null>>,
  told: Told,
) {
  const { claimId, sideId, stance } = t.stances;
  return db
    .select({
      claim: sql`asked.claim`.mapWith(claimId),
      side: sql`asked.side`.mapWith(sideId),
      stance: sql`asked.stance`.mapWith(stance),
      ...told,
    })
    .from(sql`${tuplesOf('asked', { claim: claimId, side: sideId, stance, ...columns })} as asked`);
}

/** The first and the latest of each speaker in each group, by one walk. */
async function goThrough(from: Handle, conditions: readonly Condition<Tables>[]): Promise<Map<string, EndsOfGroup>> {
  const { name, values, holds } = allOf(conditions);
  const rows = await from.query(
    `since by speakers ${name}`,
    (build) => {
      const { claimId, sideId, stance, speakerId } = build.t.stances;
      return build.db
        .select({
          claim: claimId,
          side: sideId,
          stance,
          first: sql<string>`min(${joinedIn(build)})`,
          latest: sql<string>`max(${joinedIn(build)})`,
        })
        .from(build.t.stances)
        .where(holds(build))
        .groupBy(claimId, sideId, stance, speakerId);
    },
    values,
  );
  const byText = (one: string, other: string) => (one < other ? -1 : 1);
  return new Map(
    [...Map.groupBy(rows, keyOf)].map(([key, own]) => {
      const firsts = own.map(({ first }) => first).sort(byText);
      const latest = own
        .map(({ latest }) => latest)
        .sort(byText)
        .at(-1) as string;
      return [key, { firsts: firsts.slice(0, SINCE_SPEAKERS_MAX).map(saidOf), latest: saidOf(latest) }];
    }),
  );
}

/** Whether others of the group may have been said as early as its first, and as late as its latest. */
async function matchedIn(
  from: Handle,
  groups: readonly (Group & EndsOfGroupTold)[],
  conditions: readonly Condition<Tables>[],
): Promise<Map<string, [boolean, boolean]>> {
  const { name, values, holds } = allOf(conditions);
  const asked = groups.map((group) => [
    ...GROUP.map((part) => group[part]),
    ...(['first', 'latest'] as const).flatMap((end) => {
      const own = overlapValues(group[end]);
      return OVERLAP_VALUES.map((one) => own[one]);
    }),
  ]);
  const rows = await from.query(
    `since for certain ${name}`,
    (build) => {
      const value = (end: string) => (one: OverlapValue) => sql.raw(`asked.${end}_${one}`);
      const isThere = (matches: SQL[]) => {
        const each = matches.map(
          (match) =>
            sql`exists (select 1 from ${build.t.stances} where ${isOfGroup(build.t)} and ${holds(build)} and ${match})`,
        );
        return sql`case when ${sql.join(each, sql` or `)} then 1 else 0 end`.mapWith(Number);
      };
      const own = overlapColumns(build.t);
      const columns = ['first', 'latest'].flatMap((end) =>
        OVERLAP_VALUES.map((one) => [`${end}_${one}`, own[one]] as const),
      );
      return selectGroups(build, Object.fromEntries(columns), {
        early: isThere([mayBeAsEarly(build.t, value('first'))]),
        late: isThere(mayBeAsLate(build.t, value('latest'))),
      });
    },
    { ...values, asked },
  );
  return new Map(rows.map((row) => [keyOf(row), [row.early === 1, row.late === 1]]));
}

type EndsOfGroupTold = { first: Said; latest: Said };
