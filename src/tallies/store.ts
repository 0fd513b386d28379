import { and, desc, inArray, type SQL, sql } from 'drizzle-orm';
import type { Build } from '../platform/engine/engine.ts';
import type { Handle, Tables } from '../tables.ts';

/** The kinds of members: speakers, outlets, articles and utterances, by the prefix of their ids. */
export type MemberKind = 'spk' | 'out' | 'art' | 'stm';

/** How many different members a subject has, by `subject kind`. */
export async function tallySizes(from: Handle, subjects: readonly string[]): Promise<Map<string, number>> {
  const rows = await from.query(
    'sizes of tallies',
    ({ db, t, oneOf }) => db.select().from(t.tallySizes).where(oneOf(t.tallySizes.subject, 'subjects')),
    { subjects: [...subjects] },
  );
  return new Map(rows.map(({ subject, kind, n }) => [`${subject} ${kind}`, n]));
}

/** How often statements were counted again, since they are counted under several of the subjects. */
export async function countedAgain(from: Handle, subjects: readonly string[]): Promise<number> {
  const rows = await from.query(
    'statements of several subjects',
    (build) => {
      const { subject, member, n } = build.t.tallyMembers;
      const sets = build.db
        .select({ again: sql`(count(*) - 1) * max(${n})`.as('again') })
        .from(build.t.tallyMembers)
        .where(and(build.oneOf(subject, 'subjects'), isOfKind(build, 'set')))
        .groupBy(member)
        .as('sets');
      return build.db.select({ n: sql`coalesce(sum(${sets.again}), 0)`.mapWith(Number) }).from(sets);
    },
    { subjects: [...subjects] },
  );
  return rows[0]?.n ?? 0;
}

/** The members of a kind with the number of statements that they have of each subject. */
export function membersOf(
  from: Handle,
  subjects: readonly string[],
  kind: MemberKind,
): Promise<{ subject: string; member: string; n: number }[]> {
  return from.query(
    `members of tallies ${kind}`,
    (build) => {
      const { subject, member, n } = build.t.tallyMembers;
      return build.db
        .select({ subject, member, n })
        .from(build.t.tallyMembers)
        .where(and(build.oneOf(subject, 'subjects'), isOfKind(build, kind)));
    },
    { subjects: [...subjects] },
  );
}

/** Members of the rarest subject that are looked for among the others: those with most statements. */
export const COMPARED_MAX = 1000;

/** Members that have statements of every one of the subjects, and how many of each in the order of the subjects. */
export type Shared = { members: Map<string, number[]>; isComplete: boolean };

/** The members of a kind that the subjects share, those with most statements first, then by id. */
export async function membersOfAll(
  from: Handle,
  subjects: readonly string[],
  kind: MemberKind,
  sizes: ReadonlyMap<string, number>,
  max: number,
): Promise<Shared> {
  const sizeOf = (subject: string) => sizes.get(`${subject} ${kind}`) ?? 0;
  const rarest = subjects.toSorted((one, other) => sizeOf(one) - sizeOf(other))[0] as string;
  const rows = await from.query(
    `members of all ${kind}`,
    (build) => {
      const { subject, member, n } = build.t.tallyMembers;
      const members = (condition: SQL | undefined) =>
        build.db.select({ member }).from(build.t.tallyMembers).where(condition).$dynamic();
      const candidates = members(and(sql`${subject} = ${build.param('rarest')}`, isOfKind(build, kind)))
        .orderBy(desc(n), member)
        .limit(build.param('candidates') as never);
      const shared = members(and(build.oneOf(subject, 'subjects'), inArray(member, candidates)))
        .groupBy(member)
        .having(sql`count(*) = ${build.param('columns')}`)
        .orderBy(sql`sum(${n}) desc`, member)
        .limit(build.param('max') as never);
      return build.db
        .select({ subject, member, n })
        .from(build.t.tallyMembers)
        .where(and(build.oneOf(subject, 'subjects'), inArray(member, shared)));
    },
    { subjects: [...subjects], rarest, candidates: COMPARED_MAX, columns: subjects.length, max },
  );
  const counts = [...Map.groupBy(rows, ({ member }) => member)].map(([member, own]): [string, number[]] => [
    member,
    subjects.map((subject) => own.find((row) => row.subject === subject)?.n ?? 0),
  ]);
  const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
  counts.sort(([a, one], [b, other]) => sum(other) - sum(one) || (a < b ? -1 : 1));
  return { members: new Map(counts), isComplete: sizeOf(rarest) <= COMPARED_MAX };
}

/** The prefix and what follows it stand together in the order of members. */
function isOfKind({ t }: Build<Tables>, kind: MemberKind | 'set') {
  const { member } = t.tallyMembers;
  return sql`${member} >= ${sql.raw(`'${kind}_'`)} and ${member} < ${sql.raw(`'${kind}\`'`)}`;
}
