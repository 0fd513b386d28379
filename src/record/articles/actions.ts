import { createHash } from 'node:crypto';
import type { Author } from '../../history/change.ts';
import {
  createEntity,
  deleteEntity,
  type Expected,
  type RowOf,
  recordCreation,
  reviseEntity,
  rowToRevise,
} from '../../history/record.ts';
import { articleUrl, normalizeUrl } from '../../kernel/address.ts';
import { Failure } from '../../kernel/failure.ts';
import { canonicalLanguage } from '../../kernel/language.ts';
import { mergedAndChecked } from '../../kernel/merge.ts';
import { lengthInCodePoints } from '../../kernel/text.ts';
import { startOf } from '../../kernel/time.ts';
import { insertRow, rowToWrite, updateRow } from '../../platform/engine/rows.ts';
import type { ReadWrite, Tx } from '../../platform/engine/tables.ts';
import type { QuoteChecker } from '../../text/quotes/checker.ts';
import { textBytesMax } from '../../text/quotes/quote.ts';
import type { TextRead } from '../../text/read-text.ts';
import { copyToStatements } from '../article-copies.ts';
import { formerOwner } from '../former-names.ts';
import { type DriftFound, lookUpAgain } from '../new-text.ts';
import { findId, idInPath, idReferred } from '../references.ts';
import { refuseWhileReferredTo } from '../references-to.ts';
import { NewArticle } from './article.ts';
import { type NewSnapshot, newestOf, touchedBy } from './snapshot.ts';
import { retrievalsOf, snapshotsWith } from './store.ts';

export type ArticleRow = RowOf<'article'>;

/** Rounds of looking a text up again because the record changed in between. */
const ROUNDS_MAX = 5;

/** Gives the id. Fails with `conflict` when the address is known, and with `unknown-reference`. */
export async function recordArticle(tx: Tx, body: NewArticle, by: Author): Promise<string> {
  const row = await rowFor(tx, body);
  await refuseKnownAddress(tx, body.url, null);
  return (await createEntity(tx, 'article', { ...row, snapshots: 0, newest: 0 }, by)).id;
}

export async function reviseArticle(
  tx: Tx,
  reference: string,
  expected: Expected,
  patch: unknown,
  by: Author,
): Promise<string> {
  const row = await rowToRevise(tx, 'article', await idInPath(tx, 'article', reference), expected);
  const { url, title, byline, agencies, publishedAt, language, archiveUrl, accessedAt } = row;
  const current = { url, title, outlet: row.outletId, byline, agencies, publishedAt, language, archiveUrl, accessedAt };
  const body = mergedAndChecked(NewArticle, current, patch);
  const changes = await rowFor(tx, body);
  // A URL that was kept by other rules stays as it is for who leaves it alone.
  if (body.url === row.url) changes.url = row.url;
  if (changes.url !== row.url) await refuseKnownAddress(tx, body.url, row.id);
  const after = await reviseEntity(tx, 'article', row, changes, by);
  if (after.outletId !== row.outletId || after.publishedAt !== row.publishedAt) await copyToStatements(tx, after);
  return row.id;
}

/** Its snapshots go with it. Fails with `in-use` while a statement stands in it. */
export async function removeArticle(tx: Tx, reference: string, expected: Expected, by: Author): Promise<void> {
  const row = await rowToRevise(tx, 'article', await idInPath(tx, 'article', reference), expected);
  await refuseWhileReferredTo(tx, 'article', row.id);
  await deleteEntity(tx, 'article', row, by);
}

/**
 * Keeps a retrieved text as the article's next snapshot, and tells what became of the quotes in it.
 *
 * The text that the newest snapshot has already makes no new one, nor does an earlier one that `isKnown` knows again,
 * which is by the time of its retrieval unless said: `made` is false then. An edit that was taken back does make one; a text in which
 * words were blanked never does, since they would come back with it.
 */
