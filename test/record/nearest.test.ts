import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceTo } from '../../src/record/nearest.ts';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { shared } from '../support/lifetime.ts';
import { recordStory } from '../support/record.ts';

describe.each(ENGINES)('references that lead nowhere on %s', (kind) => {
  const service = shared(() => startService(kind, { content: 'demo' }));

  test('422 names the nearest, in a body and a query, and 404 in a path', async () => {
    const { http, as } = service();
    const story = await recordStory(service());
    for (const [param, reference, slug] of [
      ['speaker', 'Nikol Pashinyan', 'nikol-pashinyan'],
      ['speaker', 'nikol-pashynian', 'nikol-pashinyan'],
      ['outlet', 'Deutsche Welle', 'dw'],
      ['side', 'armenai', 'armenia'],
      ['claim', 'LIMITED ACCESS', 'limited-access'],
    ] as const) {
      const asked = await http
        .get('/v1/statements')
        .query({ [param]: reference })
        .expect(422);
      expect(asked.body, reference).toMatchObject({ code: 'unknown-reference', errors: [{ pointer: param }] });
      expect(
        asked.body.nearest.map((one: { slug: string }) => one.slug),
        reference,
      ).toContain(slug);
      expect(asked.body.detail).toContain(asked.body.nearest[0].slug);
      const found = await http.get(`/v1/${param}s/${encodeURIComponent(reference)}`).expect(404);
      expect(found.body.nearest, reference).toEqual(asked.body.nearest);
    }
    const posted = await as.write
      .post('/v1/statements')
      .send({ ...story.isOpen, speaker: story.anna.name.toUpperCase() });
    expect(posted.body).toMatchObject({ status: 422, nearest: [{ id: story.anna.id, slug: story.anna.slug }] });
    const url = await http.get(`/v1/articles/${encodeURIComponent('http://p.dw.com/p/4W3DS/')}`).expect(404);
    expect(url.body.nearest).toMatchObject([{ url: 'https://p.dw.com/p/4W3DS' }]);
    const far = await http.get('/v1/sides/nothing-of-the-kind').expect(404);
    expect(far.body.nearest).toBeUndefined();
  });

  test('422 says how several values are written', async () => {
    const { http } = service();
    const { body } = await http.get('/v1/statements?side=armenia,russia').expect(422);
    expect(body.detail).toContain('side=…&side=…');
    const listed = await http.get('/v1/statements?side[]=armenia').expect(400);
    expect(listed.body.errors).toMatchObject([{ pointer: 'side[]', detail: expect.stringContaining('write side=…') }]);
  });

  test('400 says in words what is wrong', async () => {
    const { http, as } = service();
    const faultsOf = async (path: string, body: object) => (await as.write.post(`/v1/${path}`).send(body)).body.errors;
    expect(await faultsOf('sides', {})).toEqual([{ pointer: '/name', detail: 'is required' }]);
    expect(await faultsOf('sides', { name: 7 })).toEqual([{ pointer: '/name', detail: 'must be a text' }]);
    expect(await faultsOf('disputes', { title: 'T', sides: ['armenia'] })).toEqual([
      { pointer: '/sides/0', detail: 'must be an object with side, role' },
    ]);
    const [speaker] = await faultsOf('speakers', { name: 'N', side: 'armenia' });
    expect(speaker).toEqual({ pointer: '/side', detail: expect.stringContaining('affiliations') });
    const [type] = await faultsOf('statements', { article: 'a', speaker: 's', quote: 'q', quoteType: 'spoken' });
    expect(type).toEqual({ pointer: '/quoteType', detail: 'must be direct, indirect or mixed' });
    for (const [query, detail] of [
      ['limit=0', 'must be at least 1'],
      ['limit=9007199254740993', 'must be at most 200'],
      ['limit=201', 'must be at most 200'],
      ['limit=1.5', 'must be a number'],
    ]) {
      const { body } = await http.get(`/v1/sides?${query}`).expect(400);
      expect(body.errors, query).toEqual([{ pointer: 'limit', detail }]);
    }
    const nul = await http.get('/v1/statements?claim=a%00b&claim=x').expect(400);
    expect(nul.body.errors).toMatchObject([{ pointer: 'claim' }]);
    expect((await http.get('/v1/sides/a%00b').expect(400)).body.errors).toMatchObject([{ pointer: 'ref' }]);
    const header = as.write.delete('/v1/sides/armenia');
    expect((await header.expect(428)).body.errors).toMatchObject([{ pointer: 'If-Match' }]);
    const wrong = as.write.delete('/v1/sides/armenia').set('If-Match', '1');
    expect((await wrong.expect(400)).body.errors).toMatchObject([{ pointer: 'If-Match' }]);
    const slash = await http.get('/v1/statements/').expect(400);
    expect(slash.body.errors).toMatchObject([{ pointer: 'ref', detail: expect.stringContaining('slash') }]);
    expect((await http.get('/v1/articles/https://a.example/b').expect(404)).body.detail).toContain('percent-encoded');
    expect((await http.get('/v1/sides/armenia/').expect(404)).body.detail).toContain('slash');
  });
});

describe('the distance of two names', () => {
  test('is 0 for the same, the same both ways, and one letter away is 1', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
    fc.assert(
      fc.property(word, word, fc.nat(), (one, other, at) => {
        expect(distanceTo(one, one)).toBe(0);
        expect(distanceTo(one, other)).toBe(distanceTo(other, one));
        expect(distanceTo(one, other)).toBeGreaterThanOrEqual(Math.abs(one.length - other.length));
        const place = at % (one.length + 1);
        expect(distanceTo(one, `${one.slice(0, place)}x${one.slice(place)}`)).toBe(1);
      }),
    );
    expect(distanceTo('pashinyan', 'pahsinyan')).toBe(1);
  });
});
