import { and, desc, eq, sql } from 'drizzle-orm';
import type { Build } from '../../platform/engine/engine.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { briefsOf } from '../../record/briefs.ts';
import { doCompete, rivalsOf } from '../../record/claims/rival-store.ts';
import { getSpeaker } from '../../record/speakers/store.ts';
import { statementBriefs } from '../../record/statements/show.ts';
import { Stance } from '../../record/statements/statement.ts';
import { countBy } from '../statements/counting.ts';
import { daysOfEach } from '../statements/days.ts';
import { readFilter, StatementFilter } from '../statements/filter.ts';
import { sumOf } from '../statements/tabulate.ts';
import { endsOf, sumStances } from '../tally.ts';
import { POSITIONS_MAX, type SpeakerPositions, withTurns } from './speaker-positions.ts';
import { repeatsAmong, utterancesAmong } from './utterances.ts';

/** By id or slug; fails with `not-found`. */
export async function speakerPositions(from: Handle, reference: string): Promise<SpeakerPositions> {
  const { id, slug, name } = await getSpeaker(from, reference);
  const tally = await tallyOfSpeaker(from, id);
  const repeats = await repeatsAmong(from, { name: 'of a speaker', values: { speaker: id }, holds: isBySpeaker });
  const newest = await newestStances(from, id);
  const rivals = await rivalsOf(from, [...new Set(newest.map(({ claimId }) => claimId))]);
  const told = withTurns(newest.toReversed(), (one, other) => doCompete(rivals, one, other)).slice(-POSITIONS_MAX);
  const claims = await briefsOf(
    from,
    'claim',
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
    n: tally.n,
    utterances: utterancesAmong(tally.n, repeats),
    range: tally.range,
    truncated: newest.length > POSITIONS_MAX,
    questions: questions.map(({ dispute, question }) => {
      const own = byQuestion.get(question.id) ?? [];
      return {
        dispute,
        question,
        stances: sumStances(own.map(({ stance }) => ({ stance, n: 1 }))),
        changed: own.some(({ turn }) => turn !== null),
        positions: own.flatMap(({ claimId, statementId, stance, turn, certain }) => {
          const [claim, statement] = [claims.get(claimId), briefs.get(statementId)];
          return claim && statement ? [{ claim, stance, changed: turn !== null, turn, certain, statement }] : [];
        }),
      };
    }),
  };
}

/** How many statements of the speaker take a stance, and when. */
async function tallyOfSpeaker(from: Handle, speakerId: string) {
  const filter = StatementFilter.parse({ speaker: speakerId, stance: Stance.options });
  const counts = await countBy(from, await readFilter(from, filter, { drafts: false }), []);
  const ends = await from.query(
    'ends of a speaker',
    ({ db, t, param }) => {
      const { first, latest } = endsOf(db, t, eq(t.stances.speakerId, t.speakers.id));
      return db
        .select({ first, latest })
        .from(t.speakers)
        .where(eq(t.speakers.id, param('speaker')));
    },
    { speaker: speakerId },
  );
  const { first, latest } = ends[0] ?? {};
  const [range] = await daysOfEach(
    from,
    {
      names: ({ stances }) => ({ speaker: stances.speakerId }),
      isOf: ({ stances }) => sql`${stances.speakerId} = asked.speaker`,
    },
    [first && latest ? { group: [speakerId], first, latest } : null],
  );
  return { n: sumOf(counts), range: range ?? { from: null, to: null } };
}

function isBySpeaker({ t: { stances }, param }: Build<Tables>) {
  return and(eq(stances.speakerId, param('speaker')), eq(stances.status, 'published'));
}

function newestStances(from: Handle, speakerId: string) {
  return from.query(
    'newest stances of a speaker',
    ({ db, t, param, bound }) => {
      const { statementId, claimId, questionId, stance, speakerId: speaker, status, saidSort } = t.stances;
      const saidAt = t.statements.saidAt;
      return db
        .select({ statementId, claimId, questionId, stance, saidAt })
        .from(t.stances)
        .innerJoin(t.statements, eq(t.statements.id, statementId))
        .where(and(eq(speaker, param('speaker')), eq(status, 'published')))
        .orderBy(desc(saidSort), desc(statementId), desc(claimId))
        .limit(bound('limit'));
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
