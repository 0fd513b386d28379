import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { RouteContext } from '../../access/route-context.ts';
import { trueOrFalse } from '../../kernel/boolean.ts';
import { oneOrMore, Reference } from '../../kernel/entity.ts';
import { answerEntity, revisionsIfAny } from '../../platform/http/conditional.ts';
import { problems } from '../../platform/http/problem.ts';
import { resource } from '../../platform/http/resource.ts';
import { withSimilar } from '../likenesses/store.ts';
import { updated } from '../updated.ts';
import { withWords } from '../with-words.ts';
import { recordClaim, removeClaim, reviseClaim } from './actions.ts';
import { Claim, ClaimMerge, NewClaim } from './claim.ts';
import { ClaimRelation, ClaimRelationKind, NewClaimRelation } from './claim-relation.ts';
import { mergeClaim, unmergeClaim } from './merge-actions.ts';
import { recordClaimRelation, removeClaimRelation, reviseClaimRelation } from './relation-actions.ts';
import { type ClaimRelationFilter, getClaimRelation, listClaimRelations } from './relation-store.ts';
import { type ClaimFilter, getClaim, listClaims } from './store.ts';

export function claimRoutes({ http, answering, engine, formats }: RouteContext): void {
  resource(http, answering, {
    path: 'claims',
    names: ['claim', 'claims'],
    shape: Claim,
    brief: ['id', 'slug', 'text'],
    fresh: NewClaim,
    filter: {
      dispute: oneOrMore(Reference).describe('Claims on questions of this dispute'),
      question: oneOrMore(Reference).describe('Claims that answer this question'),
      contested: trueOrFalse().describe(
        'Whether one side supports it while another denies it, or supports a claim that competes with it',
      ),
      reviewed: trueOrFalse().describe('Whether there is a published fact-check of it'),
      q: withWords('the text, the terms and the note'),
      ...updated,
    } satisfies Record<keyof ClaimFilter, z.ZodType>,
    moves: true,
    formats: { one: formats.one.claim },
    refusals: { remove: ['conflict'] },
    list: (filter: ClaimFilter, paging) => listClaims(engine.read, filter, paging),
    get: (reference) => getClaim(engine.read, reference),
    create: async (body: NewClaim, by) =>
      withSimilar(
        engine.read,
        'claim',
        await engine.write(async (tx) => getClaim(tx, await recordClaim(tx, body, by))),
      ),
    again: async (id) => withSimilar(engine.read, 'claim', await getClaim(engine.read, id)),
    revise: (reference, expected, patch, by) =>
      engine.write(async (tx) => getClaim(tx, await reviseClaim(tx, reference, expected, patch, by))),
    remove: (reference, expected, by) => engine.write((tx) => removeClaim(tx, reference, expected, by)),
  });
}

const ByReference = z.strictObject({ ref: Reference });

/** Merging claims, and undoing it. */
export function claimMergeRoutes({ http, answering, engine }: RouteContext): void {
  const again = async (_request: FastifyRequest, reply: FastifyReply, id: string) =>
    reply.send(answerEntity(reply, await getClaim(engine.read, id)));

  http.post('/claims/:ref/merge', {
    config: { needs: 'write', again },
    schema: {
      tags: ['claims'],
      operationId: 'mergeClaim',
      summary: 'Merge a claim into another',
      description:
        "Lets one claim stand as another of the same question, and answers that one: statements, relations, reviews and corrections follow, and so do references and filters by the old slug; the old address answers 308. Where a statement has a stance to both, the target's stands. `/unmerge` undoes it.",
      params: ByReference,
      body: ClaimMerge,
      response: {
        200: Claim,
        ...problems(
          400,
          401,
          403,
          404,
          'conflict',
          'idempotency-mismatch',
          412,
          413,
          415,
          'unprocessable',
          'unknown-reference',
          429,
          503,
          507,
        ),
      },
    },
    handler: async (request, reply) => {
      const { ref } = request.params;
      const target = await engine.write(async (tx) => {
        const by = answering.byOf(request);
        return getClaim(tx, await mergeClaim(tx, ref, revisionsIfAny(request), request.body, by));
      });
      return reply.send(answerEntity(reply, target));
    },
  });

  http.post('/claims/:ref/unmerge', {
    config: { needs: 'write', again },
    schema: {
      tags: ['claims'],
      operationId: 'unmergeClaim',
      summary: 'Undo the merge of a claim',
      description:
        'Lets a claim that was merged stand for itself again, and answers it: what was written for it and followed the merge comes back; what was changed in between stays changed.',
      params: ByReference,
      response: { 200: Claim, ...problems(400, 401, 403, 404, 'conflict', 'idempotency-mismatch', 412, 429, 503, 507) },
    },
    handler: async (request, reply) => {
      const { ref } = request.params;
      const claim = await engine.write(async (tx) =>
        getClaim(tx, await unmergeClaim(tx, ref, revisionsIfAny(request), answering.byOf(request))),
      );
      return reply.send(answerEntity(reply, claim));
    },
  });
}

export function claimRelationRoutes({ http, answering, engine }: RouteContext): void {
  resource(http, answering, {
    path: 'claim-relations',
    names: ['claimRelation', 'claimRelations'],
    shape: ClaimRelation,
    brief: ['id', 'claim', 'kind', 'target'],
    fresh: NewClaimRelation,
    refusals: { write: ['unprocessable', 'wrong-dispute'] },
    filter: {
      claim: oneOrMore(Reference).describe('Relations that lead from this claim or to it'),
      target: oneOrMore(Reference).describe('Relations that lead to this claim'),
      kind: oneOrMore(ClaimRelationKind).describe('How the claim stands to its target'),
      ...updated,
    } satisfies Record<keyof ClaimRelationFilter, z.ZodType>,
    list: (filter: ClaimRelationFilter, paging) => listClaimRelations(engine.read, filter, paging),
    get: (reference) => getClaimRelation(engine.read, reference),
    create: (body: NewClaimRelation, by) =>
      engine.write(async (tx) => getClaimRelation(tx, await recordClaimRelation(tx, body, by))),
    revise: (reference, expected, patch, by) =>
      engine.write(async (tx) => getClaimRelation(tx, await reviseClaimRelation(tx, reference, expected, patch, by))),
    remove: (reference, expected, by) => engine.write((tx) => removeClaimRelation(tx, reference, expected, by)),
  });
}
