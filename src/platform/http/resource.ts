import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { mergePatchOf, Reference } from '../../kernel/entity.ts';
import type { FailureCode } from '../../kernel/failure.ts';
import { type Page, pageOf, pageQuery } from '../../kernel/page.ts';
import { answerEntity, expectedRevisions } from './conditional.ts';
import type { Cursors, Place } from './cursor.ts';
import { problems } from './problem.ts';

export type Http = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What a list is asked for, besides its filters. `after` is the place where the page before ended. */
export type Paging = { limit: number; after: Place | null; count: boolean };

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
  /** What the documents say of it, where the names do not say enough; `remove` where DELETE does not delete. */
  says?: { [Operation in 'list' | 'create' | 'get' | 'revise' | 'remove']?: { summary?: string; description: string } };
  /** Codes that its routes can answer with besides those that every resource has. */
  refusals?: { get?: FailureCode[]; write?: FailureCode[] };
  bodyLimit?: number;
  list(filter: Filter, paging: Paging, caller: Caller): Promise<Page<Shape, Place>>;
  get(reference: string, caller: Caller): Promise<Shape>;
  create(body: New, by: By): Promise<Shape>;
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
};

const ByReference = z.strictObject({ ref: Reference });

/** What every request can meet, and every request with a body that is stored. */
const ALWAYS = [400, 401, 403, 429, 503] as const;
const WITH_BODY = [...ALWAYS, 413, 415, 507] as const;

type ByRef = { Params: { ref: string } };

export function resource<Shape extends Entity, New, Filter, Caller, By>(
  http: Http,
  answering: Answering<Caller, By>,
  of: Resource<Shape, New, Filter, Caller, By>,
): void {
  const { callerOf, byOf } = answering;
  const [one, all] = [upperFirst(of.names[0]), upperFirst(of.names[1])];
  // The schemas are of generic types, which the type provider cannot resolve here.
  const routes = http as unknown as FastifyInstance;
  const tags = [of.path];
  const said = saidOf(of.names, of.says);
  const { get: unreadable = [], write: refusals = [] } = of.refusals ?? {};

  routes.get<ByRef>(`/${of.path}`, {
    config: { needs: 'read' },
    schema: {
      tags,
      operationId: `list${all}`,
      ...said.list,
      querystring: z.strictObject({ ...of.filter, ...pageQuery }),
      response: { 200: pageOf(of.shape), ...problems(...ALWAYS, 'unknown-reference') },
    },
    handler: async (request, reply) =>
      answerPage(request, reply, answering, (filter, paging) => of.list(filter as Filter, paging, callerOf(request))),
  });

  const urlOf = ({ id }: Shape) => `${answering.publicUrl}/v1/${of.path}/${id}`;
  const created = (reply: FastifyReply, made: Shape) =>
    reply.code(201).header('location', urlOf(made)).send(answerEntity(reply, made));

  routes.post<ByRef>(`/${of.path}`, {
    config: {
      needs: 'write',
      again: async (request, reply, id) => created(reply, await of.get(id, callerOf(request))),
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

  routes.get<ByRef>(`/${of.path}/:ref`, {
    config: { needs: 'read' },
    schema: {
      tags,
      operationId: `get${one}`,
      ...said.get,
      params: ByReference,
      response: { 200: of.shape, ...problems(...ALWAYS, 404, ...unreadable) },
    },
    handler: async (request, reply) =>
      reply.send(answerEntity(reply, await of.get(request.params.ref, callerOf(request)))),
  });

  routes.patch<ByRef>(`/${of.path}/:ref`, {
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

  routes.delete<ByRef>(`/${of.path}/:ref`, {
    config: { needs: 'write' },
    schema: {
      tags,
      operationId: `delete${one}`,
      ...said.remove,
      params: ByReference,
      headers: Changing,
      response: {
        204: z.null(),
        ...problems(...ALWAYS, 404, 'in-use', 412, 428, 507, ...unreadable),
      },
    },
    handler: async (request, reply) => {
      await of.remove(request.params.ref, expectedRevisions(request), byOf(request));
      return reply.code(204).send(null);
    },
  });
}

/** How it must look is said where it is read. */
const Changing = z.looseObject({ 'if-match': z.string().optional() });

/** What the documents say of the five routes, unless the room says it better. */
function saidOf([one, all]: [string, string], better: Resource<Entity, unknown, unknown, unknown, unknown>['says']) {
  const [it, them] = [inWords(one), inWords(all)];
  const anIt = `${/^[aeiou]/.test(it) ? 'an' : 'a'} ${it}`;
  const says = {
    list: {
      summary: `List the ${them}`,
      description: `All ${them} that the filters let through, in pages. Filters are joined by AND, repeated values of one filter by OR.`,
    },
    create: { summary: `Record ${anIt}`, description: `Records ${anIt} and gives it back as it is kept.` },
    get: { summary: `Read ${anIt}`, description: `The ${it} as it is now, with the ETag that a change of it needs.` },
    revise: {
      summary: `Revise ${anIt}`,
      description: `Changes what the body names and leaves the rest (RFC 7396): null removes a member, a list replaces the whole list. Without a difference nothing is written.`,
    },
    remove: {
      summary: `Delete ${anIt}`,
      description: `Deletes the ${it}; its history stays. What others refer to is not deleted: 409 counts what refers to it.`,
    },
  };
  return Object.fromEntries(
    Object.entries(says).map(([operation, said]) => [
      operation,
      { ...said, ...better?.[operation as keyof typeof says] },
    ]),
  ) as typeof says;
}

function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

type Reply = { header(name: string, value: string): unknown };

/** Answers one page of a list: opens and seals the cursors, and tells `next` in a Link header too. */
export async function answerPage<Item, Caller, By>(
  request: FastifyRequest,
  reply: Reply,
  { cursors, publicUrl }: Answering<Caller, By>,
  list: (filter: Record<string, unknown>, paging: Paging) => Promise<Page<Item, Place>>,
): Promise<Page<Item>> {
  const { limit, cursor, count, ...filter } = request.query as Record<string, unknown> & {
    limit: number;
    cursor?: string;
  };
  const path = request.routeOptions.url ?? '';
  const name = listName(path, request.params, filter);
  const after = cursor === undefined ? null : cursors.open(name, cursor);
  const { items, next, total, totalAtLeast } = await list(filter, { limit, after, count: count === 'true' });
  const sealed = next === null ? null : cursors.seal(name, next);
  if (sealed !== null) reply.header('link', `<${publicUrl}${withCursor(request.url, sealed)}>; rel="next"`);
  return {
    items,
    next: sealed,
    ...(total !== undefined && { total }),
    ...(totalAtLeast !== undefined && { totalAtLeast }),
  };
}

/** What a cursor is sealed for: one list, with one set of filters. */
export function listName(path: string, parameters: unknown, filter: Record<string, unknown>): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  const filters = given.sort(([a], [b]) => (a < b ? -1 : 1));
  return `${path} ${JSON.stringify(parameters)} ${JSON.stringify(filters)}`;
}

function withCursor(url: string, cursor: string): string {
  const [path, ...query] = url.split('?') as [string, ...string[]];
  const parameters = new URLSearchParams(query.join('?'));
  parameters.set('cursor', cursor);
  return `${path}?${parameters}`;
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
