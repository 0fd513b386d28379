import { and, asc, desc, eq, inArray, type SQLWrapper, sql } from 'drizzle-orm';
import { claimBriefs } from '../claims/relation-store.ts';
import { type Rivals, rivalsOf } from '../claims/rival-store.ts';
import { getDispute } from '../disputes/store.ts';
import type { Build } from '../platform/engine/engine.ts';
import { statementBriefs } from '../statements/show.ts';
import type { Stance } from '../statements/statement.ts';
import type { Handle, Tables } from '../tables.ts';
import { tallySizes } from '../tallies/store.ts';
import { type DisputePositions, verdictOn } from './dispute-positions.ts';
import { type DateRange, endsOf, idAfterSort, rangeBetween, shareOf, sumStances } from './tally.ts';

type ClaimCell = {
  questionId: string;
  claimId: string;
  sideId: string;
  stance: Stance;
  n: number;
  ofQuestion: number;
  ofStatement: number;
  latest: string | null;
};
type Cell = DisputePositions['rows'][number]['cells'][number];

/** By id or slug; fails with `not-found`. From the totals: what it costs does not grow with the statements. */
export async function positionsOf(from: Handle, reference: string): Promise<DisputePositions> {
  const { id, slug, title, sides } = await getDispute(from, reference);
  const questions = await questionsOf(from, id);
  const held = await heldOn(from, id);
  const sizes = await tallySizes(from, [
    `${id} stances`,
    ...questions.flatMap((question) => [question.id, ...sides.map((side) => `${question.id} ${side.id}`)]),
  ]);
  const claimIds = [...new Set(held.map(({ claimId }) => claimId))];
  const names = await claimBriefs(from, claimIds);
  const rivals = await rivalsOf(from, claimIds);
  const latestIds = latestBy(held);
  const briefs = await statementBriefs(from, [...latestIds.values()], { drafts: false });
  const cellOf = (questionId: string, side: (typeof sides)[number], total: number): Cell => {
    const isOfCell = (row: { questionId: string; sideId: string }) =>
      row.questionId === questionId && row.sideId === side.id;
    const own = held.filter(isOfCell);
    const claims = [...Map.groupBy(own, ({ claimId }) => claimId)].flatMap(([claimId, rows]) => {
      const claim = names.get(claimId);
      const latest = briefs.get(latestIds.get(`${claimId} ${side.id}`) ?? '') ?? null;
      return claim ? [{ claim, n: rows.reduce((sum, { n }) => sum + n, 0), ...sumStances(rows), latest }] : [];
    });
    const n = sumOf(own, 'ofQuestion');
    const utterances = sizes.get(`${questionId} ${side.id} stm`) ?? 0;
    return { side, n, utterances, share: shareOf(n, total), claims };
  };
  const total = sumOf(held, 'ofStatement');
  return {
    dispute: { id, slug, title },
    total,
    utterances: sizes.get(`${id} stances stm`) ?? 0,
    range: await rangeOfQuestions(from, id),
    sides,
    rows: questions.map((question) => {
      const isOnQuestion = ({ questionId }: { questionId: string }) => questionId === question.id;
      const n = sumOf(held.filter(isOnQuestion), 'ofQuestion');
      const cells = sides.map((side) => cellOf(question.id, side, n));
      const verdict = verdictOn(
        cells.flatMap(({ side, claims }) =>
          claims.map(({ claim, support, deny }) => ({ sideId: side.id, claimId: claim.id, support, deny })),
        ),
        (one, other) => doCompete(rivals, one, other),
      );
      return { question, verdict, n, utterances: sizes.get(`${question.id} stm`) ?? 0, cells };
    }),
  };
}

/** Of two claims of one question. */
function doCompete(rivals: Map<string, Rivals>, one: string, other: string): boolean {
  const of = rivals.get(one);
  if (!of) return false;
  return of.question !== null ? !of.leftOut.has(other) : of.named.some(({ id }) => id === other);
}

/** The latest statement of each claim and side, by `claim side`. */
function latestBy(held: readonly ClaimCell[]): Map<string, string> {
  const latest = new Map<string, string>();
  for (const { claimId, sideId, latest: joined } of held) {
    const key = `${claimId} ${sideId}`;
    if (joined !== null && joined > (latest.get(key) ?? '')) latest.set(key, joined);
  }
  return new Map([...latest].map(([key, joined]) => [key, idAfterSort(joined)]));
}

function questionsOf(from: Handle, disputeId: string) {
  return from.query(
    'questions of a dispute',
    ({ db, t, param }) =>
      db
        .select({ id: t.questions.id, slug: t.questions.slug, text: t.questions.text })
        .from(t.questions)
        .where(eq(t.questions.disputeId, param('dispute')))
        .orderBy(asc(t.questions.id)),
    { dispute: disputeId },
  );
}

function isOnQuestionOf({ db, t, param }: Build<Tables>, questionId: SQLWrapper) {
  const questions = db
    .select({ id: t.questions.id })
    .from(t.questions)
    .where(eq(t.questions.disputeId, param('dispute')));
  return inArray(questionId, questions);
}

function heldOn(from: Handle, disputeId: string): Promise<ClaimCell[]> {
  return from.query(
    'what the sides of a dispute hold',
    (build) => {
      const { questionId, claimId, sideId, stance, n, ofQuestion, ofStatement } = build.t.stanceTotals;
      return build.db
        .select({ questionId, claimId, sideId, stance, n, ofQuestion, ofStatement, latest: latestOfTotal(build) })
        .from(build.t.stanceTotals)
        .where(and(isOnQuestionOf(build, questionId), sql`${n} > 0`))
        .orderBy(asc(claimId), asc(sideId), asc(stance));
    },
    { dispute: disputeId },
  );
}

/** The latest statement of a total, as a sort key joined with its id. */
function latestOfTotal({ db, t: { stances, stanceTotals: total } }: Build<Tables>) {
  const latest = db
    .select({ joined: sql`${stances.saidSort} || ${stances.statementId}` })
    .from(stances)
    .where(
      and(
        eq(stances.claimId, total.claimId),
        eq(stances.stance, total.stance),
        sql`${stances.status} = 'published'`,
        eq(stances.sideId, total.sideId),
      ),
    )
    .orderBy(desc(stances.saidSort), desc(stances.statementId))
    .limit(sql`1` as never);
  return sql<string | null>`${latest}`;
}

function sumOf(cells: readonly ClaimCell[], column: 'ofQuestion' | 'ofStatement'): number {
  return cells.reduce((sum, cell) => sum + cell[column], 0);
}

/** One look at either end of each question's stances. */
async function rangeOfQuestions(from: Handle, disputeId: string): Promise<DateRange> {
  const ends = await from.query(
    'range of each question of a dispute',
    ({ db, t, param }) => {
      const { first, latest } = endsOf(db, t, eq(t.stances.questionId, t.questions.id));
      return db
        .select({ first, latest })
        .from(t.questions)
        .where(eq(t.questions.disputeId, param('dispute')));
    },
    { dispute: disputeId },
  );
  const days = ends.flatMap(({ first, latest }) => (first && latest ? [first, latest] : [])).sort();
  return rangeBetween(days[0] ?? null, days.at(-1) ?? null);
}
