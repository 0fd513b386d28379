import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import { Failure } from '../../kernel/failure.ts';
import { type Members, PAGE_LIMIT_MAX, type Page } from '../../kernel/page.ts';
import type { CursorPosition, Cursors } from '../cursor.ts';
import type { Told } from '../engine/lasting.ts';
import { WrittenJson } from '../written-json.ts';
import { type AnyFormat, contentTypeOf, isOfLists, NEWEST_MAX, ndjson } from './format.ts';
import type { Http } from './http.ts';
import { askedOf, formatOf } from './negotiate.ts';

/** What a list is asked for, besides its filters. `after` is the place where the page before ended. */
export type Paging = { limit: number; after: CursorPosition | null; count: boolean; members?: Members };

/** How one of what is written already is told, and a page of it. */
export type Telling<Filter, Caller> = {
  list(filter: Filter, paging: Paging, caller: Caller): Promise<Page<Told, CursorPosition>>;
  get(reference: string, caller: Caller): Promise<Told>;
};

type List<Item> = (filter: Record<string, unknown>, paging: Paging) => Promise<Page<Item, CursorPosition>>;
type Newest<Item> = (filter: Record<string, unknown>, limit: number) => Promise<readonly Item[]>;
type Addressed = { cursors: Cursors; publicUrl: string };
type Reply = { header(name: string, value: string): unknown };
type Query = Record<string, unknown> & { limit: number; cursor?: string; count?: boolean };
type Selecting = { fields?: unknown; view?: unknown };

/** Lists that are sent in one go at the same time; more are refused. */
const STREAMS_MAX = 100;
/** Bytes, more or less, that are sent at once. */
const CHUNK_LENGTH = 32 * 1024;

declare module 'fastify' {
  interface FastifyInstance {
    /** The lists that are being sent in one go. */
    streams: Set<Readable>;
  }
}

/** Ends what is being sent when the service stops, so that nobody takes a part of a list for the whole. */
export function watchStreams(app: Http): void {
  app.decorate('streams', new Set<Readable>());
  app.addHook('preClose', async () => {
    for (const stream of app.streams) stream.destroy(new Error('The service is stopping.'));
  });
}

/**
 * Answers a list as it was asked for: one page as JSON, or, in another format, all of it from where the cursor says on.
 * That is read page by page while the client reads, and no further once the client has gone. With a `limit` it is
 * that one page in every format.
 */
export async function answerList<Item>(
  request: FastifyRequest,
  reply: Reply,
  addressed: Addressed,
  list: List<Item>,
  newest?: Newest<Item>,
): Promise<Page<Item> | Readable> {
  const format = formatOf(request);
  if (format === null || !isOfLists(format)) return answerPage(request, reply, addressed, list);
  const { limit, cursor, count, fields, view, ...filter } = request.query as Query & Selecting;
  refuseSelection(format, { fields, view });
  if (count !== undefined) throw withoutPlace('count', 'is told in JSON alone');
  reply.header('content-type', contentTypeOf(format));
  const send = (items: AsyncIterable<Item>) =>
    streamOf(request, format.writeList(items, askedOf(request, addressed.publicUrl)));
  if (format.takes === 'newest') {
    if (cursor !== undefined) throw withoutPlace('cursor', 'has no place in a feed');
    return send(each((await newest?.(filter, Math.min(limit, NEWEST_MAX))) ?? []));
  }
  if (isLimited(request)) return send(each((await answerPage(request, reply, addressed, list)).items));
  const after = cursor === undefined ? null : addressed.cursors.open(nameOf(request, filter), cursor);
  const pageAfter = (place: CursorPosition | null) =>
    list(filter, { limit: PAGE_LIMIT_MAX, after: place, count: false });
  return send(allItems(await pageAfter(after), pageAfter));
}

/** Answers what is told from beginning to end and has no pages, in the format that was asked for. */
export function answerAll<Item>(
  request: FastifyRequest,
  reply: Reply,
  { publicUrl }: Pick<Addressed, 'publicUrl'>,
  items: AsyncIterable<Item>,
): never {
  const format = formatOf(request);
  if (format === null || !isOfLists(format)) throw new Error('What has no pages is told in formats of lists alone.');
  reply.header('content-type', contentTypeOf(format));
  // A stream is nothing that a schema of JSON describes: the types of every route let this through.
  return streamOf(request, format.writeList(items, askedOf(request, publicUrl))) as never;
}

