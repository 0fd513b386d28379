import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mergePatchOf, Reference } from '../../kernel/entity.ts';
import type { FailureCode } from '../../kernel/failure.ts';
import { type Members, type Page, pageOf, pageQuery } from '../../kernel/page.ts';
import type { CursorPosition, Cursors } from '../cursor.ts';
import { WrittenJson } from '../written-json.ts';
import { answerEntity, expectedRevisions } from './conditional.ts';
import { AtATime, type EntityHistory } from './entity-history.ts';
import { type Format, type ListFormat, ndjson } from './format.ts';
import type { Http } from './http.ts';
import { answerList, answerPage, type Paging, pageTold, refuseSelection, type Telling } from './list.ts';
import { formatOf } from './negotiate.ts';
import { problems } from './problem.ts';
import { anItem, type RouteDocs, saidOf, upperFirst } from './route-docs.ts';
import { answeringAs, pick, selectionOf } from './selection.ts';

type Entity = { id: string; revision: number };
type Revisions = readonly number[] | '*';

/** The five routes that every entity has, and what each of them calls. */
export type Resource<Shape extends Entity, New, Filter, Caller, By> = {
  /** The URL segment, which is the tag too: `claim-relations`. */
  path: string;
  /** One of them and all of them, in camel case: `claimRelation`, `claimRelations`. */
  names: [one: string, all: string];
  shape: z.ZodType<Shape>;
  fresh: z.ZodObject;
  /** What a PATCH may change, when that is not everything that a POST takes. */
  revisable?: z.ZodObject;
  filter: z.ZodRawShape;
  /** The members that are shown of each of a list in its brief form. */
  brief: Members;
  /** Whether `list` gives the members alone that are asked for; else they are picked. */
  selects?: boolean;
  /** What the documents say of it, where the names do not say enough; `remove` where DELETE does not delete. */
  says?: RouteDocs;
  /** Codes that its routes can answer with besides those that every resource has. */
  refusals?: { get?: FailureCode[]; write?: FailureCode[]; remove?: FailureCode[] };
  /** Whether what was asked for may be found under another id. */
  moves?: boolean;
  bodyLimit?: number;
  /** How one of them, and the list of them, can be had besides JSON and NDJSON. */
  formats?: { one?: readonly Format<Shape>[]; list?: readonly ListFormat<Shape>[] };
  list(filter: Filter, paging: Paging, caller: Caller): Promise<Page<Shape, CursorPosition>>;
  /** The newest that the filter lets through, the newest first. Feeds need it. */
  newest?(filter: Filter, limit: number, caller: Caller): Promise<readonly Shape[]>;
  get(reference: string, caller: Caller): Promise<Shape>;
  /** `list` and `get` of what is written as it is sent already, where that takes less. */
  told?: Telling<Filter, Caller> | undefined;
  create(body: New, by: By): Promise<Shape>;
  /** The answer to a POST that is sent again; what `get` gives, when left out. */
  again?(id: string, caller: Caller): Promise<Shape>;
  revise(reference: string, expected: Revisions, patch: unknown, by: By): Promise<Shape>;
  remove(reference: string, expected: Revisions, by: By): Promise<void>;
};

export type Answering<Caller, By> = {
  cursors: Cursors;
  publicUrl: string;
  /** The address under which the caller reaches this service. */
  baseOf(request: FastifyRequest): string;
  callerOf(request: FastifyRequest): Caller;
  byOf(request: FastifyRequest): By;
  trail: EntityHistory<Caller>;
};

const ByReference = z.strictObject({ ref: Reference });

/** What every request can meet, and every request with a body that is stored. */
const ALWAYS = [400, 401, 403, 429, 503] as const;
const WITH_BODY = [...ALWAYS, 413, 415, 507] as const;

type ByRef = { Params: { ref: string }; Querystring: { asOf?: string; fields?: string[]; view?: 'full' | 'brief' } };