export async function recordSnapshot(
  engine: ReadWrite,
  checker: QuoteChecker,
  reference: string,
  { text, retrievedAt }: NewSnapshot,
  by: Author,
  isKnown = (earlier: { retrievedAt: string }) => earlier.retrievedAt === retrievedAt,
): Promise<{ article: string; number: number; made: boolean }> {
  if (Buffer.byteLength(text) > textBytesMax)
    throw new Failure('too-large', '/text: a text may have at most 1 MiB of UTF-8.');
  const article = await idInPath(engine.read, 'article', reference);
  const sha256 = createHash('sha256').update(text).digest('hex');
  let read: TextRead | null = null;
  for (let round = 1; round <= ROUNDS_MAX; round += 1) {
    const anchorAnew = await lookUpAgain(engine.read, checker, article, text);
    read ??= await checker.read(text);
    const textRead = read;
    const stored = await engine.write(async (tx) => {
      const row = await rowToWrite(tx, 'articles', article);
      if (!row) throw new Failure('not-found', 'The article has just been deleted.');
      const same = await snapshotsWith(tx, article, sha256);
      const known = same.find((earlier) => earlier.number === row.newest || earlier.redacted || isKnown(earlier));
      if (known) return { number: known.number, made: false };
      const number = row.snapshots + 1;
      const snapshot = { articleId: article, number, text, sha256, retrievedAt: retrievedAt ?? tx.now };
      const retrievals = [...(await retrievalsOf(tx, article)), snapshot];
      const newest = newestOf(retrievals);
      const isNewest = newest === number;
      const drifts = await anchorAnew(tx, { number, isNewest, retrievals }, by);
      if (drifts === null) return null;
      await storeSnapshot(tx, snapshot, { drifts, isNewest, textRead }, by);
      await updateRow(tx, 'articles', article, { snapshots: number, newest });
      return { number, made: true };
    });
    if (stored) return { article, ...stored };
  }
  throw new Failure(
    'overloaded',
    'The statements of this article keep changing while the text is looked through. Try again in a moment.',
  );
}

type NewSnapshotRow = { articleId: string; number: number; text: string; sha256: string; retrievedAt: string };

async function storeSnapshot(
  tx: Tx,
  row: NewSnapshotRow,
  others: { drifts: readonly DriftFound[]; isNewest: boolean; textRead: TextRead },
  by: Author,
): Promise<void> {
  const id = tx.newId('snapshot');
  const length = lengthInCodePoints(row.text);
  await insertRow(tx, 'snapshots', { ...row, id, length, redacted: false, createdAt: tx.now });
  // The text is its outlet's and stays out of history, which everyone may read.
  const { articleId: article, number, sha256, retrievedAt } = row;
  const touched = touchedBy(others.drifts);
  const state = { article, number, sha256, length, retrievedAt, ...(touched && { drift: touched }) };
  recordCreation(tx, 'snapshot', id, state, by, others);
}

async function rowFor(tx: Tx, body: NewArticle) {
  const { outlet, url, archiveUrl, publishedAt, language, ...rest } = body;
  return {
    ...rest,
    url: addressOf(url),
    outletId: await idReferred(tx, 'outlet', outlet, '/outlet'),
    publishedAt,
    publishedSort: startOf(publishedAt) as string,
    language: canonicalLanguage(language) as string,
    archiveUrl: archiveUrl && normalizeUrl(archiveUrl),
  };
}

function addressOf(url: string): string {
  const address = articleUrl(url);
  if (address === null)
    throw new Failure('invalid', '/url: this address is too long once it is escaped.', {
      faults: [{ pointer: '/url', detail: 'is too long' }],
    });
  return address;
}

/** One that the article itself has or had may be its own again; one that another had, which was deleted since, may not. */
async function refuseKnownAddress(tx: Tx, url: string, self: string | null): Promise<void> {
  const known = (await findId(tx, 'article', url)) ?? (await formerOwner(tx, 'article', addressOf(url)));
  if (known === null || known === self) return;
  throw new Failure('conflict', `/url: this article is recorded already, as ${known}.`, {
    faults: [{ pointer: '/url', detail: 'is recorded already' }],
    help: { existing: known },
  });
}
