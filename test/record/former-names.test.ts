import { describe, expect, test } from 'vitest';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { imported, ndjson } from '../support/import.ts';
import { shared } from '../support/lifetime.ts';
import { record, recordStory, revise } from '../support/record.ts';

describe.each(ENGINES)('what an entity was called before, on %s', (kind) => {
  const service = shared(() => startService(kind));

  test('308 leads from every slug that it had to the one that it has, whatever is asked of it', async () => {
    const story = await recordStory(service());
    const named = {
      ...{ sides: story.north, disputes: story.dispute, questions: story.question, outlets: story.outlet },
      ...{ speakers: story.anna, claims: story.open },
    };
    for (const [path, { id, slug }] of Object.entries(named)) {
      await revise(service(), `${path}/${id}`, { slug: `${slug}-x` });
      const renamed = await revise(service(), `${path}/${slug}-x`, { slug: `${slug}-y` });
      for (const old of [slug, `${slug}-x`]) {
        const { headers } = await service().http.get(`/v1/${path}/${old}/history?limit=5`).expect(308);
        expect(headers.location).toBe(`/v1/${path}/${slug}-y/history?limit=5`);
        const shown = await service().http.get(`/v1/${path}/${old}`).redirects(1).expect(200);
        expect(shown.body).toEqual(renamed);
      }
      const write = await service().as.write.patch(`/v1/${path}/${slug}`).set('If-Match', '*').send({}).expect(308);
      expect(write.headers.location).toBe(`/v1/${path}/${slug}-y`);
      const then = await service().http.get(`/v1/${path}/${slug}?asOf=2999`).expect(308);
      expect(then.headers.location).toBe(`/v1/${path}/${slug}-y?asOf=2999`);
    }
    await service().http.get(`/v1/disputes/${story.dispute.slug}/positions`).redirects(1).expect(200);
    const merge = await service()
      .as.write.post(`/v1/claims/${story.open.slug}/merge`)
      .send({ into: story.shut.slug })
      .expect(308);
    expect(merge.headers.location).toBe(`/v1/claims/${story.open.slug}-y/merge`);
  });

  test('308 leads from an address that an article had to the article', async () => {
    const { article } = await recordStory(service());
    const old = encodeURIComponent(article.url);
    await revise(service(), `articles/${article.id}`, { url: `${article.url}/moved` });
    const { headers } = await service().http.get(`/v1/articles/${old}/snapshots/1`).expect(401);
    expect(headers['www-authenticate']).toBeDefined();
    const text = await service().as.read.get(`/v1/articles/${old}/snapshots/1`).expect(308);
    expect(text.headers.location).toBe(`/v1/articles/${article.id}/snapshots/1`);
    const { body } = await service()
      .http.get(`/v1/articles/${encodeURIComponent(`${article.url}?utm_source=x`)}`)
      .redirects(1);
    expect(body.url).toBe(`${article.url}/moved`);
    const twin = { url: article.url, title: 'Again', outlet: article.outlet.id, publishedAt: '2024' };
    const refused = await service().as.write.post('/v1/articles').send(twin).expect(409);
    expect(refused.body).toMatchObject({ existing: article.id, errors: [{ pointer: '/url' }] });
    await revise(service(), `articles/${article.id}`, { url: article.url });
    await service().http.get(`/v1/articles/${old}`).expect(200);
  });

  test('references and filters by it are those by its present name', async () => {
    const { anna, open, isOpen, north, dispute } = await recordStory(service());
    for (const [path, one] of Object.entries({ speakers: anna, claims: open, sides: north, disputes: dispute }))
      await revise(service(), `${path}/${one.id}`, { slug: `${one.slug}-now` });
    const stances = [{ claim: open.slug, stance: 'support' }];
    const by = { speaker: anna.slug, side: north.slug, dispute: dispute.slug };
    const made = await record(service(), 'statements', { ...isOpen, ...by, stances });
    expect(made).toMatchObject({ speaker: { id: anna.id }, stances: [{ claim: { id: open.id } }] });
    const asked = `speaker=${anna.slug}&claim=${open.slug}&side=${north.slug}&dispute=${dispute.slug}`;
    const { body } = await service().http.get(`/v1/statements?${asked}`).expect(200);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([made.id]);
  });

  test('409 keeps it from others, who get a number when they do not ask for it; its owner may have it back', async () => {
    const { id } = await record(service(), 'outlets', { name: 'Evening Mail' });
    await revise(service(), `outlets/${id}`, { slug: 'morning-mail' });
    const { body } = await service().as.write.post('/v1/outlets').send({ name: 'X', slug: 'evening-mail' }).expect(409);
    expect(body).toMatchObject({ code: 'conflict', errors: [{ pointer: '/slug' }] });
    expect(await record(service(), 'outlets', { name: 'Evening Mail' })).toMatchObject({ slug: 'evening-mail-2' });
    expect(await record(service(), 'speakers', { name: 'Evening Mail' })).toMatchObject({ slug: 'evening-mail' });
    expect(await revise(service(), `outlets/${id}`, { slug: null })).toMatchObject({
      slug: 'evening-mail',
      revision: 3,
    });
    await service().http.get('/v1/outlets/morning-mail').expect(308);
    await service().http.get('/v1/outlets/evening-mail').expect(200);
    expect(await revise(service(), `outlets/${id}`, { slug: null })).toMatchObject({
      slug: 'evening-mail',
      revision: 3,
    });
  });

  test('404 answers for what was deleted, by every name that it had, and nobody else gets its slugs', async () => {
    const { id } = await record(service(), 'sides', { name: 'Gone', slug: 'gone-first' });
    await revise(service(), `sides/${id}`, { slug: 'gone-last' });
    await service().as.write.delete(`/v1/sides/${id}`).set('If-Match', '*').expect(204);
    for (const slug of ['gone-first', 'gone-last']) {
      await service().http.get(`/v1/sides/${slug}`).expect(404);
      await service().as.write.post('/v1/sides').send({ name: 'New', slug }).expect(409);
    }
    expect(await record(service(), 'sides', { name: 'Gone last' })).toMatchObject({ slug: 'gone-last-2' });
  });

  test('201 records an article again that was deleted', async () => {
    const { outlet } = await recordStory(service());
    const body = { url: 'https://courier.example/again', title: 'A', outlet: outlet.id, publishedAt: '2024' };
    const { id } = await record(service(), 'articles', body);
    await service().as.write.delete(`/v1/articles/${id}`).set('If-Match', '*').expect(204);
    expect((await record(service(), 'articles', body)).id).not.toBe(id);
  });

  test('an import by it revises what it leads to, and renames nothing back', async () => {
    const { id } = await record(service(), 'outlets', { name: 'Weekly', slug: 'weekly' });
    await revise(service(), `outlets/${id}`, { slug: 'the-weekly' });
    const line = { type: 'outlet', slug: 'weekly', name: 'Weekly', kind: 'newspaper' };
    expect(await imported(service(), ndjson([line]))).toMatchObject({ updated: 1, created: 0 });
    const { body } = await service().http.get(`/v1/outlets/${id}`).expect(200);
    expect(body).toMatchObject({ slug: 'the-weekly', kind: 'newspaper' });
    expect(await imported(service(), ndjson([line]))).toMatchObject({ unchanged: 1 });
  });

  test('a redirect says that it may not last, and a claim that was renamed and merged leads to the other', async () => {
    const { open, shut } = await recordStory(service());
    await revise(service(), `claims/${open.id}`, { slug: `${open.slug}-old` });
    await service().as.write.post(`/v1/claims/${open.id}/merge`).send({ into: shut.id }).expect(200);
    const { headers } = await service().http.get(`/v1/claims/${open.slug}`).expect(308);
    expect(headers['cache-control']).toBe('no-cache');
    const { body } = await service().http.get(`/v1/claims/${open.slug}`).redirects(2).expect(200);
    expect(body.id).toBe(shut.id);
    const found = await service().http.get(`/v1/statements?claim=${open.slug}`).expect(200);
    expect(found.body.items).toEqual([]);
  });
});
