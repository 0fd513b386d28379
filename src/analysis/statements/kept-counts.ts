import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { countedAgain } from '../../derived/summaries/combinations-store.ts';
import { withMark } from '../../derived/summaries/mark.ts';
import { type SumColumns, type SumName, sumsIn } from '../../derived/summaries/rest.ts';

import type { Granularity } from '../../derived/summaries/table.ts';
import type { Build } from '../../platform/engine/engine.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { isEverything, type KeptFilter } from './kept.ts';
import { type Counted, type Dimension, sumOf } from './tabulate.ts';

/**
 * Counts from the summaries and the few statements that are not in them yet (ADR 0029): what it costs does not grow with
 * the statements. Null where the summaries do not tell it.
 */
export async function findKept<By extends Dimension>(
  from: Handle,
  kept: KeptFilter,
  by: readonly By[],
): Promise<Counted<By>[] | null> {
  if (!isOnce(kept, by)) return by.length === 0 ? distinctOf(from, kept) : null;
  const source = KEPT.find((one) => one.of === kept.of && tells(one, kept, by));
  return source ? countIn(from, source, kept, by) : null;
}

/** The same of what is known to be kept. */
export async function countKept<By extends Dimension>(
  from: Handle,
  kept: KeptFilter,
  by: readonly By[],
): Promise<Counted<By>[]> {
  const counts = await findKept(from, kept, by);
  if (counts === null) throw new Error(`nothing that is kept tells ${kept.of} by ${by.join(' ')}`);
  return counts;
}

/** Whether a statement is in one of the sums that make a count, and not in those of several subjects. */
function isOnce({ of, subjects }: KeptFilter, by: readonly Dimension[]): boolean {
  const isInOne = of === 'dispute' || of === 'stances in dispute' || of === 'answered in dispute';
  return (
    isInOne || subjects.length === 1 || by.some((one) => one === of) || (of === 'question' && by.includes('claim'))
  );
}

/** Of several subjects: what each has, less what was counted again. */
async function distinctOf<By extends Dimension>(from: Handle, kept: KeptFilter): Promise<Counted<By>[] | null> {
  if ((kept.of !== 'claim' && kept.of !== 'term') || !isEverything(kept)) return null;
  const each = await findKept(from, kept, [kept.of]);
  return each && [{ n: sumOf(each) - (await countedAgain(from, kept.of, kept.subjects)) } as Counted<By>];
}

type KeptSource = {
  of: KeptFilter['of'];
  sum: SumName;
  /** What tells each dimension, of the columns that `sumsIn` gives. */
  columns: Partial<Record<Dimension, (build: Build<Tables>) => SQL>>;
  /** Whether a filter may ask for kinds. */
  isByKind: boolean;
  isByTime: boolean;
  /** Without which statements would be counted twice. */
  needs?: Dimension;
  /** True for the sums of the subjects that are given under `subjects`. */
  isOf?(build: Build<Tables>, subject: SQLWrapper): SQL;
  /** The subject of a sum that counts under more than its id. */
  subjectOf?(id: string): string;
};

type ColumnOf = KeptSource['columns'][Dimension];
const subject: ColumnOf = ({ t }) => sql`subject`.mapWith(t.tallies.subject);
const side: ColumnOf = ({ t }) => sql`side_id`.mapWith(t.tallies.sideId);
const kind: ColumnOf = () => sql`kind`;
const talliedBy = { side, day: () => sql`period`, month: () => sql`substr(period, 1, 7)` };
const inDispute = { columns: { side, kind }, isByKind: false, isByTime: false };

const KEPT: KeptSource[] = [
  {
    ...{ of: 'claim', sum: 'claim', isByKind: true, isByTime: true },
    columns: { ...talliedBy, claim: subject, stance: kind },
  },
  {
    ...{ of: 'question', sum: 'question', isByKind: false, isByTime: false },
    columns: { question: subject, side },
  },
  {
    ...{ of: 'question', sum: 'claim', isByKind: false, isByTime: false, needs: 'claim' },
    columns: {
      ...{ claim: subject, side, stance: kind },
      question: ({ t, keyIn }) =>
        sql`(select ${t.claims.questionId} from ${t.claims} where ${t.claims.id} = ${keyIn(sql`subject`)})`.mapWith(
          t.claims.questionId,
        ),
    },
    isOf: ({ t, oneOf, idText }, claim) =>
      sql`${claim} in (select ${idText(t.claims.id)} from ${t.claims} where ${oneOf(t.claims.questionId, 'subjects')})`,
  },
  { ...inDispute, of: 'stances in dispute', sum: 'stances in dispute', subjectOf: (id) => `${id} stances` },
  { ...inDispute, of: 'answered in dispute', sum: 'answered in dispute', subjectOf: (id) => `${id} answered` },
  {
    ...{ of: 'dispute', sum: 'dispute', isByKind: true, isByTime: true },
    columns: { ...talliedBy, dispute: subject, kind },
  },
  {
    ...{ of: 'term', sum: 'term', isByKind: true, isByTime: true },
    columns: { ...talliedBy, term: subject, kind },
  },
];

