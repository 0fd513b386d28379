import { randomUUID } from 'node:crypto';
import cors from '@fastify/cors';
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Failure } from '../../kernel/failure.ts';
import { findUnstorable } from '../../kernel/text.ts';
import { invalid } from '../../kernel/validate.ts';
import { logOfRequest } from '../log.ts';
import type { Needed } from '../loop-turns.ts';
import { admitInTime } from './admission.ts';
import { readBodies } from './bodies.ts';
import { tagAnswers } from './conditional.ts';
import { connectionOptions, refuseBadHost, TIMEOUTS, type Timeouts } from './connections.ts';
import type { Http, SchemaTypes } from './http.ts';
import { shedLoad } from './limits.ts';
import { watchStreams } from './list.ts';
import { isOneOfOurs, refuseOtherMethods } from './methods.ts';
import { negotiateFormats } from './negotiate.ts';
import { answerProblems, failureOf, problems, sendProblem } from './problem.ts';
import { checkedSerializer, plainSerializer } from './serializers.ts';

export type HttpSettings = {
  logger: FastifyBaseLogger;
  trustProxy: boolean | number | string;
  /** What addresses of this service begin with; empty where they are told without. */
  publicUrl: string;
  corsOrigin: string | undefined;
  /** Milliseconds that a request may be expected to wait before it is refused; 0 for no limit. */
  waitMaxMs: number;
  connectionsMax: number;
  /** What of the database is needed to begin. */
  database: Needed;
  /** Whether every answer is held against its schema; the tests do. */
  checkAnswers: boolean;
  timeouts?: Partial<Timeouts>;
  /** How often the lag is taken. */
  lagSampleMs?: number;
};

const REFERENCE_LENGTH_MAX = 6100;

/** The application without its rooms: limits, headers, tags, and problems for everything that goes wrong. */
export async function httpServer({
  logger,
  trustProxy,
  publicUrl,
  corsOrigin,
  waitMaxMs,
  connectionsMax,
  database,
  checkAnswers,
  timeouts = {},
  lagSampleMs = 1_000,
}: HttpSettings): Promise<Http> {
  const connections = connectionOptions({ ...TIMEOUTS, ...timeouts });
  const app = Fastify({
    loggerInstance: logger,
    // One line a request is written below; Fastify's own two cost 30 µs.
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: logOfRequest,
    genReqId: () => randomUUID(),
    trustProxy: trustOf(trustProxy) as boolean,
    bodyLimit: 1024 * 1024,
    ...connections.options,
    // Else those of its own are loaded, with a hundred modules that nothing here uses.
    schemaController: { compilersFactory: { buildValidator: neverAsked, buildSerializer: neverAsked } },
    return503OnClosing: false,
    routerOptions: { maxParamLength: REFERENCE_LENGTH_MAX },
    frameworkErrors: (error, request, reply) => sendProblem(reply, failureOf(error, request)),
  }).withTypeProvider<SchemaTypes>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(checkAnswers ? checkedSerializer : plainSerializer);

  connections.watch(app);
  keepPagesOut(app);
  answerProblems(app, publicUrl);
  refuseOtherMethods(app);
  tagAnswers(app);
  negotiateFormats(app, publicUrl);
  watchStreams(app);
  logRequests(app);
  app.addHook('onRequest', ({ raw }, _reply, done) => {
    refuseBadHost(raw);
    done();
  });
  refuseWhileStopping(app);
  refuseUnknownQueries(app);
  refuseUnstorable(app);
  readBodies(app);

  if (corsOrigin) {
    await app.register(cors, {
      origin: corsOrigin === '*' ? '*' : corsOrigin.split(',').map((origin) => origin.trim()),
      maxAge: 600,
      methods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
      // An OPTIONS that is no preflight is answered like one, and not by a text of the plugin's own.
      strictPreflight: false,
      exposedHeaders: [
        'ETag',
        'Link',
        'Location',
        'RateLimit',
        'RateLimit-Policy',
        'RateLimit-Limit',
        'RateLimit-Remaining',
        'RateLimit-Reset',
        'Retry-After',
        'X-Request-Id',
        'Idempotency-Replayed',
        'Written-At',
      ],
    });
  }
  await shedLoad(app, waitMaxMs, lagSampleMs);
  admitInTime(app, { waitMaxMs, connectionsMax, database });
  return app;
}

