import { and, eq, notInArray, sql } from 'drizzle-orm';
import type { Written } from '../../followers.ts';
import { CHAIN } from '../../history/store.ts';
import { hoursBetween } from '../../kernel/time.ts';
import { insertRow, rowById } from '../../platform/engine/rows.ts';
import type { ReadWrite, Tables, Tx } from '../../platform/engine/tables.ts';
import { takeTurn } from '../../platform/engine/turn.ts';

type Row<Table extends keyof Tables> = Tables[Table]['$inferSelect'];

/**
 * Keeps true which statements are answered, and how soon. The work is done right before the commit, after the line of
 * history, which lets one writer through at a time.
 */
export function followInAnswers(tx: Tx, { kind, before, after }: Written): void {
  if (kind === 'rebuttal') {
    const ends = [before, after].flatMap((row) => (row as Row<'rebuttals'> | null)?.rebutsId ?? []);
    for (const id of new Set(ends)) tx.last.push(() => recountAnswers(tx, id));
  }
  if (kind !== 'statement' || before === null) return;
  const [was, is] = [before as Row<'statements'>, after as Row<'statements'> | null];
  if (is && FACTS.every((fact) => was[fact] === is[fact])) return;
  tx.last.push(async () => {
    await recountAnswers(tx, was.id);
    for (const id of await answeredBy(tx, was.id)) await recountAnswers(tx, id);
  });
}

/** Finds out anew which statements are answered, bit by bit. */
export async function recountAnswered(engine: ReadWrite): Promise<void> {
  await engine.write((tx) => tx.query('forget which are answered', ({ db, t }) => db.delete(t.answered)));
  for (let after = ''; ; ) {
    const rows = await engine.read.query(
      'answered statements after one',
      ({ db, t, param }) =>
        db
          .selectDistinct({ id: t.rebuttals.rebutsId })
          .from(t.rebuttals)
          .where(sql`${t.rebuttals.rebutsId} > ${param('after')}`)
          .orderBy(t.rebuttals.rebutsId)
          .limit(sql.placeholder('limit')),
      { after, limit: BATCH },
    );
    await engine.write(async (tx) => {
      await takeTurn(tx, CHAIN);
      for (const { id } of rows) await recountAnswers(tx, id);
    });
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.id as string;
  }
}

const BATCH = 100;
const FACTS = ['status', 'saidAt', 'disputeId', 'sideId'] as const;

async function recountAnswers(tx: Tx, id: string): Promise<void> {
  await tx.query(
    'forget that a statement is answered',
    ({ db, t, param }) => db.delete(t.answered).where(eq(t.answered.statementId, param('id'))),
    { id },
  );
  const said = await rowById(tx, 'statements', id);
  const answers = said?.status === 'published' ? await answersTo(tx, id) : [];
  if (!said || answers.length === 0) return;
  const hours = answers
    .map(({ saidAt }) => hoursBetween(said.saidAt, saidAt))
    .filter((one) => one !== null && one >= 0);
  await insertRow(tx, 'answered', {
    statementId: id,
    disputeId: said.disputeId,
    sideId: said.sideId,
    hours: hours.length === 0 ? null : Math.min(...(hours as number[])),
  });
}

/** The published statements that set themselves against one. */
function answersTo(tx: Tx, id: string): Promise<{ saidAt: string | null }[]> {
  return tx.query(
    'answers to a statement',
    ({ db, t, param }) =>
      db
        .select({ saidAt: t.statements.saidAt })
        .from(t.rebuttals)
        .innerJoin(t.statements, eq(t.statements.id, t.rebuttals.statementId))
        .where(
          and(
            eq(t.rebuttals.rebutsId, param('id')),
            eq(t.statements.status, 'published'),
            notInArray(t.rebuttals.kind, ['concession', 'clarification']),
          ),
        ),
    { id },
  );
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
