import { describe, expect, test } from 'vitest';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { shared } from '../support/lifetime.ts';
import { record, recordStory, revise } from '../support/record.ts';

describe.each(ENGINES)('history on %s', (kind) => {
  const service = shared(() => startService(kind));
  const linesOf = async (path: string, as = service().http) =>
    (await as.get(`/v1/${path}/history`).expect(200)).body.items;

  test('200 tells who changed what, when and why, oldest first', async () => {
    const { as } = service();
    const made = await as.write.post('/v1/sides').set('Change-Comment', 'A new party').send({ name: 'Centre' });
    const { id, createdAt } = made.body;
    const revised = await as.write
      .patch(`/v1/sides/${id}`)
      .set('If-Match', '*')
      .send({ name: 'The Centre' })
      .expect(200);
    const lines = await linesOf(`sides/${made.body.slug}`);
    expect(lines).toEqual([
      {
        seq: expect.any(Number),
        at: createdAt,
        actor: expect.stringMatching(/^key_/),
        action: 'create',
        entity: { type: 'side', id },
        revision: 1,
        patch: [{ op: 'add', path: '', value: { slug: 'centre', name: 'Centre' } }],
        comment: 'A new party',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      {
        seq: expect.any(Number),
        at: revised.body.updatedAt,
        actor: lines[0].actor,
        action: 'revise',
        entity: { type: 'side', id },
        revision: 2,
        patch: [{ op: 'replace', path: '/name', value: 'The Centre' }],
        comment: null,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect(lines[1].seq).toBeGreaterThan(lines[0].seq);
  });

  test('200 gives a history to every kind of entity, and 404 to what never was', async () => {
    const story = await recordStory(service());
    const one = await record(service(), 'statements', story.isOpen);
    const other = await record(service(), 'statements', story.isShut);
    const rebuttal = await record(service(), 'rebuttals', { statement: other.id, rebuts: one.id, kind: 'denial' });
    const ends = { claim: story.shut.id, target: story.open.id };
    const relation = await record(service(), 'claim-relations', { ...ends, kind: 'contradicts' });
    const review = await record(service(), 'reviews', {
      claim: story.open.id,
      publisher: story.outlet.id,
      url: 'https://courier.example/check',
      title: 'Checked',
      reviewedAt: '2024-03-02',
      rating: { label: 'False' },
    });
    const correction = await record(service(), 'corrections', {
      statement: one.id,
      kind: 'update',
      note: 'Since then',
    });
    const entities: Record<string, { id: string }> = {
      sides: story.north,
      disputes: story.dispute,
      questions: story.question,
      outlets: story.outlet,
      articles: story.article,
      speakers: story.anna,
      claims: story.open,
      'claim-relations': relation,
      statements: one,
      rebuttals: rebuttal,
      reviews: review,
      corrections: correction,
    };
    for (const [path, { id }] of Object.entries(entities)) {
      const lines = await linesOf(`${path}/${id}`);
      expect(lines[0], path).toMatchObject({ action: 'create', revision: 1, entity: { id } });
      const never = id.replace(/.{4}$/, 'zzzz');
      const { body } = await service().http.get(`/v1/${path}/${never}/history`).expect(404);
      expect(body.code).toBe('not-found');
    }
    // The id of one kind is not found among another.
    await service().http.get(`/v1/sides/${story.anna.id}/history`).expect(404);
  });

  test('200 keeps the history of what was deleted and withdrawn, under its id', async () => {
    const { as } = service();
    const side = await record(service(), 'sides', { name: 'Gone soon' });
    await as.write.delete(`/v1/sides/${side.id}`).set('If-Match', '*').set('Change-Comment', 'Not needed').expect(204);
    await service().http.get(`/v1/sides/${side.id}`).expect(404);
    expect(await linesOf(`sides/${side.id}`)).toMatchObject([
      { action: 'create' },
      { action: 'delete', revision: 2, comment: 'Not needed', patch: [{ op: 'remove', path: '' }] },
    ]);
    const story = await recordStory(service());
    const { id } = await record(service(), 'statements', story.isOpen);
    await as.write.delete(`/v1/statements/${id}`).set('If-Match', '*').set('Change-Comment', 'Wrong').expect(204);
    expect(await linesOf(`statements/${id}`)).toMatchObject([
      { action: 'create' },
      { action: 'withdraw', comment: 'Wrong' },
    ]);
  });

  test('pages of a history are the whole of it, in order, and refuse the cursor of another', async () => {
    const side = await record(service(), 'sides', { name: 'Often renamed' });
    for (let number = 1; number <= 6; number += 1)
      await revise(service(), `sides/${side.id}`, { name: `Name ${number}` });
    const { http } = service();
    const seen: number[] = [];
    let url = `/v1/sides/${side.id}/history?limit=3&count=true`;
    for (let page = 1; page <= 3; page += 1) {
      const { body } = await http.get(url).expect(200);
      expect(body.total).toBe(7);
      seen.push(...body.items.map(({ revision }: { revision: number }) => revision));
      if (body.next === null) break;
      url = `/v1/sides/${side.id}/history?limit=3&count=true&cursor=${body.next}`;
      const other = await record(service(), 'sides', { name: `Other ${page}` });
      await http.get(`/v1/sides/${other.id}/history?limit=3&cursor=${body.next}`).expect(400);
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('a draft has no history but for keys that may write; publishing tells the whole of it to everyone', async () => {
    const { as, http } = service();
    const story = await recordStory(service());
    const { id } = await record(service(), 'statements', { ...story.isOpen, status: 'draft', note: 'Secret for now' });
    const before = await http.get('/v1/changes?limit=200').expect(200);
    await http.get(`/v1/statements/${id}/history`).expect(404);
    await as.read.get(`/v1/statements/${id}/history`).expect(404);
    await revise(service(), `statements/${id}`, { note: 'Still secret' });
    expect((await as.write.get(`/v1/statements/${id}/history`)).body.items).toHaveLength(2);
    await revise(service(), `statements/${id}`, { note: null, status: 'published' });
    const [line, ...more] = await linesOf(`statements/${id}`);
    expect(more).toEqual([]);
    expect(line).toMatchObject({ action: 'publish', revision: 3, patch: [{ op: 'add', path: '' }] });
    expect(line.patch[0].value).toMatchObject({ status: 'published', quote: story.isOpen.quote, note: null });
    const after = await http.get(`/v1/changes?limit=200&after=${before.body.items.at(-1).seq}`).expect(200);
    expect(JSON.stringify(after.body)).not.toMatch(/secret/i);
  });

  test('a rebuttal by a draft is hidden with it, and told when it is published', async () => {
    const { http } = service();
    const story = await recordStory(service());
    const one = await record(service(), 'statements', story.isOpen);
    const rebuts = [{ statement: one.id, kind: 'denial', note: 'Who wrote this?' }];
    const answer = await record(service(), 'statements', { ...story.isShut, status: 'draft', rebuts });
    const rebuttal = answer.rebuts[0].id;
    await http.get(`/v1/rebuttals/${rebuttal}/history`).expect(404);
    await http.get(`/v1/rebuttals/${rebuttal}`).expect(404);
    await revise(service(), `rebuttals/${rebuttal}`, { note: 'Still nobody knows' });
    await http.get(`/v1/rebuttals/${rebuttal}/history`).expect(404);
    await revise(service(), `statements/${answer.id}`, { status: 'published' });
    const lines = await linesOf(`rebuttals/${rebuttal}`);
    expect(lines).toMatchObject([{ action: 'publish', patch: [{ op: 'add', path: '', value: { kind: 'denial' } }] }]);
    expect((await http.get(`/v1/rebuttals/${rebuttal}`).expect(200)).body.revision).toBe(lines[0].revision);
  });

  test('a draft that is withdrawn stays unknown: 404 and not 410, and no line of it is shown', async () => {
    const { as, http } = service();
    const story = await recordStory(service());
    const { id } = await record(service(), 'statements', { ...story.isOpen, status: 'draft' });
    await as.write.delete(`/v1/statements/${id}`).set('If-Match', '*').expect(204);
    await http.get(`/v1/statements/${id}`).expect(404);
    await http.get(`/v1/statements/${id}/history`).expect(404);
    await as.write.get(`/v1/statements/${id}`).expect(410);
    await as.write.post(`/v1/statements/${id}/restore`).expect(200);
    expect((await as.write.get(`/v1/statements/${id}`)).body.status).toBe('draft');
  });
});

describe.each(ENGINES)('the change feed on %s', (kind) => {
  test('200 gives every change once, in order, from the demo on', async () => {
    const { http, changes } = await startService(kind, { content: 'demo' });
    const all = await changes();
    const seen: { seq: number; hash: string }[] = [];
    for (let after = 0; ; ) {
      const { body } = await http.get(`/v1/changes?after=${after}&limit=50`).expect(200);
      seen.push(...body.items);
      if (body.items.length === 0) break;
      after = body.items.at(-1).seq;
    }
    expect(seen.map(({ seq }) => seq)).toEqual(all.map((_, at) => at + 1));
    const paged = await http.get('/v1/changes?limit=20').expect(200);
    const next = await http.get(`/v1/changes?limit=20&cursor=${paged.body.next}`).expect(200);
    expect([...paged.body.items, ...next.body.items]).toEqual(seen.slice(0, 40));
  });

  test('200 gives the lines of one kind; 400 refuses what is no number', async () => {
    const { http, as } = await startService(kind);
    await as.write.post('/v1/sides').send({ name: 'One' }).expect(201);
    await as.write.post('/v1/outlets').send({ name: 'Two' }).expect(201);
    const { body } = await http.get('/v1/changes?type=outlet').expect(200);
    expect(body.items).toMatchObject([{ seq: 2, entity: { type: 'outlet' } }]);
    for (const after of ['-1', 'x', '1.5']) await http.get(`/v1/changes?after=${after}`).expect(400);
  });
});
