import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { loadDemo } from '../../src/exchange/demo.ts';
import { quoteChecker } from '../../src/text/quotes/checker.ts';
import { startService } from '../support/app.ts';
import { ENGINES, freshDatabase } from '../support/database.ts';
import { shared, whenDone } from '../support/lifetime.ts';

type Item = {
  id: string;
  quote: string;
  anchor: { result: string };
  speaker: { slug: string };
  side: { slug: string };
};

const LACHIN = 'nagorno-karabakh-2023';
const MARROWICK = 'marrowick-inner-basin';
const EDITED = 'https://harbour-times.example/2024/03/13/north-quay-works';

describe.each(ENGINES)('the demo on %s', (kind) => {
  const service = shared(() => startService(kind, { content: 'demo' }));
  const list = async (query: string) =>
    (await service().http.get(`/v1/statements?limit=200&count=true&${query}`).expect(200)).body as {
      items: Item[];
      total: number;
    };
  const quotes = async (query: string) => (await list(query)).items.map(({ quote }) => quote);
  const totals = async (queries: string[]) => Promise.all(queries.map(async (query) => (await list(query)).total));

  test('16 statements by eight speakers on four sides, none looked up: the article’s text is its outlet’s', async () => {
    const { items, total } = await list(`dispute=${LACHIN}`);
    expect(total).toBe(16);
    expect(new Set(items.map(({ speaker }) => speaker.slug)).size).toBe(8);
    expect(new Set(items.map(({ side }) => side.slug))).toEqual(
      new Set(['armenia', 'azerbaijan', 'russia', 'united-nations']),
    );
    expect(await totals([`dispute=${LACHIN}&anchor=no-text`, 'outlet=dw&anchor=no-text', 'outlet=dw'])).toEqual([
      16, 16, 16,
    ]);
    const article = await service()
      .http.get(`/v1/articles/${encodeURIComponent('https://p.dw.com/p/4W3DS')}`)
      .expect(200);
    expect(article.body).toMatchObject({
      snapshots: 0,
      byline: ['wd', 'sms'],
      agencies: ['Reuters', 'AFP', 'dpa'],
      outlet: { slug: 'dw' },
    });
  });

  test('is loaded once where two processes start at once on an empty database', async () => {
    const url = await freshDatabase(kind);
    const start = async () => {
      const engine = await openDatabase(url);
      const checker = quoteChecker();
      whenDone(async () => {
        await checker.close();
        await engine.close();
      });
      return loadDemo({ engine, checker }).then(() => engine);
    };
    const [engine] = await Promise.all([start(), start()]);
    const seqs = await engine.read.query('all changes', ({ db, t }) =>
      db.select({ seq: t.changes.seq }).from(t.changes),
    );
    expect(seqs).toHaveLength((await service().changes()).length);
  });

  test('the blockade: Armenia and the UN say there is one, Azerbaijan’s envoy denies it and says limited access', async () => {
    const { items } = await list('claim=blockade&sort=createdAt');
    expect(items.map(({ side, quote }) => [side.slug, quote])).toEqual([
      ['armenia', "Azerbaijan's blockade of the Lachin Corridor"],
      ['united-nations', 'lift the blockade, as it has caused food and medicine shortages in the region'],
      ['azerbaijan', 'there was no blockade of the corridor'],
      ['azerbaijan', 'limited access'],
    ]);
    expect(
      await totals(['claim=blockade&stance=support', 'claim=blockade&stance=deny', 'claim=limited-access']),
    ).toEqual([2, 2, 1]);
    const [, , , envoy] = items;
    expect((await service().http.get(`/v1/statements/${envoy?.id}`)).body).toMatchObject({
      cue: 'said instead',
      saidAt: '2023-09-06',
      setting: 'interview with DW chief political correspondent Nina Haase',
      rebuts: [
        { kind: 'reframing', statement: { side: { slug: 'armenia' } } },
        { kind: 'reframing', statement: { side: { slug: 'united-nations' } } },
      ],
    });
  });

  test('what was answered, by whom, and what was not', async () => {
    expect(await totals([`dispute=${LACHIN}&rebutted=true`, `dispute=${LACHIN}&rebutted=false`])).toEqual([6, 10]);
    expect(await quotes(`dispute=${LACHIN}&unansweredBy=united-nations&side=azerbaijan`)).toHaveLength(5);
    expect(await quotes(`dispute=${LACHIN}&unansweredBy=azerbaijan&side=united-nations`)).toEqual([]);
    const kinds = await service().http.get(`/v1/rebuttals?dispute=${LACHIN}&count=true`).expect(200);
    expect(kinds.body.total).toBe(10);
  });

  test('the other dispute says that it is invented, in its title, its outlets and its articles', async () => {
    const { http } = service();
    const dispute = (await http.get(`/v1/disputes/${MARROWICK}`).expect(200)).body;
    expect(dispute.title).toContain('Invented');
    expect(dispute.sides.map(({ role }: { role: string }) => role)).toEqual(['party', 'party', 'mediator']);
    const outlets = (await http.get('/v1/outlets')).body.items.filter(({ slug }: { slug: string }) => slug !== 'dw');
    expect(outlets.every(({ name }: { name: string }) => name.includes('invented'))).toBe(true);
    const articles = (await http.get('/v1/articles')).body.items.filter(
      (one: { outlet: { slug: string } }) => one.outlet.slug !== 'dw',
    );
    expect(articles).toHaveLength(6);
    for (const { id } of articles) {
      const { text } = (await service().as.read.get(`/v1/articles/${id}/snapshots/1`).expect(200)).body;
      expect(text).toContain('Invented for demonstration');
    }
  });

  test('its quotes are verified: exactly, typography apart, in parts; a paraphrase is kept and not called verified', async () => {
    const results = ['exact', 'normalized', 'elided', 'not-found', 'altered', 'ambiguous', 'no-text'];
    const counts = await totals(results.map((result) => `dispute=${MARROWICK}&anchor=${result}`));
    const [exact = 0, normalized = 0, elided = 0, notFound = 0, altered = 0, ambiguous, noText] = counts;
    expect(exact + normalized + elided).toBe(24);
    expect(Math.min(exact, normalized, elided)).toBeGreaterThan(0);
    expect([notFound + altered, ambiguous, noText]).toEqual([1, 0, 0]);
  });

  test('a quote was edited silently: the drift tells what the page had, and what it has now', async () => {
    const { body } = await service()
      .http.get(`/v1/articles/${encodeURIComponent(EDITED)}/drift`)
      .expect(200);
    const drifts = Object.fromEntries(
      body.items.map(({ statement, drift }: { statement: Item; drift: string }) => [statement.quote, drift]),
    );
    expect(drifts).toEqual({
      'There is no closure […] There are maintenance restrictions, and they are posted on the gate for anybody to read':
        'unchanged',
      'This is a closure, and it was done to us without a day’s warning': 'unchanged',
      'A harbour that opens every day is not closed': 'moved',
      'The inner basin will not reopen to night landings before the end of the year': 'altered',
    });
    const altered = body.items.find(({ drift }: { drift: string }) => drift === 'altered');
    expect(altered.closest.text).toMatch(
      /^The inner basin will not reopen to night landings before the end of the summ/,
    );
    expect(altered).toMatchObject({ from: { snapshot: 1 }, to: { snapshot: 2, result: 'altered', start: null } });
  });

  test('wire copy is one utterance, printed three times', async () => {
    const { items } = await list(`dispute=${MARROWICK}&speaker=maren-oskell&claim=tessay-no-notice&sort=createdAt`);
    const full = await Promise.all(
      items.map(async ({ id }) => (await service().http.get(`/v1/statements/${id}`)).body),
    );
    expect(full.map(({ repeats }) => repeats?.id ?? null)).toEqual([null, full[0].id, full[0].id]);
  });

  test('an engineer changes sides, and what she said before stays with the side of then', async () => {
    const { items } = await list(`dispute=${MARROWICK}&speaker=ilse-corran&sort=saidAt`);
    expect(items.map(({ side }) => side.slug)).toEqual([...Array(4).fill('marrowick-port-authority'), 'tessay']);
    const early = await list('speaker=ilse-corran&saidFrom=2023&saidTo=2023');
    expect(early.items).toMatchObject([
      { saidAt: '2023', speaker: { title: 'Harbour engineer, Marrowick Port Authority' } },
    ]);
  });
});
