import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { Failure } from '../../kernel/failure.ts';
import { sendHeld } from '../loop-turns.ts';
import type { Http } from './http.ts';
import { PROBLEM_TYPE, problemOf } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Aborted once the client has gone before it had its answer. Fastify's own signal is aborted once a body was read. */
    readonly gone: AbortSignal;
  }
  interface FastifyContextConfig {
    /** The body is read as a stream, and may take as long as it comes. */
    streamsBody?: boolean;
    /** Whether the body may be a text, sent as it is. */
    takesText?: boolean;
  }
}

/** How long a client may take, in milliseconds. */
export type Timeouts = {
  /** From the first byte of a connection or request until its headers are there. */
  headers: number;
  /** Until the whole request is there, unless its route streams it. */
  request: number;
  /** Between two requests of one connection. */
  idle: number;
  /** Without a single byte in either direction while a request is answered or streamed. */
  stalled: number;
  /** How often the first two are looked at. */
  checkEvery: number;
};

export const TIMEOUTS: Timeouts = {
  headers: 20_000,
  request: 120_000,
  // Longer than the minute that load balancers usually keep a connection, so that it is they who close it.
  idle: 72_000,
  stalled: 120_000,
  checkEvery: 1_000,
};

const HEADER_BYTES_MAX = 16_384;

/** What Fastify is started with, so that no client can hold a connection by being slow. */
export function connectionOptions({ headers, request, idle, stalled, checkEvery }: Timeouts) {
  const connections = new Connections();
  const options = {
    requestTimeout: request,
    connectionTimeout: stalled,
    keepAliveTimeout: idle,
    // Node would refuse what has no Host without a word; `refuseBadHost` says why.
    http: {
      requireHostHeader: false,
      headersTimeout: headers,
      maxHeaderSize: HEADER_BYTES_MAX,
      connectionsCheckingInterval: checkEvery,
    },
    clientErrorHandler: (error: Error & { code?: string }, socket: Socket) => connections.refuse(error, socket),
  };
  return { options, watch: (app: Http) => connections.watch(app) };
}

/** Aborted when the connection closes before the answer was sent. */
function goneBefore(answer: ServerResponse | undefined): AbortSignal {
  const controller = new AbortController();
  const look = () => {
    if (!answer?.writableFinished) controller.abort();
  };
  if (answer?.closed) look();
  else answer?.once('close', look);
  return controller.signal;
}

/** What is known of each connection: the answer that was begun on it, and whether its request may take long. */
class Connections {
  readonly #answers = new WeakMap<Socket, ServerResponse>();
  readonly #patient = new WeakSet<Socket>();
  readonly #open = new Set<Socket>();

  watch(app: Http): void {
    const answers = this.#answers;
    const signals = new WeakMap<FastifyRequest, AbortSignal>();
    app.decorateRequest('gone', {
      getter() {
        const signal = signals.get(this) ?? goneBefore(answers.get(this.raw.socket));
        signals.set(this, signal);
        return signal;
      },
    });
    app.addHook('onRequest', (request, reply, done) => {
      const { raw } = request;
      this.#answers.set(raw.socket, reply.raw);
      const isPatient = raw.method === 'POST' && request.routeOptions.config.streamsBody === true;
      if (isPatient) this.#patient.add(raw.socket);
      else if (this.#patient.has(raw.socket)) this.#patient.delete(raw.socket);
      done();
    });
    let isStopping = false;
    app.server.on('connection', (socket: Socket) => {
      if (isStopping) return void socket.destroy();
      this.#open.add(socket);
      socket.once('close', () => this.#open.delete(socket));
    });
    app.addHook('preClose', async () => {
      isStopping = true;
      for (const socket of this.#open) this.#closeOnceAnswered(socket);
    });
    // What Node would answer by itself, or not at all.
    app.server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
      const failure = new Failure('expectation-failed', 'Only `Expect: 100-continue` is offered here.');
      const { head, body } = partsOf(failure);
      response.writeHead(failure.status, head).end(body);
    });
    app.server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
      const failure = new Failure('method-not-allowed', 'CONNECT is not offered here: this is no proxy.');
      socket.on('error', () => {});
      socket.end(rawProblem(failure, { Allow: ALLOWED_SOMEWHERE }), () => socket.destroy());
    });
  }

  /** An answer that was ready before the service was told to stop does not say that its connection will be closed. */
  #closeOnceAnswered(socket: Socket): void {
    if (!this.#isAnswered(socket)) return void socket.destroy();
    this.#answers.get(socket)?.once('finish', () => {
      if (!this.#isAnswered(socket)) socket.destroySoon();
    });
  }

  /** Whether a request of it is being answered. Node would wait for one whose headers are not there yet, or never come. */
  #isAnswered(socket: Socket): boolean {
    const answer = this.#answers.get(socket);
    return answer !== undefined && !answer.writableFinished;
  }

  /** Answers what Node refuses before there is a request, or while its body comes. */
  refuse(error: Error & { code?: string }, socket: Socket): void {
    const isLate = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
    // A streamed body is late only when nothing comes any more, which the socket itself notices.
    if (isLate && this.#patient.has(socket)) return;
    // What was asked before this and is ready is answered before it.
    sendHeld();
    const answer = this.#answers.get(socket);
    const isHalfAnswered = answer?.headersSent === true && !answer.writableFinished;
    if (error.code === 'ECONNRESET' || !socket.writable || isHalfAnswered) socket.destroy();
    else socket.end(rawProblem(failureOf(error.code)), () => socket.destroy());
  }
}

function failureOf(code: string | undefined): Failure {
  if (code === 'HPE_HEADER_OVERFLOW') return new Failure('headers-too-large', 'The headers may have at most 16 KiB.');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Failure('timeout', 'The request did not arrive in time.');
  return new Failure('invalid', 'This is no HTTP request that can be read.');
}

/** What some address of the service offers. */
export const ALLOWED_SOMEWHERE = 'GET, HEAD, POST, PATCH, DELETE, OPTIONS';

/** Of HTTP/1.1 a request names exactly one host, and it is one (RFC 9112, section 3.2). */
export function refuseBadHost({ httpVersion, headers, rawHeaders }: IncomingMessage): void {
  let given = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) if (isHost(rawHeaders[at] as string)) given += 1;
  const isOne = given === 1 && HOST.test(headers.host ?? '');
  if (isOne || (given === 0 && httpVersion === '1.0')) return;
  const detail = given === 0 ? 'is required' : 'must be one host, with or without a port';
  throw new Failure('invalid', `The header Host ${detail}.`, { faults: [{ pointer: 'Host', detail }] });
}

function isHost(name: string): boolean {
  return name.length === 4 && name.toLowerCase() === 'host';
}

const HOST = /^(?:\[[\da-f:.]+\]|[\w.~!$&'()*+,;=%-]*)(?::\d*)?$/i;

function partsOf(failure: Failure) {
  const body = JSON.stringify(problemOf(failure));
  const head = {
    'Content-Type': PROBLEM_TYPE,
    'Content-Length': String(Buffer.byteLength(body)),
    'Cache-Control': 'no-store',
    'X-Request-Id': randomUUID(),
    Connection: 'close',
  };
  return { head, body };
}

function rawProblem(failure: Failure, more: Record<string, string> = {}): string {
  const { head, body } = partsOf(failure);
  const lines = Object.entries({ ...head, ...more }).map(([name, value]) => `${name}: ${value}`);
  return `${[`HTTP/1.1 ${failure.status} ${failure.title}`, ...lines].join('\r\n')}\r\n\r\n${body}`;
}
