import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readClaimReviews } from '../../../src/exchange/formats/claimreview.ts';
import { readClaimReviewCsv } from '../../../src/exchange/formats/claimreview-csv.ts';
import { readDataFeed } from '../../../src/exchange/formats/datafeed.ts';
import type { Context, ForeignRow, Reader, SaidLine } from '../../../src/exchange/formats/row.ts';
import { RecordLine } from '../../../src/exchange/record-line.ts';

type Json = Record<string, unknown>;
const review = (over: Json = {}): Json => ({
  '@context': 'http://schema.org',
  '@type': 'ClaimReview',
  url: 'https://checks.example/pier',
  claimReviewed: 'The pier was sold',
  datePublished: '2024-03-02',
  author: { '@type': 'Organization', name: 'Harbour Checks', url: 'https://checks.example/' },
  reviewRating: { '@type': 'Rating', alternateName: 'False', ratingValue: '1', bestRating: '5', worstRating: '1' },
  itemReviewed: {
    '@type': 'Claim',
    author: { '@type': 'Person', name: 'Ben Pier', sameAs: ['https://www.wikidata.org/wiki/Q7'] },
    datePublished: '2024-03-01',
    appearance: [{ '@type': 'CreativeWork', url: 'https://courier.example/pier' }],
  },
  ...over,
});
const item = (over: Json): Json => review({ itemReviewed: { ...(review().itemReviewed as Json), ...over } });

async function all(read: Reader, text: string, context: Context = { side: 'board' }): Promise<ForeignRow[]> {
  const rows: ForeignRow[] = [];
  for await (const row of read([Buffer.from(text)], context)) {
    // Whatever is read is what a line of `record` may be.
    if ('records' in row) for (const record of row.records) RecordLine.parse(record);
    rows.push(row);
  }
  return rows;
}

async function one(value: unknown, context?: Context) {
  const [row, ...others] = await all(
    readClaimReviews,
    typeof value === 'string' ? value : JSON.stringify(value),
    context,
  );
  expect(others).toEqual([]);
  if (!row || 'failure' in row) throw row?.failure ?? new Error('nothing');
  const of = <Type extends SaidLine['type']>(type: Type) =>
    row.records.filter((record) => record.type === type) as Extract<SaidLine, { type: Type }>[];
  return {
    ...row,
    review: of('review')[0],
    claim: of('claim')[0],
    statement: of('statement')[0],
    articles: of('article'),
    speaker: of('speaker')[0],
    outlets: of('outlet'),
  };
}

const failures = (rows: ForeignRow[]) =>
  rows.flatMap((row) =>
    'failure' in row ? [[row.line, row.pointer, row.failure.code, row.failure.faults[0]?.pointer ?? '']] : [],
  );

describe('ClaimReview, however it is wrapped', () => {
  test.each<[string, unknown, number]>([
    ['an object', review(), 1],
    ['a list', [review(), review({ claimReviewed: 'Another' })], 2],
    ['@graph', { '@graph': [{ '@type': 'WebPage' }, review()] }, 1],
    ['properties', { type: 'ClaimReview', properties: review() }, 1],
    ['types in a list, by their addresses', review({ '@type': ['https://schema.org/ClaimReview', 'Review'] }), 1],
    ['a list of lists', [[review()], [review({ claimReviewed: 'Another' })]], 2],
    ['a review beside an article', { '@type': 'NewsArticle', review: review() }, 1],
  ])('%s is read', async (_name, value, count) => {
    for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)]) {
      const rows = await all(readClaimReviews, text);
      expect(rows.filter((row) => 'records' in row)).toHaveLength(count);
    }
  });

  test('nodes that @graph names by their @id stand in their places', async () => {
    const graph = [
      { ...review(), author: { '@id': '#org' }, itemReviewed: { '@id': '#claim' } },
      { '@id': '#org', '@type': 'Organization', name: 'Named Elsewhere' },
      {
        '@id': '#claim',
        '@type': 'Claim',
        author: { '@id': '#ben' },
        datePublished: '2024',
        appearance: 'https://courier.example/x',
      },
      { '@id': '#ben', name: 'Ben Pier' },
    ];
    const { outlets, speaker } = await one({ '@graph': graph });
    expect(outlets[0]?.name).toBe('Named Elsewhere');
    expect(speaker?.name).toBe('Ben Pier');
  });

  test('lines are numbered, and a bad one costs itself alone', async () => {
    const lines = [
      JSON.stringify(review()),
      '{"@type":"ClaimReview",',
      '',
      '7',
      JSON.stringify(review({ claimReviewed: '' })),
      JSON.stringify(review()),
    ];
    const rows = await all(readClaimReviews, lines.join('\n'));
    expect(rows).toHaveLength(5);
    expect(failures(rows)).toEqual([
      [2, '', 'invalid', ''],
      [4, '', 'unprocessable', ''],
      [5, '', 'invalid', '/claimReviewed'],
    ]);
  });

  test('bytes that are not UTF-8 cost their line alone', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${JSON.stringify(review())}\n{"a":"`),
      Buffer.from([0xff]),
      Buffer.from(`"}\n${JSON.stringify(review())}`),
    ]);
    const rows: ForeignRow[] = [];
    for await (const row of readClaimReviews([bytes], {})) rows.push(row);
    expect(failures(rows)).toEqual([[2, '', 'invalid', '']]);
    expect(rows).toHaveLength(3);
  });
});

