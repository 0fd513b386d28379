import { describe, expect, test } from 'vitest';
import { type Service, startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { bodyFor, expectProblem, type Route, routesOf } from '../support/sweep.ts';

const DEEP = 1_000_000;
const MIB = 1024 * 1024;
const JSON_TYPE = 'application/json';

/** Bodies that no route takes, and the statuses that they may get. */
const HOSTILE: [name: string, body: string, statuses: number[], type?: string][] = [
  ['nothing', '', [400]],
  ['white space', ' \n', [400]],
  ['broken JSON', '{"name":', [400]],
  ['JSON and more', '{} {}', [400]],
  ['a comment', '{/* */}', [400]],
  ['a number that is none', '{"name": NaN}', [400]],
  ['null', 'null', [400]],
  ['a list', '[]', [400]],
  ['a list of objects', '[{"name":"A"}]', [400]],
  ['a text', '"name"', [400]],
  ['a number', '1', [400]],
  ['a member nobody knows', '{"mood":"angry"}', [400]],
  ['a member without a name', '{"":1}', [400]],
  ['__proto__', '{"__proto__":{"name":"A"}}', [400]],
  ['__proto__ as a text', '{"__proto__":"A"}', [400]],
  ['a nested __proto__', '{"name":{"__proto__":null}}', [400]],
  ['an escaped __proto__', '{"\\u005f_proto__":{"name":"A"}}', [400]],
  ['constructor', '{"constructor":{"prototype":{"name":"A"}}}', [400]],
  ['constructor as a text', '{"constructor":"A"}', [400]],
  ['toString', '{"toString":"A","hasOwnProperty":"B"}', [400]],
  ['a NUL in a member name', '{"na\\u0000me":"A"}', [400]],
  ['half a pair in a member name', '{"\\udc00":"A"}', [400]],
  ['lists 10⁶ deep', `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`, [400, 413]],
  ['lists as deep as fit', `${'['.repeat(MIB / 2)}${']'.repeat(MIB / 2)}`, [400]],
  ['objects as deep as fit', `${'{"a":'.repeat(MIB / 6 - 1)}1${'}'.repeat(MIB / 6 - 1)}`, [400]],
  ['a name that is deep', `{"name":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, [400]],
  ['8 MiB + 1', `{"name":"${'a'.repeat(8 * MIB - 10)}"}`, [413]],
  ['text', 'name=A', [415], 'text/plain'],
  ['a form', 'name=A', [415], 'application/x-www-form-urlencoded'],
  ['a file', '--a\r\n\r\nname\r\n--a--', [415], 'multipart/form-data; boundary=a'],
  ['XML', '<name>A</name>', [415], 'application/xml'],
  ['a media type that is none', '{"name":"A"}', [415], 'json'],
  ['no media type', '{"name":"A"}', [400, 415], ''],
];

/** Values that no member of any body takes. */
const HOSTILE_VALUES = ['{"x":1}', '[[]]', '1e400', '-1e400', '[{"x":[]}]', '"\\ud800"', '"a\\u0000b"', '["\\udfff"]'];

async function send({ app, keys }: Service, { method, url }: Route, body: string, type = JSON_TYPE) {
  const headers = {
    authorization: `Bearer ${keys.admin}`,
    'if-match': '*',
    ...(type !== '' && { 'content-type': type }),
  };
  return app.inject({ method, url, headers, payload: body });
}

async function routesWithBody(service: Service): Promise<Route[]> {
  const routes = (await routesOf(service)).filter(
    ({ method, path }) =>
      ['POST', 'PATCH'].includes(method) && !path.includes('imports') && !/\/(restore|unmerge)$/.test(path),
  );
  expect(routes.length).toBeGreaterThan(20);
  return routes;
}

/** The same body once for each text in it, with that text replaced. */
function withEachText(body: unknown, text: string): unknown[] {
  if (typeof body === 'string') return [text];
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    withEachText(value, text).map((changed) =>
      Array.isArray(body) ? body.map((one, at) => (String(at) === name ? changed : one)) : { ...body, [name]: changed },
    ),
  );
}

describe.each(ENGINES)('bodies on %s', (kind) => {
  test('400 refuses a hostile value of every member of every body, and nothing is written', async () => {
    const service = await startService(kind, { content: 'demo' });
    const before = await service.changes();
    for (const route of await routesWithBody(service)) {
      const body = await bodyFor(service, route);
      if (body === null) throw new Error(`No body is known for ${route.method} ${route.path}.`);
      const bodies = [
        ...Object.keys(body).flatMap((member) =>
          HOSTILE_VALUES.map((value) => JSON.stringify({ ...body, [member]: 'PLACE' }).replace('"PLACE"', value)),
        ),
        ...['\ud800', 'a\udc00b', 'a\0b'].flatMap((text) => withEachText(body, text)).map((one) => JSON.stringify(one)),
        ...withEachText(body, 'PLACE').map((one) => JSON.stringify(one).replace('"PLACE"', '{"mood":"angry"}')),
      ];
      for (const hostile of bodies) {
        const answer = await send(service, route, hostile);
        const what = `${route.method} ${route.path} with ${hostile.slice(0, 500)}`;
        expect(answer.statusCode, `${what}: ${answer.body.slice(0, 300)}`).toBe(400);
        expectProblem(answer, what);
        expect(answer.json().code, what).toBe('invalid');
        expect(answer.json().errors, what).not.toEqual([]);
      }
    }
    expect(await service.changes()).toEqual(before);
  });

  test('no value of a member gets a 5xx', async () => {
    const service = await startService(kind, { content: 'demo' });
    const values = [
      null,
      0,
      -1,
      0.5,
      2 ** 53,
      '',
      'a'.repeat(20_000),
      '\u{1F600}'.repeat(5000),
      "'; --",
      [],
      [null],
      {},
    ];
    for (const route of await routesWithBody(service)) {
      const body = (await bodyFor(service, route)) as Record<string, unknown>;
      for (const member of Object.keys(body)) {
        for (const value of values) {
          const answer = await send(service, route, JSON.stringify({ ...body, [member]: value }));
          const what = `${route.method} ${route.path} with ${member}: ${JSON.stringify(value).slice(0, 100)}`;
          expect(answer.statusCode, `${what}: ${answer.body.slice(0, 300)}`).toBeLessThan(500);
          if (answer.statusCode >= 400) expectProblem(answer, what);
        }
      }
    }
  });

  test('201 or 200 takes each of these bodies as it is', async () => {
    const service = await startService(kind, { content: 'demo' });
    for (const route of (await routesWithBody(service)).filter(({ method }) => method === 'POST')) {
      const answer = await send(service, route, JSON.stringify(await bodyFor(service, route)));
      expect(answer.statusCode, `${route.path}: ${answer.body}`).toBe(
        /\/(verify|check|merge|redact)$/.test(route.path) ? 200 : 201,
      );
    }
  });
});

// These are refused before an engine is asked.
test('4xx refuses a hostile body on every route that takes one, and nothing is written', async () => {
  const service = await startService('sqlite', { content: 'demo' });
  const before = await service.changes();
  for (const route of await routesWithBody(service)) {
    for (const [name, body, statuses, type] of HOSTILE) {
      // A text may be sent as it is.
      if (type === 'text/plain' && route.path.endsWith('/snapshots')) continue;
      const answer = await send(service, route, body, type);
      const what = `${route.method} ${route.path} with ${name}`;
      expect(statuses, `${what}: ${answer.body.slice(0, 200)}`).toContain(answer.statusCode);
      expectProblem(answer, what);
    }
  }
  expect(await service.changes()).toEqual(before);
  expect(({} as { name?: string }).name).toBeUndefined();
});

test('413 refuses one byte more than 1 MiB where no text is sent', async () => {
  const service = await startService('sqlite', { content: 'demo' });
  for (const route of await routesWithBody(service)) {
    if (route.path.endsWith('/snapshots') || route.path.startsWith('/v1/quotes/')) continue;
    const body = (length: number) => `{"mood":"${'a'.repeat(length - 11)}"}`;
    const [fits, over] = [await send(service, route, body(MIB)), await send(service, route, body(MIB + 1))];
    expect([fits.statusCode, over.statusCode], route.path).toEqual([400, 413]);
    expect(over.json().code).toBe('too-large');
  }
});

test('202 takes an import of hostile lines, refuses each of them with its number, and writes nothing', async () => {
  const service = await startService('sqlite', { content: 'demo' });
  const before = await service.changes();
  const lines = HOSTILE.filter(
    ([, body, , type]) => type === undefined && body.trim() !== '' && !body.includes('\n'),
  ).map(([, body]) => body);
  const { body: job } = await service.as.write
    .post('/v1/imports?format=record')
    .set('Content-Type', 'application/x-ndjson')
    .send(lines.join('\n'))
    .expect(202);
  const answer = async () => (await service.as.write.get(`/v1/imports/${job.id}`).expect(200)).body;
  await expect
    .poll(answer, { timeout: 20_000 })
    .toMatchObject({ state: 'done', read: lines.length, rejected: lines.length });
  expect((await answer()).errors.map(({ line }: { line: number }) => line)).toEqual(lines.map((_, at) => at + 1));
  expect(await service.changes()).toEqual(before);
});
