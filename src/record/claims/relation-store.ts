import { and, eq, or } from 'drizzle-orm';
import type { Page } from '../../kernel/page.ts';
import type { Build } from '../../platform/engine/engine.ts';
import { conditionsOf } from '../../platform/engine/filters.ts';
import { type Condition, isOneOf, type Paging, pageInOrderOfCreation } from '../../platform/engine/pages.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { briefsOf } from '../briefs.ts';
import type { PublicRow } from '../kinds.ts';
import { idInPath, idsReferred, isReferred } from '../references.ts';
import { type Updated, wasUpdated } from '../updated.ts';
import type { ClaimBrief } from './claim.ts';
import type { ClaimRelation } from './claim-relation.ts';

export type ClaimRelationFilter = { claim?: string[]; target?: string[]; kind?: string[] } & Updated;
type RelationRow = Tables['claimRelations']['$inferSelect'];

/** Oldest first. `claim` finds the relations that lead from it and those that lead to it. */
export async function listClaimRelations(
  from: Handle,
  filter: ClaimRelationFilter,
  paging: Paging,
): Promise<Page<ClaimRelation, readonly string[]>> {
  const conditions = await conditionsOf<ClaimRelationFilter, Tables>(filter, {
    claim: async (references) => eitherEnd(await idsReferred(from, 'claim', references, 'claim')),
    target: isReferred(from, 'claim', 'target', (t) => t.claimRelations.targetId),
    kind: (kinds) => isOneOf('kind', (t: Tables) => t.claimRelations.kind, kinds),
    ...wasUpdated((t) => t.claimRelations.updatedAt),
  });
  const page = await pageInOrderOfCreation<Tables, RelationRow>(
    from,
    'claimRelations',
    ({ db, t }) => db.select().from(t.claimRelations).$dynamic(),
    conditions,
    paging,
  );
  return { ...page, items: await shown(from, page.items) };
}

function eitherEnd(claims: readonly string[]): Condition<Tables>[] {
  return isOneOf('claim', (t: Tables) => t.claimRelations.claimId, claims).map((leading) => ({
    ...leading,
    holds: (build: Build<Tables>) => {
      const [led] = isOneOf('claim', (t: Tables) => t.claimRelations.targetId, claims);
      return or(leading.holds(build), led?.holds(build));
    },
  }));
}

/** By id; fails with `not-found`. */
export async function getClaimRelation(from: Handle, reference: string): Promise<ClaimRelation> {
  const id = await idInPath(from, 'claim-relation', reference);
  const rows = await from.query(
    'claim relation',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.claimRelations)
        .where(eq(t.claimRelations.id, param('id'))),
    { id },
  );
  return (await shown(from, rows))[0] as ClaimRelation;
}

/** The relations between the given claims, oldest first. */
export async function relationsAmong(from: Handle, claims: readonly string[]): Promise<ClaimRelation[]> {
  const rows = await from.query(
    'relations among claims',
    ({ db, t, oneOf }) =>
      db
        .select()
        .from(t.claimRelations)
        .where(and(oneOf(t.claimRelations.claimId, 'claims'), oneOf(t.claimRelations.targetId, 'claims')))
        .orderBy(t.claimRelations.id),
    { claims: [...claims] },
  );
  return shown(from, rows);
}

async function shown(from: Handle, rows: RelationRow[]): Promise<ClaimRelation[]> {
  const briefs = await briefsOf(
    from,
    'claim',
    rows.flatMap(({ claimId, targetId }) => [claimId, targetId]),
  );
  return rows.flatMap((row) => showClaimRelation(row, briefs) ?? []);
}

/** A relation as every answer shows it, as it stands and as it stood. */
export function showClaimRelation(
  { claimId, targetId, kind, note, id, revision, createdAt, updatedAt }: PublicRow<'claim-relation'>,
  briefs: ReadonlyMap<string, ClaimBrief>,
): ClaimRelation | null {
  const [claim, target] = [briefs.get(claimId), briefs.get(targetId)];
  return claim && target ? { id, revision, createdAt, updatedAt, claim, kind, target, note } : null;
}
