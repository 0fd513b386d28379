import { setTimeout } from 'node:timers/promises';
import { Failure, type FailureCode } from '../src/kernel/failure.ts';
import { type Document, type Operation, operationsOf, parametersOf } from '../src/platform/http/document/document.ts';
import type { Examples, Exchange } from '../src/platform/http/document/examples.ts';
import { problemOf } from '../src/platform/http/problem.ts';
import type { Demo } from './demo.ts';
import { REFERENCES, REFUSED, REQUESTS, type Request, UNPROVOKED } from './requests.ts';

const SHOWN_KEY = 'cck_this-is-shown-once-and-opens-nothing-here';
const SHOWN_HASH = '9f2b6c0d4e8a1357b1c3d5e7f9a0b2c4d6e8f00112233445566778899aabbcc5';
/** Characters of JSON of an answer beyond which it is abridged. */
const LENGTH_MAX = 200;
/** Characters of a text in an answer that is abridged: a digest is whole. */
const TEXT_MAX = 64;
const POLL_MS = 10;
const POLLS_MAX = 1000;

type Place = { path: string; method: string; operation: Operation };
type Exchanges = Record<string, Exchange>;
type Asked = {
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: unknown;
  type?: string | undefined;
  key?: string | null;
};

/** Asks the running demo for an example of every operation and every problem: what only reads first, then what writes. */
export async function recordExamples(demo: Demo, document: Document): Promise<Examples> {
  const exchanges: Exchanges = {};
  const all = [...operationsOf(document)].filter(({ operation }) => REQUESTS[operation.operationId] !== null);
  const isReading = ({ method, operation }: Place) => method === 'get' && !REQUESTS[operation.operationId]?.of;
  await ask(demo, { method: 'GET', url: '/v1/keys' });
  await demo.settled();
  for (const place of [...all.filter(isReading), ...all.filter((place) => !isReading(place))]) {
    demo.advance();
    exchanges[place.operation.operationId] = await exchange(demo, document, place, exchanges);
  }
  const ordered = all.map(({ operation: { operationId } }) => [operationId, exchanges[operationId]]);
  return { exchanges: Object.fromEntries(ordered), problems: await recordProblems(demo, exchanges) };
}

async function exchange(demo: Demo, document: Document, place: Place, before: Exchanges): Promise<Exchange> {
  const { operation, method } = place;
  const request: Request = REQUESTS[operation.operationId] ?? {};
  const path = await pathOf(demo, document, place, request, before);
  const query = queryOf(document, operation, request);
  const url = urlOf(place.path, path, query);
  const taken = Object.keys(operation.requestBody?.content ?? {});
  const type = request.type ?? taken[0] ?? null;
  const body = type === null ? null : await bodyOf(demo, request, operation);
  const headers = { ...request.headers, ...(await preconditionOf(demo, operation, url)) };
  const asked: Asked = { method: method.toUpperCase(), url, headers, body, type: type ?? undefined };
  let answered = await ask(demo, asked);
  for (let polls = 0; !has(answered.answer, request.until ?? {}); polls += 1) {
    if (polls === POLLS_MAX)
      throw new Error(`${operation.operationId} does not come to an end: ${JSON.stringify(answered.answer)}`);
    await setTimeout(POLL_MS);
    answered = await ask(demo, asked);
  }
  if (answered.status >= 300) {
    throw new Error(
      `${operation.operationId}: ${asked.method} ${url} answers ${answered.status} ${JSON.stringify(answered.answer)}. Say in openapi/requests.ts what to ask for.`,
    );
  }
  return { path, query, headers, type, body, ...answered, answer: shown(answered.answer, request) };
}

/** What the request says, else what the collection's POST made, else the thing that is named for the collection. */
async function pathOf(demo: Demo, document: Document, { path, method }: Place, request: Request, before: Exchanges) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  if (names.length === 0 || request.path) return request.path ?? {};
  const [name] = names as [string];
  const collection = path.split('/{')[0] as string;
  if (request.first) return { [name]: await firstOf(demo, request.first) };
  const maker = method === 'get' && !request.of ? undefined : (request.of ?? makerIn(document, before, collection));
  const made = maker === undefined ? undefined : (before[maker]?.answer as { id: string } | undefined);
  const reference = made?.id ?? REFERENCES[collection.replace('/v1/', '')];
  return { [name]: reference ?? (await firstOf(demo, collection)) };
}

function makerIn({ paths }: Document, before: Exchanges, collection: string): string | undefined {
  const maker = paths[collection]?.post?.operationId;
  return maker !== undefined && before[maker] ? maker : undefined;
}

async function firstOf(demo: Demo, list: string): Promise<string> {
  const { answer } = await ask(demo, { method: 'GET', url: list });
  const id = (answer as { items?: { id: string }[] }).items?.[0]?.id;
  if (id === undefined) throw new Error(`There is nothing at ${list}.`);
  return id;
}

