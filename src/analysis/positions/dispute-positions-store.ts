import { and, asc, type DriverValueDecoder, desc, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { withMark } from '../../derived/summaries/mark.ts';
import { sumsIn } from '../../derived/summaries/rest.ts';
import { tallySizes } from '../../derived/summaries/store.ts';
import type { Build } from '../../platform/engine/engine.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { briefsOf } from '../../record/briefs.ts';
import { doCompete, rivalsOf } from '../../record/claims/rival-store.ts';
import { getDispute } from '../../record/disputes/store.ts';
import { statementBriefs } from '../../record/statements/show.ts';
import { countFromSummaries } from '../statements/summary-counts.ts';
import { sumOf } from '../statements/tabulate.ts';
import { type DateRange, idAfterSort, joined, rangeOfDates, shareOf, sumStances } from '../tally.ts';
import { cellName, daysOfCells, type Ends } from './days-of-cells.ts';
import { type DisputePositions, verdictOn } from './dispute-positions.ts';

type Cell = DisputePositions['rows'][number]['cells'][number];

/** A dispute by id or slug, and ids of the questions that are told, where not all are: the range is then of these. */
export type PositionsAsked = { dispute: string; questions?: readonly string[] };

/** Fails with `not-found`. From what is kept: what it costs does not grow with the statements. */
export async function positionsOf(from: Handle, asked: PositionsAsked): Promise<DisputePositions> {
  const { id, slug, title, sides } = await getDispute(from, asked.dispute);
  const all = await questionsOf(from, id);
  const questions = all.filter((question) => asked.questions?.includes(question.id) ?? true);
  const ends = await endsIn(from, id, asked.questions && questions.map((question) => question.id));
  const ranges = await daysOfCells(from, ends);
  const counts = await countsOf(
    from,
    id,
    questions.map((question) => question.id),
  );
  const sizes = await tallySizes(
    from,
    { of: 'stances in dispute', subjects: [`${id} stances`] },
    { of: 'question', subjects: questions.map((question) => question.id) },
    {
      of: 'side on question',
      subjects: questions.flatMap((question) => sides.map((side) => `${question.id} ${side.id}`)),
    },
  );
  const claimIds = [...new Set(ends.map(({ claimId }) => claimId))];
  const names = await briefsOf(from, 'claim', claimIds);
  const rivals = await rivalsOf(from, claimIds);
  const latestIds = latestBy(ends);
  const briefs = await statementBriefs(from, [...latestIds.values()], { drafts: false });
  const stancesBy = Map.groupBy(counts.stances, ({ claim, side }) => `${claim} ${side}`);
  const endsBy = Map.groupBy(ends, ({ questionId, sideId }) => cellName(questionId, sideId));
  const cellOf = (questionId: string, side: (typeof sides)[number], total: number): Cell => {
    const own = endsBy.get(cellName(questionId, side.id)) ?? [];
    const claims = [...new Set(own.map(({ claimId }) => claimId))].flatMap((claimId) => {
      const [claim, stances] = [names.get(claimId), stancesBy.get(`${claimId} ${side.id}`) ?? []];
      const latest = briefs.get(latestIds.get(`${claimId} ${side.id}`) ?? '') ?? null;
      return claim ? [{ claim, n: sumOf(stances), ...sumStances(stances), latest }] : [];
    });
    const n = sumOf(counts.questions.filter((row) => row.question === questionId && row.side === side.id));
    const utterances = sizes.get(`${questionId} ${side.id} stm`) ?? 0;
    const range = rangeOf([ranges.get(cellName(questionId, side.id))]);
    return { side, n, utterances, share: shareOf(n, total), range, claims };
  };
  return {
    dispute: { id, slug, title },
    total: counts.total,
    utterances: sizes.get(`${id} stances stm`) ?? 0,
    range: rangeOf([...ranges.values()]),
    sides,
    rows: questions.map((question) => {
      const n = sumOf(counts.questions.filter((row) => row.question === question.id));
      const cells = sides.map((side) => cellOf(question.id, side, n));
      const verdict = verdictOn(
        cells.flatMap(({ side, claims }) =>
          claims.map(({ claim, support, deny }) => ({ sideId: side.id, claimId: claim.id, support, deny })),
        ),
        (one, other) => doCompete(rivals, one, other),
      );
      const range = rangeOf(cells.map((cell) => cell.range));
      return { question, verdict, n, utterances: sizes.get(`${question.id} stm`) ?? 0, range, cells };
    }),
  };
}

/** What takes a stance in the dispute, on each question and on each claim. */
async function countsOf(from: Handle, disputeId: string, questions: readonly string[]) {
  const all = await countFromSummaries(from, { of: 'stances in dispute', subjects: [disputeId] }, []);
  return {
    total: sumOf(all),
    questions: await countFromSummaries(from, { of: 'question', subjects: questions }, ['question', 'side']),
    stances: await countFromSummaries(from, { of: 'question', subjects: questions }, ['claim', 'side', 'stance']),
  };
}

function rangeOf(ranges: readonly (DateRange | undefined)[]): DateRange {
  return rangeOfDates(ranges.flatMap((range) => [range?.from, range?.to]).filter((day) => day != null));
}

/** The latest statement of each claim and side, by `claim side`. */
function latestBy(ends: readonly Ends[]): Map<string, string> {
  const latest = new Map<string, string>();
  for (const { claimId, sideId, latest: sortAndId } of ends) {
    const key = `${claimId} ${sideId}`;
    if (sortAndId !== null && sortAndId > (latest.get(key) ?? '')) latest.set(key, sortAndId);
  }
  return new Map([...latest].map(([key, sortAndId]) => [key, idAfterSort(sortAndId)]));
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

function isClaimOf({ db, t, param, idText, oneOf }: Build<Tables>, claimId: SQLWrapper, isOfSome: boolean) {
  const ofQuestions = isOfSome ? oneOf(t.claims.questionId, 'questions') : undefined;
  const claims = db
    .select({ id: idText(t.claims.id) })
    .from(t.claims)
    .where(and(eq(t.claims.disputeId, param('dispute')), ofQuestions));
  return inArray(claimId, claims);
}

function endsIn(from: Handle, disputeId: string, questions: readonly string[] | undefined): Promise<Ends[]> {
  const isOfSome = questions !== undefined;
  return withMark(from, (mark) =>
    from.query(
      `ends of what the sides of a dispute hold${isOfSome ? ' on questions' : ''}`,
      (build) => {
        const { t, keyIn } = build;
        const { saidSort, statementId } = t.stances;
        const sums = sumsIn(build, 'claim', 'all', ({ subject }) => isClaimOf(build, subject, isOfSome));
        const subject = sql`held.subject`;
        const questionOf = sql`(select ${t.claims.questionId} from ${t.claims} where ${t.claims.id} = ${keyIn(subject)})`;
        const latest = joined(saidSort, statementId);
        return build.db
          .select({
            questionId: questionOf.mapWith(t.claims.questionId),
            claimId: subject.mapWith(t.tallySubjects.subject),
            sideId: sql`held.side_id`.mapWith(t.tallies.sideId),
            stance: sql<string>`held.kind`,
            first: endOf(build, asc, sql`${saidSort}`, saidSort as Decoder),
            latest: endOf(build, desc, latest.told, latest.decoder),
          })
          .from(sql`(select distinct subject, side_id, kind from ${sums}) as held`)
          .orderBy(asc(subject), asc(sql`held.side_id`), asc(sql`held.kind`));
      },
      { dispute: disputeId, mark, ...(isOfSome && { questions: [...questions] }) },
    ),
  );
}

type Decoder = DriverValueDecoder<string, unknown>;

/** Of the first or the latest statement of what a side holds, by one look into an index. */
function endOf(
  { db, t: { stances }, keyIn, codeOfWord }: Build<Tables>,
  direction: typeof asc,
  told: SQL,
  decoder: Decoder,
) {
  const end = db
    .select({ told })
    .from(stances)
    .where(
      and(
        sql`${stances.claimId} = ${keyIn(sql`held.subject`)} and ${stances.sideId} = held.side_id`,
        sql`${stances.stance} = ${codeOfWord(stances.stance, sql`held.kind`)}`,
        eq(stances.status, 'published'),
      ),
    )
    .orderBy(direction(stances.saidSort), direction(stances.statementId))
    .limit(1);
  return sql<string | null>`${end}`.mapWith(decoder);
}
