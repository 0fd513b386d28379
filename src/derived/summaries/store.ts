import { and, desc, type SQLWrapper, sql } from 'drizzle-orm';
import type { Handle } from '../../platform/engine/tables.ts';
import { withMark } from './mark.ts';
import { type MembersOf, membersIn, restOfMembers } from './rest.ts';
import type { MemberKind } from './table.ts';

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