/** Answers one page of a list: opens and seals the cursors, and tells `next` in a Link header too. */
export async function answerPage<Item>(
  request: FastifyRequest,
  reply: Reply,
  { cursors, publicUrl }: Addressed,
  list: List<Item>,
): Promise<Page<Item>> {
  // Which members are shown makes no other list.
  const { limit, cursor, count, fields: _, view: __, ...filter } = request.query as Query & Selecting;
  const name = nameOf(request, filter);
  const after = cursor === undefined ? null : cursors.open(name, cursor);
  const { items, next, total, totalAtLeast } = await list(filter, { limit, after, count: count === true });
  const sealed = next === null ? null : cursors.seal(name, next);
  if (sealed !== null) reply.header('link', `<${publicUrl}${withCursor(request.url, sealed)}>; rel="next"`);
  return {
    items,
    next: sealed,
    ...(total !== undefined && { total }),
    ...(totalAtLeast !== undefined && { totalAtLeast }),
  };
}

/** The page of what is written as it is sent already. */
export function pageTold<Item>({ items, ...end }: Page<Told>): WrittenJson<Page<Item>> {
  return new WrittenJson(`{"items":[${items.map(({ json }) => json).join()}],${JSON.stringify(end).slice(1)}`);
}

/** What a cursor is sealed for: one list, with one set of filters. */
export function listName(path: string, parameters: unknown, filter: Record<string, unknown>): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  const filters = given.sort(([a], [b]) => (a < b ? -1 : 1));
  return `${path} ${JSON.stringify(parameters)} ${JSON.stringify(filters)}`;
}

function nameOf({ routeOptions, params }: FastifyRequest, filter: Record<string, unknown>): string {
  return listName(routeOptions.url ?? '', params, filter);
}

function withCursor(url: string, cursor: string): string {
  const [path, ...query] = url.split('?') as [string, ...string[]];
  const parameters = new URLSearchParams(query.join('?'));
  parameters.set('cursor', cursor);
  return `${path}?${parameters}`;
}

/** Whether the caller said how much it wants; the schema fills in what it did not say. */
function isLimited({ url }: FastifyRequest): boolean {
  return new URLSearchParams(url.split('?').slice(1).join('?')).has('limit');
}

/** Formats have members of their own, but for one that writes items as they are. */
export function refuseSelection({ name }: AnyFormat, { fields, view }: Selecting): void {
  const given = fields !== undefined ? 'fields' : view !== undefined ? 'view' : null;
  if (given !== null && name !== ndjson.name) throw withoutPlace(given, 'is for JSON and NDJSON alone');
}

function withoutPlace(pointer: string, detail: string): Failure {
  return new Failure('invalid', `${pointer}: ${detail}.`, { faults: [{ pointer, detail }] });
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

/** Others have their turn between two pages, which an engine in this process may read without waiting for anything. */
async function* allItems<Item>(
  first: Page<Item, CursorPosition>,
  pageAfter: (place: CursorPosition) => Promise<Page<Item, CursorPosition>>,
): AsyncGenerator<Item> {
  for (let page = first; ; page = await pageAfter(page.next)) {
    yield* page.items;
    if (page.next === null) return;
    await turn();
  }
}

function streamOf({ server, method }: FastifyRequest, texts: AsyncIterable<string>): Readable {
  // Whoever asks for the headers alone is not sent through the whole list.
  if (method === 'HEAD') return Readable.from([]);
  if (server.streams.size >= STREAMS_MAX) {
    throw new Failure('overloaded', 'Too many lists are being sent. Try again in a moment.');
  }
  const stream = Readable.from(inChunks(texts), { objectMode: false, highWaterMark: CHUNK_LENGTH });
  server.streams.add(stream);
  stream.once('close', () => server.streams.delete(stream));
  return stream;
}

async function* inChunks(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const text of texts) {
    chunk += text;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
