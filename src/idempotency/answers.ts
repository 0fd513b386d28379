import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { Failure } from '../kernel/failure.ts';
import { Moved } from '../kernel/moved.ts';
import type { Engine } from '../platform/engine/tables.ts';
import type { Http } from '../platform/http/http.ts';
import { fingerprintOf, idempotencyKeyOf, type KeptAnswer, type Once } from './once.ts';
import { type Claim, findClaim, keepAnswer, purgeClaims } from './store.ts';
import { refuseOther, takeTurns } from './turns.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * How a POST goes with an Idempotency-Key. A function answers for what was made before, from its id, when the first
     * answer could not be kept. `never`: the answer holds a secret and is not kept. A repetition without an answer is a conflict.
     * `ignored`: the route makes nothing, or nothing twice, anyway.
     */
    again?: ((request: FastifyRequest, reply: FastifyReply, id: string) => Promise<unknown>) | 'never' | 'ignored';
  }
  interface FastifyRequest {
    /** Set while a request with an Idempotency-Key is carried out. */
    once: Once | null;
  }
}

export type OnceSettings = {
  /** How long a request waits for its twin that is under way. */
  twinWaitMs: number;
  /** How long an answer may take to be kept once its record is committed; later it is composed anew. */
  keepingMs: number;
  /** Null where another process sees to it. */
  purgeEveryMs: number | null;
  clock: () => Date;
};

const DEFAULTS: OnceSettings = {
  twinWaitMs: 10_000,
  keepingMs: 2_000,
  purgeEveryMs: 10 * 60_000,
  clock: () => new Date(),
};
/** The headers that an answer is kept with; the others are of the connection or of the moment. */
const KEPT_HEADERS = ['content-type', 'location', 'etag', 'cache-control'] as const;
const LOOK_AGAIN_MS = 20;

type Handler = (this: FastifyInstance, request: FastifyRequest, reply: FastifyReply) => unknown;

/**
 * Carries out every POST that has an Idempotency-Key once, and answers its repetitions as the first time
 * (draft-ietf-httpapi-idempotency-key-header).
 *
 * The key is written down in the transaction that makes the record, so neither a crash nor a twin in another process
 * can make a second. Only what made a record is remembered: a request that failed may be mended and sent again under
 * the same key. To be called before the routes are there, and after answers are tagged.
 */
export function answerOnce(app: Http, engine: Engine, settings: Partial<OnceSettings> = {}): void {
  const { twinWaitMs, keepingMs, purgeEveryMs, clock } = { ...DEFAULTS, ...settings };
  const turnFor = takeTurns(twinWaitMs);
  const repeat = repeater(engine, clock, keepingMs);
  app.decorateRequest('once', null);

  async function keepWhatIsOnce(request: FastifyRequest, reply: FastifyReply, payload: unknown) {
    const { once } = request;
    if (!once || typeof payload !== 'string' || reply.statusCode < 200 || reply.statusCode > 299) return payload;
    // An answer that cannot be kept is given all the same: the record is there.
    await keepAnswer(engine, once, answerOf(reply, payload)).catch((error) =>
      request.log.warn({ err: error }, 'an answer was not kept'),
    );
    return payload;
  }

  app.addHook('onRoute', (route: RouteOptions) => {
    if (route.method !== 'POST' || route.config?.again === 'ignored') return;
    const handler = route.handler as Handler;
    if (route.config?.again !== 'never') route.onSend = [route.onSend ?? [], keepWhatIsOnce].flat();
    route.handler = async function carryOutOnce(this: FastifyInstance, request, reply) {
      const once = onceOf(request);
      if (once === null) return handler.call(this, request, reply);
      const turn = await turnFor(once);
      reply.raw.once('close', turn.end);
      const before = await findClaim(engine.read, once, clock());
      if (before) return repeat(request, reply, once, before);
      request.once = once;
      try {
        return await handler.call(this, request, reply);
      } catch (error) {
        request.once = null;
        // The refusal may be the doing of a twin in another process, which committed first.
        const meanwhile = await findClaim(engine.read, once, clock());
        if (!meanwhile) throw error;
        return repeat(request, reply, once, meanwhile);
      }
    };
  });

  if (purgeEveryMs === null) return;
  const purging = setInterval(() => {
    purgeClaims(engine, clock()).catch((error) => app.log.warn({ err: error }, 'old keys were not purged'));
  }, purgeEveryMs);
  purging.unref();
  app.addHook('preClose', async () => clearInterval(purging));
}

function onceOf(request: FastifyRequest): Once | null {
  const header = request.headers['idempotency-key'];
  const caller = request.caller.key;
  if (header === undefined || caller === null) return null;
  const fingerprint = fingerprintOf(request.method, request.url, request.body);
  return { caller, key: idempotencyKeyOf(header), fingerprint };
}

/** Answers what was carried out before: as the first time, or, when that answer was never kept, from the record. */
function repeater(engine: Engine, clock: () => Date, keepingMs: number) {
  /** A twin in another process may have committed and be about to keep its answer. */
  async function keptAnswer(once: Once, { at, answer }: Claim): Promise<KeptAnswer | null> {
    let kept = answer;
    while (kept === null && clock().getTime() < Date.parse(at) + keepingMs) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
      kept = (await findClaim(engine.read, once, clock()))?.answer ?? null;
    }
    return kept;
  }

  return async function repeat(request: FastifyRequest, reply: FastifyReply, once: Once, claim: Claim) {
    refuseOther(once, claim);
    const { again } = request.routeOptions.config;
    const answer = again === 'never' ? null : await keptAnswer(once, claim);
    if (answer === null && typeof again !== 'function') throw answerIsGone(claim.entityId);
    reply.header('idempotency-replayed', 'true');
    if (answer) return reply.code(answer.status).headers(answer.headers).serializer(String).send(answer.body);
    request.once = once;
    try {
      return await (again as (...of: unknown[]) => Promise<unknown>)(request, reply, claim.entityId);
    } catch (error) {
      if (!(error instanceof Moved) && !(error instanceof Failure && GONE.has(error.code))) throw error;
      request.once = null;
      reply.removeHeader('idempotency-replayed');
      throw answerIsGone(claim.entityId);
    }
  };
}

/** What the record says of what was deleted, withdrawn or merged since. */
const GONE: ReadonlySet<string> = new Set(['not-found', 'withdrawn']);

function answerIsGone(existing: string): Failure {
  const detail = `This was carried out already, as ${existing}, and its answer is not kept: see what became of that.`;
  return new Failure('conflict', detail, {
    help: { existing },
  });
}

function answerOf(reply: FastifyReply, body: string): KeptAnswer {
  const headers: Record<string, string> = {};
  for (const name of KEPT_HEADERS) if (reply.hasHeader(name)) headers[name] = String(reply.getHeader(name));
  return { status: reply.statusCode, headers, body };
}
