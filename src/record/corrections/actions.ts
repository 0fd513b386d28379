import type { Author } from '../../history/change.ts';
import {
  createEntity,
  deleteEntity,
  type Expected,
  type RowOf,
  reviseEntity,
  rowToRevise,
} from '../../history/record.ts';
import { mergedAndChecked } from '../../kernel/merge.ts';
import { startOf } from '../../kernel/time.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Tx } from '../../platform/engine/tables.ts';
import { claimReferred } from '../claims/merge-targets.ts';
import { idInPath, idReferred } from '../references.ts';
import { publishedReferred, refusal } from '../statements/placing.ts';
import { refuseWithdrawn } from '../statements/store.ts';
import { NewCorrection } from './correction.ts';

type CorrectionRow = RowOf<'correction'>;

/** Gives the id. Fails with `unknown-reference`, and with `unprocessable` unless it is of exactly one thing. */
export async function recordCorrection(tx: Tx, body: NewCorrection, by: Author): Promise<string> {
  return (await createEntity(tx, 'correction', await columnsFor(tx, body, tx.now), by)).id;
}

export async function reviseCorrection(
  tx: Tx,
  reference: string,
  expected: Expected,
  patch: unknown,
  by: Author,
): Promise<string> {
  const row = await rowToRevise(tx, 'correction', await idInPath(tx, 'correction', reference), expected);
  await refuseWhileWithdrawn(tx, row);
  const { statementId: statement, articleId: article, reviewId: review, kind, note, effectiveAt } = row;
  const current = { statement, article, claim: row.ownClaimId, review, kind, note, effectiveAt };
  const body = mergedAndChecked(NewCorrection, current, patch);
  // Where the patch takes the date away: that of its recording, which is the same whenever it is sent.
  await reviseEntity(tx, 'correction', row, await columnsFor(tx, body, row.createdAt), by);
  return row.id;
}

/** Fails with `withdrawn` where what is corrected was, or what the corrected review is of. */
async function refuseWhileWithdrawn(tx: Tx, { statementId, reviewId }: CorrectionRow): Promise<void> {
  const review = reviewId === null ? null : await rowById(tx, 'reviews', reviewId);
  const statement = await rowById(tx, 'statements', statementId ?? review?.statementId ?? '');
  if (statement) refuseWithdrawn(statement);
}

/** The review. Fails with `unknown-reference` where there is none, or its statement was withdrawn. */
async function reviewReferred(tx: Tx, reference: string, pointer: string): Promise<string> {
  const id = await idReferred(tx, 'review', reference, pointer);
  const statementId = (await rowById(tx, 'reviews', id))?.statementId ?? null;
  if (statementId !== null) await publishedReferred(tx, statementId, pointer);
  return id;
}

export async function removeCorrection(tx: Tx, reference: string, expected: Expected, by: Author): Promise<void> {
  const row = await rowToRevise(tx, 'correction', await idInPath(tx, 'correction', reference), expected);
  await deleteEntity(tx, 'correction', row, by);
}

/** `since` is when it takes effect unless it says so. */
async function columnsFor(tx: Tx, body: NewCorrection, since: string) {
  const { statement, article, claim, review, kind, note, effectiveAt = since } = body;
  const named = Object.entries({ statement, article, claim, review }).filter(([, reference]) => reference !== null);
  if (named.length !== 1) {
    const pointer = `/${named[1]?.[0] ?? 'statement'}`;
    throw refusal('unprocessable', pointer, 'a correction is of one statement, article, claim or review');
  }
  const corrected = claim === null ? null : await claimReferred(tx, claim, '/claim');
  return {
    statementId: statement === null ? null : (await publishedReferred(tx, statement, '/statement')).id,
    articleId: article === null ? null : await idReferred(tx, 'article', article, '/article'),
    claimId: corrected?.standing.id ?? null,
    ownClaimId: corrected?.ownId ?? null,
    reviewId: review === null ? null : await reviewReferred(tx, review, '/review'),
    kind,
    note,
    effectiveAt,
    effectiveSort: startOf(effectiveAt) as string,
  } satisfies Partial<CorrectionRow>;
}
