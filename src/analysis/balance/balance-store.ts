import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import { withMark } from '../../derived/summaries/mark.ts';
import { sumsIn } from '../../derived/summaries/rest.ts';
import { tallySizes } from '../../derived/summaries/store.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import { getDispute } from '../../record/disputes/store.ts';
import { countBy } from '../statements/counting.ts';
import { dayThatExists, lastDayIn } from '../statements/days.ts';
import { readFilter, StatementFilter } from '../statements/filter.ts';
import { countFromSummaries } from '../statements/summary-counts.ts';
import { sumOf } from '../statements/tabulate.ts';
import { type DateRange, rangeOfDates, shareOf } from '../tally.ts';
import type { Balance } from './balance.ts';

/** By id or slug; fails with `not-found`. From the summaries: what it costs does not grow with the statements. */
export async function balanceOf(from: Handle, reference: string): Promise<Balance> {
  const { id, slug, title, sides } = await getDispute(from, reference);
  const filter = await readFilter(from, StatementFilter.parse({ dispute: id }), { drafts: false });
  const counts = await countBy(from, filter, ['side', 'kind']);
  const sizes = await tallySizes(
    from,
    { of: 'dispute', subjects: [id] },
    { of: 'side in dispute', subjects: sides.map((side) => `${id} ${side.id}`) },
  );
  const ranges = await rangesOf(from, id);
  const rebutted = await countFromSummaries(from, { of: 'answered in dispute', subjects: [id] }, ['side', 'kind']);
  const total = sumOf(counts);
  const told: Balance['sides'] = [];
  for (const side of sides) {
    const own = counts.filter((row) => row.side === side.id);
    const n = sumOf(own);
    const answered = rebutted.filter((row) => row.side === side.id);
    const all = sumOf(answered);
    const timed = sumOf(answered.filter(({ kind }) => kind === 'timed'));
    const timedByDay = sumOf(answered.filter(({ kind }) => kind !== 'undated'));
    told.push({
      side,
      n,
      utterances: sizes.get(`${id} ${side.id} stm`) ?? 0,
      share: shareOf(n, total),
      checked: n - (own.find(({ kind }) => kind === 'unchecked')?.n ?? 0),
      verified: own.find(({ kind }) => kind === 'verified')?.n ?? 0,
      rebutted: all,
      unanswered: n - all,
      timed,
      medianHoursToRebuttal: await medianOf(from, 'hours', { dispute: id, side: side.id }, timed),
      timedByDay,
      medianDaysToRebuttal: await medianOf(from, 'days', { dispute: id, side: side.id }, timedByDay),
      outlets: sizes.get(`${id} ${side.id} out`) ?? 0,
      range: rangeOf(ranges.filter(({ sideId }) => sideId === side.id)),
    });
  }
  return {
    dispute: { id, slug, title },
    total,
    utterances: sizes.get(`${id} stm`) ?? 0,
    range: rangeOf(ranges),
    sides: told,
  };
}

function rangesOf(from: Handle, disputeId: string): Promise<{ sideId: string; first: string; latest: string }[]> {
  return withMark(from, (mark) =>
    from.query(
      'range of each side of a dispute',
      (build) =>
        build.db
          .select({
            sideId: sql`side_id`.mapWith(build.t.tallies.sideId),
            first: sql<string>`min(period)`,
            latest: sql<string>`max(${lastDayIn(sql`period`)})`,
          })
          .from(sumsIn(build, 'dispute', 'day', ({ subject }) => sql`${subject} = ${build.param('dispute')}`))
          .groupBy(sql`side_id`),
      { dispute: disputeId, mark },
    ),
  );
}

function rangeOf(ranges: readonly { first: string; latest: string }[]): DateRange {
  return rangeOfDates(ranges.flatMap(({ first, latest }) => [first, dayThatExists(latest)]));
}

/** The middle one in the order of an index, or the mean of the middle two; null of none. */
async function medianOf(
  from: Handle,
  unit: 'hours' | 'days',
  { dispute, side }: { dispute: string; side: string },
  n: number,
): Promise<number | null> {
  if (n < 1) return null;
  const rows = await from.query(
    `${unit} in the middle`,
    ({ db, t, param, bound }) => {
      const span = t.answered[unit];
      return db
        .select({ span: sql<number>`${span}`.mapWith(Number) })
        .from(t.answered)
        .where(and(eq(t.answered.disputeId, param('dispute')), eq(t.answered.sideId, param('side')), isNotNull(span)))
        .orderBy(asc(span))
        .limit(bound('limit'))
        .offset(bound('offset'));
    },
    { dispute, side, offset: (n - 1) >> 1, limit: n % 2 === 0 ? 2 : 1 },
  );
  return rows.reduce((sum, { span }) => sum + span, 0) / rows.length;
}
