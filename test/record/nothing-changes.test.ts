import { describe, expect, test } from 'vitest';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { shared } from '../support/lifetime.ts';
import { another, changesBy, record, recordStory, revise } from '../support/record.ts';

describe.each(ENGINES)('patches on %s', (kind) => {
  const service = shared(() => startService(kind));
  const patch = (path: string, body: object) => service().as.write.patch(`/v1/${path}`).set('If-Match', '*').send(body);

  test('null for a slug, or for when a correction takes effect, writes nothing where nothing changes', async () => {
    const story = await recordStory(service());
    const correction = await record(service(), 'corrections', { claim: story.open.id, kind: 'update', note: 'N' });
    const namesake = await record(service(), 'sides', { name: story.north.name });
    const written = await changesBy(service(), async () => {
      for (const [path, entity] of [
        ['sides', story.north],
        ['sides', namesake],
        ['disputes', story.dispute],
        ['questions', story.question],
        ['outlets', story.outlet],
        ['speakers', story.anna],
        ['claims', story.open],
      ] as const) {
        for (const _ of [1, 2]) {
          const { body } = await patch(`${path}/${entity.id}`, { slug: null }).expect(200);
          expect(body, path).toMatchObject({ slug: entity.slug, revision: entity.revision });
        }
      }
      const { body } = await patch(`corrections/${correction.id}`, { effectiveAt: null }).expect(200);
      expect(body).toEqual(correction);
    });
    expect(written).toEqual([]);
    await revise(service(), `corrections/${correction.id}`, { effectiveAt: '2020' });
    const back = await revise(service(), `corrections/${correction.id}`, { effectiveAt: null });
    expect(back).toMatchObject({ effectiveAt: correction.effectiveAt });
    expect(await revise(service(), `corrections/${correction.id}`, { effectiveAt: null })).toEqual(back);
  });

  test('410 answers every patch of a statement that was withdrawn or redacted', async () => {
    const story = await recordStory(service());
    for (const end of ['withdraw', 'redact']) {
      const { id } = await record(service(), 'statements', story.isOpen);
      const { as } = service();
      if (end === 'withdraw') await as.write.delete(`/v1/statements/${id}`).set('If-Match', '*').expect(204);
      else await as.admin.post(`/v1/statements/${id}/redact`).send({ reason: 'the law' }).expect(200);
      for (const body of [{}, { note: 'x' }, { quote: 'something else' }]) {
        const told = await patch(`statements/${id}`, body).expect(410);
        expect(told.body).toMatchObject({ code: 'withdrawn' });
      }
    }
  });

  test('422 keeps the id of a draft out of what everyone reads: repeated, answered, or published too early', async () => {
    const story = await recordStory(service());
    const { as, http } = service();
    const draft = await record(service(), 'statements', { ...another(story.isOpen), status: 'draft' });
    const open = await record(service(), 'statements', story.isOpen);
    const shut = await record(service(), 'statements', {
      ...story.isShut,
      rebuts: [{ statement: open.id, kind: 'denial' }],
    });
    const copy = await record(service(), 'statements', {
      ...another(story.isOpen),
      repeats: draft.id,
      status: 'draft',
    });
    const refusal = { code: 'unprocessable', status: 422 };
    const repeats = { ...refusal, errors: [{ pointer: '/repeats' }] };
    const made = await as.write.post('/v1/statements').send({ ...another(story.isOpen), repeats: draft.id });
    expect(made.body).toMatchObject(repeats);
    for (const repeated of [draft.id, copy.id])
      expect((await patch(`statements/${open.id}`, { repeats: repeated })).body).toMatchObject(repeats);
    const published = await patch(`statements/${copy.id}`, { status: 'published' });
    expect(published.body).toMatchObject({ ...refusal, errors: [{ pointer: '/status' }] });
    const link = shut.rebuts[0].id;
    expect((await patch(`rebuttals/${link}`, { rebuts: draft.id })).body).toMatchObject({
      ...refusal,
      errors: [{ pointer: '/rebuts' }],
    });
    for (const path of ['changes?limit=200', `statements/${open.id}/history`, `rebuttals/${link}/history`]) {
      const { text } = await http.get(`/v1/${path}`).expect(200);
      expect(text).not.toContain(draft.id);
      expect(text).not.toContain(copy.id);
    }
    await revise(service(), `statements/${draft.id}`, { status: 'published' });
    const after = await revise(service(), `statements/${copy.id}`, { status: 'published' });
    expect(after.repeats).toMatchObject({ id: draft.id });
    expect((await http.get(`/v1/statements/${copy.id}`).expect(200)).body.repeats.id).toBe(draft.id);
  });

  test('the pointer of a statement that does not fit leads into what was sent', async () => {
    const [story, other] = [await recordStory(service()), await recordStory(service())];
    const { as } = service();
    const open = await record(service(), 'statements', story.isOpen);
    const shut = await record(service(), 'statements', {
      ...story.isShut,
      stances: [],
      dispute: story.dispute.id,
      rebuts: [{ statement: open.id, kind: 'denial' }],
    });
    for (const { id } of [open, shut]) {
      const { body } = await patch(`statements/${id}`, { dispute: other.dispute.id }).expect(422);
      expect(body).toMatchObject({ code: 'wrong-dispute', errors: [{ pointer: '/dispute' }] });
    }
    const stances = [{ claim: other.open.id, stance: 'deny' }];
    const told = await patch(`statements/${open.id}`, { stances }).expect(422);
    expect(told.body).toMatchObject({ code: 'wrong-dispute', errors: [{ pointer: '/stances/0/claim' }] });
    const rebuttal = { ...other.isShut, article: story.article.id, kind: 'denial', dispute: other.dispute.id };
    const nested = await as.write
      .post('/v1/statements')
      .send({ ...another(story.isOpen), rebuttal })
      .expect(422);
    expect(nested.body).toMatchObject({ code: 'wrong-dispute', errors: [{ pointer: '/rebuttal/dispute' }] });
  });
});
