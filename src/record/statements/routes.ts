import { z } from 'zod';
import { type Caller, seesDrafts } from '../../access/guard.ts';
import type { RouteContext } from '../../access/route-context.ts';
import { Reference } from '../../kernel/entity.ts';
import { answerEntity, revisionsIfAny } from '../../platform/http/conditional.ts';
import type { Telling } from '../../platform/http/list.ts';
import { codesWith, problems } from '../../platform/http/problem.ts';
import { resource } from '../../platform/http/resource.ts';
import { recordStatement } from './actions.ts';
import { similarStatements } from './duplicates.ts';
import type { StatementListing } from './listing.ts';
import { redactStatement } from './redaction.ts';
import { Redaction, RedactionReceipt } from './redaction-receipt.ts';
import { reviseStatement } from './revise.ts';
import { NewStatement, Statement, StatementRevision } from './statement.ts';
import { getStatement } from './store.ts';
import { tellStatement } from './told.ts';
import { restoreStatement, withdrawStatement } from './withdrawal.ts';

const EVERYTHING = { drafts: true };
const SAYS = {
  create: {
    description:
      'Records who said what, as one article reports it. The quote is looked up in the newest text of the article: words that do not appear there are refused with what was found and what is suggested, unless the quote is `indirect` or the statement a `draft`. Dispute, side, title and language are inferred where they are left out. The same words of a speaker at one place of an article are one statement: 409 `duplicate` names it, or `similar` where no place tells. A `rebuttal` written inside is recorded with it, or neither is.',
  },
  remove: {
    summary: 'Withdraw a statement',
    description:
      'Withdraws the statement for the reason in `Change-Comment`, answered or not: it leaves lists and counts at once, its address answers 410 with the reason, and history keeps it.',
  },
};

export function statementRoutes<Filter>(
  { http, answering, engine, checker, formats }: RouteContext,
  { filter, list, listTold, newest }: StatementListing<Filter>,
): void {
  const madeNow = async (id: string) => {
    const similar = await similarStatements(engine.read, id);
    return { ...(await getStatement(engine.read, id, EVERYTHING)), ...(similar.length > 0 && { similar }) };
  };
  // Where nothing that was told lasts, whoever sends it writes it as soon.
  const telling: Telling<Filter, Caller> = {
    list: listTold,
    get: (reference, caller) => tellStatement(engine.read, reference, { drafts: seesDrafts(caller) }),
  };
  resource(http, answering, {
    path: 'statements',
    names: ['statement', 'statements'],
    shape: Statement,
    brief: ['id', 'quote', 'quoteType', 'saidAt', 'speaker', 'side', 'article', 'anchor.result'],
    selects: true,
    fresh: NewStatement,
    revisable: StatementRevision,
    filter,
    says: SAYS,
    refusals: { get: ['withdrawn'], write: ['duplicate', ...codesWith(422)] },
    formats: { one: formats.one.statement, list: formats.list.statements },
    list,
    newest,
    get: (reference, caller) => getStatement(engine.read, reference, { drafts: seesDrafts(caller) }),
    told: engine.kind === 'sqlite' ? telling : undefined,
    create: async (body: NewStatement, by) => madeNow(await recordStatement(engine, checker, body, by)),
    again: madeNow,
    revise: async (reference, expected, patch, by) =>
      getStatement(
        engine.read,
        await reviseStatement(engine, checker, reference, expected, patch as Record<string, unknown>, by),
        EVERYTHING,
      ),
    remove: (reference, expected, by) => engine.write((tx) => withdrawStatement(tx, reference, expected, by)),
  });

  http.post('/statements/:ref/restore', {
    config: {
      needs: 'write',
      again: async (_request, reply, id) =>
        reply.send(answerEntity(reply, await getStatement(engine.read, id, EVERYTHING))),
    },
    schema: {
      tags: ['statements'],
      operationId: 'restoreStatement',
      summary: 'Restore a withdrawn statement',
      description:
        'Brings a withdrawn statement back as what it was, draft or published, with its stances, rebuttals, reviews and corrections. One whose words were redacted stays away: 410.',
      params: ByReference,
      response: {
        200: Statement,
        ...problems(400, 401, 403, 404, 'conflict', 'duplicate', 'idempotency-mismatch', 410, 412, 429, 503, 507),
      },
    },
    handler: async (request, reply) => {
      const { ref } = request.params;
      await engine.write((tx) => restoreStatement(tx, ref, revisionsIfAny(request), answering.byOf(request)));
      return reply.send(answerEntity(reply, await getStatement(engine.read, ref, EVERYTHING)));
    },
  });

  http.post('/statements/:ref/redact', {
    config: { needs: 'admin' },
    schema: {
      tags: ['statements'],
      operationId: 'redactStatement',
      summary: 'Redact a statement',
      description:
        "Removes the words for good, where the law demands it: from the statement, its history, the texts of its article (blanked, character by character), import jobs and the database's files. The chain of history still verifies, and one more line says publicly that and why words were removed, and from which lines. The statement is withdrawn with it and answers 410 with the reason. Backups made before, and copies that others took, are not reached.",
      params: ByReference,
      body: Redaction,
      response: {
        200: RedactionReceipt,
        ...problems(400, 401, 403, 404, 'conflict', 'idempotency-mismatch', 412, 413, 415, 429, 503, 507),
      },
    },
    handler: async (request, reply) => {
      const by = { ...answering.byOf(request), comment: request.body.reason };
      const receipt = await redactStatement(engine, request.params.ref, revisionsIfAny(request), by);
      return reply.send(answerEntity(reply, receipt));
    },
  });
}

const ByReference = z.strictObject({ ref: Reference });