/** One item is enough to see a page. */
function queryOf(document: Document, operation: Operation, { query = {} }: Request): Exchange['query'] {
  const takesLimit = parametersOf(document, operation).some(({ name }) => name === 'limit');
  return { ...query, ...(takesLimit && !('limit' in query) && { limit: '1' }) };
}

function urlOf(path: string, values: Exchange['path'], query: Exchange['query']): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const pairs = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  return pairs.length === 0 ? filled : `${filled}?${new URLSearchParams(pairs as [string, string][])}`;
}

async function bodyOf(demo: Demo, { body, firsts = {} }: Request, { operationId }: Operation): Promise<unknown> {
  if (body === undefined) throw new Error(`${operationId} takes a body: say in openapi/requests.ts which to send.`);
  const found: Record<string, string> = {};
  for (const [member, list] of Object.entries(firsts)) found[member] = await firstOf(demo, list);
  return typeof body === 'string' ? body : { ...found, ...(body as object) };
}

/** The tag of what is about to be changed, where the operation asks for it. */
async function preconditionOf(
  demo: Demo,
  { parameters = [] }: Operation,
  url: string,
): Promise<Record<string, string>> {
  if (!parameters.some((parameter) => '$ref' in parameter && parameter.$ref.endsWith('/IfMatch'))) return {};
  const { headers } = await inject(demo, { method: 'GET', url });
  return { 'If-Match': String(headers.etag) };
}

async function ask(demo: Demo, asked: Asked): Promise<Pick<Exchange, 'status' | 'answerType' | 'answer'>> {
  const { statusCode, headers, payload } = await inject(demo, asked);
  const answerType = payload === '' ? null : (String(headers['content-type']).split(';')[0] ?? null);
  const answer = answerType === null ? null : /[/+]json$/.test(answerType) ? JSON.parse(payload) : payload;
  return { status: statusCode, answerType, answer };
}

function inject({ app, key: adminKey }: Demo, { method, url, headers, body, type, key = adminKey }: Asked) {
  return app.inject({
    method: method as 'GET',
    url,
    headers: {
      host: '127.0.0.1:3000',
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...(type !== undefined && { 'content-type': type }),
      ...headers,
    },
    ...(body != null && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

function has(answer: unknown, members: Record<string, string>): boolean {
  return Object.entries(members).every(([name, value]) => (answer as Record<string, unknown>)[name] === value);
}

/** What stands in the document instead of what differs each time. */
function shown(answer: unknown, { lines, isWhole }: Request): unknown {
  if (typeof answer === 'string' && lines) {
    return answer
      .split('\n')
      .filter((line) => lines.test(line))
      .join('\n');
  }
  const withKey =
    typeof answer === 'object' && answer !== null && 'key' in answer ? { ...answer, key: SHOWN_KEY } : answer;
  const short = !isWhole && JSON.stringify(withKey).length > LENGTH_MAX ? abridged(withKey) : withKey;
  // Lines of history are salted, so their hashes differ each time.
  return JSON.parse(JSON.stringify(short), (name, value) =>
    name === 'hash' && /^[0-9a-f]{64}$/.test(value) ? SHOWN_HASH : value,
  );
}

/**
 * The first of every list of the answer, without the lists within, and the beginning of every text that is no address: examples tell what
 * there is, not how much of it. A list of lists has the first of its first.
 */
function abridged(value: unknown, isWithin = false): unknown {
  if (Array.isArray(value)) {
    return isWithin ? [] : value.slice(0, 1).map((item) => abridged(item, !Array.isArray(item)));
  }
  if (typeof value === 'string')
    return value.length > TEXT_MAX && !/^https?:/.test(value) ? `${value.slice(0, TEXT_MAX)}…` : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, abridged(inner, isWithin || !Array.isArray(inner))]),
  );
}

async function recordProblems(demo: Demo, exchanges: Exchanges): Promise<Examples['problems']> {
  const problems: Record<string, { title: string }> = {};
  const { answer } = await ask(demo, {
    method: 'POST',
    url: '/v1/keys',
    body: { name: 'A reader', scope: 'read' },
    type: 'application/json',
  });
  for (const [code, { url, key, body, type = 'application/json', ...request }] of Object.entries(REFUSED)) {
    const asked = {
      ...request,
      url: url.replace(/\{(\w+)\}/, (_, operation: string) => exchanges[operation]?.path.ref ?? ''),
      ...(body !== undefined && { body, type }),
      ...(key === false && { key: null }),
      ...(key === 'read' && { key: (answer as { key: string }).key }),
    };
    const problem = (await ask(demo, asked)).answer as { code: string; title: string };
    if (problem.code !== code) throw new Error(`${code}: ${url} answers ${JSON.stringify(problem)}.`);
    problems[code] = problem;
  }
  for (const [code, detail] of Object.entries(UNPROVOKED))
    problems[code] = problemOf(new Failure(code as FailureCode, detail));
  return problems;
}
