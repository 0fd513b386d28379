import { randomUUID } from 'node:crypto';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { Failure } from '../../kernel/failure.ts';
import { findUnstorable } from '../../kernel/text.ts';
import { tagAnswers } from './conditional.ts';
import { isOneOfOurs, refuseOtherMethods } from './methods.ts';
import { answerProblems, failureOf, PROBLEM_TYPE, problemOf, sendProblem } from './problem.ts';
import type { Http } from './resource.ts';
import { checkedSerializer, plainSerializer } from './serializers.ts';

export type HttpSettings = {
  logger: FastifyBaseLogger;
  trustProxy: boolean | number | string;
  corsOrigin: string | undefined;
  /** Requests a minute for a key or an address; 0 for no limit. */
  rateLimit: number;
  /** Whether every answer is held against its schema; the tests do. */
  checkAnswers: boolean;
};

const REFERENCE_LENGTH_MAX = 6100;

/** The application without its rooms: limits, headers, tags, and problems for everything that goes wrong. */
export async function httpServer({
  logger,
  trustProxy,
  corsOrigin,
  rateLimit: perMinute,
  checkAnswers,
}: HttpSettings): Promise<Http> {
  const app = Fastify({
    loggerInstance: logger,
    // One line a request is written below; Fastify's own two cost 30 µs.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: trustProxy as boolean,
    bodyLimit: 1024 * 1024,
    requestTimeout: 120_000,
    connectionTimeout: 0,
    keepAliveTimeout: 72_000,
    routerOptions: { maxParamLength: REFERENCE_LENGTH_MAX },
    http: { headersTimeout: 20_000, maxHeaderSize: 16_384 },
    frameworkErrors: (error, request, reply) => sendProblem(reply, failureOf(error, request)),
    clientErrorHandler: answerBrokenRequest,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(checkAnswers ? checkedSerializer : plainSerializer);

  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser(
    'application/merge-patch+json',
    { parseAs: 'string' },
    app.getDefaultJsonParser('error', 'error'),
  );
  answerProblems(app);
  refuseOtherMethods(app);
  tagAnswers(app);
  logRequests(app);
  refuseUnstorable(app);

  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], upgradeInsecureRequests: null },
    },
  });
  if (corsOrigin) {
    await app.register(cors, {
      origin: corsOrigin === '*' ? '*' : corsOrigin.split(',').map((origin) => origin.trim()),
      methods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
      exposedHeaders: [
        'ETag',
        'Link',
        'Location',
        'RateLimit-Limit',
        'RateLimit-Remaining',
        'RateLimit-Reset',
        'Retry-After',
        'X-Request-Id',
        'Idempotency-Replayed',
      ],
    });
  }
  await app.register(underPressure, {
    maxEventLoopDelay: 1000,
    pressureHandler: (_request, reply) => {
      reply.header('retry-after', '5');
      throw new Failure('overloaded', 'The service is busy. Try again in a few seconds.');
    },
  });
  if (perMinute > 0) {
    await app.register(rateLimit, {
      max: perMinute,
      timeWindow: '1 minute',
      enableDraftSpec: true,
      hook: 'onRequest',
      keyGenerator: (request) => request.caller?.key ?? request.ip,
      allowList: (request) => request.url.startsWith('/health/') || request.url === '/metrics',
      errorResponseBuilder: (_request, { max, ttl }) =>
        new Failure(
          'rate-limited',
          `More than ${max} requests a minute. Try again in ${Math.ceil(ttl / 1000)} seconds.`,
        ),
    });
  }
  return app as unknown as Http;
}

/** What Node's parser refuses before there is a request. */
function answerBrokenRequest(error: Error & { code?: string }, socket: import('node:net').Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const failure =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? new Failure('headers-too-large', 'The headers may have at most 16 KiB.')
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? new Failure('timeout', 'The request did not arrive in time.')
        : new Failure('invalid', 'This is no HTTP request that can be read.');
  const body = JSON.stringify(problemOf(failure));
  socket.end(
    `HTTP/1.1 ${failure.status} ${failure.title}\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function logRequests(app: import('fastify').FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, id } = request;
    const line = {
      reqId: id,
      method,
      url: request.routeOptions.url ?? request.url.slice(0, 200),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (reply.statusCode >= 500) request.log.warn(line, 'request');
    else request.log.info(line, 'request');
  });
}

/** A NUL or half of a surrogate pair can be stored by no engine as it is: refused wherever it stands. */
function refuseUnstorable(app: import('fastify').FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    for (const [part, where] of [
      [request.params, 'address'],
      [request.query, 'query'],
      [request.body, 'body'],
    ] as const) {
      const pointer = isOneOfOurs(part) ? findUnstorable(part) : null;
      if (pointer !== null) {
        const detail = 'has a NUL, or half of a surrogate pair, which no text may have';
        throw new Failure('invalid', `${pointer || 'the'} ${where}: ${detail}.`, { faults: [{ pointer, detail }] });
      }
    }
  });
}
