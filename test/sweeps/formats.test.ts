import { describe, expect, test } from 'vitest';
import { recordSide } from '../../src/record/sides/actions.ts';
import { type Service, startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { asking, expectProblem, type Route, routesOf } from '../support/sweep.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';
const NDJSON = 'application/x-ndjson';

/** The media types of the successful answer of a route, as the documents have them. */
function offeredBy({ app }: Service, { method, path }: Route): string[] {
  const operation = (app.swagger().paths as Paths)[path]?.[method.toLowerCase()];
  const answers = Object.entries(operation?.responses ?? {}).filter(([status]) => status.startsWith('2'));
  return [...new Set(answers.flatMap(([, { content = {} }]) => Object.keys(content)))];
}
type Paths = Record<string, Record<string, { operationId?: string; responses: Record<string, { content?: object }> }>>;

function as({ keys }: Service, accept: string | null): Record<string, string> {
  return { authorization: `Bearer ${keys.admin}`, 'if-match': '*', ...(accept !== null && { accept }) };
}

describe('every route with an answer', () => {
  test.each([
    'application/x-nobody',
    'text/html',
    'image/*',
    '*/*;q=0',
    'nonsense',
    'application/x-nobody, text/html;q=0.5',
  ])('406 refuses Accept: %s, says what there is, and writes nothing', async (accept) => {
    const service = await startService('sqlite', { content: 'demo' });
    const before = (await service.changes()).length;
    let asked = 0;
    for (const route of await routesOf(service)) {
      const offered = offeredBy(service, route);
      // What answers nothing has nothing to be accepted.
      if (offered.length === 0) continue;
      const { method, path } = route;
      const answer = await service.app.inject({ method, url: asking(route.url), headers: as(service, accept) });
      const what = `${method} ${path}`;
      expect(answer.statusCode, what).toBe(406);
      expect(String(answer.headers.vary).split(', '), what).toContain('Accept');
      expectProblem(answer, what);
      expect(answer.json(), what).toMatchObject({ code: 'not-acceptable', offered });
      asked += 1;
    }
    expect(asked).toBeGreaterThan(80);
    expect((await service.changes()).length).toBe(before);
  });

  test.each([null, '', '*/*', 'application/*', BROWSER])(
    'answers Accept: %s as it does when nothing is said, and says that this depends on it',
    async (accept) => {
      const service = await startService('sqlite', { content: 'demo' });
      for (const route of (await routesOf(service)).filter(({ method }) => method === 'GET')) {
        const [first] = offeredBy(service, route);
        if (first === undefined || !route.path.startsWith('/v1/')) continue;
        const { statusCode, headers } = await service.app.inject({
          url: asking(route.url),
          headers: as(service, accept),
        });
        const type = String(headers['content-type']).split(';')[0];
        expect(type, route.path).toBe(statusCode < 300 ? first : 'application/problem+json');
        expect(String(headers.vary).split(', '), route.path).toContain('Accept');
      }
    },
  );

  test('answers JSON to who accepts JSON, with parameters too, and problems to everybody', async () => {
    const service = await startService('sqlite', { content: 'demo' });
    for (const accept of [
      'application/json',
      'application/json; charset=utf-8',
      'application/json, text/plain, */*',
      'text/csv;q=0.9, application/json',
    ]) {
      const { headers } = await service.app.inject({ url: '/v1/articles/nothing', headers: as(service, accept) });
      expect(headers['content-type']).toBe('application/problem+json');
      for (const route of (await routesOf(service)).filter(({ method }) => method === 'GET')) {
        if (!offeredBy(service, route).includes('application/json')) continue;
        const answer = await service.app.inject({ url: asking(route.url), headers: as(service, accept) });
        if (answer.statusCode === 200)
          expect(answer.headers['content-type'], route.path).toMatch(/^application\/json\b/);
      }
    }
  });

  test('keeps what another header makes an answer depend on', async () => {
    const { app } = await startService('sqlite', { settings: { CORS_ORIGIN: 'https://a.example, https://b.example' } });
    const { headers } = await app.inject({ url: '/v1/sides', headers: { origin: 'https://a.example' } });
    expect(headers.vary).toBe('Origin, Accept, accept-encoding');
  });
});

describe.each(ENGINES)('lists as NDJSON on %s', (kind) => {
  const streamed = async (service: Service) =>
    (await routesOf(service)).filter((route) => {
      const { operationId = '' } =
        (service.app.swagger().paths as Paths)[route.path]?.[route.method.toLowerCase()] ?? {};
      const offered = offeredBy(service, route);
      // Tables of one answer, and what has no pages, are told as lines, too, and are no lists.
      return offered.includes(NDJSON) && offered.includes('application/json') && operationId.startsWith('list');
    });

  test('are all items of all pages, one a line, by Accept and by ?format=ndjson', async () => {
    const service = await startService(kind, { content: 'demo' });
    const lists = await streamed(service);
    expect(lists.length).toBeGreaterThan(25);
    for (const { url } of lists) {
      const { items } = (
        await service.app.inject({ url: asking(url, 'limit=200'), headers: as(service, null) })
      ).json();
      const byHeader = await service.app.inject({ url: asking(url), headers: as(service, NDJSON) });
      const byName = await service.app.inject({ url: asking(url, 'format=ndjson'), headers: as(service, BROWSER) });
      expect([byHeader.statusCode, byHeader.headers['content-type'], byHeader.headers.vary], url).toEqual([
        200,
        NDJSON,
        'Accept, accept-encoding',
      ]);
      expect(linesOf(byHeader.body), url).toEqual(items);
      expect(byName.body, url).toBe(byHeader.body);
      const json = await service.app.inject({
        url: asking(url, 'format=json&limit=200'),
        headers: as(service, NDJSON),
      });
      expect(json.json().items, url).toEqual(items);
    }
  });

  test('are whole when they have many pages, in the order of the list', async () => {
    const service = await startService(kind);
    const by = { actor: 'nobody', comment: null };
    await service.engine.write(async (tx) => {
      for (let at = 1; at <= 450; at += 1) await recordSide(tx, { name: `Side ${at}` }, by);
    });
    const { body } = await service.app.inject({ url: '/v1/sides', headers: as(service, NDJSON) });
    const names = (linesOf(body) as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(Array.from({ length: 450 }, (_, at) => `Side ${at + 1}`));
  });

  test('have the same filters and order, begin at a cursor, and with a limit are one page with a Link', async () => {
    const service = await startService(kind, { content: 'demo' });
    const get = (url: string, accept: string | null) => service.app.inject({ url, headers: as(service, accept) });
    const filters = [
      '/v1/statements?dispute=nagorno-karabakh-2023&side=armenia&sort=saidAt',
      '/v1/statements?q=corridor%20OR%20blockade&sort=relevance',
      '/v1/pairs?dispute=nagorno-karabakh-2023&nearest=true',
      '/v1/changes?type=claim&after=3',
      '/v1/claims?dispute=nagorno-karabakh-2023',
    ];
    for (const url of filters) {
      const whole = (await get(`${url}&limit=200`, null)).json();
      expect(whole.items.length, url).toBeGreaterThan(2);
      expect(linesOf((await get(url, NDJSON)).body), url).toEqual(whole.items);
      const first = (await get(`${url}&limit=2`, null)).json();
      const rest = await get(`${url}&cursor=${first.next}`, NDJSON);
      expect([...first.items, ...linesOf(rest.body)], url).toEqual(whole.items);
      const page = await get(`${url}&limit=2`, NDJSON);
      expect(linesOf(page.body), url).toEqual(first.items);
      const next = /^<([^>]+)>; rel="next"$/.exec(String(page.headers.link))?.[1] as string;
      expect(linesOf((await get(next, NDJSON)).body), url).toEqual(whole.items.slice(2, 4));
    }
  });

  test.each([
    ['an unknown format', '/v1/sides?format=xlsx', 400, 'invalid', 'format'],
    ['a format twice', '/v1/sides?format=ndjson&format=json', 400, 'invalid', 'format'],
    ['a format where there is but one', '/v1/sides/armenia?format=json', 400, 'invalid', 'format'],
    ['a count, which has no place there', '/v1/sides?format=ndjson&count=true', 400, 'invalid', 'count'],
    ['a cursor of another list', '/v1/sides?format=ndjson&cursor=x', 400, 'invalid', 'cursor'],
    ['a filter that is not known', '/v1/sides?format=ndjson&mood=angry', 400, 'invalid', 'mood'],
    ['a reference that leads nowhere', '/v1/claims?format=ndjson&dispute=nothing', 422, 'unknown-reference', 'dispute'],
    ['drafts to a reader', '/v1/statements?format=ndjson&status=draft', 401, 'unauthenticated', undefined],
  ])('refuse %s with a problem before anything is sent', async (_name, url, status, code, pointer) => {
    const { app } = await startService(kind, { content: 'demo' });
    const answer = await app.inject(url);
    expectProblem(answer, url);
    const { errors } = answer.json();
    expect([answer.statusCode, answer.json().code, errors[0]?.pointer]).toEqual([status, code, pointer]);
  });

  test('tell HEAD their headers without reading the list', async () => {
    const { app } = await startService(kind, { content: 'demo' });
    const head = await app.inject({ method: 'HEAD', url: '/v1/statements?format=ndjson' });
    expect([head.statusCode, head.headers['content-type'], head.body]).toEqual([200, NDJSON, '']);
    expect(head.headers['cache-control']).toBe('no-cache');
  });
});

function linesOf(body: string): unknown[] {
  if (body === '') return [];
  expect(body.endsWith('\n')).toBe(true);
  return body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}
