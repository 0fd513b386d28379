import { desc, sql } from 'drizzle-orm';
import { allOf, type Condition } from '../../../platform/engine/pages.ts';
import type { Handle, Tables } from '../../../platform/engine/tables.ts';
import type { Stance } from '../../../record/statements/statement.ts';
import {
  type DatedRow,
  mayBeAsEarly,
  mayBeAsLate,
  OVERLAP_VALUES,
  type OverlapValue,
  overlapColumns,
  overlapValues,
} from '../../statements/certainty.ts';
import { daysOfEach } from '../../statements/days.ts';
import type { StanceFilter } from '../../statements/filter.ts';
import type { DateRange } from '../../tally.ts';

/** Rows looked through for a sample: of an utterance that is repeated more often, fewer others are shown. */
const SAMPLED_MAX = 100;

export type Taken = DatedRow & { stance: Stance; utteranceId: string };
/** The first of the statements on a claim, the newest ones, the latest first, and the days between which all were said. */
export type Ends = {
  first: Taken | null;
  newest: Taken[];
  range: DateRange;
  /** Whether no other can have been said as early as the first, and as late as the latest. */
  isCertain: { first: boolean; latest: boolean };
};

/** Each by a few looks into an index. `undated` is how many of the statements have only their article's date. */
export async function endsOf(from: Handle, { conditions }: StanceFilter, undated: number): Promise<Ends> {
  const [first = null] = await takenIn(from, conditions, 'first', 1);
  const newest = await takenIn(from, conditions, 'newest', SAMPLED_MAX);
  const latest = newest[0];
  if (first === null || latest === undefined)
    return { first: null, newest, range: { from: null, to: null }, isCertain: { first: false, latest: false } };
  const [range] = await daysOfEach(from, { names: () => ({}), isOf: () => sql`true`, conditions }, [
    { group: [], first: first.saidSort, latest: latest.saidSort },
  ]);
  return {
    first,
    newest,
    range: range ?? { from: null, to: null },
    isCertain: {
      first: undated === 0 && !(await isMatched(from, conditions, first, 'as early')),
      latest: undated === 0 && !(await isMatched(from, conditions, latest, 'as late')),
    },
  };
}

function takenIn(
  from: Handle,
  conditions: readonly Condition<Tables>[],
  which: 'first' | 'newest',
  limit: number,
): Promise<Taken[]> {
  const { name, values, holds } = allOf(conditions);
  return from.query(
    `${which} stances ${name}`,
    (build) => {
      const { statementId: id, saidSort, saidOn, saidAs, stance, utteranceId } = build.t.stances;
      const order = which === 'first' ? [saidSort, id] : [desc(saidSort), desc(id)];
      return build.db
        .select({ id, saidSort, saidOn, saidAs, stance, utteranceId })
        .from(build.t.stances)
        .where(holds(build))
        .orderBy(...order)
        .limit(sql.placeholder('limit'));
    },
    { ...values, limit },
  );
}

async function isMatched(
  from: Handle,
  conditions: readonly Condition<Tables>[],
  row: DatedRow,
  how: 'as early' | 'as late',
): Promise<boolean> {
  const { name, values, holds } = allOf(conditions);
  const own = overlapValues(row);
  const named = Object.fromEntries(OVERLAP_VALUES.map((value) => [`one_${value}`, own[value]]));
  const rows = await from.query(
    `stances ${how} ${name}`,
    (build) => {
      const columns = overlapColumns(build.t);
      const value = (part: OverlapValue) => build.param(`one_${part}`, columns[part] ?? undefined);
      const matches = how === 'as early' ? [mayBeAsEarly(build.t, value)] : mayBeAsLate(build.t, value);
      const isThere = matches.map(
        (match) => sql`exists (select 1 from ${build.t.stances} where ${holds(build)} and ${match})`,
      );
      return build.db
        .select({ is: sql`case when ${sql.join(isThere, sql` or `)} then 1 else 0 end`.mapWith(Number) })
        .from(sql`(select 1) as once`);
    },
    { ...values, ...named },
  );
  return rows[0]?.is === 1;
}
