import { and, eq, or } from 'drizzle-orm';
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
import type { Tx } from '../../platform/engine/tables.ts';
import { idInPath } from '../references.ts';
import { areAtOdds, NewClaimRelation } from './claim-relation.ts';
import { claimReferred } from './merge-targets.ts';

/** Gives the id. Fails with `unknown-reference`, `wrong-dispute`, `unprocessable` (a claim and itself) and `conflict`. */
export async function recordClaimRelation(tx: Tx, body: NewClaimRelation, by: Author): Promise<string> {
  const columns = await columnsFor(tx, body);
  await refuseTwice(tx, columns, null);
  return (await createEntity(tx, 'claim-relation', columns, by)).id;
}

export async function reviseClaimRelation(
  tx: Tx,
  reference: string,
  expected: Expected,
  patch: unknown,
  by: Author,
): Promise<string> {
  const row = await rowToRevise(tx, 'claim-relation', await idInPath(tx, 'claim-relation', reference), expected);
  const current = { claim: row.ownClaimId, kind: row.kind, target: row.ownTargetId, note: row.note };
  const body = mergedAndChecked(NewClaimRelation, current, patch);
  const columns = await columnsFor(tx, body);
  await refuseTwice(tx, columns, row.id);
  await reviseEntity(tx, 'claim-relation', row, columns, by);
  return row.id;
}

export async function removeClaimRelation(tx: Tx, reference: string, expected: Expected, by: Author): Promise<void> {
  const row = await rowToRevise(tx, 'claim-relation', await idInPath(tx, 'claim-relation', reference), expected);
  await deleteEntity(tx, 'claim-relation', row, by);
}

async function columnsFor(tx: Tx, { claim, target, kind, note }: NewClaimRelation) {
  const from = await claimReferred(tx, claim, '/claim');
  const to = await claimReferred(tx, target, '/target');
  if (from.standing.id === to.standing.id) {
    throw new Failure('unprocessable', '/target: a claim has no relation to itself.', {
      faults: [{ pointer: '/target', detail: 'is the claim itself' }],
    });
  }
  if (from.standing.disputeId !== to.standing.disputeId) {
    throw new Failure('wrong-dispute', '/target: the two claims belong to different disputes.', {
      faults: [{ pointer: '/target', detail: 'belongs to another dispute' }],
    });
  }
  const own = { ownClaimId: from.ownId, ownTargetId: to.ownId };
  return { claimId: from.standing.id, targetId: to.standing.id, ...own, kind, note };
}

type Once = Pick<RowOf<'claim-relation'>, 'claimId' | 'targetId' | 'kind'>;

/** Fails with `conflict` for what is there already, and with `unprocessable` for what contradicts it, whichever way that leads. */
async function refuseTwice(tx: Tx, { claimId, targetId, kind }: Once, self: string | null): Promise<void> {
  const rows = await tx.query(
    'relations between two claims',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.claimRelations)
        .where(
          or(
            and(eq(t.claimRelations.claimId, param('claim')), eq(t.claimRelations.targetId, param('target'))),
            and(eq(t.claimRelations.claimId, param('target')), eq(t.claimRelations.targetId, param('claim'))),
          ),
        ),
    { claim: claimId, target: targetId },
  );
  const others = rows.filter((row) => row.id !== self);
  const twin = others.find((row) => row.claimId === claimId && row.targetId === targetId && row.kind === kind);
  if (twin)
    throw new Failure('conflict', `This relation is recorded already, as ${twin.id}.`, { help: { existing: twin.id } });
  const opposite = others.find((row) => areAtOdds(row.kind, kind));
  if (opposite)
    throw new Failure(
      'unprocessable',
      `/kind: ${opposite.id} says \`${opposite.kind}\` of the same two claims, and \`${kind}\` contradicts it; delete or change that one first.`,
      {
        faults: [{ pointer: '/kind', detail: `contradicts the relation ${opposite.id}, which says ${opposite.kind}` }],
        help: { existing: opposite.id },
      },
    );
}