describe('texts', () => {
  test.each<[string, string, string]>([
    ['quotation marks that nobody escaped', '"claimReviewed":"He said "no" to it","x":1', 'He said "no" to it'],
    ['a line end inside a string', '"claimReviewed":"One\tand two"', 'One and two'],
  ])('%s are mended, and told so', async (_, member, text) => {
    const json = JSON.stringify(review({ claimReviewed: undefined })).replace('{', `{${member},`);
    const { claim, warnings } = await one(json);
    expect(claim?.text).toBe(text);
    expect(warnings).toContain('json-mended');
  });

  test.each([
    ['Tom &amp;amp; Ann &lt;b&gt;won&lt;/b&gt;', 'Tom & Ann won'],
    ['<p>It&nbsp;rose by 5&#37;&hellip;</p>', 'It\u00a0rose by 5%…'],
    ['a\u0000b\u0007c\r\nd', 'ab c d'],
    ['3 < 5 & x > y', '3 < 5 & x > y'],
    ['caf&eacute; &unknown; &#xD800;', 'café &unknown; &#xD800;'],
  ])('%j is read as %j', async (written, text) => {
    expect((await one(review({ claimReviewed: written }))).claim?.text).toBe(text);
  });

  test('a claim that is too long is shortened, told so, and whole in its note', async () => {
    const long = 'word '.repeat(150).trim();
    const { claim, warnings } = await one(review({ claimReviewed: long }));
    expect(claim?.text).toMatch(/word…$/);
    expect(claim?.note).toBe(long);
    expect(warnings).toContain('claim-shortened');
  });
});

describe('appearances', () => {
  test.each<[string, Json, string[], string?]>([
    ['a string', { appearance: 'https://a.example/1' }, ['https://a.example/1']],
    ['an object', { appearance: { url: 'https://a.example/1' } }, ['https://a.example/1']],
    [
      'a list of strings',
      { appearance: ['https://a.example/1', 'https://b.example/2'] },
      ['https://a.example/1'],
      'https://b.example/2',
    ],
    [
      'commas',
      { appearance: 'https://a.example/1,https://b.example/2,3' },
      ['https://a.example/1'],
      'https://b.example/2,3',
    ],
    [
      'spaces and and',
      { appearance: 'https://a.example/1 and https://b.example/2 https://c.example/3' },
      ['https://a.example/1'],
      'https://b.example/2 https://c.example/3',
    ],
    [
      'the first one first',
      { firstAppearance: { url: 'https://first.example/' }, appearance: ['https://a.example/1'] },
      ['https://first.example/'],
      'https://a.example/1',
    ],
    ['the address of the item', { appearance: undefined, url: ['https://a.example/1'] }, ['https://a.example/1']],
    [
      'an article in sameAs',
      { appearance: undefined, author: { name: 'Ben Pier', sameAs: 'https://a.example/who' } },
      ['https://a.example/who'],
    ],
    [
      'a link to the fact-check',
      { appearance: ['https://www.checks.example/pier', 'https://a.example/1'] },
      ['https://a.example/1'],
    ],
    ['no address at all', { appearance: 'in a chat' }, []],
  ])('%s', async (_, over, urls, others) => {
    const { articles, statement } = await one(item(over));
    expect(articles.map(({ url }) => url)).toEqual(urls);
    expect(statement === undefined).toBe(urls.length === 0);
    if (others !== undefined) expect(statement?.note).toContain(others);
  });

  test('without a date nothing says when it appeared: no statement, and told so', async () => {
    const { statement, warnings } = await one(item({ datePublished: undefined }));
    expect(statement).toBeUndefined();
    expect(warnings).toContain('appearance-undated');
  });
});

