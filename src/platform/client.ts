import { z } from 'zod';
import { FAILURES, Failure, type FailureCode } from '../kernel/failure.ts';
import type { Http } from './http/http.ts';
import { Problem } from './http/problem.ts';

/** A comparison of much takes its time; what takes longer hangs. */
const ANSWER_MAX_MS = 120_000;
const MOVED_MAX = 5;

type Parameters = Record<string, string | number | boolean | readonly string[] | undefined>;

/** An answer as it came, for programs, and what was looked for in it. */
export type Answer<Shape> = { body: unknown; read: Shape };

/** Asks the API. Its refusals are thrown as the failures that they are there. */
export type Client = {
  get<Shape>(path: string, query: Parameters, shape: z.ZodType<Shape>): Promise<Answer<Shape>>;
  post<Shape>(path: string, body: object, shape: z.ZodType<Shape>): Promise<Answer<Shape>>;
  delete(path: string): Promise<void>;
};

/** Nobody answers at the address, or somebody who is not this service. */
export class NoAnswer extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NoAnswer';
  }
}

type Headers = Record<string, string>;
/** Of a service over HTTP: what is too large to be held is sent bit by bit, for as long as it takes. */
export type ServiceClient = Client & {
  send<Shape>(
    path: string,
    query: Parameters,
    body: AsyncIterable<Uint8Array>,
    headers: Headers,
    shape: z.ZodType<Shape>,
  ): Promise<Answer<Shape>>;
  /** The bytes of an answer that is no JSON, as they come, for as long as it takes. */
  read(path: string, query: Parameters, mediaType: string): AsyncIterable<Uint8Array>;
};

type Request = {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  body?: string | AsyncIterable<Uint8Array>;
  headers?: Headers;
};
type Came = { status: number; location: string | undefined; text: string };

/** A service that runs, at an address such as `https://claims.example`; `/v1` at its end is no other. */
export function overHttp(address: string, key: string | undefined): ServiceClient {
  const base = address.replace(/\/+$/, '').replace(/\/v1$/, '');
  const client = clientOf(base, async ({ method, path, body, headers: own }) => {
    const headers = {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...own,
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
    };
    const isStream = typeof body === 'object';
    const signal = isStream ? null : AbortSignal.timeout(ANSWER_MAX_MS);
    try {
      const sent = { ...(body !== undefined && { body }), ...(isStream && { duplex: 'half' as const }) };
      const answer = await fetch(base + path, { method, headers, signal, ...sent });
      return { status: answer.status, location: undefined, text: await answer.text() };
    } catch (error) {
      throw new NoAnswer(`${base} does not answer: ${reasonOf(error)}.`);
    }
  });
  return {
    ...client,
    async *read(path, query, mediaType) {
      const headers = { accept: mediaType, ...(key !== undefined && { authorization: `Bearer ${key}` }) };
      const answer = await fetch(base + path + queryOf(query), { headers }).catch((error) => {
        throw new NoAnswer(`${base} does not answer: ${reasonOf(error)}.`);
      });
      if (!answer.ok || !answer.body) throw refusedBy(base, answer.status, path, await answer.text());
      if (answer.headers.get('content-type')?.split(';')[0] !== mediaType) throw notOurs(base);
      try {
        yield* answer.body as AsyncIterable<Uint8Array>;
      } catch (error) {
        throw new NoAnswer(`${base} broke off: ${reasonOf(error)}.`);
      }
    },
  };
}

function refusedBy(name: string, status: number, path: string, text: string): Error {
  const detail = `${name} answers ${status} to ${path}, and not as Counterclaim does.`;
  return refusalIn(text) ?? new NoAnswer(detail);
}

function notOurs(name: string): Error {
  return new NoAnswer(`${name} does not answer as this version of Counterclaim does.`);
}

/** The application in this process, that listens nowhere. */
export function inProcess(app: Http): Client {
  return clientOf('The database', async ({ method, path, body }) => {
    const { statusCode, headers, payload } = await app.inject({
      method,
      url: path,
      headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(typeof body === 'string' && { payload: body }),
    });
    return { status: statusCode, location: headers.location, text: payload };
  });
}

function clientOf(name: string, send: (request: Request) => Promise<Came>): Omit<ServiceClient, 'read'> {
  async function answerTo(request: Request, moved = 0): Promise<string> {
    const { status, location, text } = await send(request);
    if (status === 308 && location !== undefined && moved < MOVED_MAX) {
      const { pathname, search } = new URL(location, 'http://localhost');
      return answerTo({ ...request, path: pathname + search }, moved + 1);
    }
    if (status >= 200 && status < 300) return text;
    throw refusedBy(name, status, request.path, text);
  }
  function readAs<Shape>(text: string, shape: z.ZodType<Shape>): Answer<Shape> {
    const body = parsed(text);
    const { success, data } = shape.safeParse(body);
    if (!success) throw notOurs(name);
    return { body, read: data };
  }
  return {
    async get(path, query, shape) {
      return readAs(await answerTo({ method: 'GET', path: path + queryOf(query) }), shape);
    },
    async post(path, body, shape) {
      return readAs(await answerTo({ method: 'POST', path, body: JSON.stringify(body) }), shape);
    },
    async send(path, query, body, headers, shape) {
      return readAs(await answerTo({ method: 'POST', path: path + queryOf(query), body, headers }), shape);
    },
    async delete(path) {
      await answerTo({ method: 'DELETE', path });
    },
  };
}

/** A path made of parts that may hold anything: `/v1/articles/https%3A%2F%2F…`. */
export function pathOf(...parts: string[]): string {
  return `/v1/${parts.map(encodeURIComponent).join('/')}`;
}

function queryOf(query: Parameters): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of [value].flat()) if (one !== undefined) parameters.append(name, String(one));
  return parameters.size === 0 ? '' : `?${parameters}`;
}

function refusalIn(text: string): Failure | null {
  const { success, data } = z
    .object({ ...Problem.shape, code: z.string() })
    .loose()
    .safeParse(parsed(text));
  if (!success) return null;
  const { type: _, title: __, status, detail, code, errors, ...help } = data;
  const hint = status === 401 ? ' The command takes the key from --key, or from COUNTERCLAIM_KEY.' : '';
  return new Failure(isCode(code) ? code : 'internal', detail + hint, { faults: errors, help });
}

function isCode(code: string): code is FailureCode {
  return Object.hasOwn(FAILURES, code);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What fetch says of a failure is in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `nothing came within ${ANSWER_MAX_MS / 1000} seconds`;
  const { cause } = error;
  if (cause instanceof AggregateError && cause.errors.length > 0) return cause.errors.map(reasonOf).join('; ');
  return cause instanceof Error ? reasonOf(cause) : error.message;
}