function tells(
  { columns, isByKind, isByTime, needs }: KeptSource,
  kept: KeptFilter,
  by: readonly Dimension[],
): boolean {
  return (
    by.every((name) => name in columns) &&
    (needs === undefined || by.includes(needs)) &&
    (kept.kinds === undefined || isByKind) &&
    (kept.said === undefined || isByTime)
  );
}

async function countIn<By extends Dimension>(
  from: Handle,
  source: KeptSource,
  kept: KeptFilter,
  by: readonly By[],
): Promise<Counted<By>[]> {
  const { subjectOf = (id) => id } = source;
  const conditions = [
    ...among('side', 'sideId', kept.sides),
    ...among('kind', 'kind', kept.kinds),
    ...saidIn(kept, by),
  ];
  const granularity = granularityFor(kept, by);
  const shape = [source.sum, source.isOf ? 'of questions' : '', granularity, ...conditions.map(({ name }) => name)];
  const rows = await withMark(from, (mark) =>
    from.query(
      `kept ${shape.join(' ')} by ${by.join(' ')}`,
      (build) => {
        const groups = by.map((name) => source.columns[name]?.(build) as SQL);
        const isOf = source.isOf ?? ((_, subject) => build.oneOf(subject, 'subjects'));
        const sums = sumsIn(build, source.sum, granularity, (columns) =>
          sql.join([isOf(build, columns.subject), ...conditions.map(({ holds }) => holds(build, columns))], sql` and `),
        );
        const n = sql<number>`coalesce(sum(n), 0)`.mapWith(Number);
        return build.db
          .select({ ...Object.fromEntries(by.map((name, at) => [name, groups[at] as SQL])), n })
          .from(sums)
          .groupBy(...groups)
          .orderBy(...groups);
      },
      {
        ...{ mark, subjects: kept.subjects.map(subjectOf) },
        ...Object.assign({}, ...conditions.map(({ values }) => values)),
      },
    ),
  );
  return (rows as Counted<By>[]).filter(({ n }) => n > 0);
}

/** A condition on the columns of sums and on those of the rest alike. */
type SumCondition = {
  name: string;
  values: Record<string, unknown>;
  holds(build: Build<Tables>, columns: SumColumns): SQL;
};

function among(name: string, column: keyof SumColumns, values: readonly string[] | undefined): SumCondition[] {
  if (values === undefined) return [];
  return [
    { name: `${name}s`, values: { [name]: [...values] }, holds: ({ oneOf }, columns) => oneOf(columns[column], name) },
  ];
}

function endsOf({ said }: KeptFilter): (string | undefined)[] {
  return [said?.from, said?.until].map((end) => end?.slice(0, 10));
}

/** The longest periods that add up to what is asked for. */
function granularityFor(kept: KeptFilter, by: readonly Dimension[]): Granularity {
  const ends = endsOf(kept).filter((end) => end !== undefined);
  if (by.includes('day') || ends.some((end) => !end.endsWith('-01'))) return 'day';
  return by.includes('month') || ends.length > 0 ? 'month' : 'all';
}

function saidIn(kept: KeptFilter, by: readonly Dimension[]): SumCondition[] {
  const [from, until] = endsOf(kept).map((end) => end?.slice(0, granularityFor(kept, by) === 'day' ? 10 : 7));
  const period = (name: string, comparison: '>=' | '<', value: string | undefined): SumCondition[] =>
    value === undefined
      ? []
      : [
          {
            name,
            values: { [name]: value },
            holds: ({ param }, columns) => sql`${columns.period} ${sql.raw(comparison)} ${param(name)}`,
          },
        ];
  return [...period('from', '>=', from), ...period('until', '<', until)];
}