function neverAsked(): never {
  throw new Error('The compilers are set, and no schema is shared: Fastify makes none.');
}

/** A number says how many proxies there are, counted from this service; Fastify itself believes addresses only. */
function trustOf(trustProxy: HttpSettings['trustProxy']) {
  if (typeof trustProxy !== 'number') return trustProxy;
  return (_address: string, hop: number) => hop < trustProxy;
}

/** What browsers are told with every answer: no page may be made of it, nor use it, and only HTTPS leads here. */
const KEEPING_PAGES_OUT = {
  'content-security-policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};

function keepPagesOut(app: Http): void {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(KEEPING_PAGES_OUT);
    done();
  });
}

function logRequests(app: Http): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const line = {
      reqId: request.id,
      method: request.method,
      url: request.routeOptions.url ?? withoutKeys(request.url),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (reply.statusCode >= 500) app.log.warn(line, 'request');
    else app.log.info(line, 'request');
    done();
  });
}

/** An address that leads nowhere is told as it came, but for its query, and for a key that was put into it. */
function withoutKeys(url: string): string {
  return (url.split('?', 1)[0] as string).replace(/cck_[\w-]*/g, 'cck_…').slice(0, 200);
}

/** Once the service is told to stop, what comes over a connection that is still open is refused, and each is closed. */
function refuseWhileStopping(app: Http): void {
  let isStopping = false;
  app.addHook('preClose', async () => {
    isStopping = true;
  });
  app.addHook('onRequest', (_request, _reply, done) => {
    if (isStopping) throw new Failure('overloaded', 'The service is stopping. Try again in a moment.');
    done();
  });
  // Else a client that keeps its connection would keep the service from stopping.
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isStopping) reply.header('connection', 'close');
    done(null, payload);
  });
}

const NO_QUERY = z.strictObject({});

/** A route that names no fields of a query takes none; what is open to everyone takes any, such as those that outwit caches. */
function refuseUnknownQueries(app: Http): void {
  app.addHook('onRoute', (route) => {
    const schema = route.schema as { hide?: boolean; querystring?: unknown; response?: object } | undefined;
    if (!schema || schema.hide || schema.querystring !== undefined || route.config?.needs === 'open') return;
    route.schema = { ...schema, querystring: NO_QUERY, response: { ...problems(400), ...schema.response } };
  });
}

/**
 * What no engine can store as it is is refused wherever it stands, before it is looked at any further; but for `q`, of
 * which the words alone are looked for.
 */
function refuseUnstorable(app: Http): void {
  app.addHook('preValidation', (request, _reply, done) => {
    const { params, query, body } = request;
    if (hasMembers(params)) refuseUnstorableIn(params, 'the address');
    if (hasMembers(query)) refuseUnstorableIn({ ...query, q: undefined }, 'the query');
    if (isOneOfOurs(body)) refuseUnstorableIn(body, 'the body');
    done();
  });
}

function refuseUnstorableIn(part: unknown, where: 'the address' | 'the query' | 'the body'): void {
  const fault = findUnstorable(part);
  if (!fault) return;
  // In an address and a query a fault has the name of its parameter, and no pointer.
  const pointer = where === 'the body' ? fault.pointer : (fault.pointer.split('/')[1] ?? '');
  throw invalid([{ ...fault, pointer }], where);
}

function hasMembers(part: unknown): part is object {
  for (const _name in part as object) return true;
  return false;
}
