import { and, eq, sql } from 'drizzle-orm';
import { getDispute } from '../disputes/store.ts';
import { hoursBetween } from '../kernel/time.ts';
import type { Handle, Tables } from '../tables.ts';
import { type Balance, median } from './balance.ts';
import { rangeBetween, shareOf } from './tally.ts';

/** By id or slug; fails with `not-found`. */
export async function balanceOf(from: Handle, reference: string): Promise<Balance> {
  const { id, slug, title, sides } = await getDispute(from, reference);
  const [whole] = await talliesOf(from, id, false);
  const tallies = await talliesOf(from, id, true);
  const answers = await answersIn(from, id);
  const total = whole?.n ?? 0;
  return {
    dispute: { id, slug, title },
    total,
    utterances: whole?.utterances ?? 0,
    range: rangeBetween(whole?.first ?? null, whole?.latest ?? null),
    sides: sides.map((side) => {
      const tally = tallies.find(({ sideId }) => sideId === side.id);
      const own = answers.filter(({ sideId }) => sideId === side.id);
      const n = tally?.n ?? 0;
      const rebutted = new Set(own.map((answer) => answer.answered)).size;
      return {
        side,
        n,
        utterances: tally?.utterances ?? 0,
        share: shareOf(n, total),
        verified: tally?.verified ?? 0,
        rebutted,
        unanswered: n - rebutted,
        medianHoursToRebuttal: median(hoursToFirst(own)),
        outlets: tally?.outlets ?? 0,
        range: rangeBetween(tally?.first ?? null, tally?.latest ?? null),
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

async function talliesOf(from: Handle, disputeId: string, bySide: boolean) {
  return from.query(
    `balance${bySide ? ' by side' : ''}`,
    ({ db, t, param }) => {
      const { id, repeatsId, outletId, saidSort, sideId, anchorResult } = t.statements;
      const isVerified = sql`${anchorResult} in ('exact', 'normalized', 'elided')`;
      const select = db
        .select({
          sideId: bySide ? sideId : sql<string>`''`,
          n: sql<number>`count(*)`.mapWith(Number),
          utterances: sql<number>`count(distinct coalesce(${repeatsId}, ${id}))`.mapWith(Number),
          outlets: sql<number>`count(distinct ${outletId})`.mapWith(Number),
          verified: sql<number>`sum(case when ${isVerified} then 1 else 0 end)`.mapWith(Number),
          first: sql<string | null>`min(${saidSort})`,
          latest: sql<string | null>`max(${saidSort})`,
        })
        .from(t.statements)
        .where(isPublishedIn(t, param('dispute')));
      return bySide ? select.groupBy(sideId) : select;
    },
    { dispute: disputeId },
  );
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
