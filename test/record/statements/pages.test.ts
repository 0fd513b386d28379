import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { changesBy, record, recordStory, revise } from '../../support/record.ts';

const SORTS = ['saidAt', '-saidAt', 'createdAt', '-createdAt'];

describe.each(ENGINES)('pages of statements on %s', (kind) => {
  const service = shared(() => startService(kind));

  test.each(SORTS)('200 repeats and skips nothing by %s while others write between the pages', async (sort) => {
    const { isOpen, dispute } = await recordStory(service(), { text: null });
    const write = (at: number) => record(service(), 'statements', { ...isOpen, saidAt: `2024-02-0${1 + (at % 4)}` });
    const before: string[] = [];
    for (let at = 0; at < 12; at += 1) before.push((await write(at)).id);
    const pages: { id: string; saidAt: string }[][] = [];
    let next: string | null = `/v1/statements?dispute=${dispute.slug}&sort=${sort}&limit=3`;
    const writing: Promise<unknown>[] = [];
    while (next !== null) {
      writing.push(write(writing.length), write(writing.length + 1));
      const page: { body: { items: { id: string; saidAt: string }[] }; headers: Record<string, string> } =
        await service().http.get(next).expect(200);
      pages.push(page.body.items);
      if (pages.length > 12) break;
      next = /<(.+)>/.exec(page.headers.link ?? '')?.[1] ?? null;
    }
    await Promise.all(writing);
    const items = pages.flat();
    const ids = items.map(({ id }) => id);
    expect(new Set(ids).size, 'no repeat').toBe(ids.length);
    if (pages.length <= 12)
      expect(
        before.filter((id) => !ids.includes(id)),
        'no gap',
      ).toEqual([]);
    const keys = items.map(({ id, saidAt }) => (sort.endsWith('saidAt') ? `${saidAt} ${id}` : id));
    expect(keys).toEqual(sort.startsWith('-') ? keys.toSorted().reverse() : keys.toSorted());
  });

  test('200 orders by the start of what is known: a year before its months, the article’s date where nothing is', async () => {
    const { isOpen, dispute } = await recordStory(service(), { text: null });
    const dates = ['2024-03-01T00:00:00.001Z', null, '2024-02', '2024', '2024-02-29T23:59:00-01:00', '2024-02-01'];
    for (const saidAt of dates) await record(service(), 'statements', { ...isOpen, saidAt });
    const { body } = await service().http.get(`/v1/statements?dispute=${dispute.slug}&sort=saidAt`).expect(200);
    expect(body.items.map(({ saidAt }: { saidAt: string }) => saidAt)).toEqual([
      '2024',
      '2024-02',
      '2024-02-01',
      null,
      '2024-03-01T00:00:00.001Z',
      '2024-02-29T23:59:00-01:00',
    ]);
    const newestFirst = await service().http.get(`/v1/statements?dispute=${dispute.slug}`).expect(200);
    expect(newestFirst.body.items).toEqual(body.items.toReversed());
  });

  test('200 lists by claim what an article moves and what is published, as the list without a claim does', async () => {
    const { isOpen, open, article } = await recordStory(service(), { text: null });
    const takes = { ...isOpen, stances: [{ claim: open.id, stance: 'support' }] };
    await record(service(), 'statements', { ...takes, saidAt: null });
    await record(service(), 'statements', { ...takes, saidAt: '2020-01-01' });
    const draft = await record(service(), 'statements', { ...takes, saidAt: null, status: 'draft' });
    const { dispute } = await recordStory(service(), { text: null });
    const list = async (query: object) =>
      (
        await service()
          .as.write.get('/v1/statements')
          .query({ count: 'true', ...query })
          .expect(200)
      ).body;
    const isSame = async (status: string, total: number) => {
      const byClaim = await list({ claim: open.id, status });
      expect(byClaim.total).toBe(total);
      expect(byClaim.items).toEqual((await list({ article: article.id, status })).items);
      expect((await list({ claim: open.id, status, dispute: dispute.id })).items).toEqual([]);
    };
    await isSame('published', 2);
    await isSame('draft', 1);
    await revise(service(), `articles/${article.id}`, { publishedAt: '2019-01-01' });
    await revise(service(), `statements/${draft.id}`, { status: 'published' });
    await isSame('published', 3);
    await isSame('draft', 0);
  });

  test('400 refuses a cursor of another list, another filter, another order, another service, and one that is changed', async () => {
    const { isOpen, dispute, article } = await recordStory(service(), { text: null });
    const elsewhere = await startService(kind);
    const foreign = await recordStory(elsewhere, { text: null });
    for (let at = 0; at < 3; at += 1) {
      await record(service(), 'statements', isOpen);
      await record(elsewhere, 'statements', foreign.isOpen);
    }
    const { http } = service();
    const list = `/v1/statements?dispute=${dispute.slug}&limit=1`;
    const { next } = (await http.get(list).expect(200)).body;
    const others = (await elsewhere.http.get('/v1/statements?limit=1').expect(200)).body.next;
    const written = await changesBy(service(), async () => {
      for (const url of [
        `/v1/statements?limit=1&cursor=${next}`,
        `${list}&quoteType=direct&cursor=${next}`,
        `${list}&sort=createdAt&cursor=${next}`,
        `/v1/sides?cursor=${next}`,
        `/v1/articles/${article.id}/drift?cursor=${next}`,
        `/v1/statements?limit=1&cursor=${others}`,
        `${list}&cursor=${next.slice(0, -2)}AA`,
        `${list}&cursor=e30`,
        `${list}&cursor=`,
      ]) {
        const refused = await http.get(url).expect(400);
        expect(refused.body, url).toMatchObject({ code: 'invalid', errors: [{ pointer: 'cursor' }] });
      }
    });
    expect(written).toEqual([]);
    await http.get(`/v1/statements?dispute=${dispute.slug}&limit=2&cursor=${next}`).expect(200);
  });

  test.each([
    ['saidFrom=2023-02-30', 'saidFrom'],
    ['publishedTo=yesterday', 'publishedTo'],
    ['saidFrom=2024-02&saidTo=2024-01', 'saidFrom'],
    ['stance=agree', 'stance'],
    ['anchor=found', 'anchor'],
    ['rebutted=maybe', 'rebutted'],
    ['status=withdrawn', 'status'],
    ['sort=quote', 'sort'],
    ['limit=ten', 'limit'],
    ['language=english%20language', 'language'],
    ['count=yes', 'count'],
  ])('400 refuses the query %s', async (query, parameter) => {
    const { body } = await service().http.get(`/v1/statements?${query}`).expect(400);
    expect(body.errors[0].pointer).toMatch(new RegExp(`^${parameter}`));
    expect(body).toMatchObject({ code: 'invalid', status: 400 });
  });

  test.each(['dispute', 'question', 'claim', 'speaker', 'side', 'outlet', 'article', 'unansweredBy', 'rebuts'])(
    '422 refuses an unknown reference in the query as %s',
    async (parameter) => {
      const { body } = await service().http.get(`/v1/statements?${parameter}=nobody-knows`).expect(422);
      expect(body).toMatchObject({ code: 'unknown-reference', errors: [{ pointer: parameter }] });
    },
  );
});