describe('ratings', () => {
  test.each<[string, unknown, object, string[]]>([
    ['a string', 'Mostly false', { label: 'Mostly false' }, []],
    ['a label in @value', { alternateName: { '@value': 'Faux', '@language': 'fr' } }, { label: 'Faux' }, []],
    ['a list of labels', { alternateName: ['', 'Falso', 'False'] }, { label: 'Falso' }, []],
    ['a label where the number should be', { ratingValue: 'Pants on fire' }, { label: 'Pants on fire' }, []],
    [
      'numbers as strings',
      { alternateName: 'F', ratingValue: '2', bestRating: '5', worstRating: '1' },
      { label: 'F', value: 2, best: 5, worst: 1 },
      [],
    ],
    ['a decimal comma', { alternateName: 'F', ratingValue: '2,5' }, { label: 'F', value: 2.5 }, []],
    ['sentinels', { alternateName: 'F', ratingValue: '-1', bestRating: '-1', worstRating: '-1' }, { label: 'F' }, []],
    [
      'a value out of its scale',
      { alternateName: 'F', ratingValue: 7, bestRating: 5, worstRating: 1 },
      { label: 'F', best: 5, worst: 1 },
      ['rating-out-of-scale'],
    ],
    [
      'a scale without extent',
      { alternateName: 'F', ratingValue: 1, bestRating: 1, worstRating: 1 },
      { label: 'F' },
      ['scale-left-out'],
    ],
    [
      'a scale upside down',
      { alternateName: 'F', ratingValue: 2, bestRating: 1, worstRating: 5 },
      { label: 'F' },
      ['scale-left-out'],
    ],
  ])('%s', async (_, reviewRating, rating, warnings) => {
    const row = await one(review({ reviewRating }));
    expect(row.review?.rating).toEqual(rating);
    expect(row.warnings).toEqual(warnings);
  });

  test.each([
    ['no rating', undefined],
    ['numbers alone', { ratingValue: 3, bestRating: 5 }],
  ])('%s is no label: rejected', async (_, reviewRating) => {
    const rows = await all(readClaimReviews, JSON.stringify(review({ reviewRating })));
    expect(failures(rows)).toEqual([[1, '', 'invalid', '/reviewRating/alternateName']]);
  });
});

