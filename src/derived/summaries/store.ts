import { and, desc, eq, exists, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Build } from '../../platform/engine/engine.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { asWritten, DIGESTS, WRITTEN_OUT } from '../../record/statements/together.ts';

/** The kinds of members: speakers, outlets, articles, utterances and sides, by the prefix of their ids. */
export type MemberKind = 'spk' | 'out' | 'art' | 'stm' | 'sid';

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
  const sizes = await tallySizes(from, subjects);
  const sizeOf = (subject: string) => sizes.get(`${subject} set`) ?? 0;
  // The combinations of the one that has most are never gone through.
  const ordered = subjects.toSorted((one, other) => sizeOf(other) - sizeOf(one));
  let again = 0;
  for (const [at, subject] of ordered.entries())
    if (at > 0 && sizeOf(subject) > 0) again += await sharedWith(from, subject, ordered.slice(0, at));
  return again;
}

/** How many statements of a subject are of any of the others, too. */
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
      const isTheirs = and(oneOf(other.subject, 'others'), eq(other.member, t.tallyMembers.member));
      return exists(db.select({ one: sql`1` }).from(other).where(isTheirs));
    },
    { subject, others: [...others] },
  );
}

async function countCombinations(
  from: Handle,
  which: string,
  range: Range,
  isShared: (build: Build<Tables>) => SQL | undefined,
  values: Record<string, unknown>,
): Promise<number> {
  const rows = await from.query(
    `combinations ${which}`,
    (build) => {
      const { subject, n } = build.t.tallyMembers;
      return build.db
        .select({ n: sql`coalesce(sum(${n}), 0)`.mapWith(Number) })
        .from(build.t.tallyMembers)
        .where(and(sql`${subject} = ${build.param('subject')}`, isWithin(build, range), isShared(build)));
    },
    values,
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
  const candidates = await mostOf(from, rarest, kind);
  const rows = await from.query(
    `members of all ${kind}`,
    (build) => {
      const { subject, member, n } = build.t.tallyMembers;
      const shared = build.db
        .select({ member })
        .from(build.t.tallyMembers)
        .where(and(build.oneOf(subject, 'subjects'), build.oneOf(member, 'candidates')))
        .groupBy(member)
        .having(sql`count(*) = ${build.param('columns')}`)
        .orderBy(sql`sum(${n}) desc`, member)
        .limit(sql.placeholder('max'));
      return build.db
        .select({ subject, member, n })
        .from(build.t.tallyMembers)
        .where(and(build.oneOf(subject, 'subjects'), inArray(member, shared)));
    },
    { subjects: [...subjects], candidates, columns: subjects.length, max },
  );
  const counts = [...Map.groupBy(rows, ({ member }) => member)].map(([member, own]): [string, number[]] => [
    member,
    subjects.map((subject) => own.find((row) => row.subject === subject)?.n ?? 0),
  ]);
  const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
  counts.sort(([a, one], [b, other]) => sum(other) - sum(one) || (a < b ? -1 : 1));
  return { members: new Map(counts), isComplete: sizeOf(rarest) <= COMPARED_MAX };
}

/**
 * The members of a kind that have most statements of a subject. The few articles that have several are found by an index
 * of their own, those that have one in the order of their ids, the newest first.
 */
async function mostOf(from: Handle, subject: string, kind: MemberKind): Promise<string[]> {
  const read = (which: 'several' | 'one', limit: number) =>
    from.query(
      `members of tallies with ${which} ${kind}`,
      (build) => {
        const { subject, member, n } = build.t.tallyMembers;
        const isMuch = which === 'several' ? sql`${n} > 1` : sql`${n} = 1`;
        return build.db
          .select({ member })
          .from(build.t.tallyMembers)
          .where(and(sql`${subject} = ${build.param('subject')}`, isOfKind(build, kind), isMuch))
          .orderBy(...(which === 'several' ? [desc(n)] : []), desc(member))
          .limit(sql.placeholder('limit'));
      },
      { subject, limit },
    );
  const several = await read('several', COMPARED_MAX);
  const single = several.length < COMPARED_MAX ? await read('one', COMPARED_MAX - several.length) : [];
  return [...several, ...single].map(({ member }) => member);
}

type Range = readonly [first: string, before: string];

/** The prefix and what follows it stand together in the order of members. */
function isOfKind(build: Build<Tables>, kind: MemberKind) {
  return isWithin(build, [`${kind}_`, `${kind}\``]);
}

function isWithin({ t }: Build<Tables>, [first, before]: Range) {
  const { member } = t.tallyMembers;
  return sql`${member} >= ${sql.raw(`'${first}'`)} and ${member} < ${sql.raw(`'${before}'`)}`;
}
