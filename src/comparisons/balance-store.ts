import { and, eq, ne, sql } from 'drizzle-orm';
import { getDispute } from '../disputes/store.ts';
import { hoursBetween } from '../kernel/time.ts';
import type { Handle, Tables } from '../tables.ts';
import { type Balance, median } from './balance.ts';
import { type DateRange, rangeBetween, shareOf } from './tally.ts';
import { utterancesAmong } from './utterances.ts';

/** By id or slug; fails with `not-found`. */
export async function balanceOf(from: Handle, reference: string): Promise<Balance> {
  const { id, slug, title, sides } = await getDispute(from, reference);
  const tallies = await talliesOf(from, id);
  const repeats = await repeatsIn(from, id);
  const answers = await answersIn(from, id);
  const total = sumOf(tallies, 'n');
  return {
    dispute: { id, slug, title },
    total,
    utterances: utterancesAmong(total, repeats),
    range: rangeOf(tallies),
    sides: sides.map((side) => {
      const inOutlets = tallies.filter(({ sideId }) => sideId === side.id);
      const own = answers.filter(({ sideId }) => sideId === side.id);
      const n = sumOf(inOutlets, 'n');
      const rebutted = new Set(own.map((answer) => answer.answered)).size;
      return {
        side,
        n,
        utterances: utterancesAmong(
          n,
          repeats.filter(({ sideId }) => sideId === side.id),
        ),
        share: shareOf(n, total),
        verified: sumOf(inOutlets, 'verified'),
        rebutted,
        unanswered: n - rebutted,
        medianHoursToRebuttal: median(hoursToFirst(own)),
        outlets: inOutlets.length,
        range: rangeOf(inOutlets),
      };
    }),
  };
}

type Answer = { answered: string; answeredAt: string | null; saidAt: string | null };

/** For each answered statement the hours to the first answer; an answer that is dated before it tells no span. */
function hoursToFirst(answers: readonly Answer[]): number[] {
  const first = new Map<string, number>();
  for (const { answered, answeredAt, saidAt } of answers) {
    const hours = hoursBetween(answeredAt, saidAt);
    if (hours !== null && hours >= 0 && hours < (first.get(answered) ?? Number.POSITIVE_INFINITY))
      first.set(answered, hours);
  }
  return [...first.values()];
}

function isPublishedIn({ statements }: Tables, dispute: ReturnType<typeof sql>) {
  return and(eq(statements.disputeId, dispute), eq(statements.status, 'published'));
}

type Tally = { n: number; verified: number; first: string; latest: string };

/** By side and outlet, in the order of an index that holds all of it. */
function talliesOf(from: Handle, disputeId: string): Promise<(Tally & { sideId: string })[]> {
  return from.query(
    'balance by side and outlet',
    ({ db, t, param }) => {
      const { outletId, saidSort, sideId, anchorResult } = t.statements;
      const isVerified = sql`${anchorResult} in ('exact', 'normalized', 'elided')`;
      return db
        .select({
          sideId,
          n: sql<number>`count(*)`.mapWith(Number),
          verified: sql<number>`sum(case when ${isVerified} then 1 else 0 end)`.mapWith(Number),
          first: sql<string>`min(${saidSort})`,
          latest: sql<string>`max(${saidSort})`,
        })
        .from(t.statements)
        .where(isPublishedIn(t, param('dispute')))
        .groupBy(sideId, outletId);
    },
    { dispute: disputeId },
  );
}

function sumOf(tallies: readonly Tally[], column: 'n' | 'verified'): number {
  return tallies.reduce((sum, tally) => sum + tally[column], 0);
}

function rangeOf(tallies: readonly Tally[]): DateRange {
  const dates = tallies.flatMap(({ first, latest }) => [first, latest]).sort();
  return rangeBetween(dates[0] ?? null, dates.at(-1) ?? null);
}

/** The statements of the dispute whose utterance is reported more than once in it. */
async function repeatsIn(from: Handle, disputeId: string) {
  const copies = await from.query(
    'copies in the balance',
    ({ db, t, param }) => {
      const { id, repeatsId, sideId } = t.statements;
      return db
        .select({ statementId: id, utteranceId: sql<string>`${repeatsId}`, sideId })
        .from(t.statements)
        .where(and(isPublishedIn(t, param('dispute')), ne(repeatsId, id)));
    },
    { dispute: disputeId },
  );
  if (copies.length === 0) return [];
  const firsts = await from.query(
    'first reports in the balance',
    ({ db, t, param, oneOf }) => {
      const { id, sideId } = t.statements;
      return db
        .select({ statementId: id, utteranceId: id, sideId })
        .from(t.statements)
        .where(and(oneOf(id, 'firsts'), isPublishedIn(t, param('dispute'))));
    },
    { dispute: disputeId, firsts: [...new Set(copies.map(({ utteranceId }) => utteranceId))] },
  );
  return [...copies, ...firsts];
}

/** Every rebuttal in the dispute, with the side of the answered statement and both dates. */
function answersIn(from: Handle, disputeId: string): Promise<(Answer & { sideId: string })[]> {
  return from.query(
    'answers in a dispute',
    ({ db, t, alias, param }) => {
      const answers = alias(t.statements, 'answers');
      return db
        .select({
          answered: t.statements.id,
          sideId: t.statements.sideId,
          answeredAt: t.statements.saidAt,
          saidAt: answers.saidAt,
        })
        .from(t.rebuttals)
        .innerJoin(t.statements, eq(t.statements.id, t.rebuttals.rebutsId))
        .innerJoin(answers, eq(answers.id, t.rebuttals.statementId))
        .where(
          and(
            isPublishedIn(t, param('dispute')),
            eq(answers.status, 'published'),
            sql`${t.rebuttals.kind} not in ('concession', 'clarification')`,
          ),
        );
    },
    { dispute: disputeId },
  );
}
