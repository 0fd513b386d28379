import { and, desc, eq, sql } from 'drizzle-orm';
import { claimBriefs } from '../claims/relation-store.ts';
import type { Build } from '../platform/engine/engine.ts';
import { getSpeaker } from '../speakers/store.ts';
import { statementBriefs } from '../statements/show.ts';
import type { Handle, Tables } from '../tables.ts';
import { POSITIONS_MAX, type SpeakerPositions, withTurns } from './speaker-positions.ts';
import { rangeBetween, sumStances } from './tally.ts';
import { repeatsAmong, utterancesAmong } from './utterances.ts';

/** By id or slug; fails with `not-found`. */
export async function speakerPositions(from: Handle, reference: string): Promise<SpeakerPositions> {
  const { id, slug, name } = await getSpeaker(from, reference);
  const tally = await tallyOfSpeaker(from, id);
  const repeats = await repeatsAmong(from, { name: 'of a speaker', values: { speaker: id }, holds: isBySpeaker });
  const newest = await newestStances(from, id);
  const told = withTurns(newest.toReversed()).slice(-POSITIONS_MAX);
  const claims = await claimBriefs(
    from,
    told.map(({ claimId }) => claimId),
  );
  const briefs = await statementBriefs(
    from,
    told.map(({ statementId }) => statementId),
    { drafts: false },
  );
  const questions = await questionsWithDisputes(from, [...new Set(told.map(({ questionId }) => questionId))]);
  const byQuestion = Map.groupBy(told, ({ questionId }) => questionId);
  return {
    speaker: { id, slug, name },
    n: tally?.n ?? 0,
    utterances: utterancesAmong(tally?.n ?? 0, repeats),
    range: rangeBetween(tally?.first ?? null, tally?.latest ?? null),
    truncated: newest.length > POSITIONS_MAX,
    questions: questions.map(({ dispute, question }) => {
      const own = byQuestion.get(question.id) ?? [];
      return {
        dispute,
        question,
        stances: sumStances(own.map(({ stance }) => ({ stance, n: 1 }))),
        changed: own.some(({ changed }) => changed),
        positions: own.flatMap(({ claimId, statementId, stance, changed }) => {
          const [claim, statement] = [claims.get(claimId), briefs.get(statementId)];
          return claim && statement ? [{ claim, stance, changed, statement }] : [];
        }),
      };
    }),
  };
}

async function tallyOfSpeaker(from: Handle, speakerId: string) {
  const rows = await from.query(
    'tally of a speaker',
    (build) => {
      const { saidSort, ofStatement } = build.t.stances;
      return build.db
        .select({
          n: sql<number>`coalesce(sum(${ofStatement}), 0)`.mapWith(Number),
          first: sql<string | null>`min(${saidSort})`,
          latest: sql<string | null>`max(${saidSort})`,
        })
        .from(build.t.stances)
        .where(isBySpeaker(build));
    },
    { speaker: speakerId },
  );
  return rows[0];
}

function isBySpeaker({ t: { stances }, param }: Build<Tables>) {
  return and(eq(stances.speakerId, param('speaker')), sql`${stances.status} = 'published'`);
}

function newestStances(from: Handle, speakerId: string) {
  return from.query(
    'newest stances of a speaker',
    ({ db, t, param }) => {
      const { statementId, claimId, questionId, stance, speakerId: speaker, status, saidSort } = t.stances;
      return db
        .select({ statementId, claimId, questionId, stance })
        .from(t.stances)
        .where(and(eq(speaker, param('speaker')), sql`${status} = 'published'`))
        .orderBy(desc(saidSort), desc(statementId), desc(claimId))
        .limit(param('limit') as never);
    },
    { speaker: speakerId, limit: POSITIONS_MAX + 1 },
  );
}

/** In the order in which they were recorded. */
function questionsWithDisputes(from: Handle, ids: string[]) {
  return from.query(
    'questions with their disputes',
    ({ db, t, oneOf }) =>
      db
        .select({
          question: { id: t.questions.id, slug: t.questions.slug, text: t.questions.text },
          dispute: { id: t.disputes.id, slug: t.disputes.slug, title: t.disputes.title },
        })
        .from(t.questions)
        .innerJoin(t.disputes, eq(t.disputes.id, t.questions.disputeId))
        .where(oneOf(t.questions.id, 'ids'))
        .orderBy(t.questions.id),
    { ids },
  );
}
