import { and, eq, ne, sql } from 'drizzle-orm';
import type { Handle, Tables, Tx } from '../../platform/engine/tables.ts';
import { beginningOfKey } from '../../record/statements/duplicates.ts';

type StatementRow = Tables['statements']['$inferSelect'];
/** What of a statement tells of what it is warned, and when its article was published. */
export type Warned = {
  row: Pick<StatementRow, 'id' | 'status' | 'saidAt' | 'anchor' | 'articleId' | 'speakerId' | 'quoteKey'>;
  publishedAt: string;
};
/** What a statement rebuts. */
export type Answered = { statementId: string; status: string; saidAt: string | null };

export function warnedRows(from: Handle, ids: readonly string[]): Promise<Warned[]> {
  return from.query(
    'statements to warn of',
    ({ db, t, oneOf }) => {
      const { id, status, saidAt, anchor, articleId, speakerId, quoteKey } = t.statements;
      return db
        .select({
          row: { id, status, saidAt, anchor, articleId, speakerId, quoteKey },
          publishedAt: t.articles.publishedAt,
        })
        .from(t.statements)
        .innerJoin(t.articles, eq(t.articles.id, t.statements.articleId))
        .where(oneOf(t.statements.id, 'ids'));
    },
    { ids: [...ids] },
  );
}

export function warningsThere(
  from: Handle,
  ids: readonly string[],
): Promise<Tables['statementWarnings']['$inferSelect'][]> {
  if (ids.length === 0) return Promise.resolve([]);
  return from.query(
    'warnings that are kept',
    ({ db, t, oneOf }) => db.select().from(t.statementWarnings).where(oneOf(t.statementWarnings.statementId, 'ids')),
    { ids: [...ids] },
  );
}

export function answeredBy(from: Handle, ids: readonly string[]): Promise<Answered[]> {
  return from.query(
    'dates of what is rebutted',
    ({ db, t, oneOf }) =>
      db
        .select({
          statementId: t.rebuttals.statementId,
          status: t.statements.status,
          saidAt: t.statements.saidAt,
        })
        .from(t.rebuttals)
        .innerJoin(t.statements, eq(t.statements.id, t.rebuttals.rebutsId))
        .where(oneOf(t.rebuttals.statementId, 'ids')),
    { ids: [...ids] },
  );
}

export async function forgetWarning(tx: Tx, id: string, warning: string): Promise<void> {
  await tx.query(
    'forget a warning',
    ({ db, t, param }) =>
      db
        .delete(t.statementWarnings)
        .where(
          and(eq(t.statementWarnings.statementId, param('id')), eq(t.statementWarnings.warning, param('warning'))),
        ),
    { id, warning },
  );
}

/** The statements that rebut this one. */
export async function answersTo(from: Handle, id: string): Promise<string[]> {
  const rows = await from.query(
    'statements that rebut one',
    ({ db, t, param }) =>
      db
        .select({ id: t.rebuttals.statementId })
        .from(t.rebuttals)
        .where(eq(t.rebuttals.rebutsId, param('id'))),
    { id },
  );
  return rows.map((row) => row.id);
}

/** Other statements of the same speaker in the same article with the same words. */
export async function sameWords(from: Handle, row: StatementRow): Promise<string[]> {
  const rows = await from.query(
    'ids of statements with the same words',
    ({ db, t, param }) =>
      db
        .select({ id: t.statements.id })
        .from(t.statements)
        .where(
          and(
            eq(t.statements.articleId, param('article')),
            eq(beginningOfKey(t.statements.quoteKey), beginningOfKey(param('key'))),
            eq(t.statements.quoteKey, param('key')),
            eq(t.statements.speakerId, param('speaker')),
            ne(t.statements.id, param('self')),
          ),
        ),
    { article: row.articleId, key: row.quoteKey, speaker: row.speakerId, self: row.id },
  );
  return rows.map(({ id }) => id);
}

/** The statements of an article whose words its speaker is recorded with more than once. */
export async function wordsTwice(from: Handle, articleId: string): Promise<string[]> {
  const rows = await from.query(
    'statements whose words are recorded twice',
    ({ db, t, param }) => {
      const twice = db
        .select({ key: t.statements.quoteKey, speaker: t.statements.speakerId })
        .from(t.statements)
        .where(and(eq(t.statements.articleId, param('article')), ne(t.statements.status, 'withdrawn')))
        .groupBy(t.statements.quoteKey, t.statements.speakerId)
        .having(sql`count(*) > 1`)
        .as('twice');
      return db
        .select({ id: t.statements.id })
        .from(t.statements)
        .innerJoin(twice, and(eq(twice.key, t.statements.quoteKey), eq(twice.speaker, t.statements.speakerId)))
        .where(eq(t.statements.articleId, param('article')));
    },
    { article: articleId },
  );
  return rows.map(({ id }) => id);
}

/** The ids of the statements of an article. */
export async function statementsOf(from: Handle, articleId: string): Promise<string[]> {
  const rows = await from.query(
    'statements of an article to warn of',
    ({ db, t, param }) =>
      db
        .select({ id: t.statements.id })
        .from(t.statements)
        .where(eq(t.statements.articleId, param('article'))),
    { article: articleId },
  );
  return rows.map(({ id }) => id);
}
