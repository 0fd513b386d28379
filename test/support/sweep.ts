import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import { FAILURES } from '../../src/kernel/failure.ts';
import type { Http } from '../../src/platform/http/http.ts';
import type { Service } from './app.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
/** A route as the documents tell it, and an address that leads to something in the demo. */
export type Route = { method: Method; path: string; url: string };

/** What every route asks of its caller, as the promise has it and not as the code says it. */
export function needsOf({ method, path }: Route): 'open' | 'read' | 'text' | 'write' | 'admin' {
  if (!path.startsWith('/v1')) return 'open';
  if (path.startsWith('/v1/keys') || path.endsWith('/redact')) return 'admin';
  if (path.startsWith('/v1/imports')) return 'write';
  if (path === '/v1/articles/{ref}/snapshots/{number}') return 'text';
  return method === 'GET' || path.startsWith('/v1/quotes/') ? 'read' : 'write';
}

/** What ends in a word and is one answer all the same. */
const NO_LISTS =
  /\/(annotations|positions|balance|thread|rows|export|claimreview\.json|claims:search)$|\/comparisons\//;

/** Whether it answers `{ items, next }`. */
export function isList({ method, path }: Route): boolean {
  return method === 'GET' && path.startsWith('/v1/') && !/\}$/.test(path) && !NO_LISTS.test(path);
}

const NEEDED: Record<string, string> = {
  '/v1/search': 'q=blockade%20OR%20island%20OR%20corridor',
  '/v1/comparisons/claims': 'claim=blockade&claim=limited-access',
  '/v1/comparisons/terms': 'term=blockade&term=limited%20access',
  '/v1/comparisons/terms/own-voice': 'term=closure',
};

/** The address with a query, and with what its route cannot do without. */
export function asking(url: string, query = ''): string {
  const whole = [NEEDED[url] ?? '', query].filter((part) => part !== '').join('&');
  return whole === '' ? url : `${url}?${whole}`;
}

/** Every route of the documents, and those that the documents leave out. */
export async function routesOf({ app, keys }: Service): Promise<Route[]> {
  const documented = Object.entries(app.swagger().paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item ?? {})
      .filter((method) => ['get', 'post', 'patch', 'delete'].includes(method))
      .map((method) => ({ method: method.toUpperCase() as Method, path })),
  );
  // What never ends, and what answers by another protocol, is asked for by tests of its own.
  const routes = [
    ...documented.filter(({ path }) => path !== '/v1/changes/stream' && path !== '/mcp'),
    { method: 'GET' as const, path: '/docs' },
    { method: 'GET' as const, path: '/docs/listPairs' },
    { method: 'GET' as const, path: '/docs/problems' },
  ];
  expect(routes.length).toBeGreaterThan(60);
  return Promise.all(routes.map(async (route) => ({ ...route, url: await addressOf(app, keys.admin, route.path) })));
}

const NOTHING = { imports: 'imp_01k6v0a9q21y3', keys: 'key_01k6v0a9q21y3' };

async function addressOf(app: Http, key: string, path: string): Promise<string> {
  if (!path.includes('{')) return path;
  const [, room] = /^\/v1\/([^/]+)\//.exec(path) as unknown as [string, string];
  if (room in NOTHING) return path.replace(/\{\w+\}/, NOTHING[room as keyof typeof NOTHING]);
  const answer = await app.inject({ url: `/v1/${room}?limit=200`, headers: { authorization: `Bearer ${key}` } });
  const items = answer.json().items as { id: string; snapshots?: number }[];
  // An article with a text, where one is asked for.
  const item = items.find(({ snapshots }) => snapshots === undefined || snapshots > 0) ?? items[0];
  return path.replace(/\{ref\}/, item?.id ?? 'nothing').replace('{number}', '1');
}

/** Holds an answer to the promise that every error is a problem (RFC 9457), whatever went wrong. */
export function expectProblem(
  answer: Pick<LightMyRequestResponse, 'statusCode' | 'headers' | 'body'>,
  what: string,
): void {
  const told = `${what}: ${answer.statusCode} ${answer.body.slice(0, 300)}`;
  expect(answer.headers['content-type'], told).toBe('application/problem+json');
  const problem = JSON.parse(answer.body);
  expect(problem, told).toMatchObject({
    type: expect.stringMatching(/^urn:counterclaim:problem:/),
    title: expect.any(String),
    status: answer.statusCode,
    detail: expect.stringMatching(/\S/),
    errors: expect.any(Array),
  });
  expect(FAILURES[problem.code as keyof typeof FAILURES]?.[0], told).toBe(answer.statusCode);
  for (const fault of problem.errors)
    expect(fault, told).toEqual({ pointer: expect.any(String), detail: expect.any(String) });
}

