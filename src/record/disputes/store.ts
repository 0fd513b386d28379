import { eq, inArray } from 'drizzle-orm';
import type { Page } from '../../kernel/page.ts';
import type { Build } from '../../platform/engine/engine.ts';
import { isOneOfIndexed, type Paging, pageInOrderOfCreation } from '../../platform/engine/pages.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { idInPath, idsReferred } from '../references.ts';
import { sideBriefs } from '../sides/store.ts';
import type { Dispute } from './dispute.ts';
import type { Question } from './question.ts';

type DisputeRow = Tables['disputes']['$inferSelect'];

/** Oldest first; of the given sides, those in which one of them takes part. */
export async function listDisputes(
  from: Handle,
  { side }: { side?: string[] },
  paging: Paging,
): Promise<Page<Dispute, readonly string[]>> {
  const sides = side && (await idsReferred(from, 'side', side, 'side'));
  const takesPart = isOneOfIndexed('side', (t: Tables) => t.disputeSides.sideId, sides).map((condition) => ({
    ...condition,
    holds: (build: Build<Tables>) => {
      const { db, t } = build;
      const part = db.select({ id: t.disputeSides.disputeId }).from(t.disputeSides).where(condition.holds(build));
      return inArray(t.disputes.id, part);
    },
  }));
  const page = await pageInOrderOfCreation<Tables, DisputeRow>(
    from,
    'disputes',
    ({ db, t }) => db.select().from(t.disputes).$dynamic(),
    takesPart,
    paging,
  );
  return { ...page, items: await shown(from, page.items) };
}

/** By id or slug; fails with `not-found`. */
export async function getDispute(from: Handle, reference: string): Promise<Dispute> {
  const row = await rowById(from, 'disputes', await idInPath(from, 'dispute', reference));
  return (await shown(from, [row as DisputeRow]))[0] as Dispute;
}

async function shown(from: Handle, rows: DisputeRow[]): Promise<Dispute[]> {
  const briefs = await sideBriefs(
    from,
    rows.flatMap(({ sides }) => sides.map(({ side }) => side)),
  );
  return rows.map((row) => ({
    ...row,
    sides: row.sides.flatMap(({ side, role }) => {
      const brief = briefs.get(side);
      return brief ? [{ ...brief, role }] : [];
    }),
  }));
}

function questionsJoined({ db, t }: Build<Tables>) {
  return db
    .select({
      id: t.questions.id,
      revision: t.questions.revision,
      createdAt: t.questions.createdAt,
      updatedAt: t.questions.updatedAt,
      slug: t.questions.slug,
      dispute: { id: t.disputes.id, slug: t.disputes.slug, title: t.disputes.title },
      text: t.questions.text,
    })
    .from(t.questions)
    .innerJoin(t.disputes, eq(t.disputes.id, t.questions.disputeId))
    .$dynamic();
}

/** Oldest first. */
export async function listQuestions(
  from: Handle,
  { dispute }: { dispute?: string[] },
  paging: Paging,
): Promise<Page<Question, readonly string[]>> {
  const disputes = dispute && (await idsReferred(from, 'dispute', dispute, 'dispute'));
  const conditions = isOneOfIndexed('dispute', (t: Tables) => t.questions.disputeId, disputes);
  return pageInOrderOfCreation(from, 'questions', questionsJoined, conditions, paging);
}

/** By id or slug; fails with `not-found`. */
export async function getQuestion(from: Handle, reference: string): Promise<Question> {
  const id = await idInPath(from, 'question', reference);
  const rows = await from.query(
    'question',
    (build) => questionsJoined(build).where(eq(build.t.questions.id, build.param('id'))),
    { id },
  );
  return rows[0] as Question;
}
