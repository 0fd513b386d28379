import { and, desc, eq, exists, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Build } from '../../platform/engine/engine.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { withMark } from './mark.ts';
import { type MembersOf, membersIn, restOfMembers, restOfSum } from './rest.ts';
import type { MemberKind } from './table.ts';
import { asWritten, DIGESTS, WRITTEN_OUT } from './together.ts';

/** Subjects whose members are asked for. */
export type Subjects = { of: MembersOf; subjects: readonly string[] };

/** How many different members a subject has, by `subject kind`; combinations are left out. */
export function tallySizes(from: Handle, ...asked: Subjects[]): Promise<Map<string, number>> {
  const subjects = asked.flatMap((one) => one.subjects);
  const of = asked.map((one) => one.of);
  return withMark(from, async (mark) => {
    const rows = await from.query(
      `sizes of tallies of ${of.join()}`,
      (build) => {
        const { db, t, oneOf } = build;
        const { subject, kind, member, n } = t.tallyMembers;
        const isAsked = (subject: SQLWrapper) => oneOf(subject, 'subjects');
        const rest = restOfMembers(build, of, (members) => members.kind !== 'set', isAsked);
        const isThere = sql`${subject} = rest.subject and ${kind} = rest.kind and ${member} = rest.member`;
        // What is a member already makes none.
        const fresh = sql`select rest.subject, rest.kind, count(*) as n
          from (select distinct subject, kind, member from (${rest}) as every_one) as rest
          where not exists (select ${n} from ${t.tallyMembers} where ${isThere}) group by rest.subject, rest.kind`;
        const sizes = sql`select ${t.tallySizes.subject} as subject, ${t.tallySizes.kind} as kind, ${t.tallySizes.n} as n
          from ${t.tallySizes} where ${isAsked(t.tallySizes.subject)}`;
        return db
          .select({ subject: sql<string>`subject`, kind: sql<string>`kind`, n: sql`sum(n)`.mapWith(Number) })
          .from(sql`(${sizes} union all ${fresh}) as sizes`)
          .groupBy(sql`subject`, sql`kind`);
      },
      { subjects, mark },
    );
    return new Map(rows.map(({ subject, kind, n }) => [`${subject} ${kind}`, n]));
  });
}

/** The members of a kind with the number of statements that they have of each subject. */
export function membersOf(
  from: Handle,
  { of, subjects }: Subjects,
  kind: MemberKind,
): Promise<{ subject: string; member: string; n: number }[]> {
  return withMark(from, (mark) =>
    from.query(
      `members of tallies ${kind} of ${of}`,
      (build) =>
        build.db
          .select({ subject: sql<string>`subject`, member: sql<string>`member`, n: sql`sum(n)`.mapWith(Number) })
          .from(membersIn(build, of, kind, (subject) => build.oneOf(subject, 'subjects')))
          .groupBy(sql`subject`, sql`member`),
      { subjects: [...subjects], mark },
    ),
  );
}

/** How often statements were counted again, since they are counted under several of the claims or terms. */
export function countedAgain(from: Handle, of: 'claim' | 'term', subjects: readonly string[]): Promise<number> {
  return withMark(from, async (mark) => {
    const sizes = await combinationsOf(from, subjects);
    const sizeOf = (subject: string) => sizes.get(subject) ?? 0;
    // The combinations of the one that has most are never gone through.
    const ordered = subjects.toSorted((one, other) => sizeOf(other) - sizeOf(one));
    let again = await againInRest(from, of, subjects, mark);
    for (const [at, subject] of ordered.entries())
      if (at > 0 && sizeOf(subject) > 0) again += await sharedWith(from, subject, ordered.slice(0, at));
    return again;
  });
}

/** Rows of the rest less the statements that they are of. */
async function againInRest(from: Handle, of: 'claim' | 'term', subjects: readonly string[], mark: string) {
  const rows = await from.query(
    `counted again in the rest of ${of}`,
    (build) => {
      const rest = restOfSum(build, of, 'all', ({ subject }) => build.oneOf(subject, 'subjects'));
      return build.db
        .select({ n: sql`count(*) - count(distinct statement_id)`.mapWith(Number) })
        .from(sql`(${rest}) as rest`);
    },
    { subjects: [...subjects], mark },
  );
  return rows[0]?.n ?? 0;
}

