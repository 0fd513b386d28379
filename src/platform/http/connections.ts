import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Failure } from '../../kernel/failure.ts';
import type { Http } from './http.ts';
import { PROBLEM_TYPE, problemOf } from './problem.ts';

declare module 'fastify' {
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
    http: { headersTimeout: headers, maxHeaderSize: HEADER_BYTES_MAX, connectionsCheckingInterval: checkEvery },
    clientErrorHandler: (error: Error & { code?: string }, socket: Socket) => connections.refuse(error, socket),
  };
  return { options, watch: (app: Http) => connections.watch(app) };
}

/** What is known of each connection: the answer that was begun on it, and whether its request may take long. */
class Connections {
  readonly #answers = new WeakMap<Socket, ServerResponse>();
  readonly #patient = new WeakSet<Socket>();

  watch(app: Http): void {
    app.addHook('onRequest', ({ raw, routeOptions }, reply, done) => {
      this.#answers.set(raw.socket, reply.raw);
      if (routeOptions.config.streamsBody) this.#patient.add(raw.socket);
      else this.#patient.delete(raw.socket);
      done();
    });
  }

  /** Answers what Node refuses before there is a request, or while its body comes. */
  refuse(error: Error & { code?: string }, socket: Socket): void {
    const isLate = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
    // A streamed body is late only when nothing comes any more, which the socket itself notices.
    if (isLate && this.#patient.has(socket)) return;
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

function rawProblem(failure: Failure): string {
  const body = JSON.stringify(problemOf(failure));
  const head = [
    `HTTP/1.1 ${failure.status} ${failure.title}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
