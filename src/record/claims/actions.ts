import { eq } from 'drizzle-orm';
import type { Author } from '../../history/change.ts';
import {
  createEntity,
  deleteEntity,
  type Expected,
  type RowOf,
  reviseEntity,
  rowToRevise,
} from '../../history/record.ts';
import { Failure } from '../../kernel/failure.ts';
import { mergedAndChecked } from '../../kernel/merge.ts';
import { insertRow, rowToRefer } from '../../platform/engine/rows.ts';
import type { Tx } from '../../platform/engine/tables.ts';
import { idReferred, ownIdInPath } from '../references.ts';
import { refuseWhileReferredTo } from '../references-to.ts';
import { slugFor } from '../slugs.ts';
import { NewClaim, type TermsState } from './claim.ts';
import { joinedTerms, termsIn, wordsOfForms } from './terms.ts';

type ClaimRow = RowOf<'claim'>;

/** Gives the id. Fails with `unknown-reference` and `conflict`. */
export async function recordClaim(tx: Tx, body: NewClaim, by: Author): Promise<string> {
  const columns = await columnsFor(tx, body, await placeOf(tx, body.question), null);
  const { id } = await createEntity(tx, 'claim', { ...columns, mergedIntoId: null, rootId: null, merged: [] }, by);
  await writeTerms(tx, id, columns.terms);
  return id;
}

const HOW_TO_MOVE =
  'it stays on its question while they do. To move it, record a claim of the same text on the other question, let their stances, relations and reviews name that one, then delete this one';

/** A claim moves to another question of its dispute only while no statement takes a stance on it: fails with `in-use`. */
export async function reviseClaim(
  tx: Tx,
  reference: string,
  expected: Expected,
  patch: unknown,
  by: Author,
): Promise<string> {
  const row = await standingClaim(tx, reference, expected);
  const current = {
    question: row.questionId,
    text: row.text,
    slug: row.slug,
    terms: termsIn(row.terms),
    note: row.note,
  };
  const body = mergedAndChecked(NewClaim, current, patch);
  const place = await placeOf(tx, body.question);
  if (place.questionId !== row.questionId) await refuseWhileReferredTo(tx, 'claim', row.id, HOW_TO_MOVE);
  const columns = await columnsFor(tx, body, place, row);
  await reviseEntity(tx, 'claim', row, columns, by);
  await writeTerms(tx, row.id, columns.terms);
  return row.id;
}

/** Fails with `in-use` while a statement takes a stance on it, or a relation ties it. */
export async function removeClaim(tx: Tx, reference: string, expected: Expected, by: Author): Promise<void> {
  const row = await standingClaim(tx, reference, expected);
  await refuseWhileReferredTo(tx, 'claim', row.id);
  await deleteEntity(tx, 'claim', row, by);
}

/** Fails with `conflict` for a claim that was merged: it is revised again once that is undone. */
async function standingClaim(tx: Tx, reference: string, expected: Expected): Promise<ClaimRow> {
  const row = await rowToRevise(tx, 'claim', await ownIdInPath(tx, 'claim', reference), expected);
  if (row.rootId !== null) {
    throw new Failure('conflict', `This claim was merged into ${row.rootId}. Undo that first, or write to that one.`, {
      help: { mergedInto: row.rootId },
    });
  }
  return row;
}

/** The words of a term as search has them; of one without words, such as a sign, there are none to look for. */
async function writeTerms(tx: Tx, claimId: string, terms: TermsState): Promise<void> {
  await tx.query(
    'forget terms of claim',
    ({ db, t, param }) => db.delete(t.claimTerms).where(eq(t.claimTerms.claimId, param('id'))),
    {
      id: claimId,
    },
  );
  const wordings = new Set(wordsOfForms(terms.flat()).map((words) => words.join(' ')));
  for (const wording of wordings) await insertRow(tx, 'claimTerms', { claimId, wording });
}

/** As they were kept, where nothing of them changes: a list from before stays what history says of it. */
function termsFor(terms: NewClaim['terms'], before: ClaimRow | null): TermsState {
  const joined = joinedTerms(terms);
  return before !== null && JSON.stringify(termsIn(before.terms)) === JSON.stringify(joined) ? before.terms : joined;
}

type Place = Pick<ClaimRow, 'questionId' | 'disputeId'>;

async function columnsFor(tx: Tx, { text, slug, terms, note }: NewClaim, place: Place, before: ClaimRow | null) {
  return { slug: await slugFor(tx, 'claim', before, slug, text), ...place, text, terms: termsFor(terms, before), note };
}

/** Where a claim on the question belongs, which stays so until this transaction ends. */
async function placeOf(tx: Tx, question: string): Promise<Place> {
  const questionId = await idReferred(tx, 'question', question, '/question');
  const row = await rowToRefer(tx, 'questions', questionId);
  return { questionId, disputeId: (row as { disputeId: string }).disputeId };
}