/** How many combinations there are of each subject up to the mark. */
async function combinationsOf(from: Handle, subjects: readonly string[]): Promise<Map<string, number>> {
  const rows = await from.query(
    'sizes of combinations',
    ({ db, t, oneOf }) =>
      db
        .select({ subject: t.tallySizes.subject, n: t.tallySizes.n })
        .from(t.tallySizes)
        .where(and(oneOf(t.tallySizes.subject, 'subjects'), sql`${t.tallySizes.kind} = 'set'`)),
    { subjects: [...subjects] },
  );
  return new Map(rows.map(({ subject, n }) => [subject, n]));
}

/** How many statements of a subject up to the mark are of any of the others, too. */
async function sharedWith(from: Handle, subject: string, others: readonly string[]): Promise<number> {
  return (await sharedAsWritten(from, subject, others)) + (await sharedAsDigests(from, subject, others));
}

/** What is written out tells by itself which subjects it has. */
function sharedAsWritten(from: Handle, subject: string, others: readonly string[]): Promise<number> {
  const names = others.map((_, at) => `written${at}`);
  return countCombinations(
    from,
    `written out with ${others.length} others`,
    WRITTEN_OUT,
    ({ contains, t }) => or(...names.map((name) => contains(t.tallyMembers.member, name))),
    { subject, ...Object.fromEntries(others.map((other, at) => [names[at], asWritten(other)])) },
  );
}

/** A digest is theirs, too, or is not. */
function sharedAsDigests(from: Handle, subject: string, others: readonly string[]): Promise<number> {
  return countCombinations(
    from,
    'as digests with others',
    DIGESTS,
    ({ alias, db, oneOf, t }) => {
      const other = alias(t.tallyMembers, 'of_others');
      const isTheirs = and(
        oneOf(other.subject, 'others'),
        sql`${other.kind} = 'set'`,
        eq(other.member, t.tallyMembers.member),
      );
      return exists(db.select({ one: sql`1` }).from(other).where(isTheirs));
    },
    { subject, others: [...others] },
  );
}

async function countCombinations(
  from: Handle,
  which: string,
  [first, before]: readonly [first: string, before: string],
  isShared: (build: Build<Tables>) => SQL | undefined,
  values: Record<string, unknown>,
): Promise<number> {
  const rows = await from.query(
    `combinations ${which}`,
    (build) => {
      const { subject, kind, member, n } = build.t.tallyMembers;
      const isWithin = sql`${member} >= ${sql.raw(`'${first}'`)} and ${member} < ${sql.raw(`'${before}'`)}`;
      return build.db
        .select({ n: sql`coalesce(sum(${n}), 0)`.mapWith(Number) })
        .from(build.t.tallyMembers)
        .where(and(sql`${subject} = ${build.param('subject')} and ${kind} = 'set'`, isWithin, isShared(build)));
    },
    values,
  );
  return rows[0]?.n ?? 0;
}

/** Members of the rarest subject that are looked for among the others: those with most statements. */
export const COMPARED_MAX = 1000;

/** Members that have statements of every one of the subjects, and how many of each in the order of the subjects. */
export type Shared = { members: Map<string, number[]>; isComplete: boolean };

