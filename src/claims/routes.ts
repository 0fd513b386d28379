import { oneOrMore, Reference } from '../kernel/entity.ts';
import { resource } from '../platform/http/resource.ts';
import type { Rooms } from '../rooms.ts';
import {
  recordClaim,
  recordClaimRelation,
  removeClaim,
  removeClaimRelation,
  reviseClaim,
  reviseClaimRelation,
} from './actions.ts';
import { Claim, NewClaim } from './claim.ts';
import { ClaimRelation, ClaimRelationKind, NewClaimRelation } from './claim-relation.ts';
import { type ClaimRelationFilter, getClaimRelation, listClaimRelations } from './relation-store.ts';
import { type ClaimFilter, getClaim, listClaims } from './store.ts';

export function claimRoutes({ http, answering, engine }: Rooms): void {
  resource(http, answering, {
    path: 'claims',
    names: ['claim', 'claims'],
    shape: Claim,
    fresh: NewClaim,
    filter: {
      dispute: oneOrMore(Reference).describe('Claims on questions of this dispute'),
      question: oneOrMore(Reference).describe('Claims that answer this question'),
    },
    list: (filter: ClaimFilter, paging) => listClaims(engine.read, filter, paging),
    get: (reference) => getClaim(engine.read, reference),
    create: (body: NewClaim, by) => engine.write(async (tx) => getClaim(tx, await recordClaim(tx, body, by))),
    revise: (reference, expected, patch, by) =>
      engine.write(async (tx) => getClaim(tx, await reviseClaim(tx, reference, expected, patch, by))),
    remove: (reference, expected, by) => engine.write((tx) => removeClaim(tx, reference, expected, by)),
  });
}

export function claimRelationRoutes({ http, answering, engine }: Rooms): void {
  resource(http, answering, {
    path: 'claim-relations',
    names: ['claimRelation', 'claimRelations'],
    shape: ClaimRelation,
    fresh: NewClaimRelation,
    refusals: { write: ['unprocessable', 'wrong-dispute'] },
    filter: {
      claim: oneOrMore(Reference).describe('Relations that lead from this claim or to it'),
      target: oneOrMore(Reference).describe('Relations that lead to this claim'),
      kind: oneOrMore(ClaimRelationKind).describe('How the claim stands to its target'),
    },
    list: (filter: ClaimRelationFilter, paging) => listClaimRelations(engine.read, filter, paging),
    get: (reference) => getClaimRelation(engine.read, reference),
    create: (body: NewClaimRelation, by) =>
      engine.write(async (tx) => getClaimRelation(tx, await recordClaimRelation(tx, body, by))),
    revise: (reference, expected, patch, by) =>
      engine.write(async (tx) => getClaimRelation(tx, await reviseClaimRelation(tx, reference, expected, patch, by))),
    remove: (reference, expected, by) => engine.write((tx) => removeClaimRelation(tx, reference, expected, by)),
  });
}
