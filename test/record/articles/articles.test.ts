import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { changesBy, record, recordStory, revise } from '../../support/record.ts';

describe.each(ENGINES)('articles on %s', (kind) => {
  const service = shared(() => startService(kind));
  const ids = async (query: string) =>
    (await service().http.get(`/v1/articles?${query}`).expect(200)).body.items.map(({ id }: { id: string }) => id);

  test('201 records an article with its defaults, and with every field', async () => {
    const { outlet } = await recordStory(service());
    const bare = await record(service(), 'articles', {
      url: 'https://tide.example/bare',
      title: 'Bare',
      outlet: outlet.slug,
      publishedAt: '2024',
    });
    expect(bare).toEqual({
      id: expect.stringMatching(/^art_[0-9a-z]{13}$/),
      revision: 1,
      createdAt: expect.any(String),
      updatedAt: bare.createdAt,
      url: 'https://tide.example/bare',
      title: 'Bare',
      outlet: { id: outlet.id, slug: outlet.slug, name: outlet.name },
      byline: [],
      agencies: [],
      publishedAt: '2024',
      language: 'und',
      archiveUrl: null,
      accessedAt: null,
      corrections: [],
      snapshots: 0,
    });
    const fields = {
      url: 'https://tide.example/full?page=2',
      title: 'Full — “quoted”',
      byline: ['A. Writer', 'B. Writer'],
      agencies: ['Reuters'],
      publishedAt: '2024-02-29T10:00:00+04:00',
      language: 'zh-Hant',
      archiveUrl: 'https://archive.example/https://tide.example/full',
      accessedAt: '2024-03',
    };
    expect(await record(service(), 'articles', { ...fields, outlet: outlet.id })).toMatchObject(fields);
  });

  test('409 refuses an address that is known, whatever its fragment and tracking parameters', async () => {
    const { outlet } = await recordStory(service());
    const url = 'https://tide.example/once?id=7';
    const body = { title: 'T', outlet: outlet.id, publishedAt: '2024-01-01' };
    const made = await record(service(), 'articles', { ...body, url: `${url}&utm_source=mail&fbclid=x#top` });
    expect(made.url).toBe(url);
    const written = await changesBy(service(), async () => {
      for (const twin of [url, `${url}&utm_campaign=b`, `${url}#end`, 'HTTPS://TIDE.example:443/once?id=7&gclid=1']) {
        const refused = await service()
          .as.write.post('/v1/articles')
          .send({ ...body, url: twin })
          .expect(409);
        expect(refused.body).toMatchObject({ code: 'conflict', errors: [{ pointer: '/url' }], existing: made.id });
      }
    });
    expect(written).toEqual([]);
  });

  test('409 tells all but one of those who record an address at once which article it is', async () => {
    const { outlet } = await recordStory(service());
    const body = { url: 'https://tide.example/race', title: 'T', outlet: outlet.id, publishedAt: '2024' };
    const sent = Array.from({ length: 6 }, async () => {
      const { status, body: answer } = await service().as.write.post('/v1/articles').send(body);
      return { status, id: answer.id ?? answer.existing };
    });
    const answers = await Promise.all(sent);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  });

  test('200 finds an article by its URL in a path, a query and a body, with or without tracking parameters', async () => {
    const story = await recordStory(service());
    const { http } = service();
    const url = `${story.article.url}?utm_source=x#part`;
    const found = await http.get(`/v1/articles/${encodeURIComponent(url)}`).expect(200);
    expect(found.body.id).toBe(story.article.id);
    expect((await http.get(`/v1/articles/${encodeURIComponent(url)}/snapshots`).expect(200)).body.items).toHaveLength(
      1,
    );
    const made = await record(service(), 'statements', { ...story.isOpen, article: url });
    expect(made.article.id).toBe(story.article.id);
    const listed = await http.get('/v1/statements').query({ article: url }).expect(200);
    expect(listed.body.items.map(({ id }: { id: string }) => id)).toEqual([made.id]);
    await http.get(`/v1/articles/${encodeURIComponent('https://courier.example/unknown')}`).expect(404);
  });

  test('200 lists articles by outlet and language, in whatever case the language is written', async () => {
    const one = await recordStory(service());
    const two = await recordStory(service());
    await revise(service(), `articles/${two.article.id}`, { language: 'pt-br' });
    const outlets = `outlet=${one.outlet.slug}&outlet=${two.outlet.id}`;
    expect(await ids(outlets)).toEqual([one.article.id, two.article.id]);
    expect(await ids(`${outlets}&language=EN`)).toEqual([one.article.id]);
    expect(await ids(`${outlets}&language=PT-BR`)).toEqual([two.article.id]);
  });

  test('200 carries a new date and outlet into the filters and the order of its statements', async () => {
    const { article, isOpen, isShut, outlet, dispute } = await recordStory(service());
    const undated = await record(service(), 'statements', isOpen);
    const dated = await record(service(), 'statements', { ...isShut, saidAt: '2024-02-20' });
    const other = await record(service(), 'outlets', { name: 'Corrected outlet' });
    const list = async (query: string) =>
      (await service().http.get(`/v1/statements?dispute=${dispute.slug}&sort=saidAt&${query}`).expect(200)).body.items;
    const order = async (query = '') => (await list(query)).map(({ id }: { id: string }) => id);
    expect(await order()).toEqual([dated.id, undated.id]);
    await revise(service(), `articles/${article.id}`, { publishedAt: '2024-02-10', outlet: other.id });
    expect(await order()).toEqual([undated.id, dated.id]);
    expect(await order(`outlet=${other.slug}`)).toEqual([undated.id, dated.id]);
    expect(await order(`outlet=${outlet.slug}`)).toEqual([]);
    expect(await order('publishedTo=2024-02-10')).toEqual([undated.id, dated.id]);
    expect(await order('publishedFrom=2024-02-11')).toEqual([]);
    expect(await order('saidTo=2024-02-10')).toEqual([undated.id]);
    const sorted = await service().engine.read.query('sort keys of all stances', ({ db, t }) =>
      db.select({ id: t.stances.statementId, saidSort: t.stances.saidSort }).from(t.stances),
    );
    expect(sorted).toContainEqual({ id: undated.id, saidSort: '2024-02-10T00:00:00.000Z' });
    expect(sorted).toContainEqual({ id: dated.id, saidSort: '2024-02-20T00:00:00.000Z' });
    expect((await list(''))[0].article).toMatchObject({ publishedAt: '2024-02-10', outlet: { id: other.id } });
  });

  test.each([
    ['an unknown outlet', { outlet: 'nowhere' }, 422, '/outlet'],
    ['a date that does not exist', { publishedAt: '2023-02-30' }, 400, '/publishedAt'],
    ['an hour that does not exist', { publishedAt: '2023-02-03T25:00:00Z' }, 400, '/publishedAt'],
    ['no date', { publishedAt: null }, 400, '/publishedAt'],
    ['an address that is none', { url: 'tide.example/x' }, 400, '/url'],
    ['an address of another scheme', { url: 'ftp://tide.example/x' }, 400, '/url'],
    ['a language that is none', { language: 'english language' }, 400, '/language'],
    ['a byline of numbers', { byline: [1] }, 400, '/byline/0'],
  ])(
    'refuses %s, when it is recorded and when it is revised, and writes nothing',
    async (_name, over, status, pointer) => {
      const { outlet, article } = await recordStory(service());
      const body = { url: 'https://tide.example/no', title: 'T', outlet: outlet.id, publishedAt: '2024', ...over };
      const { as } = service();
      const written = await changesBy(service(), async () => {
        const refusal = { status, errors: [{ pointer }] };
        expect((await as.write.post('/v1/articles').send(body)).body).toMatchObject(refusal);
        const patching = as.write.patch(`/v1/articles/${article.id}`).set('If-Match', '*').send(over);
        expect((await patching).body).toMatchObject(refusal);
      });
      expect(written).toEqual([]);
    },
  );

  test('409 refuses to delete an article that statements stand in, and counts them; 204 takes its texts with it', async () => {
    const { article, isOpen } = await recordStory(service());
    const { as, http } = service();
    const statement = await record(service(), 'statements', isOpen);
    const remove = (id: string) => as.write.delete(`/v1/articles/${id}`).set('If-Match', '*');
    expect((await remove(article.id).expect(409)).body).toMatchObject({
      code: 'in-use',
      references: { statements: 1 },
    });
    await as.write.delete(`/v1/statements/${statement.id}`).set('If-Match', '*').expect(204);
    await remove(article.id).expect(409);
    const unused = (await recordStory(service())).article;
    await remove(unused.id).expect(204);
    await http.get(`/v1/articles/${unused.id}/snapshots`).expect(404);
    await as.read.get(`/v1/articles/${unused.id}/snapshots/1`).expect(404);
  });
});
