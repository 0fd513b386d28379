import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Service, startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { record, recordStory, revise } from '../../support/record.ts';

type Sides = { side: { slug: string }; n: number; use: number; denial: number; mention: number }[];
const bySide = (sides: Sides) =>
  Object.fromEntries(sides.map(({ side, use, denial, mention }) => [side.slug, { use, denial, mention }]));
const use = { use: 1, denial: 0, mention: 0 };

async function compare(service: Service, query: string) {
  return (await service.http.get(`/v1/comparisons/terms?${query}`).expect(200)).body;
}

describe.each(ENGINES)('the comparison of terms on %s', (kind) => {
  const demo = shared(() => startService(kind, { content: 'demo' }));

  test('gives the blockade to Armenia and the UN, its denial to Azerbaijan, and limited access to Azerbaijan alone', async () => {
    const service = demo();
    const body = await compare(service, 'term=blockade&term=limited%20access');
    const [blockade, access] = body.columns;
    expect(blockade).toMatchObject({ n: 3, utterances: 3, share: 0.75, use: 2, denial: 1, mention: 0, speakers: 3 });
    expect(bySide(blockade.sides)).toEqual({
      armenia: use,
      'united-nations': use,
      azerbaijan: { use: 0, denial: 1, mention: 0 },
    });
    expect(access).toMatchObject({ n: 1, use: 1, denial: 0, mention: 0 });
    expect(bySide(access.sides)).toEqual({ azerbaijan: use });
    expect(body.total).toBe(4);
    expect(blockade.range).toEqual({ from: '2023-09-06', to: '2023-09-07' });
    expect(blockade.forms).toEqual(['blockade', 'blockaded', 'blockading']);
    expect(blockade.outlets).toMatchObject([{ outlet: { slug: 'dw' }, inQuotes: 0, paraphrased: 3, ownVoice: null }]);
    expect(blockade.samples.find(({ usage }: { usage: string }) => usage === 'denial')).toMatchObject({
      before: 'there was no ',
      match: 'blockade',
      after: ' of the corridor',
    });
    expect(body.crossovers).toEqual([]);
    expect(body.languages).toEqual({ read: ['en'], unread: [] });
    expect(body.timeline).toEqual([
      {
        period: '2023-09',
        from: '2023-09-01',
        to: '2023-09-30',
        counts: [
          { use: 2, denial: 1, mention: 0, unread: 0 },
          { use: 1, denial: 0, mention: 0, unread: 0 },
        ],
      },
    ]);
  });

  test('shows in the invented dispute whose word each outlet adopted, and the crossover of “closure”', async () => {
    const service = demo();
    const body = await compare(service, 'term=closure&term=maintenance%20restrictions&dispute=marrowick-inner-basin');
    const voices = (at: number) =>
      Object.fromEntries(
        body.columns[at].outlets.map(({ outlet, ownVoice }: { outlet: { slug: string }; ownVoice: object | null }) => [
          outlet.slug,
          ownVoice,
        ]),
      );
    expect(voices(0)).toMatchObject({ 'harbour-times': { use: 2 } });
    expect(voices(1)).toMatchObject({ 'harbour-times': { use: 3 } });
    expect(body.crossovers).toMatchObject([
      {
        term: 'closure',
        side: { slug: 'marrowick-port-authority' },
        statement: { saidAt: '2024-11-05' },
        certain: true,
      },
    ]);
  });

  test('counts what a list with the same filter holds', async () => {
    const service = demo();
    for (const term of ['blockade', 'closure', 'limited access', 'corridor', 'the']) {
      for (const filter of [
        '',
        '&side=azerbaijan',
        '&dispute=marrowick-inner-basin',
        '&outlet=dw',
        '&speaker=nikol-pashinyan',
      ]) {
        const { columns } = await compare(service, `term=${encodeURIComponent(term)}&term=xyzzy${filter}`);
        const list = await service.http
          .get(`/v1/statements?term=${encodeURIComponent(term)}&count=true${filter}`)
          .expect(200);
        expect([term, filter, columns[0].n]).toEqual([term, filter, list.body.total]);
        const { n, use: uses, denial, mention, unread, sides } = columns[0];
        expect(uses + denial + mention + unread).toBe(n);
        expect(sides.reduce((sum: number, side: { n: number }) => sum + side.n, 0)).toBe(n);
      }
    }
  });

  test.each([
    ['one column', 'term=blockade', 400, 'invalid'],
    [
      'seven columns',
      'a b c d e f g'
        .split(' ')
        .map((term) => `term=${term}`)
        .join('&'),
      400,
      'invalid',
    ],
    ['an empty term', 'term=&term=blockade', 400, 'invalid'],
    ['a term without a word', 'term=…&term=blockade', 400, 'invalid'],
    ['a term of 1,000 characters', `term=${'a'.repeat(1000)}&term=b`, 400, 'invalid'],
    ['a term against itself', 'term=Blockade&term=blockade', 400, 'invalid'],
    ['a range upside down', 'term=a&term=b&from=2024&to=2023', 400, 'invalid'],
    ['an unknown side', 'term=a&term=b&side=nobody', 422, 'unknown-reference'],
    ['days over thirty years', 'term=old&term=new&granularity=day', 422, 'unprocessable'],
  ])('refuses %s', async (_name, query, status, code) => {
    const isTooLong = code === 'unprocessable';
    const service = isTooLong ? await startService(kind, { content: 'demo' }) : demo();
    if (isTooLong) await recordOldAndNew(service);
    const { body } = await service.http.get(`/v1/comparisons/terms?${query}`).expect(status);
    expect(body).toMatchObject({ code });
  });

  test.each([
    ['term=Blockade&term=blockade', 'term: the second term is compared with itself.', 'term.1'],
    ['term=a&term=b&term=…', 'term: the third term has no word to look for.', 'term.2'],
    ['term=a&term=b&term=c&term=d&term=e&term=A', 'term: the sixth term is compared with itself.', 'term.5'],
  ])('400 says of %s that %s', async (query, detail, pointer) => {
    const { body } = await demo().http.get(`/v1/comparisons/terms?${query}`).expect(400);
    expect(body).toMatchObject({ code: 'invalid', detail, errors: [{ pointer }] });
  });

  test.each([
    ['no claim lists', []],
    ['a claim lists', ['zarnak', 'gate']],
  ])(
    'tells first uses of a term that %s by the whole record, and a filter chooses among the crossovers',
    async (_, terms) => {
      const service = await startService(kind);
      const { north, south, dispute, open, article, anna, ben } = await recordStory(service);
      await revise(service, `claims/${open.id}`, { terms });
      const east = await record(service, 'sides', { name: 'East' });
      const eve = await record(service, 'speakers', { name: 'Eve Ost', affiliations: [{ side: east.id }] });
      await revise(service, `disputes/${dispute.id}`, { sides: [north, south, east].map(({ id }) => ({ side: id })) });
      const said: { id: string }[] = [];
      for (const [speaker, saidAt] of [
        [anna, '2020-12-31'],
        [ben, '2021-03-01'],
        [eve, '2021-03-05'],
        [ben, '2021-03-06'],
      ] as const) {
        const draft = { article: article.id, speaker: speaker.id, dispute: dispute.id, saidAt, quoteType: 'indirect' };
        said.push(await record(service, 'statements', { ...draft, quote: 'the zarnak at the gate' }));
      }
      const crossovers = async (filter: string) => {
        const body = await compare(service, `term=zarnak&term=gate&${filter}`);
        return (body.crossovers as { term: string; statement: { id: string } }[])
          .filter(({ term }) => term === 'zarnak')
          .map(({ statement }) => said.findIndex(({ id }) => id === statement.id));
      };
      expect(await crossovers('')).toEqual([1, 2]);
      expect(await crossovers(`dispute=${dispute.slug}`)).toEqual([1, 2]);
      expect(await crossovers('from=2021-03-02')).toEqual([2]);
      expect(await crossovers('from=2021-03-06')).toEqual([]);
      expect(await crossovers(`side=${south.slug}`)).toEqual([1]);
      expect(await crossovers(`speaker=${eve.slug}&dispute=${dispute.slug}`)).toEqual([2]);
    },
  );

  test('tells first uses beyond what is read in place, also where a filter leaves little', async () => {
    const service = await startService(kind);
    const { dispute, article, anna, ben, north, south } = await recordStory(service);
    const outsider = await record(service, 'speakers', { name: 'Zoe Nord', affiliations: [{ side: north.id }] });
    const say = (speaker: { id: string }, saidAt: string) =>
      record(service, 'statements', {
        ...{ article: article.id, speaker: speaker.id, dispute: dispute.id, saidAt },
        ...{ quoteType: 'indirect', quote: 'the zarnak at the gate' },
      });
    await say(anna, '2020-01-01');
    const { id } = await say(ben, '2021-01-01');
    for (let at = 0; at < 310; at += 1) await say(outsider, '2023-01-01');
    await say(ben, '2024-01-01');
    const crossovers = async (filter: string) => {
      const body = await compare(service, `term=zarnak&term=nothing&${filter}`);
      expect(body).toMatchObject({ crossoversIn: { statements: 313, isComplete: true } });
      return body.crossovers.map(({ statement }: { statement: { id: string } }) => statement.id);
    };
    expect(await crossovers(`speaker=${ben.slug}`)).toEqual([id]);
    expect(await crossovers(`side=${south.slug}&from=2021&to=2021`)).toEqual([id]);
    expect(await crossovers('from=2024')).toEqual([]);
  });

  test('a draft takes no words from the outlet’s own voice, a published statement does', async () => {
    const service = await startService(kind);
    const { open, article, isOpen } = await recordStory(service);
    await revise(service, `claims/${open.id}`, { terms: ['gates', 'key'] });
    const quote = 'The gates were painted';
    await record(service, `articles/${article.id}/snapshots`, {
      text: `${quote}. The gates stand open day and night.`,
    });
    const voices = async () => {
      const listed = await compare(service, 'term=gates&term=key');
      const unlisted = await compare(service, 'term=the%20gates&term=key');
      return [listed, unlisted].map(({ columns }) => columns[0].outlets[0]?.ownVoice.use);
    };
    expect(await voices()).toEqual([2, 2]);
    const draft = await record(service, 'statements', { ...isOpen, quote, quoteType: 'indirect', status: 'draft' });
    expect(await voices()).toEqual([2, 2]);
    await revise(service, `statements/${draft.id}`, { status: 'published' });
    expect(await voices()).toEqual([1, 1]);
  });

  const corpus = new URL('../../../../shared/corpus/lachin/article.txt', import.meta.url);
  describe.runIf(existsSync(corpus))('with the real article as snapshot', () => {
    test('leaves the outlet no voice of its own for the blockade, which stands in attributed words only', async () => {
      const service = await startService(kind, { content: 'demo' });
      const text = readFileSync(corpus, 'utf8');
      await service.as.write
        .post(`/v1/articles/${encodeURIComponent('https://p.dw.com/p/4W3DS')}/snapshots`)
        .send({ text })
        .expect(201);
      const { columns } = await compare(service, 'term=blockade&term=limited%20access&term=military%20provocation');
      expect(columns.map(({ outlets }: { outlets: object[] }) => outlets)).toMatchObject([
        [{ inQuotes: 0, paraphrased: 3, ownVoice: { use: 0, denial: 0, mention: 0 } }],
        [{ inQuotes: 1, paraphrased: 0, ownVoice: { use: 0, denial: 0, mention: 0 } }],
        [{ inQuotes: 2, paraphrased: 0, ownVoice: { use: 0, denial: 0, mention: 0 } }],
      ]);
      const own = await compare(service, 'term=peacekeepers&term=drills');
      expect(own.columns[0].outlets).toMatchObject([{ outlet: { slug: 'dw' }, ownVoice: { use: 1 } }]);
    });
  });
});

async function recordOldAndNew({ as }: Service): Promise<void> {
  const common = { article: 'https://p.dw.com/p/4W3DS', speaker: 'nikol-pashinyan', quoteType: 'indirect' };
  await as.write
    .post('/v1/statements')
    .send({ ...common, quote: 'the old word', saidAt: '1990-01-01' })
    .expect(201);
  await as.write
    .post('/v1/statements')
    .send({ ...common, quote: 'the new word', saidAt: '2023-01-01' })
    .expect(201);
}