describe('people, dates and languages', () => {
  test.each([
    'Social media users',
    'SOCIAL MEDIA POST',
    'Multiple sources',
    'Sources multiples',
    'Viral Facebook posts',
    'Posts nas redes sociais',
    'Usuarios de redes sociales',
    'Internet users',
    'Unknown',
    'Various',
  ])('%s is nobody in particular', async (name) => {
    expect((await one(item({ author: { '@type': 'Person', name } }))).speaker?.kind).toBe('unattributed');
  });

  test('a claimant without a name makes no statement, and Wikidata is kept where it is one item', async () => {
    expect((await one(item({ author: { '@type': 'Person' } }))).statement).toBeUndefined();
    expect((await one(review())).speaker?.wikidata).toBe('Q7');
    const two = ['https://www.wikidata.org/wiki/Q7', 'https://www.wikidata.org/wiki/Q8'];
    expect((await one(item({ author: { name: 'Ben', sameAs: two } }))).speaker?.wikidata).toBeUndefined();
  });

  test('a publisher is known by its site; a bare host is an address', async () => {
    expect((await one(review({ author: { name: 'Checks', url: 'checks.example' } }))).outlets[0]).toMatchObject({
      slug: 'checks-example',
      homepage: 'https://checks.example/',
    });
    expect((await one(review({ author: { url: 'https://checks.example/' } }))).outlets[0]?.name).toBe('checks.example');
    const rows = await all(readClaimReviews, JSON.stringify(review({ author: undefined, url: undefined })));
    expect(failures(rows)).toEqual([[1, '', 'invalid', '/author']]);
  });

  test.each<[unknown, string | undefined]>([
    ['2024-03-02', '2024-03-02'],
    ['2024-03-02T10:00:00+0100', '2024-03-02T10:00:00+01:00'],
    ['2024-03-02T10:00:00', '2024-03-02'],
    ['2024-03-02 10:00:00', '2024-03-02'],
    [1709337600, '2024-03-02T00:00:00.000Z'],
    ['1709337600000', '2024-03-02T00:00:00.000Z'],
    ['2024', '2024'],
    ['2024-02-30', undefined],
    ['last week', undefined],
    [undefined, undefined],
  ])('the date %j is %j', async (datePublished, date) => {
    expect((await one(review({ datePublished }))).review?.reviewedAt).toBe(date);
  });

  test('a language that is missing is not said', async () => {
    expect((await one(review())).review?.language).toBeUndefined();
    expect((await one(review({ inLanguage: 'pt_BR' }))).review?.language).toBe('pt-BR');
    expect((await one(review({ inLanguage: 'English!' }))).review?.language).toBeUndefined();
  });
});

describe('what a row is known by', () => {
  test('one page that reviews two claims is two claims, and another rating is the same review', async () => {
    const [first, other, again] = await Promise.all([
      one(review()),
      one(review({ claimReviewed: 'The pier burnt' })),
      one(review({ reviewRating: 'True' })),
    ]);
    expect(first.claim?.slug).not.toBe(other.claim?.slug);
    expect(first.review?.url).toBe(other.review?.url);
    expect(again.claim?.slug).toBe(first.claim?.slug);
    expect(again.statement && 'id' in again.statement && again.statement.id).toBe(
      first.statement && 'id' in first.statement && first.statement.id,
    );
  });

  test('rows go to the question that is given, else to one of their own', async () => {
    expect((await one(review(), { question: 'q', dispute: 'd' })).claim?.question).toBe('q');
    const { records } = await one(review(), {});
    expect(records.slice(0, 2)).toMatchObject([
      { type: 'dispute', slug: 'imported' },
      { type: 'question', slug: 'imported-claims', dispute: 'imported' },
    ]);
  });

  test('whatever stands in a review, reading ends with a row or a failure', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...Object.keys(review())), fc.jsonValue()), async (over) => {
        const rows = await all(readClaimReviews, JSON.stringify(review({ ...over, '@type': 'ClaimReview' })));
        expect(rows).toHaveLength(1);
      }),
    );
  });
});

