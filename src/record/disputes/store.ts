import { eq, inArray } from 'drizzle-orm';
import type { Page } from '../../kernel/page.ts';
import type { Build } from '../../platform/engine/engine.ts';
import { conditionsOf } from '../../platform/engine/filters.ts';
import { type Condition, isOneOfIndexed, type Paging, pageInOrderOfCreation } from '../../platform/engine/pages.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { briefsOf } from '../briefs.ts';
import type { PublicRow } from '../kinds.ts';
import { idInPath, idsReferred, isReferred } from '../references.ts';
import type { SideBrief } from '../sides/side.ts';
import { type Updated, wasUpdated } from '../updated.ts';
import { pageWithWords } from '../with-words.ts';
import type { Dispute } from './dispute.ts';
import type { Question } from './question.ts';

export type DisputeFilter = { side?: string[]; q?: string } & Updated;
export type QuestionFilter = { dispute?: string[] } & Updated;
type DisputeRow = Tables['disputes']['$inferSelect'];

/** Oldest first; of the given sides, those in which one of them takes part. */
export async function listDisputes(
  from: Handle,
  { q, ...filter }: DisputeFilter,
  paging: Paging,
): Promise<Page<Dispute, readonly string[]>> {
  const conditions = await conditionsOf<Omit<DisputeFilter, 'q'>, Tables>(filter, {
    side: async (references) => takesPart(await idsReferred(from, 'side', references, 'side')),
    ...wasUpdated((t) => t.disputes.updatedAt),
  });
  const page = await pageWithWords<DisputeRow>(
    from,
    {
      table: 'disputes',
      select: ({ db, t }) => db.select().from(t.disputes).$dynamic(),
      conditions,
      texts: ({ title, summary }) => [title, summary ?? ''],
    },
    q,
    paging,
  );
  return { ...page, items: await shown(from, page.items) };
}

function takesPart(sides: readonly string[]): Condition<Tables>[] {
  return isOneOfIndexed('side', (t: Tables) => t.disputeSides.sideId, sides).map((condition) => ({
    ...condition,
    holds: (build: Build<Tables>) => {
      const { db, t } = build;
      const part = db.select({ id: t.disputeSides.disputeId }).from(t.disputeSides).where(condition.holds(build));
      return inArray(t.disputes.id, part);
    },
  }));
}

/** By id or slug; fails with `not-found`. */
export async function getDispute(from: Handle, reference: string): Promise<Dispute> {
  const row = await rowById(from, 'disputes', await idInPath(from, 'dispute', reference));
  return (await shown(from, [row as DisputeRow]))[0] as Dispute;
}

async function shown(from: Handle, rows: DisputeRow[]): Promise<Dispute[]> {
  const briefs = await briefsOf(
    from,
    'side',
    rows.flatMap(({ sides }) => sides.map(({ side }) => side)),
  );
  return rows.map((row) => showDispute(row, briefs));
}

/** A dispute as every answer shows it, as it stands and as it stood. */
export function showDispute(row: PublicRow<'dispute'>, briefs: ReadonlyMap<string, SideBrief>): Dispute {
  return {
    ...row,
    sides: row.sides.flatMap(({ side, role }) => {
      const brief = briefs.get(side);
      return brief ? [{ ...brief, role }] : [];
    }),
  };
}

function questionsJoined({ db, t }: Build<Tables>) {
  return db
    .select({
      id: t.questions.id,
      row: t.questions,
      dispute: { id: t.disputes.id, slug: t.disputes.slug, title: t.disputes.title },
    })
    .from(t.questions)
    .innerJoin(t.disputes, eq(t.disputes.id, t.questions.disputeId))
    .$dynamic();
}

type QuestionRow = Awaited<ReturnType<typeof questionsJoined>>[number];

/** A question as every answer shows it, as it stands and as it stood. */
export function showQuestion(
  { id, revision, createdAt, updatedAt, slug, text }: PublicRow<'question'>,
  dispute: Question['dispute'],
): Question {
  return { id, revision, createdAt, updatedAt, slug, dispute, text };
}

/** Oldest first. */
export async function listQuestions(
  from: Handle,
  filter: QuestionFilter,
  paging: Paging,
): Promise<Page<Question, readonly string[]>> {
  const conditions = await conditionsOf<QuestionFilter, Tables>(filter, {
    dispute: isReferred(from, 'dispute', 'dispute', (t) => t.questions.disputeId),
    ...wasUpdated((t) => t.questions.updatedAt),
  });
  const page = await pageInOrderOfCreation<Tables, QuestionRow>(from, 'questions', questionsJoined, conditions, paging);
  return { ...page, items: page.items.map(({ row, dispute }) => showQuestion(row, dispute)) };
}

/** By id or slug; fails with `not-found`. */
export async function getQuestion(from: Handle, reference: string): Promise<Question> {
  const id = await idInPath(from, 'question', reference);
  const rows = await from.query(
    'question',
    (build) => questionsJoined(build).where(eq(build.t.questions.id, build.param('id'))),
    { id },
  );
  const { row, dispute } = rows[0] as QuestionRow;
  return showQuestion(row, dispute);
}
