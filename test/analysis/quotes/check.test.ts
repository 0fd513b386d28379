import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { changesBy, record, recordStory, revise } from '../../support/record.ts';

type Checked = { result: string; found: Record<string, unknown>[]; [member: string]: unknown };

describe.each(ENGINES)('POST /v1/quotes/check on %s', (kind) => {
  const opened = shared(async () => {
    const service = await startService(kind);
    const story = await recordStory(service);
    const anna = await revise(service, `speakers/${story.anna.id}`, { name: 'Mara Quill', aliases: ['M. Quill'] });
    const ben = await revise(service, `speakers/${story.ben.id}`, { name: 'Ben Sud' });
    const open = await record(service, 'statements', story.isOpen);
    const shut = await record(service, 'statements', story.isShut);
    return { service, story: { ...story, anna, ben }, open, shut };
  });
  const check = async (body: object) =>
    (await opened().service.http.post('/v1/quotes/check').send(body).expect(200)).body;
  /** The only quotation of a text, looked up in the story's article. */
  const checkOne = async (text: string, more: object = {}): Promise<Checked> => {
    const { quotations } = await check({ text, articles: [opened().story.article.id], ...more });
    expect(quotations).toHaveLength(1);
    return quotations[0];
  };

  test('200 tells the true, the altered and the misattributed quotation of a text apart, with who said each', async () => {
    const { story, open, shut, service } = opened();
    const [anna, ben] = [story.anna.name, story.ben.name];
    const text = [
      `${anna} said: “The gates stand open day and night”.`,
      `🚢 “Nobody has seen a key since winter,” ${ben} wrote.`,
      `“Nobody has seen the key since winter,” ${anna} told the council.`,
    ].join('\n\n');
    const written = await changesBy(service, async () => {
      const body = await check({ text, articles: [story.article.id] });
      expect(body).toMatchObject({
        quotations: [
          {
            quote: 'The gates stand open day and night',
            attributedTo: anna,
            result: 'exact',
            found: [
              { article: { id: story.article.id }, snapshot: 1, statement: { id: open.id }, speaker: { name: anna } },
            ],
          },
          {
            attributedTo: ben,
            result: 'altered',
            difference: 'words',
            suggestion: 'Nobody has seen the key since winter',
            closest: { text: 'Nobody has seen the key since winter' },
            found: [{ statement: { id: shut.id }, speaker: { name: ben } }],
          },
          {
            attributedTo: anna,
            result: 'misattributed',
            found: [{ statement: { id: shut.id }, speaker: { id: story.ben.id, name: ben } }],
          },
        ],
        counts: { exact: 1, altered: 1, misattributed: 1, 'not-found': 0 },
        searched: { texts: 1, of: 1 },
      });
      const points = Array.from(text);
      for (const { start, end, quote } of body.quotations) expect(points.slice(start, end).join('')).toBe(quote);
    });
    expect(written).toEqual([]);
  });

  test.each([
    ['exact', 'It said “the north quay had\u00a0been repaired”.'],
    ['normalized', 'It said “the north quay had been repaired”.'],
    ['elided', 'It said “Nobody has seen … since winter”.'],
    ['ambiguous', 'It said “The gates are shut”.'],
    ['altered', 'It said “every boat could sink”.'],
    ['altered', 'It said “EVERY BOAT COULD LAND”.'],
    ['spliced', 'It said “every boat could land nobody has seen the key”.'],
    ['not-found', 'It said “every boat could seen nobody has”.'],
    ['not-found', 'It said “Fisheries are booming everywhere in the country”.'],
  ])('200 answers %s for what is so', async (result, text) => {
    expect(await checkOne(text)).toMatchObject({ result });
  });

  test('200 tells where each run of a spliced quotation appears, in one text or in several', async () => {
    const texts = [
      { text: 'We will open the road on Monday. Nobody was asked.' },
      { text: 'It was said that the council was never told of it.', title: 'Minutes' },
    ];
    const { quotations } = await check({ text: '“We will open the road the council was never told of it”', texts });
    expect(quotations).toMatchObject([
      {
        result: 'spliced',
        found: [
          { text: { index: 0, title: null }, start: 0, end: 21 },
          { text: { index: 1, title: 'Minutes' }, start: 17, end: 49 },
        ],
      },
    ]);
  });

  test.each([
    ['whom the record does not know', 'Zora Quill said: “Nobody has seen the key since winter.”', 'exact'],
    ['by the last part of the name', 'Mr. SUD wrote: “Nobody has seen the key since winter.”', 'exact'],
    ['by a pronoun', 'He wrote: “Nobody has seen the key since winter.”', 'exact'],
    ['where nothing is recorded', 'NORD said: “every boat could land”.', 'exact'],
    ['although others said it', 'NORD said: “Nobody has seen the key since winter.”', 'misattributed'],
    ['although others said nearly so', 'NORD said: “Nobody has seen a key since winter.”', 'misattributed'],
  ])('200 takes words for those of a speaker %s only where the record is against it', async (_name, text, result) => {
    const { story } = opened();
    const named = text.replace('NORD', story.anna.name).replace('SUD', 'Sud');
    expect(await checkOne(named)).toMatchObject({ result });
  });

  test('200 looks through the texts that search finds, and says through how many of how many', async () => {
    const { story } = opened();
    const body = await check({ text: 'Who said “Nobody has seen the key since winter”, and “the moon is a lantern”?' });
    expect(body).toMatchObject({
      quotations: [
        { result: 'exact', attributedTo: null, found: [{ article: { id: story.article.id } }] },
        { result: 'not-found', found: [] },
      ],
      searched: { texts: 1, of: 1 },
    });
    expect(await check({ text: 'No quotation.' })).toMatchObject({ quotations: [], searched: { texts: 0, of: 1 } });
    const other = await recordStory(opened().service, { text: null });
    const narrowed = await check({ text: '“Nobody has seen the key since winter”', dispute: other.dispute.slug });
    expect(narrowed).toMatchObject({ counts: { 'not-found': 1 }, searched: { texts: 0 } });
  });

  test('200 tells no draft, whoever asks', async () => {
    const { service, story } = opened();
    const words = 'The harbour office was not available for comment';
    await record(service, 'statements', {
      ...{ article: story.article.id, speaker: story.ben.id, quote: words, quoteType: 'indirect', status: 'draft' },
    });
    for (const ask of [service.http, service.as.admin]) {
      const text = `${story.anna.name} said: “${words}.”`;
      const { body } = await ask
        .post('/v1/quotes/check')
        .send({ text, articles: [story.article.id] })
        .expect(200);
      expect(body.quotations).toMatchObject([{ result: 'exact' }]);
      expect(body.quotations[0].found[0]).not.toHaveProperty('statement');
      expect(JSON.stringify(body)).not.toContain('stm_');
    }
  });

  test('200 shows no more of an article than one sentence without a key, and the passage with one', async () => {
    const { service, story } = opened();
    const text =
      '“The gates are closed,” he wrote in a letter. ‘Nobody has seen the key since summer.’ Asked again on Tuesday, he repeated: ‘The gates are shut.’';
    const asked = { text: `It has: «${text}»`, articles: [story.article.id] };
    const open = (await service.http.post('/v1/quotes/check').send(asked).expect(200)).body.quotations[0];
    const known = (await service.as.read.post('/v1/quotes/check').send(asked).expect(200)).body.quotations[0];
    expect(known).toMatchObject({ result: 'altered', closest: { similarity: open.closest.similarity } });
    expect(known.closest.text).toContain('since winter.”\n\nAsked again');
    expect(open.closest.text).toBe('The gates are shut,” he wrote in a letter.');
    expect(open.suggestion).toBe(open.closest.text);
    const { quotations } = await check({ text: asked.text, texts: [{ text: known.closest.text }] });
    expect(quotations[0].closest.text).toBe(known.closest.text);
  });

  test('413, 422 and 400 refuse what is too much or leads nowhere, and say which', async () => {
    const { http } = opened().service;
    const refused = async (body: object, status: number) =>
      (await http.post('/v1/quotes/check').send(body).expect(status)).body;
    const many = (count: number) => Array.from({ length: count }, (_, at) => `“word ${at}”`).join(' ');
    expect(await refused({ text: 'é'.repeat(524_289) }, 413)).toMatchObject({
      code: 'too-large',
      errors: [{ pointer: '/text' }],
    });
    expect(await refused({ text: 'a', texts: [{ text: 'é'.repeat(524_289) }] }, 413)).toMatchObject({
      errors: [{ pointer: '/texts/0/text' }],
    });
    expect(await refused({ text: many(501) }, 413)).toMatchObject({ errors: [{ pointer: '/text' }] });
    expect((await check({ text: many(500), texts: [{ text: 'a' }] })).quotations).toHaveLength(500);
    expect(await refused({ text: `“${'a '.repeat(5001)}”` }, 413)).toMatchObject({ errors: [{ pointer: '/text' }] });
    const texts = Array.from({ length: 51 }, () => ({ text: 'a' }));
    expect(await refused({ text: 'a', texts }, 400)).toMatchObject({ errors: [{ pointer: '/texts' }] });
    const mixed = { text: 'a', texts: texts.slice(1), articles: [opened().story.article.id] };
    expect(await refused(mixed, 400)).toMatchObject({ errors: [{ pointer: '/texts' }] });
    expect(await refused({ text: 'a', articles: ['https://nowhere.example/'] }, 422)).toMatchObject({
      ...{ code: 'unknown-reference', errors: [{ pointer: '/articles/0' }] },
    });
    expect(await refused({ text: 'a', dispute: 'nowhere' }, 422)).toMatchObject({ errors: [{ pointer: '/dispute' }] });
  });
});
