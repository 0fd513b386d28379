import { eq, sql } from 'drizzle-orm';
import type { Handle } from '../../platform/engine/tables.ts';
import { coarseStartsAround, daysOfEach, dayThatExists, lastDayIn, nearOf } from '../statements/days.ts';
import { type DateRange, rangeOfDates, SORT_LENGTH } from '../tally.ts';

/** The first date and the latest statement of a stance that a side takes on a claim of a question. */
export type Ends = {
  questionId: string;
  claimId: string;
  sideId: string;
  stance: string;
  first: string | null;
  latest: string | null;
};
type Group = Omit<Ends, 'first' | 'latest'> & { first: string; latest: string };
/** Of a cell of the matrix; `first` and `latest` are of all its groups. */
type Cell = { questionId: string; groups: Group[]; first: string; latest: string };

/** What a side holds on a question: the name by which its cell is found. */
export const cellName = (questionId: string, sideId: string): string => `${questionId} ${sideId}`;

/**
 * The days between which a side took its stances on a question, by `cellName`. Only the groups near the ends of their cell
 * are looked into, and coarse dates once for each question: most groups can neither begin nor end the days of their cell.
 */
export async function daysOfCells(from: Handle, ends: readonly Ends[]): Promise<Map<string, DateRange>> {
  const cells = new Map(
    [...Map.groupBy(ends.flatMap(groupOf), ({ questionId, sideId }) => cellName(questionId, sideId))].map(
      ([name, groups]) => [name, cellOf(groups)],
    ),
  );
  const near = [...cells.values()].flatMap(groupsNearEnds);
  const ranges = await daysOfEach(
    from,
    {
      names: ({ stances: s }) => ({ claim: s.claimId, side: s.sideId, stance: s.stance }),
      isOf: ({ stances: s }) =>
        sql`${s.claimId} = asked.claim and ${s.stance} = asked.stance and ${s.sideId} = asked.side`,
    },
    near.map(({ claimId, sideId, stance, first, latest }) => ({ group: [claimId, sideId, stance], first, latest })),
  );
  const days = new Map<string, string[]>();
  const add = (name: string, more: readonly (string | null)[]) =>
    days.set(name, [...(days.get(name) ?? []), ...more.filter((day) => day !== null)]);
  for (const [at, range] of ranges.entries()) {
    const { questionId, sideId } = near[at] as Group;
    add(cellName(questionId, sideId), [range.from, range.to]);
  }
  for (const { questionId, sideId, last } of await coarseDays(from, [...cells.values()]))
    add(cellName(questionId, sideId), [dayThatExists(last)]);
  return new Map([...days].map(([name, own]) => [name, rangeOfDates(own)]));
}

function groupOf({ first, latest, ...one }: Ends): Group[] {
  return first && latest ? [{ ...one, first, latest: latest.slice(0, SORT_LENGTH) }] : [];
}

function cellOf(groups: Group[]): Cell {
  const least = (one: string, other: string) => (one < other ? one : other);
  const most = (one: string, other: string) => (one > other ? one : other);
  return {
    questionId: (groups[0] as Group).questionId,
    groups,
    first: groups.map(({ first }) => first).reduce(least),
    latest: groups.map(({ latest }) => latest).reduce(most),
  };
}

function groupsNearEnds(cell: Cell): Group[] {
  const [first, latest] = nearOf(cell);
  return cell.groups.filter((group) => group.first < first || group.latest >= latest);
}

/** The last day of what is dated by a month or a year that may end after the latest of its cell, where there is any. */
function coarseDays(from: Handle, cells: readonly Cell[]) {
  const asked = [...Map.groupBy(cells, ({ questionId }) => questionId)].flatMap(([questionId, own]) =>
    [...new Set(own.flatMap(({ latest }) => coarseStartsAround(latest)))].map((start) => [questionId, start]),
  );
  return from.query(
    'coarse days of questions',
    ({ db, t: { stances }, tuplesOf }) =>
      db
        .select({
          questionId: stances.questionId,
          sideId: stances.sideId,
          last: sql<string>`max(${lastDayIn(stances.saidOn)})`,
        })
        .from(sql`${tuplesOf('asked', { question: stances.questionId, start: stances.saidSort })} as asked`)
        .crossJoin(stances)
        .where(
          sql`${stances.questionId} = asked.question and ${eq(stances.status, 'published')} and ${stances.saidSort} = asked.start and length(${stances.saidOn}) < 10`,
        )
        .groupBy(stances.questionId, stances.sideId),
    { asked },
  );
}
