import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Failure } from '../../kernel/failure.ts';

/** When the event loop is behind by so much on average, requests are refused before all of them wait. */
export type Pressure = { delayMaxMs: number; sampleMs: number };

export const PRESSURE: Pressure = { delayMaxMs: 500, sampleMs: 1_000 };

/** Addresses and keys that are counted at once; beyond that the one that was quiet longest is forgotten. */
const COUNTED_MAX = 20_000;

/** Whoever watches over the service must hear from it most of all when it is busy. */
function isWatch({ url }: FastifyRequest): boolean {
  return url.startsWith('/health/') || url === '/metrics';
}

/** 503 with `Retry-After` while the process is behind, so that what it has taken on is answered in time. */
export async function shedLoad(app: FastifyInstance, { delayMaxMs, sampleMs }: Pressure): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: delayMaxMs,
    sampleInterval: sampleMs,
    pressureHandler: (request, reply) => {
      if (isWatch(request)) return;
      reply.header('retry-after', '5');
      throw new Failure('overloaded', 'The service is busy. Try again in a few seconds.');
    },
  });
}

/**
 * Counts every request, whatever its answer: by the key that `callerOf` finds, else by address (of IPv6 the network of
 * 64 bits, which is one subscriber's). To be called once callers are known; 0 for no limit.
 */
export async function limitRequests(
  app: FastifyInstance,
  perMinute: number,
  callerOf: (request: FastifyRequest) => string | null,
): Promise<void> {
  if (perMinute === 0) return;
  await app.register(rateLimit, {
    global: false,
    max: perMinute,
    timeWindow: '1 minute',
    cache: COUNTED_MAX,
    enableDraftSpec: true,
    keyGenerator: (request) => callerOf(request) ?? normalizeIP(request.ip),
    allowList: isWatch,
    errorResponseBuilder: (_request, { max, ttl }) =>
      new Failure('rate-limited', `More than ${max} requests a minute. Try again in ${Math.ceil(ttl / 1000)} seconds.`),
  });
  // Not route by route: what is found nowhere, or refused, counts too.
  app.addHook('onRequest', app.rateLimit());
}
