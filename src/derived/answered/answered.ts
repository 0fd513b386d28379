import { and, asc, eq, sql } from 'drizzle-orm';
import { CHAIN } from '../../history/store.ts';
import { daysBetween, hoursBetween } from '../../kernel/written-date.ts';
import { advisoryLock } from '../../platform/engine/advisory-lock.ts';
import { insertRow, rowById } from '../../platform/engine/rows.ts';
import type { Follower, ReadWrite, Tables, Tx } from '../../platform/engine/tables.ts';
import type { Written } from '../../platform/engine/written.ts';
import { isAgainst } from '../../record/rebuttals/against.ts';
import { revising, settleSummaries } from '../summaries/upkeep.ts';

type Row<Table extends keyof Tables> = Tables[Table]['$inferSelect'];

/**
 * Keeps true which statements are answered, and how soon. To be told after the chain of history, which lets one writer
 * through at a time.
 */
export const answered: Follower = {
  name: 'answered statements',
  async follow(tx, written) {
    for (const one of written) await countAnswers(tx, one);
  },
};

async function countAnswers(tx: Tx, { kind, before, after }: Written): Promise<void> {
  if (kind === 'rebuttal') {
    const ends = [before, after].flatMap((row) => (row as Row<'rebuttals'> | null)?.rebutsId ?? []);
    for (const id of new Set(ends)) await recountWithRepeats(tx, id);
  }
  if (kind === 'article') await countArticle(tx, before as Row<'articles'> | null, after as Row<'articles'> | null);
  if (kind !== 'statement') return;
  const [was, is] = [before as Row<'statements'> | null, after as Row<'statements'> | null];
  const id = (is ?? was)?.id as string;
  if (was === null) {
    // What it answers comes by rebuttals of its own.
    if (is?.repeatsId) await recountAnswers(tx, id);
    return;
  }
  if (is && FACTS.every((fact) => was[fact] === is[fact])) return;
  await recountAnswers(tx, id);
  for (const answered of await answeredBy(tx, id)) await recountWithRepeats(tx, answered);
}

/** Which answer is the first one may hang on the date of the article where an answer has no date of its own. */
async function countArticle(tx: Tx, before: Row<'articles'> | null, after: Row<'articles'> | null): Promise<void> {
  if (!before || !after || before.publishedSort === after.publishedSort) return;
  for (const id of await answeredInArticle(tx, after.id)) await recountWithRepeats(tx, id);
}

/** A repeat is answered when what it repeats is. */
async function recountWithRepeats(tx: Tx, id: string): Promise<void> {
  await recountAnswers(tx, id);
  for (const repeat of await repeatsOf(tx, id)) await recountAnswers(tx, repeat);
}

/** Finds out anew which statements are answered, bit by bit: of those that something rebuts, of those that repeat another, and of those kept as such. */
export async function recountAnswered(engine: ReadWrite): Promise<void> {
  for (const which of ['rebutted', 'repeating', 'answered'] as const) await recountAll(engine, which);
}

async function recountAll(engine: ReadWrite, of: 'rebutted' | 'repeating' | 'answered'): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await engine.read.query(
      `${of} statements after one`,
      ({ db, t, param, bound }) => {
        const { table, id } = {
          rebutted: { table: t.rebuttals, id: t.rebuttals.rebutsId },
          repeating: { table: t.statements, id: t.statements.id },
          answered: { table: t.answered, id: t.answered.statementId },
        }[of];
        const isRepeat = of === 'repeating' ? sql`${t.statements.repeatsId} is not null` : undefined;
        return db
          .selectDistinct({ id })
          .from(table)
          .where(and(sql`${id} > ${param('after')}`, isRepeat))
          .orderBy(id)
          .limit(bound('limit'));
      },
      { after, limit: BATCH },
    );
    await engine.write(async (tx) => {
      await advisoryLock(tx, CHAIN);
      for (const { id } of rows) await recountAnswers(tx, id);
      await settleSummaries(tx);
    });
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.id as string;
  }
}

const BATCH = 100;
const FACTS = ['status', 'saidAt', 'saidSort', 'disputeId', 'sideId', 'repeatsId'] as const;

async function recountAnswers(tx: Tx, id: string): Promise<void> {
  await revising(tx, 'answers', [id]);
  await tx.query(
    'forget that a statement is answered',
    ({ db, t, param }) => db.delete(t.answered).where(eq(t.answered.statementId, param('id'))),
    { id },
  );
  const said = await rowById(tx, 'statements', id);
  const [first] = said?.status === 'published' ? await firstAnswerTo(tx, said) : [];
  if (!said || !first) return;
  await insertRow(tx, 'answered', {
    statementId: id,
    disputeId: said.disputeId,
    sideId: said.sideId,
    hours: hoursBetween(said.saidAt, first.saidAt),
    days: daysBetween(said.saidAt, first.saidAt),
  });
}

/** The first of the published statements of other sides that set themselves against one, or against what it repeats. */
function firstAnswerTo(tx: Tx, { id, repeatsId, sideId }: Row<'statements'>): Promise<{ saidAt: string | null }[]> {
  return tx.query(
    'first answer to a statement',
    ({ db, t, oneOf, param }) =>
      db
        .select({ saidAt: t.statements.saidAt })
        .from(t.rebuttals)
        .innerJoin(t.statements, eq(t.statements.id, t.rebuttals.statementId))
        .where(
          and(
            oneOf(t.rebuttals.rebutsId, 'answered'),
            // In forms that no index has: else SQLite goes through all statements, and not the few answers.
            eq(sql`+${t.statements.status}`, 'published'),
            sql`${t.statements.sideId} <> ${param('side')}`,
            isAgainst(t.rebuttals.kind),
          ),
        )
        .orderBy(asc(sql`+${t.statements.saidSort}`), asc(t.statements.id))
        .limit(1),
    { answered: repeatsId === null ? [id] : [id, repeatsId], side: sideId },
  );
}

async function repeatsOf(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.query(
    'repeats of a statement',
    ({ db, t, param }) =>
      db
        .select({ id: t.statements.id })
        .from(t.statements)
        .where(eq(t.statements.repeatsId, param('id'))),
    { id },
  );
  return rows.map((row) => row.id);
}

/** What the statements of an article answer. */
async function answeredInArticle(tx: Tx, articleId: string): Promise<string[]> {
  const rows = await tx.query(
    'statements that an article answers',
    ({ db, t, param }) =>
      db
        .selectDistinct({ id: t.rebuttals.rebutsId })
        .from(t.rebuttals)
        .innerJoin(t.statements, eq(t.statements.id, t.rebuttals.statementId))
        .where(eq(t.statements.articleId, param('article'))),
    { article: articleId },
  );
  return rows.map((row) => row.id);
}

async function answeredBy(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.query(
    'statements that a statement answers',
    ({ db, t, param }) =>
      db
        .select({ id: t.rebuttals.rebutsId })
        .from(t.rebuttals)
        .where(eq(t.rebuttals.statementId, param('id'))),
    { id },
  );
  return rows.map((row) => row.id);
}