/** The members of a kind that the claims share, those with most statements first, then by id. */
export function membersOfAll(
  from: Handle,
  claims: readonly string[],
  kind: 'spk' | 'art',
  sizes: ReadonlyMap<string, number>,
  max: number,
): Promise<Shared> {
  const sizeOf = (subject: string) => sizes.get(`${subject} ${kind}`) ?? 0;
  const rarest = claims.toSorted((one, other) => sizeOf(one) - sizeOf(other))[0] as string;
  return withMark(from, async (mark) => {
    const candidates = await mostOf(from, rarest, kind, mark);
    const rows = await from.query(
      `members of all ${kind}`,
      (build) => {
        const isAsked = (subject: SQLWrapper, member: SQLWrapper) =>
          and(build.oneOf(subject, 'subjects'), build.oneOf(member, 'candidates'));
        const counted = sql`select subject, member, sum(n) as n from ${membersIn(build, 'claim', kind, isAsked)}
          group by subject, member`;
        const shared = sql`select member from counted group by member having count(*) = ${build.param('columns')}
          order by sum(n) desc, member limit ${sql.placeholder('max')}`;
        return build.db
          .select({ subject: sql<string>`subject`, member: sql<string>`member`, n: sql`n`.mapWith(Number) })
          .from(
            sql`(with counted as (${counted}), shared as (${shared})
              select counted.subject, counted.member, counted.n from counted
              inner join shared on shared.member = counted.member) as found`,
          );
      },
      { subjects: [...claims], candidates, columns: claims.length, max, mark },
    );
    const counts = [...Map.groupBy(rows, ({ member }) => member)].map(([member, own]): [string, number[]] => [
      member,
      claims.map((claim) => own.find((row) => row.subject === claim)?.n ?? 0),
    ]);
    const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
    counts.sort(([a, one], [b, other]) => sum(other) - sum(one) || (a < b ? -1 : 1));
    return { members: new Map(counts), isComplete: sizeOf(rarest) <= COMPARED_MAX };
  });
}

type Ranked = { member: string; n: number };

/**
 * The members of a kind that have most statements of a claim, the newest ids first among those that have as many. Of
 * those of which the rest has none, the ones with most up to the mark are among them.
 */
async function mostOf(from: Handle, claim: string, kind: 'spk' | 'art', mark: string): Promise<string[]> {
  const rest = await countedInRest(from, claim, kind, mark);
  const known = new Set(rest.map(({ member }) => member));
  const ranked = (await mostUpToMark(from, claim, kind)).filter(({ member }) => !known.has(member));
  const all = [...rest, ...ranked].sort((one, other) => other.n - one.n || (one.member < other.member ? 1 : -1));
  return all.slice(0, COMPARED_MAX).map(({ member }) => member);
}

/** The members of which the rest has statements, with all that they have. */
function countedInRest(from: Handle, claim: string, kind: 'spk' | 'art', mark: string): Promise<Ranked[]> {
  return from.query(
    `members in the rest ${kind}`,
    (build) => {
      const { subject, kind: ofKind, member, n } = build.t.tallyMembers;
      const isAsked = (asked: SQLWrapper) => sql`${asked} = ${build.param('subject')}`;
      const rest = restOfMembers(build, ['claim'], (members) => members.kind === kind, isAsked);
      const isIt = sql`${subject} = rest.subject and ${ofKind} = rest.kind and ${member} = rest.member`;
      const before = sql`coalesce((select ${n} from ${build.t.tallyMembers} where ${isIt}), 0)`;
      return build.db
        .select({ member: sql<string>`member`, n: sql`n + ${before}`.mapWith(Number) })
        .from(sql`(select subject, kind, member, count(*) as n from (${rest}) as every_one
          group by subject, kind, member) as rest`);
    },
    { subject: claim, mark },
  );
}

/**
 * The few articles that have several are found by an index of their own, those that have one in the order of their ids,
 * the newest first.
 */
async function mostUpToMark(from: Handle, claim: string, ofKind: 'spk' | 'art'): Promise<Ranked[]> {
  const read = (which: 'several' | 'one', limit: number) =>
    from.query(
      `members of tallies with ${which} ${ofKind}`,
      (build) => {
        const { subject, kind, member, n } = build.t.tallyMembers;
        const isMuch = which === 'several' ? sql`${n} > 1` : sql`${n} = 1`;
        const isOfKind = sql`${kind} = ${sql.raw(`'${ofKind}'`)}`;
        return build.db
          .select({ member, n })
          .from(build.t.tallyMembers)
          .where(and(sql`${subject} = ${build.param('subject')}`, isOfKind, isMuch))
          .orderBy(...(which === 'several' ? [desc(n)] : []), desc(member))
          .limit(sql.placeholder('limit'));
      },
      { subject: claim, limit },
    );
  const several = await read('several', COMPARED_MAX);
  const single = several.length < COMPARED_MAX ? await read('one', COMPARED_MAX - several.length) : [];
  return [...several, ...single];
}
