import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { lachinName } from '../../support/lachin.ts';

const TWO = '/v1/comparisons/claims?claim=blockade&claim=limited-access';
type Brief = { quote: string; stance?: string };

describe.each(ENGINES)('a comparison of claims on %s', (kind) => {
  test('sets the blockade against the limited access as a careful reader would', async () => {
    const { http } = await startService(kind, { content: 'demo' });
    const { body } = await http.get(`${TWO}&granularity=day`).expect(200);
    const { columns, timeline, both, relations, pairs, ...whole } = body;
    expect(whole).toEqual({ range: { from: '2023-09-06', to: '2023-09-07' }, total: 4, coarser: [0, 0] });
    const [blockade, limited] = columns;
    expect(blockade).toMatchObject({
      claim: { slug: 'blockade' },
      n: 4,
      utterances: 4,
      share: 1,
      stances: { support: 2, deny: 2, query: 0, comment: 0 },
      speakers: 3,
      outlets: 1,
      articles: 1,
      range: { from: '2023-09-06', to: '2023-09-07' },
      sides: [
        { side: { slug: 'armenia' }, n: 1, support: 1, deny: 0 },
        { side: { slug: 'azerbaijan' }, n: 2, support: 0, deny: 2 },
        { side: { slug: 'united-nations' }, n: 1, support: 1, deny: 0 },
      ],
    });
    expect([blockade.first, blockade.latest].map(lachinName)).toEqual(['s8', 's7']);
    expect(blockade.quotes.map((quote: Brief) => `${lachinName(quote)} ${quote.stance}`)).toEqual([
      's7 support',
      's6 support',
      's9 deny',
      's8 deny',
    ]);
    expect(limited).toMatchObject({
      n: 1,
      share: 0.25,
      stances: { support: 1, deny: 0 },
      sides: [{ side: { slug: 'azerbaijan' }, n: 1, support: 1 }],
    });
    expect(timeline).toEqual([
      { period: '2023-09-06', from: '2023-09-06', to: '2023-09-06', counts: [2, 1], undated: 0 },
      { period: '2023-09-07', from: '2023-09-07', to: '2023-09-07', counts: [2, 0], undated: 2 },
    ]);
    expect(both.speakers).toMatchObject([
      {
        ...{ slug: 'elchin-amirbayov', counts: [2, 1] },
        stances: [
          { support: 0, deny: 2 },
          { support: 1, deny: 0 },
        ],
      },
    ]);
    expect(both.articles).toMatchObject([{ url: 'https://p.dw.com/p/4W3DS', counts: [4, 1] }]);
    expect(relations).toMatchObject([
      { claim: { slug: 'limited-access' }, kind: 'reframes', target: { slug: 'blockade' } },
    ]);
    const shown = pairs.items.map(({ left, right }: { left: Brief; right: Brief }) => [left, right].map(lachinName));
    expect(shown).toEqual([
      ['s6', 's8'],
      ['s6', 's9'],
      ['s7', 's8'],
      ['s7', 's9'],
    ]);
  });

  test('fills empty periods, counts repeats once, and follows the filters', async () => {
    const { http } = await startService(kind, { content: 'demo' });
    const url = '/v1/comparisons/claims?claim=marrowick-closure&claim=marrowick-restrictions';
    const { body } = await http.get(`${url}&from=2024-02&to=2024-12`).expect(200);
    expect(body.range).toEqual({ from: '2024-02-01', to: '2024-12-31' });
    expect(body.columns.map(({ n, utterances }: { n: number; utterances: number }) => [n, utterances])).toEqual([
      [13, 11],
      [7, 7],
    ]);
    expect(
      body.timeline.map(({ period, counts }: { period: string; counts: number[] }) => [period, ...counts]),
    ).toEqual([
      ['2024-02', 0, 0],
      ['2024-03', 7, 4],
      ['2024-04', 0, 0],
      ['2024-05', 2, 2],
      ['2024-06', 0, 0],
      ['2024-07', 0, 0],
      ['2024-08', 2, 1],
      ['2024-09', 0, 0],
      ['2024-10', 0, 0],
      ['2024-11', 2, 0],
      ['2024-12', 0, 0],
    ]);
    const { body: tessay } = await http.get(`${url}&side=tessay&outlet=tessay-gazette`).expect(200);
    expect(tessay.columns[0].sides).toMatchObject([{ side: { slug: 'tessay' } }]);
    const { body: nobody } = await http.get(`${url}&from=2030`).expect(200);
    expect(nobody).toMatchObject({
      total: 0,
      timeline: [],
      columns: [{ n: 0, share: 0, first: null, quotes: [] }, {}],
    });
  });

  test('goes on with its pairs by the cursor that it gives, here and in the list of pairs', async () => {
    const { http } = await startService(kind, { content: 'demo' });
    const { body: first } = await http.get(`${TWO}&limit=3`).expect(200);
    const cursor = encodeURIComponent(first.pairs.next);
    const { body: here } = await http.get(`${TWO}&limit=3&cursor=${cursor}`).expect(200);
    const { body: list } = await http
      .get(`/v1/pairs?claim=blockade&claim=limited-access&limit=3&cursor=${cursor}`)
      .expect(200);
    expect(here.pairs).toEqual({ items: list.items, next: null });
    expect(list.items).toHaveLength(1);
    await http.get(`${TWO}&side=armenia&cursor=${cursor}`).expect(400);
  });

  test.each([
    ['one column', 400, 'invalid', 'claim=blockade'],
    ['no column', 400, 'invalid', ''],
    ['seven columns', 400, 'invalid', 'claim=blockade&claim=limited-access&claim=a&claim=b&claim=c&claim=d&claim=e'],
    ['the same claim twice', 400, 'invalid', 'claim=blockade&claim=blockade'],
    ['an unknown claim', 422, 'unknown-reference', 'claim=blockade&claim=nobody-says-this'],
    ['claims of two disputes', 422, 'wrong-dispute', 'claim=blockade&claim=marrowick-closure'],
    ['an unknown side', 422, 'unknown-reference', 'claim=blockade&claim=limited-access&side=nobody'],
    ['from after to', 400, 'invalid', 'claim=blockade&claim=limited-access&from=2024&to=2023'],
    ['an unknown granularity', 400, 'invalid', 'claim=blockade&claim=limited-access&granularity=hour'],
    [
      'more than 5,000 periods',
      422,
      'unprocessable',
      'claim=blockade&claim=limited-access&granularity=day&from=2000&to=2023',
    ],
    ['a cursor of no list', 400, 'invalid', 'claim=blockade&claim=limited-access&cursor=abc'],
  ])('refuses %s with %i %s', async (_name, status, code, query) => {
    const { http } = await startService(kind, { content: 'demo' });
    const { body } = await http.get(`/v1/comparisons/claims?${query}`).expect(status);
    expect(body).toMatchObject({ status, code });
    expect(body.errors.length).toBeGreaterThan(0);
    if (status === 422 && code === 'unprocessable') expect(body.detail).toContain('5000');
  });
});
