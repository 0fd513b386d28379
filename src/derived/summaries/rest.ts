import { and, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
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
  const { tallies } = build.t;
  const { subject, period, sideId, kind, n } = tallies;
  const holds = and(
    sql`${tallies.granularity} = ${sql.raw(`'${granularity}'`)}`,
    asked({ subject, period, sideId, kind }),
  );
  return sql`(select ${subject} as subject, ${period} as period, ${sideId} as side_id, ${kind} as kind, ${n} as n
    from ${tallies} where ${holds}
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
  const { subject, kind, member, n } = build.t.tallyMembers;
  const holds = and(sql`${kind} = ${sql.raw(`'${ofKind}'`)}`, asked(subject, member));
  return sql`(select ${subject} as subject, ${member} as member, ${n} as n from ${build.t.tallyMembers} where ${holds}
    union all select subject, member, 1 as n
    from (${restOfMembers(build, [of], (members) => members.kind === ofKind, asked)}) as rest) as members`;
}

/** A row for each member that a statement after the mark has: `subject`, `kind` and `member`. */
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
export function freshIn({ t: { tallyMembers } }: Build<Tables>, rows: SQL): SQL {
  const { subject, kind, member } = tallyMembers;
  const isThere = sql`${subject} = added.subject and ${kind} = added.kind and ${member} = added.member`;
  const grouped = sql`select subject, kind, member, count(*) as n from (${rows}) as every_one group by subject, kind, member`;
  return sql`select subject, kind, sum(case when member is null then n else 1 end) as n from (${grouped}) as added
    where member is null or not exists (select 1 from ${tallyMembers} where ${isThere}) group by subject, kind`;
}

function isAfterMark({ param, rarely }: Build<Tables>) {
  return (statementId: SQLWrapper) => rarely(sql`${statementId} > ${param('mark')}`);
}

function byRow({ t }: Build<Tables>, column: SQLWrapper): SQL {
  return sql`(${column} || '')`.mapWith(t.tallies.subject) as SQL;
}
