import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { another, changesBy, record, recordStory, revise } from '../../support/record.ts';

describe.each(ENGINES)('reviews on %s', (kind) => {
  const service = shared(() => startService(kind));
  const get = async (path: string) => (await service().http.get(`/v1/${path}`).expect(200)).body;
  const reviewOf = (claim: string, publisher: string, over = {}) => ({
    claim,
    publisher,
    url: `https://checks.example/${claim}`,
    title: 'Is the harbour open?',
    reviewedAt: '2024-03-02',
    rating: { label: 'Mostly False' },
    language: 'en',
    ...over,
  });

  test('201 records a review as it was published, and keeps the label', async () => {
    const { open, outlet } = await recordStory(service());
    const rating = { label: 'Größtenteils falsch!', value: '2', best: 5, worst: '1' };
    const review = await record(service(), 'reviews', reviewOf(open.slug, outlet.slug, { rating, language: 'DE-at' }));
    expect(review).toEqual({
      id: expect.stringMatching(/^rev_/),
      revision: 1,
      createdAt: expect.any(String),
      updatedAt: review.createdAt,
      claim: { id: open.id, slug: open.slug, text: open.text },
      statement: null,
      publisher: { id: outlet.id, slug: outlet.slug, name: outlet.name },
      url: `https://checks.example/${open.slug}`,
      title: 'Is the harbour open?',
      reviewedAt: '2024-03-02',
      rating: { label: 'Größtenteils falsch!', value: 2, best: 5, worst: 1, normalized: 'false' },
      language: 'de-AT',
      corrections: [],
    });
    expect(await get(`reviews/${review.id}`)).toEqual(review);
  });

  test('a label that is not known is left to a person, and never judged by its numbers', async () => {
    const { open, outlet } = await recordStory(service());
    const numbers = { value: 5, best: 5, worst: 1 };
    const rating = { label: 'A whale of a tale', ...numbers };
    const review = await record(service(), 'reviews', reviewOf(open.id, outlet.id, { rating }));
    expect(review.rating).toEqual({ ...rating, normalized: null });
    const judged = await revise(service(), `reviews/${review.id}`, { rating: { normalized: 'false' } });
    expect(judged.rating).toEqual({ ...rating, normalized: 'false' });
  });

  test('what a person chose stands against the table, until it is taken back', async () => {
    const { open, outlet } = await recordStory(service());
    const rating = { label: 'True', normalized: 'misleading' };
    const { id, ...review } = await record(service(), 'reviews', reviewOf(open.id, outlet.id, { rating }));
    expect(review.rating.normalized).toBe('misleading');
    const relabelled = await revise(service(), `reviews/${id}`, { rating: { label: 'Verdadero' } });
    expect(relabelled.rating).toMatchObject({ label: 'Verdadero', normalized: 'misleading' });
    expect((await revise(service(), `reviews/${id}`, { rating: { normalized: null } })).rating.normalized).toBe('true');
    expect((await revise(service(), `reviews/${id}`, { rating: { label: 'Faux' } })).rating.normalized).toBe('false');
    expect((await revise(service(), `reviews/${id}`, { rating: { label: 'Hm' } })).rating.normalized).toBe(null);
  });

  test('a claim has many reviews, a page many claims, and 200 lists them by what they refer to', async () => {
    const { open, shut, outlet, isOpen } = await recordStory(service());
    const other = await record(service(), 'outlets', { name: `Checkers of ${outlet.name}` });
    const statement = await record(service(), 'statements', isOpen);
    const url = `https://checks.example/page/${open.id}`;
    const one = await record(service(), 'reviews', reviewOf(open.id, outlet.id, { url }));
    const two = await record(service(), 'reviews', reviewOf(shut.id, outlet.id, { url, rating: { label: 'True' } }));
    const three = await record(service(), 'reviews', reviewOf(open.id, other.id, { url, language: 'fr' }));
    const of = {
      ...reviewOf(open.id, other.id),
      claim: undefined,
      statement: statement.id,
      rating: { label: 'Unproven' },
    };
    const four = await record(service(), 'reviews', of);
    const ids = async (query: string) => (await get(`reviews?${query}`)).items.map(({ id }: { id: string }) => id);
    expect(await ids(`claim=${open.slug}`)).toEqual([one.id, three.id]);
    expect(await ids(`claim=${open.slug}&claim=${shut.id}`)).toEqual([one.id, two.id, three.id]);
    expect(await ids(`publisher=${other.slug}`)).toEqual([three.id, four.id]);
    expect(await ids(`statement=${statement.id}`)).toEqual([four.id]);
    expect(await ids(`publisher=${other.id}&language=fr`)).toEqual([three.id]);
    expect(await ids(`publisher=${other.id}&normalized=unverifiable`)).toEqual([four.id]);
    expect((await get(`reviews?claim=${open.id}&count=true&limit=1`)).total).toBe(2);
  });

  test('409 refuses the same review twice, and keeps a publisher and a claim that are referred to', async () => {
    const { open, outlet } = await recordStory(service());
    const { as } = service();
    const review = await record(service(), 'reviews', reviewOf(open.id, outlet.id));
    const lines = await changesBy(service(), async () => {
      const same = { ...reviewOf(open.slug, outlet.slug), url: `HTTPS://checks.example/${open.id}?utm_source=x#end` };
      const twin = await as.write.post('/v1/reviews').send(same).expect(409);
      expect(twin.body).toMatchObject({ code: 'conflict', existing: review.id, errors: [{ pointer: '/url' }] });
      for (const path of [`claims/${open.id}`, `outlets/${outlet.id}`]) {
        const { body } = await as.write.delete(`/v1/${path}`).set('If-Match', '*').expect(409);
        expect(body).toMatchObject({ code: 'in-use', references: { reviews: 1 } });
      }
    });
    expect(lines).toEqual([]);
  });

  test.each([
    ['of nothing', { claim: null }, 422, 'unprocessable', '/claim'],
    ['of a claim that is nowhere', { claim: 'nowhere' }, 422, 'unknown-reference', '/claim'],
    ['by an outlet that is nowhere', { publisher: 'nowhere' }, 422, 'unknown-reference', '/publisher'],
    ['without a label', { rating: {} }, 400, 'invalid', '/rating/label'],
    ['without an address', { url: null }, 400, 'invalid', '/url'],
    [
      'with a value beyond the best',
      { rating: { label: 'x', value: 6, best: 5, worst: 1 } },
      400,
      'invalid',
      '/rating/value',
    ],
    [
      'with a value below the worst',
      { rating: { label: 'x', value: '-1', best: 5, worst: 1 } },
      400,
      'invalid',
      '/rating/value',
    ],
    ['with a scale of one step', { rating: { label: 'x', best: 1, worst: 1 } }, 400, 'invalid', '/rating/best'],
    ['with a value that is no number', { rating: { label: 'x', value: 'high' } }, 400, 'invalid', '/rating/value'],
    [
      'with a rating of its own making',
      { rating: { label: 'x', normalized: 'maybe' } },
      400,
      'invalid',
      '/rating/normalized',
    ],
    ['on a day that does not exist', { reviewedAt: '2023-02-30' }, 400, 'invalid', '/reviewedAt'],
  ])('refuses a review %s and writes nothing', async (_what, over, status, code, pointer) => {
    const { open, outlet } = await recordStory(service());
    const lines = await changesBy(service(), async () => {
      const { body } = await service()
        .as.write.post('/v1/reviews')
        .send(reviewOf(open.id, outlet.id, over))
        .expect(status);
      expect(body).toMatchObject({ code, errors: [{ pointer }] });
    });
    expect(lines).toEqual([]);
  });

  test('422 refuses a review of two things, and of a statement that is not published', async () => {
    const { open, outlet, isOpen } = await recordStory(service());
    const statement = await record(service(), 'statements', isOpen);
    const draft = await record(service(), 'statements', { ...another(isOpen), status: 'draft' });
    const { as } = service();
    const both = { ...reviewOf(open.id, outlet.id), statement: statement.id };
    expect((await as.write.post('/v1/reviews').send(both).expect(422)).body.code).toBe('unprocessable');
    const early = { ...reviewOf(open.id, outlet.id), claim: null, statement: draft.id };
    expect((await as.write.post('/v1/reviews').send(early).expect(422)).body.code).toBe('unprocessable');
  });

  test('409 tells all but one of those that record the same review at once', async () => {
    const { open, outlet } = await recordStory(service());
    const send = () => service().as.write.post('/v1/reviews').send(reviewOf(open.id, outlet.id));
    const answers = await Promise.all([send(), send(), send(), send()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect((await get(`reviews?claim=${open.id}&count=true`)).total).toBe(1);
  });

  test('204 deletes a review; 409 while a correction of it stands', async () => {
    const { open, outlet } = await recordStory(service());
    const { as } = service();
    const review = await record(service(), 'reviews', reviewOf(open.id, outlet.id));
    const correction = await record(service(), 'corrections', { review: review.id, kind: 'update', note: 'Later' });
    const { body } = await as.write.delete(`/v1/reviews/${review.id}`).set('If-Match', '*').expect(409);
    expect(body).toMatchObject({ code: 'in-use', references: { corrections: 1 } });
    await as.write.delete(`/v1/corrections/${correction.id}`).set('If-Match', '*').expect(204);
    await as.write.delete(`/v1/reviews/${review.id}`).set('If-Match', '*').expect(204);
    await service().http.get(`/v1/reviews/${review.id}`).expect(404);
  });
});
