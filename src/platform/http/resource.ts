import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { mergePatchOf, Reference } from '../../kernel/entity.ts';
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
  /** What the `409 in-use` and `410 withdrawn` of this entity mean, when it has them. */
  statuses?: number[];
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
  const extra = of.statuses ?? [];

  routes.get<ByRef>(`/${of.path}`, {
    config: { needs: 'read' },
    schema: {
      tags,
      operationId: `list${all}`,
      querystring: z.strictObject({ ...of.filter, ...pageQuery }),
      response: { 200: pageOf(of.shape), ...problems(400, 401, 403, 422, 429, 503) },
    },
    handler: async (request, reply) =>
      answerPage(request, reply, answering, (filter, paging) => of.list(filter as Filter, paging, callerOf(request))),
  });

  const created = (reply: FastifyReply, made: Shape) => {
    reply.code(201).header('location', `${answering.publicUrl}/v1/${of.path}/${made.id}`);
    return reply.send(answerEntity(reply, made));
  };

  routes.post<ByRef>(`/${of.path}`, {
    config: {
      needs: 'write',
      again: async (request, reply, id) => created(reply, await of.get(id, callerOf(request))),
    },
    bodyLimit: of.bodyLimit ?? 1024 * 1024,
    schema: {
      tags,
      operationId: `create${one}`,
      headers: WriteOnce,
      body: of.fresh,
      response: { 201: of.shape, ...problems(400, 401, 403, 409, 413, 415, 422, 429, 503, 507) },
    },
    handler: async (request, reply) => created(reply, await of.create(request.body as New, byOf(request))),
  });

  routes.get<ByRef>(`/${of.path}/:ref`, {
    config: { needs: 'read' },
    schema: {
      tags,
      operationId: `get${one}`,
      params: ByReference,
      response: {
        200: of.shape,
        ...problems(400, 401, 403, 404, 429, 503, ...extra.filter((status) => status === 410)),
      },
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
      params: ByReference,
      headers: IfMatch,
      body: mergePatchOf(of.revisable ?? of.fresh),
      response: {
        200: of.shape,
        ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503, 507, ...extra),
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
      params: ByReference,
      headers: IfMatch,
      response: { 204: z.null(), ...problems(400, 401, 403, 404, 409, 412, 428, 429, 503, 507, ...extra) },
    },
    handler: async (request, reply) => {
      await of.remove(request.params.ref, expectedRevisions(request), byOf(request));
      return reply.code(204).send(null);
    },
  });
}

/** The headers of a POST that makes something. */
export const WriteOnce = z.looseObject({
  'idempotency-key': z
    .string()
    .optional()
    .describe(
      '1 to 255 visible ASCII characters: the same key and body within 24 hours makes nothing new and gives the first answer again',
    ),
  'change-comment': z.string().optional().describe('Why; it stands in history'),
});

const IfMatch = z.looseObject({
  'if-match': z.string().optional().describe('The ETag that was read, or `*`. Required; 428 without it'),
  'change-comment': z.string().optional().describe('Why; it stands in history'),
});

type Reply = { header(name: string, value: string): unknown };

/** Answers one page of a list: opens and seals the cursors, and tells `next` in a Link header too. */
export async function answerPage<Item, Caller, By>(
  request: FastifyRequest,
  reply: Reply,
  { cursors, publicUrl }: Answering<Caller, By>,
  list: (filter: Record<string, unknown>, paging: Paging) => Promise<Page<Item, Place>>,
): Promise<{ items: Item[]; next: string | null; total?: number }> {
  const { limit, cursor, count, ...filter } = request.query as Record<string, unknown> & {
    limit: number;
    cursor?: string;
  };
  const path = request.routeOptions.url ?? '';
  const name = `${path} ${JSON.stringify(request.params)} ${JSON.stringify(Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
  const after = cursor === undefined ? null : cursors.open(name, cursor);
  const { items, next, total } = await list(filter, { limit, after, count: count === 'true' });
  const sealed = next === null ? null : cursors.seal(name, next);
  if (sealed !== null) reply.header('link', `<${publicUrl}${withCursor(request.url, sealed)}>; rel="next"`);
  return { items, next: sealed, ...(total !== undefined && { total }) };
}

function withCursor(url: string, cursor: string): string {
  const [path, query = ''] = url.split('?', 2) as [string, string?];
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  return `${path}?${parameters}`;
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
