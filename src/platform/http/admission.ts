import { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '../../kernel/failure.ts';
import { type ExpectedWait, expectedWait } from '../expected-wait.ts';
import { loopTurns, type Needed, roundBegins, sendTogether, tookConnection } from '../loop-turns.ts';
import type { Http } from './http.ts';
import { PROBLEM_TYPE, problemOf } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Says that the answer begins, where it is not Fastify that sends it: nobody waits behind this request any more. */
    answerBegins?: () => void;
  }
}

/**
 * Requests that are never too many, however long they take. Of reads a few may take long while others are quick; writes
 * wait for each other.
 */
const ALWAYS = {
  waiting: { pieces: 8, ofFresh: 8 },
  reads: { pieces: 32, ofFresh: 32 },
  writes: { pieces: 8, ofFresh: 32 },
};
/** Of all bodies together that are read into memory; one is always taken. */
const BODY_BYTES_MAX = 32 * 1024 * 1024;
/** What a body is counted as that does not say how long it is: as much as most routes take. */
const UNTOLD_BODY_BYTES = 1024 * 1024;
/** What a refusal tells a client to wait, and how long one is held that does not. */
const RETRY_AFTER_MS = 1_000;
const HELD_MS = 300;
const BUSY = refusal('The service is busy. Try again in a moment.');
const TOO_MANY_CONNECTIONS = refusal('Too many connections are open. Try again in a moment.');

type Refusal = { failure: Failure; bytes: Buffer };

/** What watches the service is answered however busy it is. */
export function isForOperators({ url }: FastifyRequest): boolean {
  return url.startsWith('/health/') || url === '/metrics';
}

/** So is who takes a key away from somebody. */
export function isNeverQueued(request: FastifyRequest): boolean {
  return isForOperators(request) || /^\/v1\/keys(?:[/?]|$)/.test(request.url);
}

/**
 * Takes a request on when it can be expected to be answered in time, and refuses it at once with 503 and `Retry-After`
 * when not, before its body is read: each waits for its turn of the event loop, writes behind writes, and reads, which
 * wait for what the database does, behind reads. So those that are taken on are answered soon, however many come. What
 * watches the service waits for nobody.
 *
 * Half of `waitMaxMs` is for the turn, since whoever had it may wait again, for a worker or others who write.
 */
export function admitInTime(
  app: Http,
  { waitMaxMs, connectionsMax, database }: { waitMaxMs: number; connectionsMax: number; database: Needed },
) {
  const turns = loopTurns({ maxMs: waitMaxMs / 2, always: ALWAYS.waiting }, database);
  const reads = expectedWait({ maxMs: waitMaxMs, always: ALWAYS.reads });
  const writes = expectedWait({ maxMs: waitMaxMs, always: ALWAYS.writes });
  const bodies = bodiesUpTo(BODY_BYTES_MAX);
  const isBeyond = watchConnections(app, connectionsMax);
  const impatient = impatientClients();

  app.decorateRequest('answerBegins', () => {});
  app.addHook('onRequest', (request, reply, done) => {
    if (request.raw.socket instanceof Socket) roundBegins();
    if (isNeverQueued(request)) return done();
    if (isBeyond(request.raw.socket)) {
      reply.header('connection', 'close');
      return refuse(request, reply, TOO_MANY_CONNECTIONS, done);
    }
    impatient.hold(request.raw.socket, () => admit(request, reply, done));
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    request.answerBegins?.();
    if (reply.statusCode === BUSY.failure.status) impatient.refused(request.raw.socket);
    done(null, payload);
  });

  function admit(request: FastifyRequest, reply: FastifyReply, done: Done): void {
    const line = lineOf(request, reads, writes);
    const length = bodyLength(request);
    if (turns.wait.isTooLong() || line?.isTooLong() || bodies.areTooLong(length)) {
      impatient.refused(request.raw.socket);
      refuse(request, reply, BUSY, done);
      return;
    }
    const letGo = bodies.take(length);
    const end = line?.begin() ?? (() => {});
    request.answerBegins = end;
    reply.raw.once('close', () => {
      end();
      letGo();
    });
    turns.begin(done, () => !request.raw.socket.destroyed);
  }
}

/**
 * Whoever was refused and comes again on the same connection before `Retry-After` is over is held for a while: refusing
 * clients that ask without a pause, over and over, took the time in which others could be answered. One request of a
 * connection is held at a time, so that what is sent without waiting for answers does not pile up.
 */
function impatientClients() {
  const refusedAt = new WeakMap<Socket, number>();
  const held = new WeakSet<Socket>();
  return {
    refused: (socket: Socket) => void refusedAt.set(socket, performance.now()),
    hold(socket: Socket, go: () => void): void {
      const at = refusedAt.get(socket);
      const isImpatient = at !== undefined && performance.now() - at < RETRY_AFTER_MS;
      if (!isImpatient || held.has(socket)) {
        go();
        return;
      }
      held.add(socket);
      setTimeout(() => {
        held.delete(socket);
        if (!socket.destroyed) go();
      }, HELD_MS);
    },
  };
}

/** The failure, and the problem document that tells it. */
function refusal(detail: string): Refusal {
  const failure = new Failure('overloaded', detail);
  return { failure, bytes: Buffer.from(JSON.stringify(problemOf(failure))) };
}

/**
 * Says so in as few steps as can be, since this is done when there is no time: past what is around every other answer, with
 * the headers that the request has been given by now. Who wants a page for people gets one all the same.
 */
function refuse({ headers }: FastifyRequest, reply: FastifyReply, { failure, bytes }: Refusal, done: Done): void {
  if (headers.accept?.includes('text/html')) {
    done(failure);
    return;
  }
  reply.hijack();
  sendTogether(() => {
    reply.raw.writeHead(failure.status, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': PROBLEM_TYPE,
      'content-length': bytes.length,
      'cache-control': 'no-store',
      'retry-after': String(RETRY_AFTER_MS / 1_000),
    });
    reply.raw.end(bytes);
  });
}

type Done = (failure?: Failure) => void;

/** Behind which others a request waits: those that write or those that read; null for what comes as a stream. */
function lineOf({ method, routeOptions }: FastifyRequest, reads: ExpectedWait, writes: ExpectedWait) {
  const { needs, streamsBody } = routeOptions.config ?? {};
  if (streamsBody) return null;
  return method === 'GET' || method === 'HEAD' || (needs !== 'write' && needs !== 'admin') ? reads : writes;
}

function bodyLength({ headers, routeOptions }: FastifyRequest): number {
  if (routeOptions.config?.streamsBody) return 0;
  if (headers['transfer-encoding'] !== undefined) return UNTOLD_BODY_BYTES;
  // What is no number is refused where the body is read.
  return Number(headers['content-length'] ?? 0) || 0;
}

function bodiesUpTo(bytesMax: number) {
  let bytes = 0;
  return {
    areTooLong: (length: number) => bytes > 0 && length > 0 && bytes + length > bytesMax,
    take(length: number): () => void {
      bytes += length;
      return () => {
        bytes -= length;
      };
    },
  };
}

/** So many connections are answered; on those beyond each request is refused, and beyond twice as many they are closed. */
function watchConnections(app: Http, connectionsMax: number): (socket: Socket) => boolean {
  const beyond = new WeakSet<Socket>();
  let open = 0;
  app.server.on('connection', (socket: Socket) => {
    tookConnection();
    open += 1;
    socket.once('close', () => {
      open -= 1;
    });
    if (open > 2 * connectionsMax) socket.destroy();
    else if (open > connectionsMax) beyond.add(socket);
  });
  return (socket) => beyond.has(socket);
}
