import { rowToRefer } from '../../platform/engine/rows.ts';
import type { Handle, Tables, Tx } from '../../platform/engine/tables.ts';
import { findOwnId, unknownReference } from '../references.ts';

type ClaimRow = Tables['claims']['$inferSelect'];

/** Where a claim went by merges: the claim it stands as, and over how many steps; itself and 0 while it was not merged. */
export type MergeTarget = { root: string; steps: number };

/** The places of these claims, by their own ids. */
export async function mergeTargetsOf(from: Handle, ids: readonly string[]): Promise<(id: string) => MergeTarget> {
  const asked = ids.length === 0 ? [] : await mergesOf(from, 'id', ids);
  const roots = asked.flatMap(({ rootId }) => rootId ?? []);
  if (roots.length === 0) return (id) => ({ root: id, steps: 0 });
  return placesIn(await mergesOf(from, 'rootId', roots));
}

/** The places among claims of which each that was merged says into which. */
export function placesIn(claims: readonly Pick<ClaimRow, 'id' | 'mergedIntoId'>[]): (id: string) => MergeTarget {
  const next = new Map(claims.map(({ id, mergedIntoId }) => [id, mergedIntoId]));
  return (id) => {
    let [root, steps] = [id, 0];
    for (let into = next.get(root) ?? null; into !== null; into = next.get(root) ?? null) {
      root = into;
      steps += 1;
    }
    return { root, steps };
  };
}

/** The claims that were merged, in steps however many, into these, or those with these ids. */
export function mergesOf(
  from: Handle,
  by: 'id' | 'rootId',
  ids: readonly string[],
): Promise<Pick<ClaimRow, 'id' | 'mergedIntoId' | 'rootId'>[]> {
  return from.lookUp(
    `merges by ${by}`,
    ({ db, t: { claims }, oneOf }) =>
      db
        .select({ id: claims.id, mergedIntoId: claims.mergedIntoId, rootId: claims.rootId })
        .from(claims)
        .where(oneOf(claims[by], 'ids')),
    { ids: [...new Set(ids)] },
  );
}

/**
 * The claim that a body names, under its own id, and the claim it stands as by now, which stays so until this
 * transaction ends. Fails with `unknown-reference`.
 */
export async function claimReferred(
  tx: Tx,
  reference: string,
  pointer: string,
): Promise<{ ownId: string; standing: ClaimRow }> {
  const ownId = await findOwnId(tx, 'claim', reference);
  for (let id = ownId; id !== null; ) {
    const row: ClaimRow | null = await rowToRefer(tx, 'claims', id);
    if (row?.rootId === null) return { ownId: ownId as string, standing: row };
    id = row?.rootId ?? null;
  }
  throw await unknownReference(tx, 'claim', reference, pointer);
}
