import { and, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Build } from '../../platform/engine/engine.ts';
import type { Tables } from '../../platform/engine/tables.ts';
import {
  MEMBERS,
  type Members,
  type MembersOf,
  rowsOfMembers,
  rowsOfSum,
  type SumColumns,
  type SumName,
  unionAll,
} from './description.ts';
import type { Granularity, MemberKind } from './table.ts';

export type { MembersOf, SumColumns, SumName } from './description.ts';

/**
 * Says of the columns of a summary and of those of the rest alike what is asked for; `subject` of the rest is in a form
 * that no index answers, so that the few statements after the mark are read, and not all of the subject.
 */
export type Asked = (columns: SumColumns) => SQL | undefined;

/** What a sum holds, with one row for each statement after the mark: `subject`, `period`, `side_id`, `kind` and `n`. */
export function sumsIn(build: Build<Tables>, name: SumName, granularity: Granularity, asked: Asked): SQL {
  const { tallies, tallySubjects } = build.t;
  const { period, sideId, n } = tallies;
  const { subject } = tallySubjects;
  const kind = build.wordText(tallies.kind);
  const holds = and(eq(tallies.granularity, granularity), asked({ subject, period, sideId, kind }));
  return sql`(select ${subject} as subject, ${period} as period, ${sideId} as side_id, ${kind} as kind, ${n} as n
    from ${tallySubjects} inner join ${tallies} on ${tallies.subject} = ${tallySubjects.key} where ${holds}
    union all select subject, period, side_id, kind, 1 as n
    from (${restOfSum(build, name, granularity, asked)}) as rest) as summed`;
}

export function restOfSum(build: Build<Tables>, name: SumName, granularity: Granularity, asked: Asked): SQL {
  return rowsOfSum(build, name, granularity, isAfterMark(build), (columns) =>
    asked({ ...columns, subject: byRow(build, columns.subject) }),
  );
}

/** The members of a kind up to the mark, with one row for each statement after it: `subject`, `member` and `n`. */
export function membersIn(
  build: Build<Tables>,
  of: MembersOf,
  ofKind: MemberKind,
  asked: (subject: SQLWrapper, member: SQLWrapper) => SQL | undefined,
): SQL {
  const { tallyMembers, tallySubjects } = build.t;
  const { kind, member, n } = tallyMembers;
  const { subject } = tallySubjects;
  const holds = and(eq(kind, ofKind), asked(subject, member));
  return sql`(select ${subject} as subject, ${member} as member, ${n} as n
    from ${tallySubjects} inner join ${tallyMembers} on ${tallyMembers.subject} = ${tallySubjects.key} where ${holds}
    union all select subject, member, 1 as n
    from (${restOfMembers(build, [of], (members) => members.kind === ofKind, asked)}) as rest) as members`;
}

/** A row for each member that a statement after the mark has: `subject`, `kind`, as it is stored, and `member`. */
export function restOfMembers(
  build: Build<Tables>,
  of: readonly MembersOf[],
  isAsked: (members: Members) => boolean,
  asked: (subject: SQLWrapper, member: SQLWrapper) => SQL | undefined,
): SQL {
  const described = MEMBERS.filter((members) => of.includes(members.of) && isAsked(members));
  return unionAll(
    described.map((members) =>
      rowsOfMembers(build, members, isAfterMark(build), (subject, member) =>
        asked(byRow(build, subject), byRow(build, member)),
      ),
    ),
  );
}

/** Of rows of members how many members they are that the summaries have not: `subject`, `kind` and `n`. */
export function freshIn(build: Build<Tables>, rows: SQL): SQL {
  const { tallyMembers } = build.t;
  const isThere = memberIs(build, 'added');
  const grouped = sql`select subject, kind, member, count(*) as n from (${rows}) as every_one group by subject, kind, member`;
  return sql`select subject, kind, sum(case when member is null then n else 1 end) as n from (${grouped}) as added
    where member is null or not exists (select 1 from ${tallyMembers} where ${isThere}) group by subject, kind`;
}

/** True of the members of the subject that is given as `subject`. */
export function isOfSubject({ t: { tallyMembers, tallySubjects }, param }: Build<Tables>): SQL {
  return sql`${tallyMembers.subject} = (select ${tallySubjects.key} from ${tallySubjects}
    where ${tallySubjects.subject} = ${param('subject')})`;
}

/** True of the row of members that says of a row with this name how many statements it has. */
export function memberIs({ t: { tallyMembers, tallySubjects } }: Build<Tables>, row: string): SQL {
  const { subject, kind, member } = tallyMembers;
  const of = (column: string) => sql.raw(`${row}.${column}`);
  return sql`${subject} = (select ${tallySubjects.key} from ${tallySubjects} where ${tallySubjects.subject} = ${of('subject')})
    and ${kind} = ${of('kind')} and ${member} = ${of('member')}`;
}

function isAfterMark({ param, rarely }: Build<Tables>) {
  return (statementId: SQLWrapper) => rarely(sql`${statementId} > ${param('mark')}`);
}

function byRow({ t }: Build<Tables>, column: SQLWrapper): SQL {
  return sql`(${column} || '')`.mapWith(t.tallySubjects.subject) as SQL;
}
