import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { recordToSearch } from './record.ts';

type Result = { kind: string; snippet: string; statement?: { id: string } };

describe.each(ENGINES)('search on %s', (kind) => {
  test('200 finds statements, claims, speakers and articles, and marks the words', async () => {
    const service = await startService(kind);
    const { say, claim, speaker, article } = await recordToSearch(service);
    const said = await say('The pass <is> shut off & closed', { context: 'He spoke of Zoë.' });
    await service.as.write
      .post(`/v1/articles/${article.id}/snapshots`)
      .send({ text: 'First line. Łukasz was at the pass yesterday. The end.' })
      .expect(201);
    const find = async (query: object) => (await service.http.get('/v1/search').query(query).expect(200)).body;
    expect(await find({ q: '"shut off"', count: 'true' })).toEqual({
      items: [
        {
          kind: 'claim',
          snippet: '<mark>shut off</mark>',
          claim: { id: claim.id, slug: claim.slug, text: claim.text },
        },
        {
          kind: 'statement',
          snippet: 'The pass &lt;is&gt; <mark>shut off</mark> &amp; closed',
          statement: expect.objectContaining({ id: said.id, speaker: expect.objectContaining({ name: 'Zoë Łukasz' }) }),
        },
      ].sort((a, b) => (a.kind < b.kind ? 1 : -1)),
      next: null,
      total: 2,
      ranked: 'all',
    });
    const { items } = await find({ q: 'zoe OR lukasz' });
    expect(items.map(({ kind, snippet }: Result) => [kind, snippet])).toEqual([
      ['speaker', '<mark>Zoë</mark> <mark>Łukasz</mark>'],
      ['statement', 'He spoke of <mark>Zoë</mark>.'],
      ['article', '<mark>Łukasz</mark> was at the pass yesterday.'],
    ]);
    expect(items[0].speaker).toEqual({ id: speaker.id, slug: speaker.slug, name: speaker.name, title: null });
    expect(items[2].article).toMatchObject({ id: article.id, title: article.title, outlet: { slug: 'post' } });
    expect((await find({ q: 'ԵՎՍՏԱԹՅԱՆ' })).items).toMatchObject([
      { kind: 'speaker', snippet: 'Զոյա <mark>Եվստաթյան</mark>' },
    ]);
  });

  test('200 says in which text of an article the words stand, and whether that is the newest', async () => {
    const service = await startService(kind);
    const { article } = await recordToSearch(service);
    for (const text of ['The bridge was yellow.', 'The bridge was green.'])
      await service.as.write.post(`/v1/articles/${article.id}/snapshots`).send({ text }).expect(201);
    const found = async (q: string) => {
      const { body } = await service.http.get('/v1/search').query({ q, kind: 'article' }).expect(200);
      return body.items.map(({ snapshot, isNewest }: { snapshot: number; isNewest: boolean }) => [snapshot, isNewest]);
    };
    expect(await found('yellow')).toEqual([[1, false]]);
    expect(await found('green')).toEqual([[2, true]]);
    expect(await found(`"${article.title}" -bridge`)).toEqual([[null, true]]);
  });

  test('200 finds Arabic and Hebrew words behind the article and other letters written onto them', async () => {
    const service = await startService(kind);
    const { say } = await recordToSearch(service);
    const arabic = await say('الطريق مغلق');
    const hebrew = await say('הכביש סגור');
    const found = async (q: string) => {
      const { body } = await service.http.get('/v1/search').query({ q, kind: 'statement' }).expect(200);
      return body.items.map(({ statement, snippet }: Result) => [
        statement?.id,
        /<mark>[^<]*<\/mark>/.exec(snippet)?.[0],
      ]);
    };
    expect(await found('طريق')).toEqual([[arabic.id, '<mark>الطريق</mark>']]);
    expect(await found('والطريق مغلق')).toEqual([]);
    expect(await found('מהכביש')).toEqual([]);
    expect(await found('כביש')).toEqual([[hebrew.id, '<mark>הכביש</mark>']]);
    expect(await found('"כביש"')).toEqual([]);
    const { body } = await service.http.get('/v1/statements').query({ q: 'טעות OR طريق' }).expect(200);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([arabic.id]);
    const { body: none } = await service.http.get('/v1/statements').query({ term: 'طريق' }).expect(200);
    expect(none.items, 'a term has the forms that its claim lists, and no others').toEqual([]);
  });

  test('200 looks for the kinds asked for, in one word or the other', async () => {
    const service = await startService(kind);
    const { say } = await recordToSearch(service);
    await say('the pass');
    const kindsFound = async (asked: string | string[]) => {
      const { body } = await service.http.get('/v1/search').query({ q: 'pass', kind: asked }).expect(200);
      return body.items.map((item: Result) => item.kind).sort();
    };
    expect(await kindsFound('statements')).toEqual(['statement']);
    expect(await kindsFound(['claim', 'articles'])).toEqual(['article', 'claim']);
    await service.http.get('/v1/search').query({ q: 'pass', kind: 'sides' }).expect(400);
  });

  test('200 pages through what is found, each once, and counts an article once', async () => {
    const service = await startService(kind);
    const { say, article } = await recordToSearch(service);
    for (let at = 0; at < 7; at += 1) await say(`pass ${at} ${'so '.repeat(at % 4)}`);
    const text = `${'the pass is long. '.repeat(900)} At its end stands a customs house.`;
    await service.as.write.post(`/v1/articles/${article.id}/snapshots`).send({ text }).expect(201);
    await service.as.write
      .post(`/v1/articles/${article.id}/snapshots`)
      .send({ text: `${text} New.` })
      .expect(201);
    const found: Result[] = [];
    let total = 0;
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body }: { body: { items: Result[]; next: string | null; total: number } } = await service.http
        .get('/v1/search')
        .query({ q: 'pass', limit: 2, count: 'true', ...(cursor !== '' && { cursor }) })
        .expect(200);
      found.push(...body.items);
      cursor = body.next;
      total = body.total;
    }
    expect(found.filter((item) => item.kind === 'article')).toHaveLength(1);
    expect(new Set(found.map((item) => item.statement?.id)).size).toBe(8);
    expect(total).toBe(found.length);
    const { body } = await service.http.get('/v1/search').query({ q: '"customs house" trouble' }).expect(200);
    expect(body.items).toMatchObject([{ kind: 'article', snippet: 'At its end stands a <mark>customs house</mark>.' }]);
  });

  test('200 shows no more of an article than the sentence, with a key or without', async () => {
    const service = await startService(kind);
    const { article } = await recordToSearch(service);
    await service.as.write
      .post(`/v1/articles/${article.id}/snapshots`)
      .send({ text: 'Before it all. A convoy passed. After it all.' })
      .expect(201);
    for (const http of [service.http, service.as.read]) {
      const { body } = await http.get('/v1/search').query({ q: 'convoy' }).expect(200);
      expect(body.items[0].snippet).toBe('A <mark>convoy</mark> passed.');
      expect(JSON.stringify(body)).not.toMatch(/Before|After/);
    }
  });

  test('200 never finds drafts and what was withdrawn, whoever asks', async () => {
    const service = await startService(kind);
    const { say } = await recordToSearch(service);
    await say('a hidden draft', { status: 'draft' });
    const { id } = await say('a hidden word');
    await service.as.write.delete(`/v1/statements/${id}`).set('If-Match', '*').expect(204);
    const { body } = await service.as.admin.get('/v1/search').query({ q: 'hidden', count: 'true' }).expect(200);
    expect(body).toEqual({ items: [], next: null, total: 0, ranked: 'all' });
  });

  test('400 refuses no search, one of over 1,000 characters, and fields nobody knows', async () => {
    const { http } = await startService(kind);
    for (const query of [
      {},
      { q: 'x'.repeat(1001) },
      { q: 'x', sort: 'date' },
      { q: 'x', limit: 0 },
      { q: 'x', cursor: 'eHh4' },
    ])
      await http.get('/v1/search').query(query).expect(400);
  });

  test('200 finds in the demo who speaks of the blockade', async () => {
    const { http } = await startService(kind, { content: 'demo' });
    const { body } = await http
      .get('/v1/search')
      .query({ q: 'blockade -lift', kind: ['statements', 'claims'] })
      .expect(200);
    expect(body.items.map(({ snippet }: Result) => snippet)).toContain(
      'there was no <mark>blockade</mark> of the corridor',
    );
    expect(body.items.every(({ snippet }: Result) => /<mark>blockade<\/mark>/i.test(snippet))).toBe(true);
  });
});
