import { describe, expect, test } from 'vitest';
import { type Service, startService } from './support/app.ts';
import { ENGINES } from './support/database.ts';
import { shared } from './support/lifetime.ts';
import { changesBy, record, recordStory } from './support/record.ts';

/** One entity of each room, what a POST of another takes, and a patch that changes it. */
async function oneOfEach(service: Service) {
  const story = await recordStory(service);
  const one = await record(service, 'statements', story.isOpen);
  const other = await record(service, 'statements', story.isShut);
  const relation = await record(service, 'claim-relations', {
    claim: story.shut.id,
    target: story.open.id,
    kind: 'contradicts',
  });
  const rebuttal = await record(service, 'rebuttals', { statement: other.id, rebuts: one.id, kind: 'denial' });
  const entities = {
    sides: [story.north, { name: 'East' }],
    disputes: [story.dispute, { title: 'Another dispute' }],
    questions: [story.question, { text: 'Another question?' }],
    outlets: [story.outlet, { name: 'Another outlet' }],
    articles: [story.article, { title: 'Another title' }],
    speakers: [story.anna, { name: 'Another name' }],
    claims: [story.open, { text: 'Another claim' }],
    'claim-relations': [relation, { note: 'Another note' }],
    statements: [one, { note: 'Another note' }],
    rebuttals: [rebuttal, { note: 'Another note' }],
  } as const;
  return Object.entries(entities).map(([path, [entity, patch]]) => ({ path, id: entity.id as string, patch }));
}

