import { and, eq, isNull, ne, or } from 'drizzle-orm';
import type { Handle, Tables } from '../../platform/engine/tables.ts';

type StatementRow = Tables['statements']['$inferSelect'];

/** Shorter words are found everywhere and say nothing. */
const WORDS_LENGTH_MIN = 12;

/**
 * What stands next to a redacted statement and has its words too: statements of the same article and of the same
 * utterance, rebuttals and corrections of it. They have their own authors, so a person decides about them.
 */
export async function elsewhereOf(
  from: Handle,
  row: StatementRow,
  words: readonly string[],
): Promise<{ type: string; id: string }[]> {
  const telling = words.filter((text) => text.length >= WORDS_LENGTH_MIN);
  if (telling.length === 0) return [];
  const [statements, rebuttals, corrections] = [
    await statementsBeside(from, row),
    await rebuttalsOf(from, row.id),
    await correctionsOf(from, row.id),
  ];
  const has = (value: unknown) => telling.some((text) => holds(value, text));
  return [
    ...statements.filter(has).map(({ id }) => ({ type: 'statement', id })),
    ...rebuttals.filter(has).map(({ id }) => ({ type: 'rebuttal', id })),
    ...corrections.filter(has).map(({ id }) => ({ type: 'correction', id })),
  ];
}

function holds(value: unknown, text: string): boolean {
  if (typeof value === 'string') return value.includes(text);
  return typeof value === 'object' && value !== null && Object.values(value).some((inner) => holds(inner, text));
}

function statementsBeside(from: Handle, { id, articleId, repeatsId }: StatementRow): Promise<StatementRow[]> {
  const first = repeatsId ?? id;
  return from.query(
    'statements beside a redacted one',
    ({ db, t: { statements }, param }) =>
      db
        .select()
        .from(statements)
        .where(
          and(
            ne(statements.id, param('id')),
            isNull(statements.redactedAt),
            or(
              eq(statements.articleId, param('article')),
              eq(statements.repeatsId, param('first')),
              eq(statements.id, param('first')),
            ),
          ),
        )
        .orderBy(statements.id),
    { id, article: articleId, first },
  );
}

function rebuttalsOf(from: Handle, id: string) {
  return from.query(
    'notes of rebuttals of a statement',
    ({ db, t: { rebuttals }, param }) =>
      db
        .select({ id: rebuttals.id, note: rebuttals.note })
        .from(rebuttals)
        .where(or(eq(rebuttals.statementId, param('id')), eq(rebuttals.rebutsId, param('id'))))
        .orderBy(rebuttals.id),
    { id },
  );
}

function correctionsOf(from: Handle, id: string) {
  return from.query(
    'notes of corrections of a statement',
    ({ db, t: { corrections }, param }) =>
      db
        .select({ id: corrections.id, note: corrections.note })
        .from(corrections)
        .where(eq(corrections.statementId, param('id')))
        .orderBy(corrections.id),
    { id },
  );
}
