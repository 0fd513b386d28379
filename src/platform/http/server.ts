import { randomUUID } from 'node:crypto';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Failure } from '../../kernel/failure.ts';
import { findUnstorable } from '../../kernel/text.ts';
import { invalid } from '../../kernel/validate.ts';
import { tagAnswers } from './conditional.ts';
import { isOneOfOurs, refuseOtherMethods } from './methods.ts';
import { answerProblems, failureOf, PROBLEM_TYPE, problemOf, sendProblem } from './problem.ts';
import type { Http } from './resource.ts';
import { checkedSerializer, plainSerializer } from './serializers.ts';

export type HttpSettings = {
  logger: FastifyBaseLogger;
  trustProxy: boolean | number | string;
  /** What addresses of this service begin with; empty where they are told without. */
  publicUrl: string;
  corsOrigin: string | undefined;
  /** Requests a minute for a key or an address; 0 for no limit. */
  rateLimit: number;
  /** Milliseconds that the event loop may lag before requests are refused; 0 for no limit. */
  lagMaxMs: number;
  /** Whether every answer is held against its schema; the tests do. */
  checkAnswers: boolean;
};

const REFERENCE_LENGTH_MAX = 6100;

/** The application without its rooms: limits, headers, tags, and problems for everything that goes wrong. */
export async function httpServer({
  logger,
  trustProxy,
  publicUrl,
  corsOrigin,
  rateLimit: perMinute,
  lagMaxMs,
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
    return503OnClosing: false,
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
  answerProblems(app, publicUrl);
  refuseOtherMethods(app);
  tagAnswers(app);
  logRequests(app);
  refuseWhileStopping(app);
  refuseUnknownQueries(app);
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
      // An OPTIONS that is no preflight is answered like one, and not by a text of the plugin's own.
      strictPreflight: false,
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
    maxEventLoopDelay: lagMaxMs,
    pressureHandler: (request, reply) => {
      if (isForOperators(request)) return;
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
      allowList: isForOperators,
      errorResponseBuilder: (_request, { max, ttl }) =>
        new Failure(
          'rate-limited',
          `More than ${max} requests a minute. Try again in ${Math.ceil(ttl / 1000)} seconds.`,
        ),
    });
  }
  return app as unknown as Http;
}

/** What watches the service is answered however busy it is. */
function isForOperators({ url }: { url: string }): boolean {
  return url.startsWith('/health/') || url === '/metrics';
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
    const line = {
      method: request.method,
      url: request.routeOptions.url ?? withoutKeys(request.url),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (reply.statusCode >= 500) request.log.warn(line, 'request');
    else request.log.info(line, 'request');
  });
}

/** An address that leads nowhere is told as it came, but for its query, and for a key that was put into it. */
function withoutKeys(url: string): string {
  return (url.split('?', 1)[0] as string).replace(/cck_[\w-]*/g, 'cck_…').slice(0, 200);
}

/** Once the service is told to stop, what comes over a connection that is still open is refused, and each is closed. */
function refuseWhileStopping(app: import('fastify').FastifyInstance): void {
  let isStopping = false;
  app.addHook('preClose', async () => {
    isStopping = true;
  });
  app.addHook('onRequest', async () => {
    if (isStopping) throw new Failure('overloaded', 'The service is stopping. Try again in a moment.');
  });
  // Else a client that keeps its connection would keep the service from stopping.
  app.addHook('onSend', async (_request, reply, payload) => {
    if (isStopping) reply.header('connection', 'close');
    return payload;
  });
}

const NO_QUERY = z.strictObject({});

/** A route that names no fields of a query takes none. */
function refuseUnknownQueries(app: import('fastify').FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const schema = route.schema as { hide?: boolean; querystring?: unknown } | undefined;
    if (schema && !schema.hide && schema.querystring === undefined) route.schema = { ...schema, querystring: NO_QUERY };
  });
}

/** What no engine can store as it is is refused wherever it stands, before it is looked at any further. */
function refuseUnstorable(app: import('fastify').FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    for (const [part, where] of [
      [request.params, 'the address'],
      [request.query, 'the query'],
      [request.body, 'the body'],
    ] as const) {
      const fault = isOneOfOurs(part) ? findUnstorable(part) : null;
      if (fault) throw invalid([fault], where);
    }
  });
}
