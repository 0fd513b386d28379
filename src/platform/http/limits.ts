import rateLimit, { type FastifyRateLimitStore, normalizeIP } from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyRequest } from 'fastify';
import { Failure } from '../../kernel/failure.ts';
import { isForOperators, isNeverQueued } from './admission.ts';
import type { Http } from './http.ts';

/** Addresses and keys that are counted at once; beyond that the one that was quiet longest is forgotten. */
const COUNTED_MAX = 20_000;

const SAMPLES_OF_START = 2;
/** What keeps the event loop and is no request, such as a piece of an import, is soon over: it is given more time. */
const LAG_OF_WAIT = 3;

/**
 * 503 with `Retry-After` while the event loop lags on average by three times what a request may wait, whatever keeps it; 0
 * for no limit. What requests themselves keep each other waiting is bounded where they are admitted.
 */
export async function shedLoad(app: Http, waitMaxMs: number, sampleMs: number): Promise<void> {
  let heedsFrom = 0;
  // The first samples tell of the start, which keeps the event loop for as long as it takes.
  app.addHook('onListen', async () => {
    heedsFrom = performance.now() + SAMPLES_OF_START * sampleMs;
  });
  await app.register(underPressure, {
    maxEventLoopDelay: LAG_OF_WAIT * waitMaxMs,
    sampleInterval: sampleMs,
    pressureHandler: (request, reply) => {
      if (isNeverQueued(request) || performance.now() < heedsFrom) return;
      reply.header('retry-after', '5');
      throw new Failure('overloaded', 'The service is busy. Try again in a few seconds.');
    },
  });
}

type CountRequest = (of: string, windowMs: number) => Promise<{ current: number; ttl: number }>;

/** What the plugin makes its store of, where requests are counted elsewhere. */
function storeThat(count: CountRequest) {
  return class implements FastifyRateLimitStore {
    incr(of: string, done: Parameters<FastifyRateLimitStore['incr']>[1], windowMs: number): void {
      count(of, windowMs).then((counted) => done(null, counted), done);
    }
    child(): FastifyRateLimitStore {
      return this;
    }
  };
}

/**
 * Counts every request, whatever its answer: by the key that `callerOf` finds, else by address (of IPv6 the network of
 * 64 bits, which is one subscriber's), in this process or as `count` does. To be called once callers are known; 0 for no
 * limit.
 */
export async function limitRequests(
  app: Http,
  perMinute: number,
  callerOf: (request: FastifyRequest) => string | null,
  count: CountRequest | null = null,
): Promise<void> {
  if (perMinute === 0) return;
  await app.register(rateLimit, {
    global: false,
    max: perMinute,
    timeWindow: '1 minute',
    cache: COUNTED_MAX,
    ...(count && { store: storeThat(count) }),
    enableDraftSpec: true,
    keyGenerator: (request) => callerOf(request) ?? normalizeIP(request.ip),
    allowList: isForOperators,
    errorResponseBuilder: (_request, { max, ttl }) =>
      new Failure('rate-limited', `More than ${max} requests a minute. Try again in ${Math.ceil(ttl / 1000)} seconds.`),
  });
  // Not route by route: what is found nowhere, or refused, counts too.
  app.addHook('onRequest', app.rateLimit());
  // The names that the plugin knows are those of earlier drafts; draft-ietf-httpapi-ratelimit-headers-11 has these two.
  const policy = `"minute";q=${perMinute};w=60`;
  app.addHook('onSend', (_request, reply, payload, done) => {
    const [left, seconds] = [reply.getHeader('ratelimit-remaining'), reply.getHeader('ratelimit-reset')];
    if (left !== undefined && seconds !== undefined) {
      reply.header('ratelimit-policy', policy);
      reply.header('ratelimit', `"minute";r=${left};t=${seconds}`);
    }
    done(null, payload);
  });
}
