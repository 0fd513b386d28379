import { describe, expect, test } from 'vitest';
import { startService } from './support/app.ts';
import { ENGINES } from './support/database.ts';
import { shared } from './support/lifetime.ts';
import { changesBy, record, recordStory } from './support/record.ts';

const MIB = 1024 * 1024;
const DEPTH = 1_000_000;
const JSON_TYPE = 'application/json';

describe.each(ENGINES)('bad input on %s', (kind) => {
  const service = shared(() => startService(kind));

  /** Sends bytes as they are, and expects a refusal that is a problem and leaves nothing behind. */
  async function refusedAs(status: number, code: string, path: string, body: string, type = JSON_TYPE) {
    let problem: Record<string, unknown> = {};
    const written = await changesBy(service(), async () => {
      const response = await service().as.write.post(`/v1/${path}`).set('Content-Type', type).send(body);
      expect(response.status, response.text.slice(0, 300)).toBe(status);
      expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
      problem = response.body;
    });
    expect(problem).toMatchObject({ status, code, type: expect.any(String), title: expect.any(String) });
    expect((problem.detail as string).length).toBeGreaterThan(5);
    expect(problem.errors).toBeInstanceOf(Array);
    expect(written).toEqual([]);
    return problem;
  }

  test.each([
    ['broken JSON', '{"name": "No end'],
    ['JSON with a comment', '{"name": "N" /* why */}'],
    ['no JSON at all', 'name=N'],
    ['an empty body', ''],
    ['null', 'null'],
    ['an array', '[{"name": "N"}]'],
    ['a number', '7'],
    ['a key __proto__', '{"name": "N", "__proto__": {"slug": "s"}}'],
    ['a key __proto__ that is escaped', '{"name": "N", "\\u005f_proto__": {"slug": "s"}}'],
    ['a key constructor with a prototype', '{"name": "N", "constructor": {"prototype": {"slug": "s"}}}'],
    ['a key constructor', '{"name": "N", "constructor": "s"}'],
    ['a key toString', '{"name": "N", "toString": "s"}'],
    ['a number for a text', '{"name": 7}'],
    ['null for a text', '{"name": null}'],
    ['a list for a text', '{"name": ["N"]}'],
    ['an unknown field', '{"name": "N", "mood": "angry"}'],
    ['half of a surrogate pair', '{"name": "a\\ud83d"}'],
    ['the other half of a surrogate pair', '{"name": "\\ude00b"}'],
    ['a NUL', '{"name": "a\\u0000b"}'],
    ['a NUL in a key', '{"name": "N", "a\\u0000b": 1}'],
    ['a line break in a name', '{"name": "a\\nb"}'],
    ['10⁶ brackets', '['.repeat(DEPTH)],
    ['10⁶ nested lists', `{"name": ${'['.repeat(DEPTH / 2)}${']'.repeat(DEPTH / 2)}}`],
    ['100,000 nested objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['50,000 unknown fields', `{${Array.from({ length: 50_000 }, (_, at) => `"k${at}":1`).join(',')}}`],
  ])('400 refuses %s', async (_name, body) => {
    await refusedAs(400, 'invalid', 'sides', body);
  });

  test('400 refuses a place in the article that ends before it starts', async () => {
    const statement = { article: 'a', speaker: 's', quote: 'q', quoteType: 'direct', anchor: { start: 5, end: 3 } };
    const problem = await refusedAs(400, 'invalid', 'statements', JSON.stringify(statement));
    expect(problem.errors).toMatchObject([{ pointer: '/anchor/end' }]);
  });

  test('413 refuses a body of 1 MiB and one byte, and takes one of 1 MiB to look at it', async () => {
    const bodyOf = (bytes: number) => `{"name": "${'n'.repeat(bytes - 12)}"}`;
    await refusedAs(413, 'too-large', 'sides', bodyOf(MIB + 1));
    await refusedAs(400, 'invalid', 'sides', bodyOf(MIB));
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data'])(
    '415 refuses a body of the type %s',
    async (type) => {
      await refusedAs(415, 'unsupported-media-type', 'sides', '{"name": "N"}', type);
    },
  );

  test('the refusal of what is nested names its place', async () => {
    const { isOpen } = await recordStory(service());
    const at = async (over: object) =>
      (await refusedAs(400, 'invalid', 'statements', JSON.stringify({ ...isOpen, ...over }))).errors;
    expect(await at({ saidAt: '2023-02-30' })).toMatchObject([{ pointer: '/saidAt' }]);
    expect(await at({ saidAt: '2023-13' })).toMatchObject([{ pointer: '/saidAt' }]);
    expect(await at({ saidAt: '2023-02-29T00:00:00Z' })).toMatchObject([{ pointer: '/saidAt' }]);
    expect(await at({ saidAt: 2023 })).toMatchObject([{ pointer: '/saidAt' }]);
    expect(await at({ stances: [{ claim: 'c', stance: 'agree' }] })).toMatchObject([{ pointer: '/stances/0/stance' }]);
    expect(await at({ stances: [{ claim: 'c', stance: 'deny', 'a/b~c': 1 }] })).toMatchObject([
      { pointer: '/stances/0/a~1b~0c' },
    ]);
    expect(await at({ stances: Array(65).fill({ claim: 'c', stance: 'deny' }) })).toMatchObject([
      { pointer: '/stances' },
    ]);
    expect(await at({ translations: [{ language: 'de', text: 'T', method: 'guess' }] })).toMatchObject([
      { pointer: '/translations/0/method' },
    ]);
    expect(await at({ anchor: { start: -1 } })).toMatchObject([{ pointer: '/anchor/start' }]);
    expect(await at({ anchor: { start: 1.5 } })).toMatchObject([{ pointer: '/anchor/start' }]);
    expect(
      await at({ rebuttal: { kind: 'denial', mood: 1, speaker: 's', quote: 'q', quoteType: 'direct' } }),
    ).toMatchObject([{ pointer: '/rebuttal/mood' }]);
    expect(await at({ status: 'withdrawn' })).toMatchObject([{ pointer: '/status' }]);
    expect(await at({ context: 'a\ud800' })).toMatchObject([{ pointer: '/context' }]);
  });

  test('400 and 404 refuse what an address cannot be, in problem documents too', async () => {
    const { as, http } = service();
    for (const [url, status] of [
      ['/v1/sides/%E0%A4%A', 400],
      ['/v1/sides/%00', 400],
      ['/v1/sides?limit=%00', 400],
      ['/v1/sides?limit=', 400],
      ['/v1/sides?limit=1e1', 400],
      ['/v1/sides?limit=0x10', 400],
      ['/v1/sides?limit=%2B5', 400],
      ['/v1/changes?after=', 400],
      ['/v1/statements?term=a%00b', 400],
      ['/v1/sides?limit=0', 400],
      ['/v1/sides?limit=1&limit=2', 400],
      ['/v1/statements?__proto__=1', 400],
      ['/v1/statements?side=%ED%A0%80', 400],
      [`/v1/sides/${'s'.repeat(2049)}`, 400],
      [`/v1/sides/${'s'.repeat(7000)}`, 414],
      ['/v1/nothing', 404],
      ['/v1/articles/x/snapshots/0', 400],
      ['/v1/articles/x/snapshots/one', 400],
    ] as const) {
      for (const asked of [http, as.admin]) {
        const { body, status: answered, headers } = await asked.get(url);
        if (url.includes('/snapshots/') && asked === http) expect(answered, url).toBe(401);
        else if (url.includes('%ED%A0%80')) expect([400, 422], url).toContain(answered);
        else expect(answered, url).toBe(status);
        expect(body, url).toMatchObject({ code: expect.any(String), detail: expect.any(String) });
        expect(headers['content-type']).toMatch(/^application\/problem\+json/);
      }
    }
    const other = await http.put('/v1/sides').send({}).expect(405);
    expect(other.body).toMatchObject({ code: 'method-not-allowed', status: 405 });
    expect(other.headers.allow).toMatch(/GET/);
  });

  test('409 refuses two slugs alike in every room that has them, and leaves the first as it is', async () => {
    const story = await recordStory(service());
    const { as } = service();
    const bodies = {
      sides: [story.north, { name: 'N' }],
      disputes: [story.dispute, { title: 'T' }],
      questions: [story.question, { dispute: story.dispute.id, text: 'T?' }],
      outlets: [story.outlet, { name: 'N' }],
      speakers: [story.anna, { name: 'N' }],
      claims: [story.open, { question: story.question.id, text: 'T' }],
    } as const;
    for (const [path, [entity, body]] of Object.entries(bodies)) {
      const other = await record(service(), path, body);
      const written = await changesBy(service(), async () => {
        const refusal = { status: 409, code: 'conflict', errors: [{ pointer: '/slug' }] };
        const twin = { ...body, slug: entity.slug };
        expect((await as.write.post(`/v1/${path}`).send(twin)).body, path).toMatchObject(refusal);
        const patching = as.write.patch(`/v1/${path}/${other.id}`).set('If-Match', '*').send({ slug: entity.slug });
        expect((await patching).body, path).toMatchObject(refusal);
      });
      expect(written).toEqual([]);
      const url = `/v1/${path}/${entity.slug}`;
      expect((await service().http.get(url).expect(200)).body).toMatchObject({ id: entity.id, revision: 1 });
    }
  });
});
