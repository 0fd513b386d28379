import type { Author } from '../../history/change.ts';
import { type Expected, type RowOf, reviseEntity, rowToRevise } from '../../history/record.ts';
import { Failure } from '../../kernel/failure.ts';
import { rowsToWrite, updateRow } from '../../platform/engine/rows.ts';
import type { Tx } from '../../platform/engine/tables.ts';
import { followMerge } from '../merged-claims.ts';
import { idReferred, ownIdInPath } from '../references.ts';
import type { ClaimMerge } from './claim.ts';
import { mergesOf, placesIn } from './merge-targets.ts';

type ClaimRow = RowOf<'claim'>;

/**
 * Makes one claim stand as another of the same question: what refers to it follows, and so do those that were merged
 * into it. Gives the id of the claim it stands as.
 *
 * Fails with `conflict` when it was merged already, and with `unprocessable` for another question or itself.
 */
export async function mergeClaim(
  tx: Tx,
  reference: string,
  expected: Expected,
  { into }: ClaimMerge,
  by: Author,
): Promise<string> {
  const id = await ownIdInPath(tx, 'claim', reference);
  const targetId = await idReferred(tx, 'claim', into, '/into');
  // Both in one order, so that two merges at once do not wait for each other.
  const rows = await rowsToWrite(tx, 'claims', [id, targetId]);
  const source = await rowToRevise(tx, 'claim', id, expected);
  const target = rows.find((row) => row.id === targetId);
  if (source.rootId !== null) {
    throw new Failure('conflict', `This claim was merged into ${source.rootId} already. Undo that first.`, {
      help: { mergedInto: source.rootId },
    });
  }
  if (targetId === id) throw refusal('a claim is not merged into itself, nor into what was merged into it');
  if (!target || target.rootId !== null)
    throw new Failure('overloaded', 'The claim to merge into has just been merged itself. Try again.');
  if (target.questionId !== source.questionId) throw refusal('the two claims answer different questions');
  await reviseEntity(tx, 'claim', target, { merged: [...target.merged, id] }, by, { action: 'merge' });
  await reviseEntity(tx, 'claim', source, { mergedIntoId: targetId, rootId: targetId }, by, { action: 'merge' });
  for (const { id: earlier } of await mergesOf(tx, 'rootId', [id]))
    await updateRow(tx, 'claims', earlier, { rootId: targetId });
  await followMerge(tx, { action: 'merge', claim: id, from: id }, by);
  return targetId;
}

/** Makes a claim that was merged stand for itself again, and everything with it that was written for it. Gives its id. */
export async function unmergeClaim(tx: Tx, reference: string, expected: Expected, by: Author): Promise<string> {
  const id = await ownIdInPath(tx, 'claim', reference);
  const { source, into, root } = await rowsOfMerge(tx, id, expected);
  await reviseEntity(tx, 'claim', source, { mergedIntoId: null, rootId: null }, by, { action: 'unmerge' });
  await reviseEntity(tx, 'claim', into, { merged: into.merged.filter((one) => one !== id) }, by, { action: 'unmerge' });
  const group = await mergesOf(tx, 'rootId', [root]);
  const placeOf = placesIn(group);
  for (const { id: one, rootId } of group) {
    const place = placeOf(one);
    if (place.root !== rootId) await updateRow(tx, 'claims', one, { rootId: place.root });
  }
  await followMerge(tx, { action: 'unmerge', claim: id, from: root }, by);
  return id;
}

/** The claim, the one it was merged into, and the one they stand as, kept from other writers. */
async function rowsOfMerge(
  tx: Tx,
  id: string,
  expected: Expected,
): Promise<{ source: ClaimRow; into: ClaimRow; root: string }> {
  const [known] = await mergesOf(tx, 'id', [id]);
  const { mergedIntoId, rootId } = known ?? { mergedIntoId: null, rootId: null };
  if (mergedIntoId === null || rootId === null)
    throw new Failure('conflict', 'This claim is not merged; there is nothing to undo.');
  const rows = await rowsToWrite(tx, 'claims', [...new Set([id, mergedIntoId, rootId])]);
  const source = await rowToRevise(tx, 'claim', id, expected);
  const into = rows.find((row) => row.id === mergedIntoId);
  if (!into || source.mergedIntoId !== mergedIntoId || source.rootId !== rootId)
    throw new Failure('overloaded', 'This claim is being merged elsewhere at the moment. Try again.');
  return { source, into, root: rootId };
}

function refusal(detail: string): Failure {
  return new Failure('unprocessable', `/into: ${detail}.`, { faults: [{ pointer: '/into', detail }] });
}