/** Bodies that the demo takes, one for each route that takes one. */
export const BODIES: Record<string, Record<string, unknown>> = {
  '/v1/sides': { name: 'A side', slug: 'a-side' },
  '/v1/disputes': {
    title: 'A dispute',
    slug: 'a-dispute',
    summary: 'About it',
    sides: [{ side: 'armenia', role: 'party' }],
  },
  '/v1/questions': { dispute: 'nagorno-karabakh-2023', text: 'Who asks?', slug: 'who-asks' },
  '/v1/outlets': {
    name: 'An outlet',
    slug: 'an-outlet',
    homepage: 'https://example.org',
    kind: 'agency',
    country: 'AM',
  },
  '/v1/articles': {
    url: 'https://example.org/article',
    title: 'An article',
    outlet: 'dw',
    byline: ['Somebody'],
    agencies: ['AFP'],
    publishedAt: '2023-09-07',
    language: 'en',
    archiveUrl: 'https://example.org/archive',
    accessedAt: '2023-09-08',
  },
  '/v1/speakers': {
    name: 'A speaker',
    slug: 'a-speaker',
    kind: 'person',
    aliases: ['Somebody'],
    wikidata: 'Q1',
    affiliations: [{ side: 'armenia', title: 'Minister', from: '2020', until: '2024' }],
  },
  '/v1/claims': {
    question: 'lachin-corridor-state',
    text: 'It is open',
    slug: 'open',
    terms: ['open'],
    note: 'A note',
  },
  '/v1/claim-relations': { claim: 'blockade', target: 'troop-build-up', kind: 'narrows', note: 'A note' },
  '/v1/statements': {
    article: 'https://p.dw.com/p/4W3DS',
    speaker: 'nikol-pashinyan',
    side: 'armenia',
    dispute: 'nagorno-karabakh-2023',
    quote: 'Words that were said',
    quoteType: 'indirect',
    cue: 'said',
    setting: 'in parliament',
    context: 'He said words.',
    language: 'en',
    groundRules: 'on-record',
    saidAt: '2023-09-06',
    translations: [{ language: 'de', text: 'Worte', translator: 'Somebody', method: 'human' }],
    stances: [{ claim: 'blockade', stance: 'support' }],
    anchor: { prefix: 'before', suffix: 'after', start: 1, end: 2 },
    status: 'published',
    note: 'A note',
  },
  '/v1/reviews': {
    claim: 'blockade',
    publisher: 'dw',
    url: 'https://example.org/review',
    title: 'A review',
    reviewedAt: '2023-09-08',
    rating: { label: 'Mostly false', value: '2', best: 5, worst: 1, normalized: 'false' },
    language: 'en',
  },
  '/v1/corrections': { claim: 'blockade', kind: 'correction', note: 'A note', effectiveAt: '2023-09-08' },
  '/v1/claims/{ref}/merge': { into: 'limited-access' },
  '/v1/statements/{ref}/redact': { reason: 'A reason' },
  '/v1/rebuttals/{ref}/redact': { reason: 'A reason' },
  '/v1/reviews/{ref}/redact': { reason: 'A reason' },
  '/v1/corrections/{ref}/redact': { reason: 'A reason' },
  '/v1/keys': { name: 'A key', scope: 'read', expiresAt: '2999-01-01T00:00:00Z' },
  '/v1/quotes/verify': { text: 'He spoke of limited access.', quote: 'limited access', prefix: 'of', suffix: '.' },
  '/v1/quotes/check': {
    text: 'He spoke of “limited access”.',
    articles: ['https://p.dw.com/p/4W3DS'],
    texts: [{ text: 'There was limited access.', title: 'A text' }],
    dispute: 'nagorno-karabakh-2023',
  },
  '/v1/articles/{ref}/snapshots': { text: 'A text of the article.', retrievedAt: '2023-09-08' },
};

/** The body that a route takes: a PATCH may name what a POST does. */
export async function bodyFor({ app }: Service, { path }: Route): Promise<Record<string, unknown> | null> {
  const known = BODIES[path.replace(/\/\{ref\}$/, '')];
  if (known || path.includes('imports') || !path.startsWith('/v1/rebuttals')) return known ?? null;
  const { items } = (await app.inject('/v1/statements?dispute=nagorno-karabakh-2023&sort=createdAt')).json();
  return { statement: items[0].id, rebuts: items[5].id, kind: 'denial', note: 'A note' };
}
