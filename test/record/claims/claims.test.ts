import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { changesBy, record, recordStory, revise } from '../../support/record.ts';

const KINDS = ['contradicts', 'reframes', 'narrows', 'supports', 'different-scope'];

describe.each(ENGINES)('claims and their relations on %s', (kind) => {
  const service = shared(() => startService(kind));
  const ids = async (url: string) =>
    (await service().http.get(`/v1/${url}`).expect(200)).body.items.map(({ id }: { id: string }) => id);

  test('201 records a claim with its defaults, and with every field', async () => {
    const { question, dispute } = await recordStory(service());
    const bare = await record(service(), 'claims', { question: question.slug, text: 'The key is lost' });
    expect(bare).toEqual({
      id: expect.stringMatching(/^clm_[0-9a-z]{13}$/),
      revision: 1,
      createdAt: expect.any(String),
      updatedAt: bare.createdAt,
      slug: 'the-key-is-lost',
      dispute: { id: dispute.id, slug: dispute.slug, title: dispute.title },
      question: { id: question.id, slug: question.slug, text: question.text },
      text: 'The key is lost',
      terms: [],
      note: null,
      corrections: [],
    });
    const fields = { text: 'The key is kept', slug: 'the-key', terms: ['kept', 'keeps'], note: 'A note\nof two lines' };
    expect(await record(service(), 'claims', { question: question.id, ...fields })).toMatchObject(fields);
    expect(await revise(service(), 'claims/the-key', { note: null, terms: null, slug: null })).toMatchObject({
      note: null,
      terms: [],
      slug: 'the-key-is-kept',
    });
  });

  test('200 lists claims by dispute and question', async () => {
    const one = await recordStory(service());
    const two = await recordStory(service());
    expect(await ids(`claims?dispute=${one.dispute.slug}`)).toEqual([one.open.id, one.shut.id]);
    expect(await ids(`claims?question=${two.question.id}`)).toEqual([two.open.id, two.shut.id]);
    expect(await ids(`claims?question=${two.question.id}&dispute=${one.dispute.id}`)).toEqual([]);
  });

  test('409 keeps a claim that statements take a stance on from being deleted or moved, and counts them', async () => {
    const story = await recordStory(service());
    const elsewhere = await record(service(), 'questions', { dispute: story.dispute.id, text: 'Elsewhere?' });
    await record(service(), 'statements', story.isOpen);
    await record(service(), 'statements', story.isShut);
    await record(service(), 'claim-relations', { claim: story.shut.id, target: story.open.id, kind: 'contradicts' });
    await record(service(), 'claim-relations', { claim: story.open.id, target: story.shut.id, kind: 'narrows' });
    const { as } = service();
    const written = await changesBy(service(), async () => {
      const references = { statements: 2, claimRelations: 2 };
      const removing = await as.write.delete(`/v1/claims/${story.open.slug}`).set('If-Match', '*').expect(409);
      expect(removing.body).toMatchObject({ code: 'in-use', references });
      const moving = as.write.patch(`/v1/claims/${story.open.slug}`).set('If-Match', '*');
      expect((await moving.send({ question: elsewhere.id }).expect(409)).body).toMatchObject({ code: 'in-use' });
    });
    expect(written).toEqual([]);
    const free = await record(service(), 'claims', { question: story.question.id, text: 'Free to go' });
    expect(await revise(service(), `claims/${free.id}`, { question: elsewhere.slug })).toMatchObject({
      question: { id: elsewhere.id },
    });
    await as.write.delete(`/v1/claims/${free.id}`).set('If-Match', '*').expect(204);
  });

  test('201 records a relation of each kind, and 200 finds it from both ends', async () => {
    const { open, shut } = await recordStory(service());
    const made = [];
    for (const relation of KINDS)
      made.push(await record(service(), 'claim-relations', { claim: shut.slug, target: open.id, kind: relation }));
    expect(made[0]).toEqual({
      id: expect.stringMatching(/^rel_[0-9a-z]{13}$/),
      revision: 1,
      createdAt: expect.any(String),
      updatedAt: made[0].createdAt,
      claim: { id: shut.id, slug: shut.slug, text: shut.text },
      kind: 'contradicts',
      target: { id: open.id, slug: open.slug, text: open.text },
      note: null,
    });
    const all = made.map(({ id }) => id);
    expect(await ids(`claim-relations?claim=${shut.slug}`)).toEqual(all);
    expect(await ids(`claim-relations?claim=${open.slug}`)).toEqual(all);
    expect(await ids(`claim-relations?target=${open.slug}&kind=reframes&kind=narrows`)).toEqual(all.slice(1, 3));
    expect(await ids(`claim-relations?target=${shut.slug}`)).toEqual([]);
    await service().as.write.delete(`/v1/claim-relations/${all[0]}`).set('If-Match', '*').expect(204);
    await service().http.get(`/v1/claim-relations/${all[0]}`).expect(404);
  });

  test('refuses a relation that cannot be, at its place, and writes nothing', async () => {
    const { open, shut, anna } = await recordStory(service());
    const foreign = await recordStory(service());
    await record(service(), 'claim-relations', { claim: shut.id, target: open.id, kind: 'reframes' });
    const refused = async (over: object) => {
      const body = { claim: shut.id, target: open.id, kind: 'contradicts', ...over };
      return (await service().as.write.post('/v1/claim-relations').send(body)).body;
    };
    const written = await changesBy(service(), async () => {
      expect(await refused({ target: shut.slug })).toMatchObject({ status: 422, errors: [{ pointer: '/target' }] });
      expect(await refused({ target: foreign.open.id })).toMatchObject({
        status: 422,
        code: 'wrong-dispute',
        errors: [{ pointer: '/target' }],
      });
      expect(await refused({ claim: anna.id })).toMatchObject({
        status: 422,
        code: 'unknown-reference',
        errors: [{ pointer: '/claim' }],
      });
      expect(await refused({ kind: 'reframes' })).toMatchObject({ status: 409, code: 'conflict' });
      expect(await refused({ kind: 'refutes' })).toMatchObject({ status: 400, errors: [{ pointer: '/kind' }] });
    });
    expect(written).toEqual([]);
  });
});
