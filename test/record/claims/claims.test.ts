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
      warnings: [],
    });
    const fields = { text: 'The key is kept', slug: 'the-key', terms: ['kept', 'keeps'], note: 'A note\nof two lines' };
    expect(await record(service(), 'claims', { question: question.id, ...fields })).toMatchObject({
      ...fields,
      terms: [['kept'], ['keeps']],
    });
    expect(await revise(service(), 'claims/the-key', { note: null, terms: null, slug: null })).toMatchObject({
      note: null,
      terms: [],
      slug: 'the-key-is-kept',
    });
  });

  test('201 takes terms as wordings or as lists of forms, and joins entries that share one', async () => {
    const { question } = await recordStory(service());
    const claim = (terms: unknown) => record(service(), 'claims', { question: question.id, text: 'War it is', terms });
    expect((await claim([['war', 'wars'], 'armed conflict'])).terms).toEqual([['war', 'wars'], ['armed conflict']]);
    expect((await claim(['war', ['WARS', 'Wars'], ['wars', 'War', 'warfare'], '…', '…'])).terms).toEqual([
      ['war', 'WARS', 'warfare'],
      ['…'],
    ]);
    for (const terms of [[[]], [['war', '']], 'war', [[['war']]], [Array.from({ length: 51 }, (_, at) => `w${at}`)]]) {
      const { status, body } = await service()
        .as.write.post('/v1/claims')
        .send({ question: question.id, text: 'x', terms });
      expect([status, body.code]).toEqual([400, 'invalid']);
    }
  });

  test('a claim whose own text denies a term that it lists says so, as soon as it does and no longer', async () => {
    const { question } = await recordStory(service());
    const body = { question: question.id, text: 'There is no blockade', terms: [['siege', 'blockade']] };
    const { id, warnings } = await record(service(), 'claims', body);
    expect(warnings).toEqual(['term-denied-by-claim']);
    expect((await service().http.get(`/v1/claims/${id}`).expect(200)).body.warnings).toEqual(['term-denied-by-claim']);
    expect((await revise(service(), `claims/${id}`, { text: 'There is a blockade' })).warnings).toEqual([]);
    expect((await revise(service(), `claims/${id}`, { text: 'No blockade was imposed' })).warnings).toEqual([
      'term-denied-by-claim',
    ]);
    expect((await revise(service(), `claims/${id}`, { terms: ['siege'] })).warnings).toEqual([]);
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
    const { shut, question } = await recordStory(service());
    const made = [];
    for (const relation of KINDS) {
      const target = await record(service(), 'claims', { question: question.id, text: `What it ${relation}` });
      made.push(await record(service(), 'claim-relations', { claim: shut.slug, target: target.id, kind: relation }));
    }
    const [{ target: first }] = made;
    expect(made[0]).toEqual({
      id: expect.stringMatching(/^rel_[0-9a-z]{13}$/),
      revision: 1,
      createdAt: expect.any(String),
      updatedAt: made[0].createdAt,
      claim: { id: shut.id, slug: shut.slug, text: shut.text },
      kind: 'contradicts',
      target: { id: first.id, slug: first.slug, text: 'What it contradicts' },
      note: null,
    });
    const all = made.map(({ id }) => id);
    expect(await ids(`claim-relations?claim=${shut.slug}`)).toEqual(all);
    expect(await ids(`claim-relations?claim=${first.slug}`)).toEqual([all[0]]);
    expect(await ids(`claim-relations?claim=${shut.slug}&kind=reframes&kind=narrows`)).toEqual(all.slice(1, 3));
    expect(await ids(`claim-relations?target=${first.slug}`)).toEqual([all[0]]);
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
