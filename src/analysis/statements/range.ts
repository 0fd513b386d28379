import { inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { Failure } from '../../kernel/failure.ts';
import { daysWithin, instantsAround, rangeWritten, type WrittenRange } from '../../kernel/written-date.ts';
import type { Build } from '../../platform/engine/engine.ts';
import type { Condition } from '../../platform/engine/pages.ts';
import type { Tables } from '../../platform/engine/tables.ts';

/** What a table keeps of a date: its first instant, which indexes are ordered by, what was written, and whether it is a time. */
export type DateColumns = { sort: SQLWrapper; on: SQLWrapper; isTimed: SQLWrapper };

/** Fails with `invalid` where the end of a range comes before its start. */
export function rangeAsked(
  from: string | undefined,
  to: string | undefined,
  parameters: { from: string; to: string } = { from: 'from', to: 'to' },
): WrittenRange {
  const range = rangeWritten(from, to);
  if (range !== null) return range;
  throw new Failure('invalid', `${parameters.from}: it is after ${parameters.to}.`, {
    faults: [{ pointer: parameters.from, detail: `is after ${parameters.to}` }],
  });
}

/** Dates of which the whole lies in the range; both ends are part of it, in the precision in which they are given. */
export function inRange(
  name: string,
  columns: (build: Build<Tables>) => DateColumns,
  from?: string,
  to?: string,
): Condition<Tables>[] {
  return withinRange(name, columns, rangeAsked(from, to, { from: `${name}From`, to: `${name}To` }));
}

export function withinRange(
  name: string,
  columns: (build: Build<Tables>) => DateColumns,
  range: WrittenRange,
): Condition<Tables>[] {
  const { first, end } = instantsAround(range);
  const { least, most, tooLong } = daysWithin(range);
  const [from, to] = [range.from?.instant ?? null, range.to?.instant ?? null];
  const named = (part: string) => `${name}${part}`;
  const conditions: Condition<Tables>[] = [];
  if (range.from) {
    const values = { [named('Least')]: least, ...(first !== null && { [named('First')]: first }) };
    conditions.push({
      name: `${named('From')}${from === null ? '' : ' instant'}${first === null ? ' of all' : ''}`,
      values: from === null ? values : { ...values, [named('Since')]: from },
      holds: (build) => {
        const { sort, on, isTimed } = columns(build);
        const isAfter = either(isTimed, from === null ? null : sql`${sort} >= ${build.param(named('Since'))}`, [
          sql`${on} >= ${build.param(named('Least'))}`,
        ]);
        return first === null ? isAfter : sql`${sort} >= ${build.param(named('First'))} and ${isAfter}`;
      },
    });
  }
  if (range.to) {
    const [long = '', longer = ''] = tooLong;
    const values = { [named('Most')]: most, [named('Long')]: long, [named('Longer')]: longer };
    conditions.push({
      name: `${named('To')}${to === null ? '' : ' instant'}${end === null ? ' of all' : ''}`,
      values: { ...values, ...(end !== null && { [named('End')]: end }), ...(to !== null && { [named('Until')]: to }) },
      holds: (build) => {
        const { sort, on, isTimed } = columns(build);
        const isBefore = either(isTimed, to === null ? null : sql`${sort} <= ${build.param(named('Until'))}`, [
          sql`${on} <= ${build.param(named('Most'))}`,
          sql`${on} <> ${build.param(named('Long'))} and ${on} <> ${build.param(named('Longer'))}`,
        ]);
        return end === null ? isBefore : sql`${sort} < ${build.param(named('End'))} and ${isBefore}`;
      },
    });
  }
  return conditions;
}

/** Of times what is said of instants, where the end of the range is one, else what is said of days. */
function either(isTimed: SQLWrapper, ofInstants: SQL | null, ofDays: readonly SQL[]): SQL {
  const days = sql.join([...ofDays], sql` and `);
  return ofInstants ? sql`(case when ${isTimed} then ${ofInstants} else ${days} end)` : sql`(${days})`;
}

/** When a statement was said, by its own row or by that of a stance. */
export function saidColumns(table: 'statements' | 'stances'): (build: Build<Tables>) => DateColumns {
  return ({ t }) => ({
    sort: t[table].saidSort,
    on: t[table].saidOn,
    isTimed: inArray(t[table].saidAs, ['time', 'article-time']),
  });
}

/** When the article of a statement was published; as it is written there. */
export function publishedColumns({ t: { statements, articles } }: Build<Tables>): DateColumns {
  const written = sql`(select ${articles.publishedAt} from ${articles} where ${articles.id} = ${statements.articleId})`;
  return {
    sort: statements.publishedSort,
    on: sql`substr(${written}, 1, 10)`,
    isTimed: sql`length(${written}) > 10`,
  };
}
