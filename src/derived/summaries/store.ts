import { type SQLWrapper, sql } from 'drizzle-orm';
import type { Handle } from '../../platform/engine/tables.ts';
import { withMark } from './mark.ts';
import { freshIn, type MembersOf, membersIn, restOfMembers } from './rest.ts';
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
        const isAsked = (subject: SQLWrapper) => oneOf(subject, 'subjects');
        const rest = restOfMembers(build, of, (members) => members.kind !== 'set', isAsked);
        const { tallySizes: s, tallySubjects } = t;
        const sizes = sql`select ${tallySubjects.subject} as subject, ${s.kind} as kind, ${s.n} as n
          from ${tallySubjects} inner join ${s} on ${s.subject} = ${tallySubjects.key}
          where ${isAsked(tallySubjects.subject)}`;
        return db
          .select({
            subject: sql`subject`.mapWith(tallySubjects.subject),
            kind: sql`kind`.mapWith(s.kind),
            n: sql`sum(n)`.mapWith(Number),
          })
          .from(sql`(${sizes} union all ${freshIn(build, rest)}) as sizes`)
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
          .select({
            subject: sql`subject`.mapWith(build.t.tallySubjects.subject),
            member: sql`member`.mapWith(build.t.tallyMembers.member),
            n: sql`sum(n)`.mapWith(Number),
          })
          .from(membersIn(build, of, kind, (subject) => build.oneOf(subject, 'subjects')))
          .groupBy(sql`subject`, sql`member`),
      { subjects: [...subjects], mark },
    ),
  );
}
