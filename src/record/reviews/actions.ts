import { and, eq } from 'drizzle-orm';
import type { Author } from '../../history/change.ts';
import {
  createEntity,
  deleteEntity,
  type Expected,
  type RowOf,
  reviseEntity,
  rowToRevise,
} from '../../history/record.ts';
import { articleUrl } from '../../kernel/address.ts';
import { Failure } from '../../kernel/failure.ts';
import { canonicalLanguage } from '../../kernel/language.ts';
import { mergedAndChecked } from '../../kernel/merge.ts';
import { startOf } from '../../kernel/time.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Tx } from '../../platform/engine/tables.ts';
import { claimReferred } from '../claims/merge-targets.ts';
import { idInPath, idReferred } from '../references.ts';
import { refuseWhileReferredTo } from '../references-to.ts';
import { publishedReferred, refusal } from '../statements/placing.ts';
import { refuseWithdrawn } from '../statements/store.ts';
import { ratingOfLabel } from './labels.ts';
import { ReviewDraft } from './review.ts';

type ReviewRow = RowOf<'review'>;
type ReviewColumns = Omit<ReviewRow, 'id' | 'revision' | 'createdAt' | 'updatedAt'>;

/** Gives the id. Fails with `unknown-reference`, `unprocessable` (of nothing, or of two things) and `conflict` (twice). */
export async function recordReview(tx: Tx, body: ReviewDraft, by: Author): Promise<string> {
  const columns = await columnsFor(tx, body);
  await refuseTwice(tx, columns, null);
  return (await createEntity(tx, 'review', columns, by)).id;
}

/** A new label is judged anew, unless a person chose what it stands for. */
export async function reviseReview(
  tx: Tx,
  reference: string,
  expected: Expected,
  patch: unknown,
  by: Author,
): Promise<string> {
  const row = await rowToRevise(tx, 'review', await idInPath(tx, 'review', reference), expected);
  const statement = row.statementId === null ? null : await rowById(tx, 'statements', row.statementId);
  if (statement) refuseWithdrawn(statement);
  const body = mergedAndChecked(ReviewDraft, writtenAs(row), patch);
  const columns = await columnsFor(tx, body);
  // A URL that was kept by other rules stays as it is for who leaves it alone.
  if (body.url === row.url) columns.url = row.url;
  await refuseTwice(tx, columns, row.id);
  await reviseEntity(tx, 'review', row, columns, by);
  return row.id;
}

/** Fails with `in-use` while a correction of it stands. */
export async function removeReview(tx: Tx, reference: string, expected: Expected, by: Author): Promise<void> {
  const row = await rowToRevise(tx, 'review', await idInPath(tx, 'review', reference), expected);
  await refuseWhileReferredTo(tx, 'review', row.id);
  await deleteEntity(tx, 'review', row, by);
}

function writtenAs(row: ReviewRow): ReviewDraft {
  const { statementId, publisherId, url, title, reviewedAt, label, value, best, worst, language } = row;
  const normalized = row.normalizedBy === 'person' ? row.normalized : null;
  return {
    claim: row.ownClaimId,
    statement: statementId,
    publisher: publisherId,
    url,
    title,
    reviewedAt,
    rating: { label, value, best, worst, normalized },
    language,
  };
}

async function columnsFor(tx: Tx, body: ReviewDraft): Promise<ReviewColumns> {
  const { rating, url, title, reviewedAt } = body;
  if ((body.claim === null) === (body.statement === null)) {
    throw refusal(
      'unprocessable',
      body.claim === null ? '/claim' : '/statement',
      'a review is of a claim or of a statement',
    );
  }
  const claim = body.claim === null ? null : await claimReferred(tx, body.claim, '/claim');
  const statement = body.statement === null ? null : await publishedReferred(tx, body.statement, '/statement');
  const known = ratingOfLabel(rating.label);
  return {
    claimId: claim?.standing.id ?? null,
    ownClaimId: claim?.ownId ?? null,
    statementId: statement?.id ?? null,
    publisherId: await idReferred(tx, 'outlet', body.publisher, '/publisher'),
    url: url && articleUrl(url),
    title,
    reviewedAt,
    reviewedSort: reviewedAt && startOf(reviewedAt),
    label: rating.label,
    value: numberOf(rating.value),
    best: numberOf(rating.best),
    worst: numberOf(rating.worst),
    normalized: rating.normalized ?? known,
    normalizedBy: rating.normalized !== null ? 'person' : known !== null ? 'table' : null,
    language: canonicalLanguage(body.language) as string,
  };
}

function numberOf(value: string | number | null): number | null {
  return value === null ? null : Number(value);
}

/** One page may review many claims, and a claim have many reviews, but not the same one twice. */
async function refuseTwice(tx: Tx, { url, ...of }: ReviewColumns, self: string | null): Promise<void> {
  if (url === null) return;
  const rows: ReviewRow[] = await tx.query(
    'reviews at an address',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.reviews)
        .where(and(eq(t.reviews.url, param('url')), eq(t.reviews.publisherId, param('publisher')))),
    { url, publisher: of.publisherId },
  );
  const twin = rows.find((row) => row.id !== self && row.claimId === of.claimId && row.statementId === of.statementId);
  if (twin)
    throw new Failure('conflict', `/url: this review is recorded already, as ${twin.id}.`, {
      faults: [{ pointer: '/url', detail: 'is recorded already' }],
      help: { existing: twin.id },
    });
}
