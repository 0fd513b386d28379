import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { changesBy, record, recordStory, revise } from '../../support/record.ts';

describe.each(ENGINES)('corrections on %s', (kind) => {
  const service = shared(() => startService(kind));
  const get = async (path: string) => (await service().http.get(`/v1/${path}`).expect(200)).body;

  async function corrected() {
    const story = await recordStory(service());
    const statement = await record(service(), 'statements', story.isOpen);
    const review = await record(service(), 'reviews', {
      claim: story.open.id,
      publisher: story.outlet.id,
      url: `https://courier.example/${story.open.id}`,
      title: 'Checked',
      reviewedAt: '2024-03-02',
      rating: { label: 'False' },
    });
    const paths = {
      statement: `statements/${statement.id}`,
      article: `articles/${story.article.id}`,
      claim: `claims/${story.open.id}`,
      review: `reviews/${review.id}`,
    };
    const ids = { statement: statement.id, article: story.article.id, claim: story.open.id, review: review.id };
    return { ...story, paths, ids };
  }

  test('201 records a correction of each of the four, shown in every representation of it', async () => {
    const { paths, ids, dispute } = await corrected();
    for (const [of, path] of Object.entries(paths)) {
      const before = await service().http.get(`/v1/${path}`);
      const id = ids[of as keyof typeof ids];
      const correction = await record(service(), 'corrections', { [of]: id, kind: 'correction', note: `Of the ${of}` });
      const named = {
        statement: null,
        article: null,
        claim: null,
        review: null,
        [of]: expect.objectContaining({ id }),
      };
      expect(correction).toMatchObject({
        ...named,
        kind: 'correction',
        note: `Of the ${of}`,
        effectiveAt: correction.createdAt,
      });
      expect(await get(`corrections/${correction.id}`)).toEqual(correction);
      const note = { id: correction.id, kind: 'correction', note: `Of the ${of}`, effectiveAt: correction.createdAt };
      const after = await service().http.get(`/v1/${path}`);
      expect(after.body).toEqual({ ...before.body, corrections: [note] });
      // A tag that was read before is not good for a 304 any more, and good for a change.
      await service()
        .http.get(`/v1/${path}`)
        .set('If-None-Match', before.headers.etag as string)
        .expect(200);
      const [list] = path.split('/');
      const { items } = await get(`${list}?limit=200`);
      expect(items.find((one: { id: string }) => one.id === id).corrections).toEqual([note]);
    }
    expect((await get(`statements?dispute=${dispute.id}`)).items[0].corrections).toHaveLength(1);
  });

  test('the newest stands first, in the list and within an entity, ties broken by id', async () => {
    const { ids } = await corrected();
    const days = ['2024-03-05', '2024-03', '2024-03-05', '2023', '2024-03-05T12:00:00+04:00'];
    const made: { id: string }[] = [];
    for (const effectiveAt of days)
      made.push(await record(service(), 'corrections', { claim: ids.claim, kind: 'update', note: 'x', effectiveAt }));
    const order = [4, 2, 0, 1, 3].map((at) => made[at]?.id);
    const { items } = await get(`corrections?claim=${ids.claim}`);
    expect(items.map(({ id }: { id: string }) => id)).toEqual(order);
    expect((await get(`claims/${ids.claim}`)).corrections.map(({ id }: { id: string }) => id)).toEqual(order);
    const paged: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await get(`corrections?claim=${ids.claim}&limit=2&count=true${cursor && `&cursor=${cursor}`}`);
      expect(page.total).toBe(5);
      paged.push(...page.items.map(({ id }: { id: string }) => id));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(paged).toEqual(order);
  });

  test('200 lists corrections by what they are of, and by kind', async () => {
    const { ids } = await corrected();
    const one = await record(service(), 'corrections', { article: ids.article, kind: 'retraction', note: 'All of it' });
    const two = await record(service(), 'corrections', {
      review: ids.review,
      kind: 'right-of-reply',
      note: 'She says',
    });
    const listed = async (query: string) =>
      (await get(`corrections?${query}`)).items.map(({ id }: { id: string }) => id);
    expect(await listed(`article=${ids.article}`)).toEqual([one.id]);
    expect(await listed(`review=${ids.review}`)).toEqual([two.id]);
    expect(await listed(`review=${ids.review}&kind=retraction`)).toEqual([]);
    expect(await listed(`article=${ids.article}&kind=retraction&kind=update`)).toEqual([one.id]);
    await service().http.get('/v1/corrections?article=nowhere').expect(422);
  });

  test('200 revises one, also to be of something else; 204 deletes it', async () => {
    const { ids, paths } = await corrected();
    const { id } = await record(service(), 'corrections', { claim: ids.claim, kind: 'update', note: 'x' });
    const revised = await revise(service(), `corrections/${id}`, { claim: null, article: ids.article, note: 'y' });
    expect(revised).toMatchObject({
      revision: 2,
      claim: null,
      article: { id: ids.article },
      note: 'y',
      kind: 'update',
    });
    expect((await get(paths.claim)).corrections).toEqual([]);
    await service().as.write.delete(`/v1/corrections/${id}`).set('If-Match', '*').expect(204);
    expect((await get(paths.article)).corrections).toEqual([]);
  });

  test('409 keeps what is corrected from being deleted', async () => {
    const { article, shut } = await recordStory(service());
    await record(service(), 'corrections', { article: article.id, kind: 'update', note: 'x' });
    await record(service(), 'corrections', { claim: shut.id, kind: 'update', note: 'x' });
    for (const path of [`articles/${article.id}`, `claims/${shut.id}`]) {
      const { body } = await service().as.write.delete(`/v1/${path}`).set('If-Match', '*').expect(409);
      expect(body).toMatchObject({ code: 'in-use', references: { corrections: 1 } });
    }
  });

  test.each([
    ['of nothing', {}, 422, 'unprocessable'],
    ['of two things', { claim: 'CLAIM', article: 'ARTICLE' }, 422, 'unprocessable'],
    ['of what is nowhere', { claim: 'nowhere' }, 422, 'unknown-reference'],
    ['of a kind of its own', { claim: 'CLAIM', kind: 'apology' }, 400, 'invalid'],
    ['without a note', { claim: 'CLAIM', note: ' ' }, 400, 'invalid'],
    ['since a day that does not exist', { claim: 'CLAIM', effectiveAt: '2023-02-30' }, 400, 'invalid'],
    ['of a draft', { statement: 'DRAFT' }, 422, 'unprocessable'],
  ])('refuses a correction %s and writes nothing', async (_what, over, status, code) => {
    const story = await recordStory(service());
    const draft = await record(service(), 'statements', { ...story.isOpen, status: 'draft' });
    const named: Record<string, string> = { CLAIM: story.open.id, ARTICLE: story.article.id, DRAFT: draft.id };
    const body = Object.fromEntries(Object.entries(over).map(([name, value]) => [name, named[value] ?? value]));
    const lines = await changesBy(service(), async () => {
      const sent = { kind: 'update', note: 'x', ...body };
      expect((await service().as.write.post('/v1/corrections').send(sent).expect(status)).body.code).toBe(code);
    });
    expect(lines).toEqual([]);
  });
});
