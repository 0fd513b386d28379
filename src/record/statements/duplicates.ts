import { hash } from 'node:crypto';
import { and, eq, ne, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { Failure } from '../../kernel/failure.ts';
import type { Span } from '../../kernel/span.ts';
import { advisoryLock } from '../../platform/engine/advisory-lock.ts';
import type { Handle, Tables, Tx } from '../../platform/engine/tables.ts';
import { formsOf } from '../../text/quotes/altered.ts';
import { isVerified } from '../../text/quotes/quote.ts';
import type { AnchorState } from './anchor.ts';

type StatementRow = Tables['statements']['$inferSelect'];

/** What tells whether a statement is another again. */
type Words = Pick<StatementRow, 'articleId' | 'speakerId' | 'quoteKey' | 'anchor'>;

/** A statement with the same words of the same speaker in the same article, and where its quote is in each text. */
type Alike = Pick<StatementRow, 'id' | 'status' | 'quote'> & { places: Place[] };
type Place = Span & { snapshot: number };

/**
 * The digest of a quote's words. Quotes have the same one if they are equal after normalization: without the quotation
 * marks around them, and without a stop at the end.
 */
export function quoteKeyOf(quote: string): string {
  const words = (formsOf(quote).at(-1)?.folded.text ?? '').replace(/[\s.,;:]+$/, '');
  return hash('sha256', words, 'base64url').slice(0, 24);
}

/** As many letters of a digest as an index has, which tell the statements of one article apart; the rest is in the row. */
export function beginningOfKey(key: SQLWrapper): SQL {
  return sql`substr(${key}, 1, 6)`;
}

/**
 * Fails with `duplicate`, and names the one that is there, where the same words of the same speaker are recorded at the
 * same place of the article: published, or as a draft. Two that are written at once are told from each other.
 */
export async function refuseDuplicate(
  tx: Tx,
  words: Words,
  self: { id: string; keepsDrifts: boolean } | null,
): Promise<void> {
  const there = [...placesOf(words.anchor), ...(self?.keepsDrifts ? await placesDrifted(tx, self.id) : [])];
  if (there.length === 0 || words.quoteKey === null) return;
  await advisoryLock(tx, `words ${words.articleId} ${words.quoteKey}`);
  const same = (await statementsAlike(tx, words, self?.id ?? null)).find((one) => isSamePlace(one.places, there));
  if (same === undefined) return;
  throw new Failure(
    'duplicate',
    `/quote: these words of this speaker are recorded already, at this place of this article: ${same.id}${same.status === 'draft' ? ', a draft' : ''}. Change that one; where they were said twice, say by \`anchor\` which place is meant.`,
    { faults: [{ pointer: '/quote', detail: 'is recorded already' }], help: { existing: same.id } },
  );
}

const SIMILAR_MAX = 5;

/** What a statement may be the same as, where it has no place that would tell: the first five in the order of creation. */
export async function similarStatements(from: Handle, id: string): Promise<{ id: string; name: string }[]> {
  const rows = await from.query(
    'words of a statement',
    ({ db, t, param }) =>
      db
        .select({
          articleId: t.statements.articleId,
          speakerId: t.statements.speakerId,
          quoteKey: t.statements.quoteKey,
          anchor: t.statements.anchor,
        })
        .from(t.statements)
        .where(eq(t.statements.id, param('id'))),
    { id },
  );
  const words = rows[0];
  if (!words || words.quoteKey === null) return [];
  const there = placesOf(words.anchor);
  const alike = await statementsAlike(from, words, id);
  // Two that both have a place have another one.
  const similar = alike.filter(({ places }) => there.length === 0 || places.length === 0);
  return similar.slice(0, SIMILAR_MAX).map((one) => ({ id: one.id, name: one.quote }));
}

/** Those that are where this one is, in one of the texts that count. */
export async function duplicatesOf(
  from: Handle,
  row: Words & { id: string },
  isThere: (snapshot: number) => boolean = () => true,
): Promise<Pick<StatementRow, 'id' | 'status'>[]> {
  const alike = row.quoteKey === null ? [] : await statementsAlike(from, row, row.id);
  const drifted = alike.length === 0 ? [] : await placesDrifted(from, row.id);
  const there = [...placesOf(row.anchor), ...drifted].filter(({ snapshot }) => isThere(snapshot));
  return alike.filter(({ places }) => isSamePlace(places, there)).map(({ id, status }) => ({ id, status }));
}

/** In the order of creation. Withdrawn ones do not count. */
async function statementsAlike(from: Handle, words: Words, self: string | null): Promise<Alike[]> {
  const rows = await from.query(
    'statements with the same words',
    ({ db, t, param }) =>
      db
        .select({
          id: t.statements.id,
          status: t.statements.status,
          quote: t.statements.quote,
          anchor: t.statements.anchor,
          snapshot: t.drifts.snapshot,
          found: t.drifts.found,
        })
        .from(t.statements)
        .leftJoin(t.drifts, eq(t.drifts.statementId, t.statements.id))
        .where(
          and(
            eq(t.statements.articleId, param('article')),
            eq(beginningOfKey(t.statements.quoteKey), beginningOfKey(param('key'))),
            eq(t.statements.quoteKey, param('key')),
            eq(t.statements.speakerId, param('speaker')),
            ne(t.statements.status, 'withdrawn'),
          ),
        )
        .orderBy(t.statements.id, t.drifts.snapshot),
    { article: words.articleId, key: words.quoteKey, speaker: words.speakerId },
  );
  const alike = new Map<string, Alike>();
  for (const { anchor, snapshot, found, ...row } of rows) {
    const one = alike.get(row.id) ?? { ...row, places: placesOf(anchor) };
    alike.set(row.id, one);
    if (found?.anchor && snapshot !== null && isVerified(found.result)) one.places.push({ snapshot, ...found.anchor });
  }
  return [...alike.values()].filter(({ id }) => id !== self);
}

async function placesDrifted(from: Handle, id: string): Promise<Place[]> {
  const rows = await from.query(
    'places of a statement in later texts',
    ({ db, t, param }) =>
      db
        .select({ snapshot: t.drifts.snapshot, found: t.drifts.found })
        .from(t.drifts)
        .where(eq(t.drifts.statementId, param('id'))),
    { id },
  );
  return rows.flatMap(({ snapshot, found }) =>
    found?.anchor && isVerified(found.result) ? [{ snapshot, ...found.anchor }] : [],
  );
}

/** An ambiguous quote has none. */
function placesOf({ result, snapshot, start, end }: AnchorState): Place[] {
  return isVerified(result) && snapshot !== null && start !== null && end !== null ? [{ snapshot, start, end }] : [];
}

/** Of equal words: marks around them, and a stop, may belong to one place only. */
function isSamePlace(places: readonly Place[], others: readonly Place[]): boolean {
  return places.some((one) =>
    others.some((other) => one.snapshot === other.snapshot && one.start < other.end && other.start < one.end),
  );
}
