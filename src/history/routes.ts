import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { RouteContext } from '../access/route-context.ts';
import { oneOrMore, Reference } from '../kernel/entity.ts';
import { wholeNumber, wholeNumberOr } from '../kernel/number.ts';
import { pageOf, pageQuery } from '../kernel/page.ts';
import { PartialDate } from '../kernel/time.ts';
import { ndjson } from '../platform/http/format.ts';
import { answerList } from '../platform/http/list.ts';
import { problems } from '../platform/http/problem.ts';
import { Change } from './change.ts';
import { listChanges } from './feed.ts';
import { changeStream, type Follower, type LiveKeys } from './stream.ts';

const Type = oneOrMore(z.string().min(1).max(50)).describe(
  'Lines of this kind of entity: `statement`, `claim-relation`',
);

/** Which lines are wanted, in pages and in a stream. */
const filters = {
  type: Type,
  since: PartialDate.optional().describe('Lines written at this time or later: a date, or a time with its offset'),
  until: PartialDate.optional().describe('Lines written at this time or earlier, the whole of it'),
  actor: oneOrMore(z.string().min(1).max(200)).describe('Lines by this actor, as they name it'),
  dispute: oneOrMore(Reference).describe(
    'Lines of what belongs to this dispute: itself, its questions, claims and statements, what ties, answers, reviews and corrects them, and the articles that report them. What was deleted is not found by it',
  ),
};

/** The change feed, to be read in pages or followed as it grows. */
export function changeRoutes(
  { http, answering, engine, formats }: RouteContext,
  sightOf: (request: FastifyRequest) => Follower,
  disputesReferred: (references: readonly string[]) => Promise<string[]>,
  liveKeys: LiveKeys,
): void {
  http.get('/changes', {
    config: { needs: 'read', fromRecord: true, readsNewest: true, formats: [ndjson, ...formats.list.changes] },
    schema: {
      tags: ['changes'],
      operationId: 'listChanges',
      summary: 'Read the change feed',
      description:
        'Every change of the record, oldest first unless asked otherwise, in the order in which they were committed. Ask again with `after` set to the last `seq` that you have; nothing ever appears before it. With `since`, `until`, `actor` or `dispute` a page may hold fewer than `limit` while `next` leads on. Lines that were written while an entity was a draft are for keys that may write.',
      querystring: z.strictObject({
        ...pageQuery,
        after: wholeNumberOr(0, 0, Number.MAX_SAFE_INTEGER).describe('Lines after the one with this `seq`'),
        ...filters,
        order: z.enum(['asc', 'desc']).default('asc').describe('The oldest first, or the newest'),
      }),
      response: { 200: pageOf(Change), ...problems(400, 401, 403, 'unknown-reference', 429, 503) },
    },
    handler: (request, reply) => {
      const { after, since, until, actor, type, order } = request.query;
      return answerList(request, reply, answering, async ({ dispute }, paging) => {
        const disputes = dispute === undefined ? undefined : await disputesReferred(dispute as string[]);
        const filter = { after, since, until, actor, type, dispute: disputes };
        return listChanges(engine.read, filter, paging, sightOf(request), order);
      });
    },
  });

  const stream = changeStream(engine, { liveKeys });
  http.addHook('preClose', () => stream.close());

  http.get('/changes/stream', {
    config: { needs: 'read', readsNewest: true },
    exposeHeadRoute: false,
    schema: {
      tags: ['changes'],
      operationId: 'streamChanges',
      summary: 'Follow the change feed',
      description:
        'The change feed as server-sent events: `id` is the `seq`, `data` the line. It takes the filters of the feed. It begins after `Last-Event-ID`, else after `after`, else at `since`, else with what comes next. Comments show that the connection lives; an `id` without `data` tells how far lines were passed over that are not for the reader. It ends after a while, when its reader is too slow, and when its key is revoked; who comes back with `Last-Event-ID`, as browsers do, misses nothing.',
      querystring: z.strictObject({
        after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional().describe('Lines after the one with this `seq`'),
        ...filters,
      }),
      headers: z.looseObject({
        'last-event-id': z.string().optional().describe('The `seq` of the last line that the reader has'),
      }),
      response: {
        200: { description: 'Events without end', content: { 'text/event-stream': { schema: z.string() } } },
        ...problems(400, 401, 403, 'unknown-reference', 429, 503),
      },
    },
    handler: async (request, reply) => {
      const { dispute, after: asked, ...others } = request.query;
      const given = request.headers['last-event-id'];
      const after = given === undefined || !/^\d{1,15}$/.test(given) ? asked : Number(given);
      const disputes = dispute === undefined ? undefined : await disputesReferred(dispute);
      await stream.follow(request, reply, { ...others, after, dispute: disputes }, sightOf(request));
      return reply;
    },
  });
}
