import { describe, expect, test } from 'vitest';
import { type Service, startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { recordToSearch } from './record.ts';

type Listed = { items: { id: string; quote: string }[]; next: string | null; total?: number };

const quotesOf = ({ items }: Listed) => items.map(({ quote }) => quote);

async function list({ http }: Pick<Service, 'http'>, query: object): Promise<Listed> {
  return (await http.get('/v1/statements').query(query).expect(200)).body;
}

/** Every page of a list, one after another. */
async function walk(service: Pick<Service, 'http'>, query: object): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Listed = await list(service, { ...query, ...(cursor !== '' && { cursor }) });
    found.push(...quotesOf(page));
    cursor = page.next;
  }
  return found;
}

describe.each(ENGINES)('words of statements on %s', (kind) => {
  test.each([
    ['Latin', 'The BLOCKÁDE goes on', 'blockade'],
    ['Cyrillic', 'Блокада Лачинского коридора', 'ЛАЧИНСКОГО'],
    ['Armenian', 'Ինչո՞ւ է փակվել ճանապարհը և Երևանը լռում', 'ԵՐԵՎԱՆԸ ինչու'],
    ['Arabic', 'الحِصَار على الممرّ', 'الحصار الممر'],
    ['Hebrew', 'הַמַּעֲבָר סָגוּר', 'המעבר סגור'],
    ['Greek', 'Ο αποκλεισμός συνεχίζεται', 'ΑΠΟΚΛΕΙΣΜΟΣ'],
    ['Chinese', '亚美尼亚指责封锁走廊', '封锁'],
    ['Japanese', '回廊の封鎖が続く', '封鎖が'],
    ['Korean', '회랑 봉쇄를 규탄했다', '봉쇄'],
    ['Thai', 'การปิดล้อมยังดำเนินต่อไป', 'ปิดล้อม'],
  ])('200 finds a quote in %s by its words', async (_script, quote, q) => {
    const service = await startService(kind);
    const { say } = await recordToSearch(service);
    await say(quote);
    await say('Nothing of the sort, 没有 그런 ไม่มี');
    expect(quotesOf(await list(service, { q }))).toEqual([quote]);
  });

  test('200 reads the language of searches', async () => {
    const service = await startService(kind);
    const { say } = await recordToSearch(service);
    await say('limited access');
    await say('access is limited', { context: 'It was no blockade, he said.' });
    await say('a blockade');
    const found = async (q: string) => quotesOf(await list(service, { q, sort: 'createdAt' }));
    expect(await found('limited access')).toEqual(['limited access', 'access is limited']);
    expect(await found('"limited access"')).toEqual(['limited access']);
    expect(await found('access blockade')).toEqual(['access is limited']);
    expect(await found('limited -is')).toEqual(['limited access']);
    expect(await found('-limited')).toEqual(['a blockade']);
    expect(await found('block*')).toEqual(['access is limited', 'a blockade']);
    expect(await found('"limited access" OR "a blockade"')).toEqual(['limited access', 'a blockade']);
    expect(await found('')).toEqual([]);
    expect(await found('*')).toEqual([]);
  });

  test('200 joins words with every other filter, and counts what it lists', async () => {
    const service = await startService(kind);
    const { say, claim } = await recordToSearch(service);
    const first = await say('the pass is closed', {
      saidAt: '2024-02-03',
      stances: [{ claim: claim.id, stance: 'support' }],
    });
    await say('the pass is open', {
      speaker: 'omar',
      quoteType: 'direct',
      saidAt: '2024-02-04',
      rebuts: [{ statement: first.id, kind: 'denial' }],
    });
    await say('the pass is narrow', { saidAt: '2024-02-05', language: 'fr' });
    const filters: [object, string[]][] = [
      [{ side: 'south' }, ['the pass is open']],
      [
        { speaker: ['omar', 'zoe-lukasz'], outlet: 'post', dispute: 'the-pass' },
        ['the pass is narrow', 'the pass is open', 'the pass is closed'],
      ],
      [{ quoteType: 'direct' }, ['the pass is open']],
      [{ language: 'fr' }, ['the pass is narrow']],
      [{ claim: claim.slug }, ['the pass is closed']],
      [{ question: 'open' }, ['the pass is closed']],
      [{ claim: claim.slug, question: 'open', stance: 'deny' }, []],
      [{ saidFrom: '2024-02-04', saidTo: '2024-02-04' }, ['the pass is open']],
      [{ rebutted: 'true' }, ['the pass is closed']],
      [{ unansweredBy: 'south' }, ['the pass is narrow']],
      [{ rebuts: first.id }, ['the pass is open']],
      [{ term: ['is open', 'is closed'] }, ['the pass is open', 'the pass is closed']],
      [
        { article: 'https://post.example/pass', anchor: 'no-text' },
        ['the pass is narrow', 'the pass is open', 'the pass is closed'],
      ],
    ];
    for (const [filter, quotes] of filters) {
      const page = await list(service, { q: 'pass', count: 'true', ...filter });
      expect({ filter, quotes: quotesOf(page), total: page.total }).toEqual({ filter, quotes, total: quotes.length });
    }
  });

  test('200 finds by words between dates what the list without words holds between them', async () => {
    const service = await startService(kind);
    const { say } = await recordToSearch(service);
    const second = '2024-02-03T10:00:00';
    for (const saidAt of [`${second}Z`, `${second}.250Z`, `${second}.750Z`, '2024-02-03T10:00:01Z', '2024-02', '2023'])
      await say(`pass at ${saidAt}`, { saidAt });
    let found = 0;
    const bounds = ['2023', '2024-02', '2024-02-03', `${second}Z`, `${second}.250Z`, `${second}.500Z`, '2025'];
    for (const from of bounds) {
      for (const to of bounds.slice(bounds.indexOf(from))) {
        const between = { saidFrom: from, saidTo: to, sort: 'saidAt', count: 'true' };
        const { items, total } = await list(service, { q: 'pass', ...between });
        expect(items).toEqual((await list(service, between)).items);
        expect(total).toBe(items.length);
        found += items.length;
      }
    }
    expect(found).toBeGreaterThan(20);
  });

  test('200 finds a term in the quote alone, word after word, never in context or translation', async () => {
    const service = await startService(kind);
    const { say } = await recordToSearch(service);
    await say('a limited access regime', { translations: [{ language: 'fr', text: 'un blocus', method: 'human' }] });
    await say('access, limited', { context: 'They have limited access.' });
    expect(quotesOf(await list(service, { term: 'Limited-Access' }))).toEqual(['a limited access regime']);
    expect(quotesOf(await list(service, { term: 'blocus' }))).toEqual([]);
    expect(quotesOf(await list(service, { term: '…' }))).toEqual([]);
    expect(await walk(service, { term: ['limited access', 'access limited'] })).toHaveLength(2);
  });

  test.each(['-saidAt', 'saidAt', '-createdAt', 'createdAt', 'relevance'])(
    '200 pages through %s without a repeat or a gap',
    async (sort) => {
      const service = await startService(kind);
      const { say } = await recordToSearch(service);
      const days = ['2024-02-03', '2024-02-01', '2024-02-03T10:00:00Z', '2024-02-02', '2024-02', '2024-02-03'];
      for (const [at, saidAt] of days.entries()) await say(`pass number ${at} ${'pass '.repeat(at % 3)}`, { saidAt });
      const asked = { q: 'pass', sort, limit: 2 };
      const quotes = await walk(service, asked);
      expect(quotes).toHaveLength(days.length);
      expect(new Set(quotes).size).toBe(days.length);
      if (sort !== 'relevance') {
        // The same order as of the list without words.
        expect(quotes).toEqual(await walk(service, { sort, limit: 100 }));
      } else {
        expect(quotes.map((quote) => quote.match(/pass/g)?.length)).toEqual([3, 3, 2, 2, 1, 1]);
      }
    },
  );

  test('200 follows every write: revision, withdrawal, drafts, and the date of an article', async () => {
    const service = await startService(kind);
    const { say, article } = await recordToSearch(service);
    const { as } = service;
    const { id } = await say('the pass is closed');
    await say('an older word on the pass', { saidAt: '2024-02-20' });
    await as.write.patch(`/v1/statements/${id}`).set('If-Match', '*').send({ quote: 'the pass is shut' }).expect(200);
    expect(quotesOf(await list(service, { q: 'closed' }))).toEqual([]);
    expect(quotesOf(await list(service, { q: 'pass' }))).toEqual(['the pass is shut', 'an older word on the pass']);
    await as.write
      .patch(`/v1/articles/${article.id}`)
      .set('If-Match', '*')
      .send({ publishedAt: '2024-02-10' })
      .expect(200);
    expect(quotesOf(await list(service, { q: 'pass' }))).toEqual(['an older word on the pass', 'the pass is shut']);
    await as.write.delete(`/v1/statements/${id}`).set('If-Match', '*').expect(204);
    expect(await list(service, { q: 'shut', count: 'true' })).toMatchObject({ items: [], total: 0 });
    await say('a secret draft', { status: 'draft' });
    expect(quotesOf(await list(service, { q: 'secret' }))).toEqual([]);
    await service.http.get('/v1/statements').query({ q: 'secret', status: 'draft' }).expect(401);
    const { body } = await as.write.get('/v1/statements').query({ q: 'secret', status: 'draft' }).expect(200);
    expect(quotesOf(body)).toEqual(['a secret draft']);
  });

  test('400 refuses a search of over 1,000 characters, an empty term, and relevance of nothing', async () => {
    const { http } = await startService(kind);
    for (const query of [{ q: 'é'.repeat(1001) }, { term: '' }, { term: 'x'.repeat(201) }, { sort: 'relevance' }]) {
      const { body } = await http.get('/v1/statements').query(query).expect(400);
      expect(body).toMatchObject({
        code: 'invalid',
        errors: [{ pointer: expect.stringMatching(`^${Object.keys(query)[0]}`) }],
      });
    }
    await http
      .get('/v1/statements')
      .query({ q: '𝒳'.repeat(1000) })
      .expect(200);
  });
});
