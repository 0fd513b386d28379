import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { countedAgain } from '../../derived/summaries/combinations-store.ts';
import { withMark } from '../../derived/summaries/mark.ts';
import { type SumColumns, type SumName, sumsIn } from '../../derived/summaries/rest.ts';
import type { Granularity } from '../../derived/summaries/table.ts';
import { daysWithin, lastDayOf } from '../../kernel/written-date.ts';
import type { Build } from '../../platform/engine/engine.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { isEverything, type SummaryFilter } from './summary-filter.ts';
import { type Counted, type Dimension, sumOf } from './tabulate.ts';

/**
 * Counts from the summaries and the few statements that are not in them yet (ADR 0029): what it costs does not grow with
 * the statements. Null where the summaries do not tell it.
 */
export async function findKept<By extends Dimension>(
  from: Handle,
  kept: SummaryFilter,
  by: readonly By[],
): Promise<Counted<By>[] | null> {
  if (!isOnce(kept, by)) return by.length === 0 ? distinctOf(from, kept) : null;
  const source = KEPT.find((one) => one.of === kept.of && tells(one, kept, by));
  return source ? countIn(from, source, kept, by) : null;
}

/** The same of what is known to be kept. */
export async function countFromSummaries<By extends Dimension>(
  from: Handle,
  kept: SummaryFilter,
  by: readonly By[],
): Promise<Counted<By>[]> {
  const counts = await findKept(from, kept, by);
  if (counts === null) throw new Error(`nothing that is kept tells ${kept.of} by ${by.join(' ')}`);
  return counts;
}

/** Whether a statement is in one of the sums that make a count, and not in those of several subjects. */
function isOnce({ of, subjects }: SummaryFilter, by: readonly Dimension[]): boolean {
  if (of === 'undated on claim') return subjects.length === 1 || by.includes('claim');
  const isInOne = of === 'dispute' || of === 'record' || of === 'stances in dispute' || of === 'answered in dispute';
  return (
    isInOne || subjects.length === 1 || by.some((one) => one === of) || (of === 'question' && by.includes('claim'))
  );
}

/** Of several subjects: what each has, less what was counted again. */
async function distinctOf<By extends Dimension>(from: Handle, kept: SummaryFilter): Promise<Counted<By>[] | null> {
  if ((kept.of !== 'claim' && kept.of !== 'term') || !isEverything(kept)) return null;
  const each = await findKept(from, kept, [kept.of]);
  return each && [{ n: sumOf(each) - (await countedAgain(from, kept.of, kept.subjects)) } as Counted<By>];
}

type KeptSource = {
  of: SummaryFilter['of'];
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
const subject: ColumnOf = ({ t }) => sql`subject`.mapWith(t.tallySubjects.subject);
const undatedSubject: ColumnOf = ({ t }) => sql`replace(subject, ' undated', '')`.mapWith(t.tallySubjects.subject);
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
    ...{ of: 'undated on claim', sum: 'undated on claim', isByKind: true, isByTime: true },
    columns: { ...talliedBy, claim: undatedSubject, stance: kind },
    subjectOf: (id) => `${id} undated`,
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
  // By days there may be more sums of all disputes than statements.
  {
    ...{ of: 'record', sum: 'dispute', isByKind: true, isByTime: false },
    columns: { side, dispute: subject, kind },
    isOf: ({ t, idText }, dispute) => sql`${dispute} in (select ${idText(t.disputes.id)} from ${t.disputes})`,
  },
  {
    ...{ of: 'term', sum: 'term', isByKind: true, isByTime: true },
    columns: { ...talliedBy, term: subject, kind },
  },
];

function tells(
  { columns, isByKind, isByTime, needs }: KeptSource,
  kept: SummaryFilter,
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
  kept: SummaryFilter,
  by: readonly By[],
): Promise<Counted<By>[]> {
  const { subjectOf = (id) => id } = source;
  const conditions = [
    ...among('side', 'sideId', kept.sides),
    ...among('kind', 'kind', kept.kinds),
    ...saidIn(kept, by),
  ];
  const granularity = granularityFor(kept, by);
  const shape = [source.of, `in ${source.sum}`, granularity, ...conditions.map(({ name }) => name)];
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

/** The longest periods that add up to what is asked for. */
function granularityFor({ said }: SummaryFilter, by: readonly Dimension[]): Granularity {
  const [from, to] = [said?.from?.day, said?.to?.day];
  const areWithinMonth = [from?.endsWith('-01'), to && lastDayOf(to.slice(0, 7)) === to].includes(false);
  if (by.includes('day') || areWithinMonth) return 'day';
  return by.includes('month') || from !== undefined || to !== undefined ? 'month' : 'all';
}

/** By texts, as `daysWithin` says. */
function saidIn(kept: SummaryFilter, by: readonly Dimension[]): SumCondition[] {
  if (kept.said === undefined) return [];
  const { least, most, tooLong } = daysWithin(kept.said);
  const [long = '', longer = ''] = tooLong;
  const length = granularityFor(kept, by) === 'day' ? 10 : 7;
  return [
    {
      name: 'within',
      values: { least, most: most.slice(0, length), long, longer },
      holds: ({ param }, { period }) =>
        sql`${period} >= ${param('least')} and ${period} <= ${param('most')}
          and ${period} <> ${param('long')} and ${period} <> ${param('longer')}`,
    },
  ];
}
