import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { changesBy, record, recordStory, revise } from '../../support/record.ts';

describe.each(ENGINES)('disputes and questions on %s', (kind) => {
  const service = shared(() => startService(kind));
  const ids = async (url: string) =>
    (await service().http.get(url).expect(200)).body.items.map(({ id }: { id: string }) => id);

  test('201 records a dispute with its defaults: no summary, no sides', async () => {
    const body = await record(service(), 'disputes', { title: 'The Bridge of Sighs' });
    expect(body).toEqual({
      id: expect.stringMatching(/^dsp_[0-9a-z]{13}$/),
      revision: 1,
      createdAt: expect.any(String),
      updatedAt: body.createdAt,
      slug: 'the-bridge-of-sighs',
      title: 'The Bridge of Sighs',
      summary: null,
      sides: [],
    });
  });

  test('201 records sides by id and slug, in their roles, in the order given; a role is party unless said', async () => {
    const names = ['Plaintiffs', 'Onlookers', 'Referees'];
    const [one, two, three] = await Promise.all(names.map((name) => record(service(), 'sides', { name })));
    const sides = [{ side: three.slug, role: 'mediator' }, { side: one.id }, { side: two.id, role: 'third-party' }];
    const body = await record(service(), 'disputes', {
      title: 'In roles',
      summary: 'Two\nlines',
      slug: 'roles',
      sides,
    });
    expect(body).toMatchObject({
      slug: 'roles',
      summary: 'Two\nlines',
      sides: [
        { id: three.id, slug: three.slug, name: 'Referees', role: 'mediator' },
        { id: one.id, role: 'party' },
        { id: two.id, role: 'third-party' },
      ],
    });
    expect((await service().http.get('/v1/disputes/roles').expect(200)).body).toEqual(body);
  });

  test('201 makes slugs from names, with a number when taken, and accents and punctuation dropped', async () => {
    const slugs = [];
    for (const title of ['Élan & Çà!', 'Élan & Çà!', 'élan — ÇÀ', '戰爭', 'Война'])
      slugs.push((await record(service(), 'disputes', { title })).slug);
    expect(slugs).toEqual(['elan-ca', 'elan-ca-2', 'elan-ca-3', 'zhan-zheng', 'voyna']);
  });

  test('201 gives each of many namesakes that come at once a slug of its own', async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, () => record(service(), 'disputes', { title: 'At once' })),
    );
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(8);
    expect(made.map(({ slug }) => slug).sort()[0]).toBe('at-once');
  });

  test('200 merges a patch: null removes, what is left out stays, an array is replaced whole', async () => {
    const { dispute, south } = await recordStory(service());
    await revise(service(), `disputes/${dispute.id}`, { summary: 'A summary', slug: `renamed-${dispute.slug}` });
    const patched = await revise(service(), `disputes/renamed-${dispute.slug}`, {
      summary: null,
      sides: [{ side: south.id, role: 'mediator' }],
    });
    expect(patched).toMatchObject({ title: dispute.title, summary: null, revision: 3 });
    expect(patched.sides).toMatchObject([{ id: south.id, role: 'mediator' }]);
    await service().http.get(`/v1/disputes/${dispute.slug}`).expect(308);
  });

  test('400 and 422 refuse a dispute that cannot be, and write nothing', async () => {
    const { north, dispute } = await recordStory(service());
    const { as } = service();
    const written = await changesBy(service(), async () => {
      const refused = async (body: object) => (await as.write.post('/v1/disputes').send(body)).body;
      expect(await refused({})).toMatchObject({ status: 400, errors: [{ pointer: '/title' }] });
      expect(await refused({ title: '\n' })).toMatchObject({ status: 400, code: 'invalid' });
      expect(await refused({ title: 'T', slug: 'Not A Slug' })).toMatchObject({ errors: [{ pointer: '/slug' }] });
      expect(await refused({ title: 'T', sides: [{ side: north.id, role: 'referee' }] })).toMatchObject({
        status: 400,
        errors: [{ pointer: '/sides/0/role' }],
      });
      for (const side of ['nobody', dispute.id]) {
        expect(await refused({ title: 'T', sides: [{ side: north.id }, { side }] })).toMatchObject({
          status: 422,
          code: 'unknown-reference',
          errors: [{ pointer: '/sides/1/side' }],
        });
      }
      expect(await refused({ title: 'T', sides: [{ side: north.id }, { side: north.slug }] })).toMatchObject({
        status: 422,
        errors: [{ pointer: '/sides/1/side' }],
      });
      const removing = await as.write.patch(`/v1/disputes/${dispute.id}`).set('If-Match', '*').send({ title: null });
      expect(removing.body).toMatchObject({ status: 400, code: 'invalid', errors: [{ pointer: '/title' }] });
    });
    expect(written).toEqual([]);
  });

  test('200 lists disputes by side and questions by dispute, repeated values as an OR', async () => {
    const one = await recordStory(service());
    const two = await recordStory(service());
    expect(await ids(`/v1/disputes?side=${one.north.slug}`)).toEqual([one.dispute.id]);
    expect(await ids(`/v1/disputes?side=${one.north.id}&side=${two.south.slug}`)).toEqual([
      one.dispute.id,
      two.dispute.id,
    ]);
    expect(await ids(`/v1/questions?dispute=${two.dispute.slug}`)).toEqual([two.question.id]);
    const unknown = await service().http.get('/v1/questions?dispute=nowhere').expect(422);
    expect(unknown.body).toMatchObject({ code: 'unknown-reference', errors: [{ pointer: 'dispute' }] });
  });

  test('201 records a question under its dispute; 200 moves it while it has no claims, 409 afterwards', async () => {
    const one = await recordStory(service());
    const two = await recordStory(service());
    const free = await record(service(), 'questions', {
      dispute: one.dispute.slug,
      text: 'Who pays?',
      slug: 'who-pays',
    });
    expect(free).toMatchObject({
      id: expect.stringMatching(/^qst_/),
      slug: 'who-pays',
      text: 'Who pays?',
      dispute: { id: one.dispute.id, slug: one.dispute.slug, title: one.dispute.title },
    });
    expect(await revise(service(), 'questions/who-pays', { dispute: two.dispute.id })).toMatchObject({
      dispute: { id: two.dispute.id },
    });
    const moving = await service()
      .as.write.patch(`/v1/questions/${one.question.id}`)
      .set('If-Match', '*')
      .send({ dispute: two.dispute.id })
      .expect(409);
    expect(moving.body).toMatchObject({ code: 'in-use', references: { claims: 2 } });
  });

  test('409 refuses to delete what is referred to, and counts it; 204 deletes it afterwards', async () => {
    const story = await recordStory(service());
    const { as } = service();
    await record(service(), 'statements', story.isOpen);
    const remove = (path: string) => as.write.delete(`/v1/${path}`).set('If-Match', '*');
    const written = await changesBy(service(), async () => {
      expect((await remove(`disputes/${story.dispute.id}`).expect(409)).body).toMatchObject({
        code: 'in-use',
        references: { questions: 1, statements: 1 },
      });
      expect((await remove(`questions/${story.question.slug}`).expect(409)).body.references).toEqual({ claims: 2 });
      expect((await remove(`sides/${story.north.slug}`).expect(409)).body.references).toEqual({
        disputes: 1,
        speakers: 1,
        statements: 1,
      });
      const leaving = { sides: [{ side: story.south.id }] };
      const left = await as.write.patch(`/v1/disputes/${story.dispute.id}`).set('If-Match', '*').send(leaving);
      expect(left.body).toMatchObject({ status: 409, code: 'in-use', references: { statements: 1 } });
    });
    expect(written).toEqual([]);
    const unused = await record(service(), 'disputes', { title: 'Unused', sides: [{ side: story.north.id }] });
    await remove(`disputes/${unused.id}`).expect(204);
    await service().http.get(`/v1/disputes/${unused.id}`).expect(404);
  });
});