describe.each(ENGINES)('what every room has in common, on %s', (kind) => {
  const service = shared(() => startService(kind));

  test('200 answers each entity with a strong tag, and 304 to who has it; the tag changes with what is nested', async () => {
    for (const { path, id, patch } of await oneOfEach(service())) {
      const { http, as } = service();
      const url = `/v1/${path}/${id}`;
      const { headers, body } = await http.get(url).expect(200);
      expect(headers.etag, path).toMatch(/^"1-[\w-]+"$/);
      expect(body).toMatchObject({ id, revision: 1 });
      expect(Date.parse(body.createdAt)).toBeLessThanOrEqual(Date.now());
      expect(body.updatedAt).toBe(body.createdAt);
      const known = await http.get(url).set('If-None-Match', `"0-other", ${headers.etag}`).expect(304);
      expect(known.text).toBe('');
      await http.get(url).set('If-None-Match', '"1-other"').expect(200);
      const revised = await as.write
        .patch(url)
        .set('If-Match', headers.etag as string)
        .send(patch)
        .expect(200);
      expect(revised.body).toMatchObject({ ...patch, id, revision: 2 });
      const after = await http.get(url).expect(200);
      expect(after.headers.etag, path).toBe(revised.headers.etag);
      expect(after.body).toEqual(revised.body);
    }
  });

  test('201 has the bytes and the tag of a GET, so that who made it has it already', async () => {
    const { as, http } = service();
    const side = await record(service(), 'sides', { name: 'West' });
    const dispute = await record(service(), 'disputes', { title: 'Who owns the mill?' });
    const bodies = {
      sides: { name: 'A side of its own' },
      outlets: { country: 'SE', kind: 'agency', name: 'An outlet of its own' },
      disputes: { title: 'A dispute of its own', sides: [{ side: side.id, role: 'party' }] },
      questions: { text: 'A question of its own?', dispute: dispute.id },
      speakers: { aliases: ['Nobody else'], name: 'A speaker of its own' },
    };
    for (const [path, body] of Object.entries(bodies)) {
      const made = await as.write.post(`/v1/${path}`).send(body).expect(201);
      const read = await http.get(`/v1/${path}/${made.body.id}`).expect(200);
      expect(made.text, path).toBe(read.text);
      expect(made.headers.etag, path).toBe(read.headers.etag);
      const then = await http.get(`/v1/${path}/${made.body.id}?asOf=${made.body.createdAt}`).expect(200);
      expect(then.text, path).toBe(read.text);
    }
  });

  test('412 says of a weak tag that it is one, and nothing changes', async () => {
    const { as, http } = service();
    const { id } = await record(service(), 'sides', { name: 'Far west' });
    const { headers } = await http.get(`/v1/sides/${id}`).expect(200);
    const patch = { name: 'Farther west' };
    const weak = await as.write.patch(`/v1/sides/${id}`).set('If-Match', `W/${headers.etag}`).send(patch).expect(412);
    expect(weak.body).toMatchObject({
      code: 'stale-revision',
      revision: 1,
      detail: expect.stringContaining('without W/'),
    });
    const stale = await as.write.patch(`/v1/sides/${id}`).set('If-Match', '"9-a"').send(patch).expect(412);
    expect(stale.body.detail).not.toContain('W/');
    expect((await http.get(`/v1/sides/${id}`)).body.name).toBe('Far west');
  });

  test('400 says which members are only read, in the answer sent back whole', async () => {
    const { as } = service();
    const { id } = await record(service(), 'sides', { name: 'Near west' });
    const send = (body: object) => as.write.patch(`/v1/sides/${id}`).set('If-Match', '*').send(body).expect(400);
    expect((await send({ id, revision: 1, name: 'x' })).body.errors).toEqual([
      { pointer: '/id', detail: 'is read-only: leave it out' },
      { pointer: '/revision', detail: 'is read-only: leave it out' },
    ]);
    expect((await send({ mood: 'x' })).body.errors[0].detail).toMatch(/^is not known here; known are/);
  });

  test('428 and 412 refuse a PATCH and a DELETE that do not know what they change, and nothing changes', async () => {
    for (const { path, id, patch } of await oneOfEach(service())) {
      const { as, http } = service();
      const url = `/v1/${path}/${id}`;
      const before = (await http.get(url)).body;
      const written = await changesBy(service(), async () => {
        expect((await as.write.patch(url).send(patch).expect(428)).body.code).toBe('precondition-required');
        expect((await as.write.delete(url).expect(428)).body.code).toBe('precondition-required');
        for (const stale of ['"2-abc"', '"7"', 'W/"1-abc"', '"x"']) {
          const refused = await as.write.patch(url).set('If-Match', stale).send(patch).expect(412);
          expect(refused.body, path).toMatchObject({ code: 'stale-revision', status: 412, revision: 1 });
          expect((await as.write.delete(url).set('If-Match', stale).expect(412)).body).toMatchObject({ revision: 1 });
        }
        await as.write.patch(url).set('If-Match', 'no tag').send(patch).expect(400);
      });
      expect(written).toEqual([]);
      expect((await http.get(url)).body).toEqual(before);
    }
  });

  test('200 takes the revision of a tag alone, one tag of several, and *', async () => {
    for (const { path, id, patch } of await oneOfEach(service())) {
      const { as } = service();
      const url = `/v1/${path}/${id}`;
      await as.write.patch(url).set('If-Match', '"9-a", "1-whatever"').send(patch).expect(200);
      const again = await as.write.patch(url).set('If-Match', '*').send(patch).expect(200);
      expect(again.body.revision, `${path}: a patch that changes nothing makes no revision`).toBe(2);
    }
  });

  test('200 answers lists with a weak tag, 304 to who has it, Link and next, and total when asked', async () => {
    for (const { path } of await oneOfEach(service())) {
      const { http } = service();
      const list = await http.get(`/v1/${path}?limit=1&count=true`).expect(200);
      expect(list.headers.etag, path).toMatch(/^W\/"[\w-]+"$/);
      expect(list.headers['cache-control']).toMatch(/no-cache/);
      expect(list.body.total).toBeGreaterThanOrEqual(1);
      expect(list.body.items).toHaveLength(1);
      await http
        .get(`/v1/${path}?limit=1&count=true`)
        .set('If-None-Match', list.headers.etag as string)
        .expect(304);
      expect((await http.get(`/v1/${path}?limit=1`)).body).not.toHaveProperty('total');
      const seen: string[] = [];
      let next: string | null = `/v1/${path}?limit=1`;
      while (next !== null) {
        const page: { body: { items: { id: string }[]; next: string | null }; headers: Record<string, string> } =
          await http.get(next).expect(200);
        seen.push(...page.body.items.map(({ id }) => id));
        const link = /^<(.+)>; rel="next"$/.exec(page.headers.link ?? '')?.[1] ?? null;
        expect(new URL(link ?? 'x:', 'http://x').searchParams.get('cursor')).toBe(page.body.next);
        next = link;
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toHaveLength(list.body.total);
    }
  });

  test('404 tells of an id of another kind in a path, 400 of unknown fields and queries, in every room', async () => {
    const rooms = await oneOfEach(service());
    const written = await changesBy(service(), async () => {
      for (const [at, { path, id, patch }] of rooms.entries()) {
        const { http, as } = service();
        const foreign = rooms[(at + 1) % rooms.length]?.id;
        expect((await http.get(`/v1/${path}/${foreign}`).expect(404)).body.code).toBe('not-found');
        expect((await http.get(`/v1/${path}/no-such-thing`).expect(404)).body.code).toBe('not-found');
        await as.write.patch(`/v1/${path}/${foreign}`).set('If-Match', '*').send(patch).expect(404);
        await as.write.delete(`/v1/${path}/${foreign}`).set('If-Match', '*').expect(404);
        const unknown = await as.write.patch(`/v1/${path}/${id}`).set('If-Match', '*').send({ mood: 'angry' });
        expect(unknown.body, path).toMatchObject({ status: 400, code: 'invalid', errors: [{ pointer: '/mood' }] });
        const query = await http.get(`/v1/${path}?mood=angry`).expect(400);
        expect(query.body).toMatchObject({ code: 'invalid', errors: [{ pointer: 'mood' }] });
        expect(query.headers['content-type']).toMatch(/^application\/problem\+json/);
        await http.get(`/v1/${path}?limit=0`).expect(400);
        await http.get(`/v1/${path}?limit=201`).expect(400);
        await http.get(`/v1/${path}?cursor=abc`).expect(400);
      }
    });
    expect(written).toEqual([]);
  });

  test('401 and 403 refuse writes without a key that may write, in every room', async () => {
    const rooms = await oneOfEach(service());
    const written = await changesBy(service(), async () => {
      for (const { path, id, patch } of rooms) {
        const { http, as } = service();
        const url = `/v1/${path}/${id}`;
        for (const [caller, status] of [
          [http, 401],
          [as.read, 403],
        ] as const) {
          await caller.post(`/v1/${path}`).send({}).expect(status);
          await caller.patch(url).set('If-Match', '*').send(patch).expect(status);
          await caller.delete(url).set('If-Match', '*').expect(status);
        }
      }
    });
    expect(written).toEqual([]);
  });
});
