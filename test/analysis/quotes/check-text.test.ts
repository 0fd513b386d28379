import { describe, expect, test } from 'vitest';
import { attributionOf } from '../../../src/text/quotes/attribution.ts';
import { quotationsIn } from '../../../src/text/terms/quotations.ts';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';

const WIRE = 'https://littoral-wire.example/2024/03/12/marrowick-inner-basin';
const GAZETTE = 'https://tessay-gazette.example/2024/05/16/end-of-the-year';
type Told = { result: string; attributedTo: string | null; found: Record<string, never>[] } & Record<string, never>;

describe.each(ENGINES)('POST /v1/quotes/check on %s', (kind) => {
  const service = shared(() => startService(kind, { content: 'demo' }));
  const check = async (body: object, status = 200) =>
    (await service().http.post('/v1/quotes/check').send(body).expect(status)).body;

  test('200 tells of every quotation whether it stands, where, and in whose mouth', async () => {
    const text = [
      '“This is a closure, and it was done to us without a day’s warning,” Maren Oskell said.',
      'Bram Hollin said: “This is a closure, and it was done to us without a day’s warning.”',
      '“I never said the end of the year. I said the beginning of the summer,” Mr Hollin replied.',
      '“I said the end of the summer. Twice we asked the council for its crane barge, and the council’s minutes,” he said.',
      '“Nobody has ever uttered these particular words,” said Ilse Corran.',
    ].join('\n\n');
    const { quotations, counts, searched } = await check({ text, articles: [WIRE, GAZETTE] });
    expect(quotations.map(({ result }: Told) => result)).toEqual([
      'normalized',
      'misattributed',
      'altered',
      'spliced',
      'not-found',
    ]);
    expect(quotations.map(({ attributedTo }: Told) => attributedTo)).toEqual([
      'Maren Oskell',
      'Bram Hollin',
      'Mr Hollin',
      null,
      'Ilse Corran',
    ]);
    for (const { start, end, quote } of quotations) expect([...text].slice(start, end).join('')).toBe(quote);
    expect(quotations[1].found[0]).toMatchObject({
      article: { url: WIRE },
      speaker: { slug: 'maren-oskell' },
      statement: { quoteType: 'direct' },
    });
    expect(quotations[2]).toMatchObject({ closest: { text: expect.stringContaining('end of the summer') } });
    expect(counts).toMatchObject({
      normalized: 1,
      misattributed: 1,
      altered: 1,
      spliced: 1,
      'not-found': 1,
      elided: 0,
    });
    expect(searched).toBeUndefined();
  });

  test('200 without sources searches the record, and says how many of its texts it looked through', async () => {
    const text = 'She said: “This is a closure, and it was done to us without a day’s warning.”';
    const told = await check({ text });
    expect(told.quotations).toMatchObject([{ result: 'normalized', attributedTo: null }]);
    const urls = told.quotations[0].found.map(({ article }: { article: { url: string } }) => article.url);
    expect(urls).toContain(WIRE);
    const { items } = (await service().as.write.get('/v1/articles?limit=200').expect(200)).body;
    const of = items.filter(({ snapshots }: { snapshots: number }) => snapshots > 0).length;
    expect(told.searched).toEqual({ texts: expect.any(Number), of });
    const elsewhere = await check({ text, dispute: 'nagorno-karabakh-2023' });
    expect(elsewhere.quotations).toMatchObject([{ result: 'not-found', found: [] }]);
  });

  test('200 looks quotations up in texts that are sent along, and attributes nothing there', async () => {
    const texts = [{ text: 'Nothing of that.' }, { text: 'We saw a red house. Then we went home.', title: 'A day' }];
    const { quotations } = await check({ text: 'Maren Oskell said “we saw a red house”. And “home”?', texts });
    expect(quotations).toMatchObject([
      { result: 'altered', difference: 'case', found: [{ text: 1 }] },
      { result: 'exact', found: [{ text: 1, start: 33, end: 37 }] },
    ]);
  });

  test('200 without a key tells no more of an article than a sentence', async () => {
    const text =
      'Hollin: “Twice we asked the council for its crane boat, and twice the council refused,” it said in a statement earlier this month. The council’s minutes, which are open to anyone, record one request — for a day in February”';
    const body = { text: text.replaceAll('”', '').concat('”'), articles: [GAZETTE] };
    const [open] = (await check(body)).quotations;
    const [whole] = (await service().as.read.post('/v1/quotes/check').send(body).expect(200)).body.quotations;
    expect(whole.closest.text.length).toBeGreaterThan(150);
    expect(open.closest.text.length).toBeLessThan(whole.closest.text.length);
    expect(whole.closest.text).toContain(open.closest.text);
  });

  test('413 and 422 refuse what is too much and what is not known', async () => {
    const many = '“one two three” '.repeat(501);
    expect(await check({ text: many, texts: [{ text: 'one' }] }, 413)).toMatchObject({ code: 'too-large' });
    expect(await check({ text: 'x'.repeat(1_048_577) }, 413)).toMatchObject({ code: 'too-large' });
    const unknown = await check({ text: '“one”', articles: [WIRE, 'nothing-of-the-kind'] }, 422);
    expect(unknown).toMatchObject({ code: 'unknown-reference', errors: [{ pointer: '/articles/1' }] });
    expect(await check({ text: '“one”', articles: [] }, 400)).toMatchObject({ code: 'invalid' });
    expect((await check({ text: 'No marks at all.' })).quotations).toEqual([]);
  });
});

test.each([
  ['“It is shut,” said the convener, Maren Oskell.', 'Maren Oskell'],
  ['“It is shut,” Prime Minister Nikol Pashinyan told parliament.', 'Prime Minister Nikol Pashinyan'],
  ['According to Ursula von der Leyen, “it is shut”.', 'Ursula von der Leyen'],
  ['Oskell: “It is shut.”', 'Oskell'],
  ['« C’est fermé », a déclaré Emmanuel Macron.', 'Emmanuel Macron'],
  ['Hollin spoke on Monday. “It is shut,” she said.', null],
  ['“It is shut.” Hollin left the room.', null],
  ['The “closure” is a matter of words.', null],
])('the words around a quotation attribute it: %s', (text, name) => {
  const [range] = quotationsIn(text);
  expect(range && attributionOf(text, range)).toBe(name);
});
