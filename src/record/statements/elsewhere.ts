import { and, eq, isNull, ne, or } from 'drizzle-orm';
import { type Attached, everOf } from '../../history/attached.ts';
import { linesWithWords } from '../../history/redaction.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';

type StatementRow = Tables['statements']['$inferSelect'];
export type Place = { type: string; id: string };
/** An entity, and whatever history and the record have of it. */
type Known = Place & { has: readonly unknown[] };

/** Shorter words are found everywhere and say nothing. */
const WORDS_LENGTH_MIN = 12;
const ATTACHED_MAX = 1_000;

/**
 * What was ever written to a statement, with all that history tells of it: its rebuttals, reviews and corrections, and
 * corrections of its reviews, deleted ones too.
 */
async function attachedTo(from: Handle, id: string): Promise<Known[]> {
  const ever = (kind: Attached, of: string, end: 'of' | 'rebuts' = 'of') =>
    everOf(from, kind, end, of, { after: '', limit: ATTACHED_MAX });
  const reviews = await ever('review', id);
  const corrections = await ever('correction', id);
  for (const review of reviews) corrections.push(...(await ever('correction', review)));
  const places: Place[] = [
    ...[...(await ever('rebuttal', id)), ...(await ever('rebuttal', id, 'rebuts'))].map(placed('rebuttal')),
    ...corrections.map(placed('correction')),
    ...reviews.map(placed('review')),
  ];
  const known = new Map(places.map((place) => [place.id, place]));
  const all: Known[] = [];
  for (const place of known.values()) all.push({ ...place, has: await linesWithWords(from, place.id) });
  return all;
}

function placed(type: string) {
  return (id: string): Place => ({ type, id });
}

/**
 * What stands next to a redacted statement and has its words too: statements of the same article and of the same
 * utterance, the article and the claims themselves, and what was ever attached to it, in the record or in history.
 * They have their own authors, so a person decides about them.
 */
export async function elsewhereOf(from: Handle, row: StatementRow, words: readonly string[]): Promise<Place[]> {
  const telling = words.filter((text) => text.length >= WORDS_LENGTH_MIN);
  if (telling.length === 0) return [];
  const beside = await statementsBeside(from, row);
  const claims = [];
  for (const { claim } of row.stances) claims.push(await rowById(from, 'claims', claim));
  const known: Known[] = [
    ...beside.map((one) => ({ type: 'statement', id: one.id, has: [one] })),
    ...(await attachedTo(from, row.id)),
    { type: 'article', id: row.articleId, has: [await rowById(from, 'articles', row.articleId)] },
    ...claims.map((claim) => ({ type: 'claim', id: claim?.id ?? '', has: [claim] })),
  ];
  const found = known.filter(({ has }) => telling.some((text) => holds(has, text)));
  return found.map(({ type, id }) => ({ type, id }));
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
