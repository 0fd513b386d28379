import { eq } from 'drizzle-orm';
import type { By } from '../history/change.ts';
import { createEntity, deleteEntity, type Expected, reviseEntity, rowToRevise } from '../history/record.ts';
import { Failure } from '../kernel/failure.ts';
import { mergedAndChecked } from '../kernel/merge.ts';
import { insertRow, rowById } from '../platform/engine/rows.ts';
import { idInPath, idReferred } from '../references.ts';
import { freeSlug, revisedSlug } from '../slugs.ts';
import type { Tx } from '../tables.ts';
import { refuseWhileReferredTo } from '../usage.ts';
import { wordsOf } from '../words/token.ts';
import { NewClaim } from './claim.ts';
import { NewClaimRelation } from './claim-relation.ts';

/** Gives the id. Fails with `unknown-reference` and `conflict`. */
export async function recordClaim(tx: Tx, { question, text, slug, terms, note }: NewClaim, by: By): Promise<string> {
  const place = await placeOf(tx, question);
  const row = { slug: await freeSlug(tx, 'claim', slug, text), ...place, text, terms, note };
  const { id } = await createEntity(tx, 'claim', row, by);
  await writeTerms(tx, id, terms);
  return id;
}

/** A claim moves to another question of its dispute only while no statement takes a stance on it: fails with `in-use`. */
export async function reviseClaim(
  tx: Tx,
  reference: string,
  expected: Expected,
  patch: unknown,
  by: By,
): Promise<string> {
  const row = await rowToRevise(tx, 'claim', await idInPath(tx, 'claim', reference), expected);
  const current = { question: row.questionId, text: row.text, slug: row.slug, terms: row.terms, note: row.note };
  const { question, text, slug, terms, note } = mergedAndChecked(NewClaim, current, patch);
  const place = await placeOf(tx, question);
  if (place.questionId !== row.questionId) await refuseWhileReferredTo(tx, 'claim', row.id);
  await reviseEntity(
    tx,
    'claim',
    row,
    { slug: await revisedSlug(tx, 'claim', row.slug, slug, text), ...place, text, terms, note },
    by,
  );
  await writeTerms(tx, row.id, terms);
  return row.id;
}

/** Fails with `in-use` while a statement takes a stance on it, or a relation ties it. */
export async function removeClaim(tx: Tx, reference: string, expected: Expected, by: By): Promise<void> {
  const row = await rowToRevise(tx, 'claim', await idInPath(tx, 'claim', reference), expected);
  await refuseWhileReferredTo(tx, 'claim', row.id);
  await deleteEntity(tx, 'claim', row, by);
}

/** The words of a term as search has them; of one without words, such as a sign, there are none to look for. */
async function writeTerms(tx: Tx, claimId: string, terms: readonly string[]): Promise<void> {
  await tx.query(
    'forget terms of claim',
    ({ db, t, param }) => db.delete(t.claimTerms).where(eq(t.claimTerms.claimId, param('id'))),
    {
      id: claimId,
    },
  );
  const wordings = new Set(terms.map((term) => wordsOf(term).join(' ')).filter((wording) => wording !== ''));
  for (const wording of wordings) await insertRow(tx, 'claimTerms', { claimId, wording });
}

async function placeOf(tx: Tx, question: string): Promise<{ questionId: string; disputeId: string }> {
  const questionId = await idReferred(tx, 'question', question, '/question');
  const row = await rowById(tx, 'questions', questionId);
  return { questionId, disputeId: (row as { disputeId: string }).disputeId };
}

/** Gives the id. Fails with `unknown-reference`, `wrong-dispute`, `unprocessable` (a claim and itself) and `conflict`. */
export async function recordClaimRelation(tx: Tx, body: NewClaimRelation, by: By): Promise<string> {
  const ends = await endsOf(tx, body);
  await refuseTwice(tx, ends, null);
  return (await createEntity(tx, 'claim-relation', { ...ends, note: body.note }, by)).id;
}

export async function reviseClaimRelation(
  tx: Tx,
  reference: string,
  expected: Expected,
  patch: unknown,
  by: By,
): Promise<string> {
  const row = await rowToRevise(tx, 'claim-relation', await idInPath(tx, 'claim-relation', reference), expected);
  const current = { claim: row.claimId, kind: row.kind, target: row.targetId, note: row.note };
  const body = mergedAndChecked(NewClaimRelation, current, patch);
  const ends = await endsOf(tx, body);
  await refuseTwice(tx, ends, row.id);
  await reviseEntity(tx, 'claim-relation', row, { ...ends, note: body.note }, by);
  return row.id;
}

export async function removeClaimRelation(tx: Tx, reference: string, expected: Expected, by: By): Promise<void> {
  const row = await rowToRevise(tx, 'claim-relation', await idInPath(tx, 'claim-relation', reference), expected);
  await deleteEntity(tx, 'claim-relation', row, by);
}

type Ends = { claimId: string; targetId: string; kind: NewClaimRelation['kind'] };

async function endsOf(tx: Tx, { claim, target, kind }: NewClaimRelation): Promise<Ends> {
  const claimId = await idReferred(tx, 'claim', claim, '/claim');
  const targetId = await idReferred(tx, 'claim', target, '/target');
  if (claimId === targetId) {
    throw new Failure('unprocessable', '/target: a claim has no relation to itself.', {
      faults: [{ pointer: '/target', detail: 'is the claim itself' }],
    });
  }
  const [one, other] = [await rowById(tx, 'claims', claimId), await rowById(tx, 'claims', targetId)];
  if (one?.disputeId !== other?.disputeId) {
    throw new Failure('wrong-dispute', '/target: the two claims belong to different disputes.', {
      faults: [{ pointer: '/target', detail: 'belongs to another dispute' }],
    });
  }
  return { claimId, targetId, kind };
}

async function refuseTwice(tx: Tx, { claimId, targetId, kind }: Ends, self: string | null): Promise<void> {
  const rows = await tx.query(
    'relations from a claim',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.claimRelations)
        .where(eq(t.claimRelations.claimId, param('claim'))),
    {
      claim: claimId,
    },
  );
  const twin = rows.find((row) => row.targetId === targetId && row.kind === kind && row.id !== self);
  if (twin)
    throw new Failure('conflict', `This relation is recorded already, as ${twin.id}.`, { help: { existing: twin.id } });
}