export function resource<Shape extends Entity, New, Filter, Caller, By>(
  http: Http,
  answering: Answering<Caller, By>,
  of: Resource<Shape, New, Filter, Caller, By>,
): void {
  const { callerOf, byOf, trail } = answering;
  const kind = of.names[0].replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const [one, all] = [upperFirst(of.names[0]), upperFirst(of.names[1])];
  const { newest } = of;
  if (of.formats?.list?.some(({ takes }) => takes === 'newest') && !newest) {
    throw new Error(`A feed of ${of.path} needs to know which are the newest.`);
  }
  const tags = [of.path];
  const selection = selectionOf(one, of.shape, of.brief);
  const said = saidOf(of.names, of.says);
  const { get: unreadable = [], write: refusals = [], remove: unremovable = [] } = of.refusals ?? {};

  http.get<ByRef>(`/${of.path}`, {
    config: { needs: 'read', fromRecord: true, formats: [ndjson, ...(of.formats?.list ?? [])] },
    schema: {
      tags,
      operationId: `list${all}`,
      ...said.list,
      querystring: z.strictObject({ ...of.filter, ...selection.ofList, ...pageQuery }),
      response: { 200: pageOf(of.shape), ...problems(...ALWAYS, 'unknown-reference') },
    },
    handler: async (request, reply) => {
      const members = selection.membersIn(request.query);
      const { told } = of;
      if (told && members === undefined && formatOf(request) === null)
        return answerPage(request, reply, answering, (filter, paging) =>
          told.list(filter as Filter, paging, callerOf(request)),
        ).then(pageTold<Shape>);
      const page = await answerList(
        request,
        reply,
        answering,
        (filter, paging) => pageOfSome(filter as Filter, paging, members, callerOf(request)),
        newest && ((filter, limit) => newest(filter as Filter, limit, callerOf(request))),
      );
      return members === undefined ? page : answeringAs(page, () => pageOf(selection.schemaOf(members)));
    },
  });

  async function pageOfSome(filter: Filter, paging: Paging, members: Members | undefined, caller: Caller) {
    if (members === undefined) return of.list(filter, paging, caller);
    const page = await of.list(filter, { ...paging, members }, caller);
    return of.selects ? page : { ...page, items: page.items.map((item) => pick(item, members)) };
  }

  const urlOf = ({ id }: Shape) => `${answering.publicUrl}/v1/${of.path}/${id}`;
  const created = (reply: FastifyReply, made: Shape) =>
    reply.code(201).header('location', urlOf(made)).send(answerEntity(reply, made));

  http.post<ByRef>(`/${of.path}`, {
    config: {
      needs: 'write',
      again: async (request, reply, id) => created(reply, await (of.again ?? of.get)(id, callerOf(request))),
    },
    bodyLimit: of.bodyLimit ?? 1024 * 1024,
    schema: {
      tags,
      operationId: `create${one}`,
      ...said.create,
      body: of.fresh,
      response: {
        201: of.shape,
        ...problems(...WITH_BODY, 'conflict', 'idempotency-mismatch', 'unknown-reference', ...refusals),
      },
    },
    handler: async (request, reply) => created(reply, await of.create(request.body as New, byOf(request))),
  });

  http.get<ByRef>(`/${of.path}/:ref`, {
    config: { needs: 'read', fromRecord: true, formats: of.formats?.one ?? [] },
    schema: {
      tags,
      operationId: `get${one}`,
      ...said.get,
      params: ByReference,
      querystring: AtATime.extend(selection.ofOne),
      response: { 200: of.shape, ...(of.moves && { 308: Elsewhere }), ...problems(...ALWAYS, 404, ...unreadable) },
    },
    handler: async (request, reply) => {
      const { ref } = request.params;
      const { asOf } = request.query;
      const caller = callerOf(request);
      const isPlain = asOf === undefined && request.query.fields === undefined && formatOf(request) === null;
      if (of.told && isPlain) {
        const told = await of.told.get(ref, caller);
        answerEntity(reply, told);
        return reply.send(new WrittenJson<Shape>(told.json));
      }
      const found = asOf === undefined ? of.get(ref, caller) : trail.asOf(kind, ref, asOf, caller);
      const entity = answerEntity(reply, await found);
      const members = selection.membersIn(request.query);
      if (members === undefined) return reply.send(entity);
      const format = formatOf(request);
      if (format !== null) refuseSelection(format, request.query);
      return reply.send(answeringAs(pick(entity, members), () => selection.schemaOf(members)));
    },
  });

  http.get<ByRef>(`/${of.path}/:ref/history`, {
    config: { needs: 'read', fromRecord: true, formats: [ndjson] },
    schema: {
      tags,
      operationId: `list${one}History`,
      summary: `Read the history of ${anItem(of.names[0])}`,
      description: 'Who changed what, when and why, oldest first; it outlives the entity.',
      params: ByReference,
      querystring: z.strictObject({ ...pageQuery }),
      response: { 200: pageOf(trail.line), ...problems(...ALWAYS, 404) },
    },
    handler: async (request, reply) =>
      answerList(request, reply, answering, (_filter, paging) =>
        trail.history(kind, request.params.ref, paging, callerOf(request)),
      ),
  });

  http.patch<ByRef>(`/${of.path}/:ref`, {
    config: { needs: 'write' },
    bodyLimit: of.bodyLimit ?? 1024 * 1024,
    schema: {
      tags,
      operationId: `revise${one}`,
      ...said.revise,
      params: ByReference,
      headers: Changing,
      body: mergePatchOf(of.revisable ?? of.fresh),
      response: {
        200: of.shape,
        ...problems(...WITH_BODY, 404, 'conflict', 'in-use', 412, 'unknown-reference', 428, ...unreadable, ...refusals),
      },
    },
    handler: async (request, reply) =>
      reply.send(
        answerEntity(
          reply,
          await of.revise(request.params.ref, expectedRevisions(request), request.body, byOf(request)),
        ),
      ),
  });

  http.delete<ByRef>(`/${of.path}/:ref`, {
    config: { needs: 'write' },
    schema: {
      tags,
      operationId: `delete${one}`,
      ...said.remove,
      params: ByReference,
      headers: Changing,
      response: {
        204: z.null(),
        ...problems(...ALWAYS, 404, 'in-use', 412, 428, 507, ...unreadable, ...unremovable),
      },
    },
    handler: async (request, reply) => {
      await of.remove(request.params.ref, expectedRevisions(request), byOf(request));
      return reply.code(204).send(null);
    },
  });
}

/** What leads on to another address. */
const Elsewhere = z.null().describe('This is another one now, at `Location`; the query is kept');

/** How it must look is said where it is read. */
const Changing = z.looseObject({ 'if-match': z.string().optional() });
