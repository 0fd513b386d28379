import { or } from 'drizzle-orm';
import type { Author } from '../../history/change.ts';
import { deleteEntity, type RowOf, restoreEntity, reviseEntity } from '../../history/record.ts';
import { deleteRow, insertRow, rowsToWrite } from '../../platform/engine/rows.ts';
import type { Handle, Tx } from '../../platform/engine/tables.ts';
import { type MergeTarget, mergesOf, mergeTargetsOf } from './merge-targets.ts';

type RelationRow = RowOf<'claim-relation'>;
type Relation = Omit<RelationRow, 'claimId' | 'targetId'> & { isAside: boolean };

/**
 * What follows from a merge of `claim`, or from its undoing: what stood on the claim `from` stands elsewhere now, all of
 * it or a part.
 */
export type Regrouping = { action: 'merge' | 'unmerge'; claim: string; from: string };

/**
 * Puts the relations of a group of claims where their ends stand now. Of relations that became the same the one with
 * the fewest steps between what was written and where it stands is kept, then the older one; the others, and those of a
 * claim to itself, are set aside until a merge is undone.
 */
export async function regroupRelations(tx: Tx, { action, claim, from }: Regrouping, by: Author): Promise<void> {
  const claims = await groupOf(tx, claim, from);
  const relations = [...(await relationsOf(tx, claims)), ...(await relationsAsideOf(tx, claims))];
  const placeOf = await mergeTargetsOf(
    tx,
    relations.flatMap(({ ownClaimId, ownTargetId }) => [ownClaimId, ownTargetId]),
  );
  const steps = ({ ownClaimId, ownTargetId }: Relation) => placeOf(ownClaimId).steps + placeOf(ownTargetId).steps;
  relations.sort((a, b) => steps(a) - steps(b) || (a.id < b.id ? -1 : 1));
  const standing = new Set<string>();
  const back: RelationRow[] = [];
  const moved: { before: RelationRow; ends: Pick<RelationRow, 'claimId' | 'targetId'> }[] = [];
  for (const { isAside, ...relation } of relations) {
    const ends = endsOf(relation, placeOf);
    const key = `${ends.claimId} ${ends.targetId} ${relation.kind}`;
    const stands = ends.claimId !== ends.targetId && !standing.has(key);
    if (stands) standing.add(key);
    if (stands && isAside) back.push({ ...relation, ...ends });
    else if (stands) moved.push({ before: relation as RelationRow, ends });
    else if (!isAside) await setAside(tx, relation as RelationRow, action, by);
  }
  // What leaves a place does so before another comes to it, since no two may stand at one.
  for (const { before, ends } of moved) await reviseEntity(tx, 'claim-relation', before, ends, by, { action });
  for (const relation of back) {
    await deleteRow(tx, 'claimRelationsAside', relation.id);
    await restoreEntity(tx, 'claim-relation', relation, by, action);
  }
}

async function setAside(tx: Tx, row: RelationRow, action: Regrouping['action'], by: Author): Promise<void> {
  const { claimId: _, targetId: __, ...own } = row;
  await deleteEntity(tx, 'claim-relation', row, by, { action });
  await insertRow(tx, 'claimRelationsAside', { ...own, revision: row.revision + 1, updatedAt: tx.now });
}

function endsOf(relation: Pick<Relation, 'ownClaimId' | 'ownTargetId'>, placeOf: (id: string) => MergeTarget) {
  return { claimId: placeOf(relation.ownClaimId).root, targetId: placeOf(relation.ownTargetId).root };
}

/** Every claim that a merge, or its undoing, can have touched: both groups, those merged into them with them. */
async function groupOf(tx: Tx, claim: string, from: string): Promise<string[]> {
  const ends = await mergesOf(tx, 'id', [claim, from]);
  const roots = ends.map(({ id, rootId }) => rootId ?? id);
  const merged = await mergesOf(tx, 'rootId', roots);
  return [...new Set([claim, from, ...roots, ...merged.map(({ id }) => id)])];
}

async function relationsOf(tx: Tx, claims: string[]): Promise<Relation[]> {
  const found = await tx.query(
    'relations of claims',
    ({ db, t: { claimRelations }, oneOf }) =>
      db
        .select({ id: claimRelations.id })
        .from(claimRelations)
        .where(or(oneOf(claimRelations.claimId, 'claims'), oneOf(claimRelations.targetId, 'claims'))),
    { claims },
  );
  const rows = await rowsToWrite(
    tx,
    'claimRelations',
    found.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, isAside: false }));
}

async function relationsAsideOf(from: Handle, claims: string[]): Promise<Relation[]> {
  const rows = await from.query(
    'relations aside of claims',
    ({ db, t: { claimRelationsAside: aside }, oneOf }) =>
      db
        .select()
        .from(aside)
        .where(or(oneOf(aside.ownClaimId, 'claims'), oneOf(aside.ownTargetId, 'claims'))),
    { claims },
  );
  return rows.map((row) => ({ ...row, isAside: true }));
}