describe('a DataFeed', () => {
  test('item may be null, an object or a list; a broken one costs itself alone', async () => {
    const good = JSON.stringify(review());
    const text = `{"@type":"DataFeed","dataFeedElement":[{"item":null},{"item":${good}},\n{"item":[${good},${JSON.stringify(review({ claimReviewed: 'Another' }))}]},{"item":{"@type":},},{"url":"https://checks.example/z","item":[${JSON.stringify(review({ url: undefined }))}]}],"name":"x"}`;
    const rows = await all(readDataFeed, text);
    expect(rows.map((row) => [row.line, row.pointer, 'failure' in row])).toEqual([
      [1, '/dataFeedElement/0', true],
      [1, '/dataFeedElement/1/item', false],
      [2, '/dataFeedElement/2/item/0', false],
      [2, '/dataFeedElement/2/item/1', false],
      [2, '/dataFeedElement/3', true],
      [2, '/dataFeedElement/4/item/0', false],
    ]);
    expect(rows.at(-1)).toMatchObject({
      records: expect.arrayContaining([expect.objectContaining({ type: 'review', url: 'https://checks.example/z' })]),
    });
  });

  test('a MediaReview has its category for a label, and its claim inside', async () => {
    const media = {
      '@type': 'MediaReview',
      url: 'https://checks.example/m',
      author: { name: 'Harbour Checks' },
      mediaAuthenticityCategory: 'https://schema.org/DecontextualizedContent',
      itemReviewed: { '@type': 'MediaReviewItem', interpretedAsClaim: { '@type': 'Claim', text: 'This is the pier' } },
    };
    const [row] = await all(readDataFeed, JSON.stringify({ dataFeedElement: [{ item: [media] }] }));
    expect(row).toMatchObject({
      records: expect.arrayContaining([
        expect.objectContaining({ type: 'claim', text: 'This is the pier' }),
        expect.objectContaining({ rating: { label: 'DecontextualizedContent' } }),
      ]),
    });
  });

  test('a feed that ends too early gives what stood before', async () => {
    const text = `{"dataFeedElement":[{"item":[${JSON.stringify(review())}]},{"item":[{"@type":"Cla`;
    const rows = await all(readDataFeed, text);
    expect(rows.map((row) => 'failure' in row)).toEqual([false, true]);
  });

  test('however the bytes are cut, the rows are the same', async () => {
    const text = JSON.stringify({
      name: 'x "y',
      dataFeedElement: [
        { item: [review({ claimReviewed: 'Ünï "q" \\ \u{1F6A2}' })] },
        { item: null },
        { item: review() },
      ],
    });
    const whole = await all(readDataFeed, text);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (size) => {
        const bytes = Buffer.from(text);
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
          bytes.subarray(at * size, (at + 1) * size),
        );
        const rows: ForeignRow[] = [];
        for await (const row of readDataFeed(pieces, { side: 'board' })) rows.push(row);
        expect(JSON.stringify(rows)).toBe(JSON.stringify(whole));
      }),
      { numRuns: 20 },
    );
  });
});

describe('ClaimReview as a table', () => {
  const header =
    'id,claimReviewed,datePublished,url,author.name,itemReviewed.author.name,itemReviewed.datePublished,reviewRating.ratingValue,reviewRating.alternateName,itemReviewed.appearance.1.url,itemReviewed.appearance.2.url';

  test('cells of several lines, semicolons and a byte order mark are read; each row is at its own line', async () => {
    const rows = await all(
      readClaimReviewCsv,
      `\uFEFF${header}\r\n1,"The pier, ""sold""\nlast year",2024-03-02,https://checks.example/p,Harbour Checks,Ben Pier,2024-03-01,1,False,https://a.example/1,https://b.example/2\r\n2,,,,,,,,,,\r\n3,Third,,https://checks.example/3,Harbour Checks,,,,True,,\r\n`,
    );
    expect(rows.map((row) => [row.line, 'failure' in row])).toEqual([
      [2, false],
      [4, true],
      [5, false],
    ]);
    const [row] = rows;
    expect(row).toMatchObject({
      records: expect.arrayContaining([
        expect.objectContaining({ type: 'claim', text: 'The pier, "sold" last year' }),
        expect.objectContaining({ type: 'article', url: 'https://a.example/1' }),
      ]),
    });
    const semicolons = await all(
      readClaimReviewCsv,
      `${header.replaceAll(',', ';')}\n1;The pier;;https://checks.example/p;;;;;False;;\n`,
    );
    expect(semicolons).toMatchObject([{ line: 2, warnings: [] }]);
  });

  test('a header without claimReviewed is refused, and a cell that never ends costs itself alone', async () => {
    expect(failures(await all(readClaimReviewCsv, 'a,b\n1,2\n'))).toEqual([[1, '', 'invalid', '/claimReviewed']]);
    const rows = await all(
      readClaimReviewCsv,
      'claimReviewed,url,reviewRating.alternateName\nA,https://c.example/,False\n"B',
    );
    expect(rows.filter((row) => 'records' in row)).toHaveLength(1);
    expect(failures(rows)).toHaveLength(1);
  });
});
