import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { allows } from '../access/key.ts';
import type { RouteContext } from '../access/route-context.ts';
import type { Comparer } from '../analysis/comparer.ts';
import { Failure } from '../kernel/failure.ts';
import { problems } from '../platform/http/problem.ts';
import { addressesAt } from './sources.ts';

type Settings = { comparer: Comparer; publicText: boolean; publicUrl: string; corsOrigin: string | undefined };

/** A message of JSON-RPC 2.0: a request, or a notification, which has no id. What it takes is said by the protocol. */
const Message = z
  .strictObject({
    jsonrpc: z.literal('2.0'),
    id: z.union([z.string(), z.int()]).optional(),
    method: z.string(),
    params: z.looseObject({}).optional(),
  })
  .meta({ id: 'AssistantMessage' });
const Reply = z
  .looseObject({ jsonrpc: z.literal('2.0'), id: Message.shape.id.nullable() })
  .meta({ id: 'AssistantReply' });
const BODY_MAX = 8 * 1024 * 1024;

/** The door for assistants: the Model Context Protocol of 2026-07-28, and the ones before, without sessions. */
export function assistantRoutes({ http, answering, engine, checker }: RouteContext, settings: Settings): void {
  const { comparer, publicText } = settings;
  const { cursors, baseOf } = answering;
  http.post('/mcp', {
    config: { needs: 'read', again: 'ignored', onlyReads: true },
    bodyLimit: BODY_MAX,
    schema: {
      tags: ['assistants'],
      operationId: 'askAsAssistant',
      summary: 'Ask as an assistant',
      description:
        'The Model Context Protocol of 2026-07-28, without sessions; clients of earlier versions are answered too. Its tools only read, and say themselves what they take. A page of a foreign origin is refused.',
      body: Message,
      response: { 200: Reply, ...problems(400, 401, 403, 413, 415, 429, 503) },
    },
    onRequest: async (request) => refuseForeignPage(request, settings),
    handler: async (request, reply) => {
      const seesTexts = publicText || allows(request.caller.scope, 'read');
      const addressOf = addressesAt(baseOf(request));
      const means = { engine, checker, comparer, cursors, addressOf, seesTexts, signal: request.gone };
      // The library for it, which is large, is loaded by whoever asks first.
      const { answerMessage } = await import('./message.ts');
      const { status, version, type, text } = await answerMessage(request, baseOf(request), means);
      if (version !== null) reply.header('mcp-protocol-version', version);
      if (type !== null) reply.header('content-type', type);
      return reply
        .code(status as 200)
        .header('cache-control', 'no-store')
        .serializer(String)
        .send(text as never);
    },
  });
}

const LOCAL = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Browsers say which page asks. One that is neither this service's own, nor local, nor allowed by `CORS_ORIGIN` is
 * refused, so that no page that somebody visits can ask in his name: a name that leads here is not enough.
 */
function refuseForeignPage({ headers: { origin } }: FastifyRequest, { publicUrl, corsOrigin }: Settings): void {
  if (origin === undefined || corsOrigin === '*') return;
  const known = [...(corsOrigin ?? '').split(','), publicUrl].map((one) => originOf(one.trim()));
  const own = originOf(origin);
  if (own !== null && (known.includes(own) || LOCAL.test(new URL(own).hostname))) return;
  throw new Failure('forbidden', 'This page may not ask here: its origin is none that CORS_ORIGIN names.');
}

function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null;
}
