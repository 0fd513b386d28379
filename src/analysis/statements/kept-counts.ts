import { inArray, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { countedAgain } from '../../derived/summaries/store.ts';
import { type Condition, isOneOf } from '../../platform/engine/pages.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { isEverything, type KeptFilter } from './kept.ts';
import { type Counted, type Dimension, type Source, sumOf, tabulate } from './tabulate.ts';

/**
 * Counts from the sums that are kept in the transaction that writes a statement (ADR 0018): what it costs does not grow
 * with the statements. Null where what is kept does not tell it.
 */
export async function findKept<By extends Dimension>(
  from: Handle,
  kept: KeptFilter,
  by: readonly By[],
): Promise<Counted<By>[] | null> {
  if (!isOnce(kept, by)) return by.length === 0 ? distinctOf(from, kept) : null;
  const source = KEPT.find((one) => one.of.includes(kept.of) && tells(one, kept, by));
  return source ? tabulate(from, source, conditionsOn(source, kept, by), by) : null;
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
  const isInOne = of === 'dispute' || of === 'stances in dispute';
  return isInOne || subjects.length === 1 || by.includes(of) || (of === 'question' && by.includes('claim'));
}

/** Of several subjects: what each has, less what was counted again. */
async function distinctOf<By extends Dimension>(from: Handle, kept: KeptFilter): Promise<Counted<By>[] | null> {
  if (kept.of === 'question' || !isEverything(kept)) return null;
  const each = await findKept(from, kept, [kept.of as Dimension]);
  return each && [{ n: sumOf(each) - (await countedAgain(from, kept.subjects)) } as Counted<By>];
}

type KeptSource = Source & {
  /** Subjects of which this tells. */
  of: KeptFilter['of'][];
  /** The kinds by which a filter may ask. */
  kind: ((t: Tables) => SQLiteColumn) | null;
  side(t: Tables): SQLiteColumn;
  isOf(subjects: readonly string[]): Condition<Tables>[];
  isByTime: boolean;
  /** Without which statements would be counted twice. */
  needs?: Dimension;
};

const totals = {
  table: (t: Tables) => t.stanceTotals,
  side: (t: Tables) => t.stanceTotals.sideId,
  isByTime: false,
};
const claimsOfTotals = {
  claim: (t: Tables) => t.stanceTotals.claimId,
  side: (t: Tables) => t.stanceTotals.sideId,
  stance: (t: Tables) => t.stanceTotals.stance,
};
const isOfQuestion = (questions: readonly string[]) =>
  isOneOf('question', (t: Tables) => t.stanceTotals.questionId, questions);
const subjectOf = (t: Tables) => t.tallies.subject;
const tallies = {
  table: (t: Tables) => t.tallies,
  side: (t: Tables) => t.tallies.sideId,
  kind: (t: Tables) => t.tallies.kind,
  n: (t: Tables) => sumIn(t.tallies.n),
  isOf: (subjects: readonly string[]) => isOneOf('subject', subjectOf, subjects),
  isByTime: true,
};
const talliedBy = {
  side: (t: Tables) => t.tallies.sideId,
  day: (t: Tables) => t.tallies.period,
  // Of days, too.
  month: (t: Tables) => sql`substr(${t.tallies.period}, 1, 7)`,
};

/** The shorter before the longer. */
const KEPT: KeptSource[] = [
  {
    ...totals,
    name: 'totals of claims',
    of: ['claim'],
    columns: claimsOfTotals,
    kind: (t) => t.stanceTotals.stance,
    n: (t) => sumIn(t.stanceTotals.n),
    isOf: (claims) => isOneOf('claim', (t: Tables) => t.stanceTotals.claimId, claims),
  },
  {
    ...totals,
    name: 'totals of questions',
    of: ['question'],
    columns: { question: (t) => t.stanceTotals.questionId, side: (t) => t.stanceTotals.sideId },
    kind: null,
    n: (t) => sumIn(t.stanceTotals.ofQuestion),
    isOf: isOfQuestion,
  },
  {
    ...totals,
    name: 'totals of claims of questions',
    of: ['question'],
    needs: 'claim',
    columns: { ...claimsOfTotals, question: (t) => t.stanceTotals.questionId },
    kind: null,
    n: (t) => sumIn(t.stanceTotals.n),
    isOf: isOfQuestion,
  },
  {
    ...totals,
    name: 'totals of disputes',
    of: ['stances in dispute'],
    columns: { side: (t) => t.stanceTotals.sideId },
    kind: null,
    n: (t) => sumIn(t.stanceTotals.ofStatement),
    isOf: isOnQuestionOf,
  },
  {
    ...tallies,
    name: 'tallies of claims',
    of: ['claim'],
    columns: { ...talliedBy, claim: subjectOf, stance: (t) => t.tallies.kind },
  },
  {
    ...tallies,
    name: 'tallies',
    of: ['dispute', 'term'],
    columns: { ...talliedBy, dispute: subjectOf, term: subjectOf, kind: (t) => t.tallies.kind },
  },
];

const sumIn = (column: SQLiteColumn): SQL<number> => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number);

function isOnQuestionOf(disputes: readonly string[]): Condition<Tables>[] {
  return [
    {
      name: 'disputes',
      values: { disputes: [...disputes] },
      holds: ({ db, t, oneOf }) =>
        inArray(
          t.stanceTotals.questionId,
          db.select({ id: t.questions.id }).from(t.questions).where(oneOf(t.questions.disputeId, 'disputes')),
        ),
    },
  ];
}

function tells({ columns, kind, isByTime, needs }: KeptSource, kept: KeptFilter, by: readonly Dimension[]): boolean {
  return (
    by.every((name) => name in columns) &&
    (needs === undefined || by.includes(needs)) &&
    (kept.kinds === undefined || kind !== null) &&
    (kept.said === undefined || isByTime)
  );
}

function conditionsOn(source: KeptSource, kept: KeptFilter, by: readonly Dimension[]): Condition<Tables>[] {
  return [
    ...source.isOf(kept.subjects),
    ...isOneOf('side', source.side, kept.sides),
    ...(source.kind ? isOneOf('kind', source.kind, kept.kinds) : []),
    ...(source.isByTime ? periodsOf(kept.said, by) : []),
  ];
}

/** Months where these add up to what is asked for, else days. */
function periodsOf(said: KeptFilter['said'], by: readonly Dimension[]): Condition<Tables>[] {
  const ends = [said?.from, said?.until].map((end) => end?.slice(0, 10));
  const isInMonths = !by.includes('day') && ends.every((end) => end === undefined || end.endsWith('-01'));
  const [from, until] = ends.map((end) => (isInMonths ? end?.slice(0, 7) : end));
  const period = (name: string, comparison: '>=' | '<', value: string | undefined): Condition<Tables>[] =>
    value === undefined
      ? []
      : [
          {
            name,
            values: { [name]: value },
            holds: ({ t, param }) => sql`${t.tallies.period} ${sql.raw(comparison)} ${param(name)}`,
          },
        ];
  const granularity = isInMonths ? 'month' : 'day';
  return [
    {
      name: granularity,
      values: {},
      holds: ({ t }) => sql`${t.tallies.granularity} = ${sql.raw(`'${granularity}'`)}`,
    },
    ...period('from', '>=', from),
    ...period('until', '<', until),
  ];
}
