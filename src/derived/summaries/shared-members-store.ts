import { and, desc, eq, inArray, type SQLWrapper, sql } from 'drizzle-orm';
import type { Handle } from '../../platform/engine/tables.ts';
import { withMark } from './mark.ts';
import { isOfSubject, memberIs, membersIn, restOfMembers } from './rest.ts';

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
    const rest = await countedInRest(from, claims, kind, mark);
    const ofRarest = rest.filter(({ subject }) => subject === rarest);
    const candidates = await mostOf(from, rarest, kind, ofRarest);
    const asked = { subjects: [...claims], candidates, columns: claims.length, max };
    const rows =
      rest.length === 0 ? await sharedUpToMark(from, kind, asked) : await sharedByAll(from, kind, asked, mark);
    const counts = [...Map.groupBy(rows, ({ member }) => member)].map(([member, own]): [string, number[]] => [
      member,
      claims.map((claim) => own.find((row) => row.subject === claim)?.n ?? 0),
    ]);
    const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
    counts.sort(([a, one], [b, other]) => sum(other) - sum(one) || (a < b ? -1 : 1));
    return { members: new Map(counts), isComplete: sizeOf(rarest) <= COMPARED_MAX };
  });
}

type AskedShared = { subjects: string[]; candidates: string[]; columns: number; max: number };
type Counted = { subject: string; member: string; n: number };

/** Where the rest has none of them; the same as with it, in half the time. */
function sharedUpToMark(from: Handle, ofKind: 'spk' | 'art', asked: AskedShared): Promise<Counted[]> {
  return from.query(
    `members of all up to the mark ${ofKind}`,
    ({ db, t: { tallyMembers, tallySubjects }, oneOf, param, bound }) => {
      const { subject, kind, member, n } = tallyMembers;
      const keys = db
        .select({ key: tallySubjects.key })
        .from(tallySubjects)
        .where(oneOf(tallySubjects.subject, 'subjects'));
      const isAsked = and(inArray(subject, keys), eq(kind, ofKind));
      const shared = db
        .select({ member })
        .from(tallyMembers)
        .where(and(isAsked, oneOf(member, 'candidates')))
        .groupBy(member)
        .having(sql`count(*) = ${param('columns')}`)
        .orderBy(sql`sum(${n}) desc`, member)
        .limit(bound('max'));
      return db
        .select({ subject: tallySubjects.subject, member, n })
        .from(tallyMembers)
        .innerJoin(tallySubjects, eq(tallySubjects.key, subject))
        .where(and(isAsked, inArray(member, shared)));
    },
    asked,
  );
}

function sharedByAll(from: Handle, kind: 'spk' | 'art', asked: AskedShared, mark: string): Promise<Counted[]> {
  return from.query(
    `members of all ${kind}`,
    (build) => {
      const isAsked = (subject: SQLWrapper, member: SQLWrapper) =>
        and(build.oneOf(subject, 'subjects'), build.oneOf(member, 'candidates'));
      const counted = sql`select subject, member, sum(n) as n from ${membersIn(build, 'claim', kind, isAsked)}
        group by subject, member`;
      const shared = sql`select member from counted group by member having count(*) = ${build.param('columns')}
        order by sum(n) desc, member limit ${sql.placeholder('max')}`;
      return build.db
        .select({
          subject: sql`subject`.mapWith(build.t.tallySubjects.subject),
          member: sql`member`.mapWith(build.t.tallyMembers.member),
          n: sql`n`.mapWith(Number),
        })
        .from(
          sql`(with counted as (${counted}), shared as (${shared})
            select counted.subject, counted.member, counted.n from counted
            inner join shared on shared.member = counted.member) as found`,
        );
    },
    { ...asked, mark },
  );
}

type Ranked = { member: string; n: number };

/**
 * The members of a kind that have most statements of a claim, the newest ids first among those that have as many. Of
 * those of which the rest has none, the ones with most up to the mark are among them.
 */
async function mostOf(from: Handle, claim: string, kind: 'spk' | 'art', rest: readonly Ranked[]): Promise<string[]> {
  const known = new Set(rest.map(({ member }) => member));
  const ranked = (await mostUpToMark(from, claim, kind)).filter(({ member }) => !known.has(member));
  const all = [...rest, ...ranked].sort((one, other) => other.n - one.n || (one.member < other.member ? 1 : -1));
  return all.slice(0, COMPARED_MAX).map(({ member }) => member);
}

/** The members of which the rest has statements on one of the claims, with all that they have there. */
function countedInRest(from: Handle, claims: readonly string[], kind: 'spk' | 'art', mark: string): Promise<Counted[]> {
  return from.query(
    `members in the rest ${kind}`,
    (build) => {
      const { member, n } = build.t.tallyMembers;
      const isAsked = (asked: SQLWrapper) => build.oneOf(asked, 'subjects');
      const rest = restOfMembers(build, ['claim'], (members) => members.kind === kind, isAsked);
      const before = sql`coalesce((select ${n} from ${build.t.tallyMembers} where ${memberIs(build, 'rest')}), 0)`;
      return build.db
        .select({
          subject: sql`subject`.mapWith(build.t.tallySubjects.subject),
          member: sql`member`.mapWith(member),
          n: sql`n + ${before}`.mapWith(Number),
        })
        .from(sql`(select subject, kind, member, count(*) as n from (${rest}) as every_one
          group by subject, kind, member) as rest`);
    },
    { subjects: [...claims], mark },
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
        const { kind, member, n } = build.t.tallyMembers;
        const isMuch = which === 'several' ? sql`${n} > 1` : sql`${n} = 1`;
        return build.db
          .select({ member, n })
          .from(build.t.tallyMembers)
          .where(and(isOfSubject(build), eq(kind, ofKind), isMuch))
          .orderBy(...(which === 'several' ? [desc(n)] : []), desc(member))
          .limit(build.bound('limit'));
      },
      { subject: claim, limit },
    );
  const several = await read('several', COMPARED_MAX);
  const single = several.length < COMPARED_MAX ? await read('one', COMPARED_MAX - several.length) : [];
  return [...several, ...single];
}
