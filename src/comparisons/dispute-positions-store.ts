import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { claimBriefs } from '../claims/relation-store.ts';
import { type Rivals, rivalsOf } from '../claims/rival-store.ts';
import { getDispute } from '../disputes/store.ts';
import type { Build } from '../platform/engine/engine.ts';
import { statementBriefs } from '../statements/show.ts';
import type { Stance } from '../statements/statement.ts';
import type { Handle, Tables } from '../tables.ts';
import { type DisputePositions, verdictOn } from './dispute-positions.ts';
import { idAfterSort, rangeBetween, shareOf, sumStances, tallyOf } from './tally.ts';

type Tally = { n: number; utterances: number; first: string | null; latest: string | null };
type ClaimCell = {
  questionId: string;
  claimId: string;
  sideId: string;
  stance: Stance;
  n: number;
  latest: string | null;
};
type Cell = DisputePositions['rows'][number]['cells'][number];

/** By id or slug; fails with `not-found`. A few passes over the dispute's stances, however many its questions are. */
export async function positionsOf(from: Handle, reference: string): Promise<DisputePositions> {
  const { id, slug, title, sides } = await getDispute(from, reference);
  const questions = await questionsOf(from, id);
  const held = await heldOn(from, id);
  const [whole] = await talliesBy(from, id, []);
  const byQuestion = await talliesBy(from, id, ['questionId']);
  const bySide = await talliesBy(from, id, ['questionId', 'sideId']);
  const claimIds = [...new Set(held.map(({ claimId }) => claimId))];
  const names = await claimBriefs(from, claimIds);
  const rivals = await rivalsOf(from, claimIds);
  const latestIds = latestBy(held);
  const briefs = await statementBriefs(from, [...latestIds.values()], { drafts: false });
  const cellOf = (questionId: string, side: (typeof sides)[number], total: number): Cell => {
    const tally = bySide.find((row) => row.questionId === questionId && row.sideId === side.id);
    const own = held.filter((row) => row.questionId === questionId && row.sideId === side.id);
    const claims = [...Map.groupBy(own, ({ claimId }) => claimId)].flatMap(([claimId, rows]) => {
      const claim = names.get(claimId);
      const latest = briefs.get(latestIds.get(`${claimId} ${side.id}`) ?? '') ?? null;
      return claim ? [{ claim, n: rows.reduce((sum, { n }) => sum + n, 0), ...sumStances(rows), latest }] : [];
    });
    const n = tally?.n ?? 0;
    return { side, n, utterances: tally?.utterances ?? 0, share: shareOf(n, total), claims };
  };
  return {
    dispute: { id, slug, title },
    total: whole?.n ?? 0,
    utterances: whole?.utterances ?? 0,
    range: rangeBetween(whole?.first ?? null, whole?.latest ?? null),
    sides,
    rows: questions.map((question) => {
      const tally = byQuestion.find(({ questionId }) => questionId === question.id);
      const cells = sides.map((side) => cellOf(question.id, side, tally?.n ?? 0));
      const verdict = verdictOn(
        cells.flatMap(({ side, claims }) =>
          claims.map(({ claim, support, deny }) => ({ sideId: side.id, claimId: claim.id, support, deny })),
        ),
        (one, other) => doCompete(rivals, one, other),
      );
      return { question, verdict, n: tally?.n ?? 0, utterances: tally?.utterances ?? 0, cells };
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

/** The published stances of the dispute. */
function isInDispute({ db, t, param }: Build<Tables>) {
  const questions = db
    .select({ id: t.questions.id })
    .from(t.questions)
    .where(eq(t.questions.disputeId, param('dispute')));
  return and(inArray(t.stances.questionId, questions), sql`${t.stances.status} = 'published'`);
}

function heldOn(from: Handle, disputeId: string): Promise<ClaimCell[]> {
  return from.query(
    'what the sides of a dispute hold',
    (build) => {
      const { questionId, claimId, sideId, stance } = build.t.stances;
      return build.db
        .select({
          questionId,
          claimId,
          sideId,
          stance,
          n: sql<number>`count(*)`.mapWith(Number),
          latest: tallyOf(build.t).latest,
        })
        .from(build.t.stances)
        .where(isInDispute(build))
        .groupBy(questionId, claimId, sideId, stance)
        .orderBy(asc(claimId), asc(sideId));
    },
    { dispute: disputeId },
  );
}

async function talliesBy(
  from: Handle,
  disputeId: string,
  by: ('questionId' | 'sideId')[],
): Promise<(Tally & { questionId?: string; sideId?: string })[]> {
  return from.query(
    `tallies of a dispute by ${by.join(' ')}`,
    (build) => {
      const columns = Object.fromEntries(by.map((name) => [name, build.t.stances[name]]));
      const select = build.db
        .select({ ...tallyOf(build.t), ...columns })
        .from(build.t.stances)
        .where(isInDispute(build));
      return by.length === 0 ? select : select.groupBy(...Object.values(columns));
    },
    { dispute: disputeId },
  );
}
