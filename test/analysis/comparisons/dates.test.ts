import { describe, expect, test } from 'vitest';
import type { NewStatement } from '../../../src/record/statements/statement.ts';
import { type Service, startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';

type Made = Record<string, string>;

async function made(service: Service, path: string, body: object): Promise<string> {
  const answer = await service.as.write.post(`/v1/${path}`).send(body);
  expect([path, answer.status, answer.body.detail]).toEqual([path, 201, undefined]);
  return answer.body.slug ?? answer.body.id;
}

/** A dispute of two sides over two questions, and a way to say something in it. */
async function story(kind: (typeof ENGINES)[number]) {
  const service = await startService(kind);
  for (const name of ['East', 'West']) await made(service, 'sides', { name });
  const sides = ['east', 'west'].map((side) => ({ side, role: 'party' }));
  await made(service, 'disputes', { title: 'Pass', sides });
  for (const text of ['Is the pass open', 'Who closed it']) await made(service, 'questions', { dispute: 'pass', text });
  for (const text of ['Open', 'Shut']) await made(service, 'claims', { question: 'is-the-pass-open', text });
  await made(service, 'claims', { question: 'who-closed-it', text: 'East closed it' });
  await made(service, 'outlets', { name: 'Herald', kind: 'newspaper' });
  const article = { url: 'https://herald.example/1', title: 'Pass', outlet: 'herald', language: 'en' };
  await made(service, 'articles', { ...article, publishedAt: '2023-09-20T23:30:00-05:00' });
  for (const [name, side] of [
    ['Ada', 'east'],
    ['Bo', 'west'],
  ])
    await made(service, 'speakers', { name, affiliations: [{ side }] });
  const say = (speaker: string, saidAt: string | null, more: Partial<Record<keyof NewStatement, unknown>> = {}) => {
    const quote = `${speaker} ${saidAt} ${JSON.stringify(more)}`;
    const own = { article: article.url, dispute: 'pass', speaker, quote, quoteType: 'indirect', saidAt };
    return made(service, 'statements', { ...own, ...more });
  };
  const found = async (query: string): Promise<string[]> => {
    const { body } = await service.http.get(`/v1/statements?sort=saidAt&${query}`).expect(200);
    return body.items.map(({ id }: Made) => id);
  };
  return { service, say, found };
}

describe.each(ENGINES)('dates on %s', (kind) => {
  test('are found by the day of the speaker, coarse ones only whole, and undated ones by their article', async () => {
    const { say, found } = await story(kind);
    const year = await say('ada', '2023');
    const month = await say('ada', '2023-09');
    const east = await say('ada', '2023-09-06T00:30:00+14:00');
    const west = await say('ada', '2023-09-06T23:30:00-12:00');
    const undated = await say('ada', null);
    expect(await found('saidFrom=2023-09-06&saidTo=2023-09-06')).toEqual([east, west]);
    expect(await found('saidFrom=2023-09-05&saidTo=2023-09-05')).toEqual([]);
    expect(await found('saidFrom=2023-09-20&saidTo=2023-09-20')).toEqual([undated]);
    expect(await found('saidFrom=2023-09&saidTo=2023-09')).toEqual([month, east, west, undated]);
    expect(await found('saidFrom=2023&saidTo=2023')).toEqual([year, month, east, west, undated]);
    expect(await found('saidTo=2023-09-30&saidFrom=2023-02')).toEqual([month, east, west, undated]);
    expect(await found('saidFrom=2023-01-01')).toEqual([year, month, east, west, undated]);
    expect(await found('saidTo=2023-10')).toEqual([month, east, west, undated]);
    expect(await found('saidFrom=2023-09-05T10:30:00Z&saidTo=2023-09-05T10:30:00Z')).toEqual([east]);
    expect(await found('publishedFrom=2023-09-20&publishedTo=2023-09-20')).toHaveLength(5);
    expect(await found('publishedFrom=2023-09-21')).toEqual([]);
  });

  test('tell since when a side says so, by whom, and whether that is certain', async () => {
    const { service, say } = await story(kind);
    const [open, shut] = ['open', 'shut'].map((claim) => ({ claim, stance: 'support' }));
    const first = await say('ada', '2023-09-05T23:30:00-04:00', { stances: [open] });
    await say('ada', '2023-09-06', { stances: [open] });
    await say('bo', '2023', { stances: [shut] });
    const latest = await say('bo', '2023-02-01', { stances: [shut] });
    const url = '/v1/comparisons/claims?claim=open&claim=shut&granularity=month';
    const { body } = await service.http.get(url).expect(200);
    expect(body.columns[0].since).toMatchObject([
      {
        side: { slug: 'east' },
        stance: 'support',
        n: 2,
        utterances: 2,
        first: { saidAt: '2023-09-06' },
        certain: false,
        speakers: [{ slug: 'ada' }],
      },
    ]);
    expect(body.columns[0].since[0].latest.id).toBe(first);
    expect(body.columns[1]).toMatchObject({ certain: false, latestCertain: false, undated: 0, latest: { id: latest } });
    expect(body.columns[1].range).toEqual({ from: '2023-01-01', to: '2023-12-31' });
    expect(body.coarser).toEqual([0, 1]);
    expect(body.timeline.filter(({ counts }: { counts: number[] }) => counts.some((n) => n > 0))).toMatchObject([
      { period: '2023-02', counts: [0, 1] },
      { period: '2023-09', counts: [2, 0] },
    ]);
  });

  test('put a statement where its speaker stood on that day, and ask where the speaker stood on two sides', async () => {
    const { service } = await story(kind);
    const affiliations = [
      { side: 'east', title: 'Envoy', until: '2019-05-31' },
      { side: 'west', title: 'Adviser', from: '2019-06-01' },
    ];
    await made(service, 'speakers', { name: 'Cy', affiliations });
    const both = [
      { side: 'east', from: '2010', until: '2015' },
      { side: 'west', from: '2014' },
    ];
    await made(service, 'speakers', { name: 'Di', affiliations: both });
    const send = (speaker: string, saidAt: string) =>
      service.as.write.post('/v1/statements').send({
        ...{ article: 'https://herald.example/1', dispute: 'pass', speaker, saidAt },
        ...{ quote: `At ${saidAt}`, quoteType: 'indirect' },
      });
    for (const [saidAt, side, title] of [
      ['2019-06-01T03:00:00+04:00', 'west', 'Adviser'],
      ['2019-05-31T23:30:00-05:00', 'east', 'Envoy'],
    ] as const) {
      const { body } = await send('cy', saidAt).expect(201);
      expect([body.side.slug, body.speaker.title]).toEqual([side, title]);
    }
    expect((await send('di', '2014-06').expect(422)).body.code).toBe('side-unknown');
    expect((await send('di', '2013').expect(201)).body.side.slug).toBe('east');
  });

  test('are set apart with their sign, and one is said to be the earlier only where that is certain', async () => {
    const { service, say } = await story(kind);
    const open = (stance: string) => ({ stances: [{ claim: 'open', stance }] });
    const claim = await say('ada', '2024-01-10', open('support'));
    const answer = await say('bo', '2024-01-05', open('deny'));
    await made(service, 'rebuttals', { statement: answer, rebuts: claim, kind: 'denial' });
    await say('bo', '2024', { ...open('deny'), repeats: answer });
    const { items } = (await service.http.get('/v1/pairs').expect(200)).body;
    expect(items.map(({ basis, daysApart, certain }: Made) => [basis, daysApart, certain])).toEqual([
      ['stance', null, false],
      ['rebuttal', -5, true],
    ]);
    const { body: distinct } = await service.http.get('/v1/pairs?distinct=true&count=true').expect(200);
    expect(distinct).toMatchObject({ total: 1, items: [{ basis: 'rebuttal' }] });
  });
});

describe.each(ENGINES)('figures on %s', (kind) => {
  test('take no answer of the own side for one, and an answered utterance answers its repeats', async () => {
    const { service, say, found } = await story(kind);
    const own = await say('ada', '2024-01-01');
    await made(service, 'rebuttals', { statement: await say('ada', '2024-01-02'), rebuts: own, kind: 'denial' });
    const root = await say('ada', '2024-02-01T10:00:00Z');
    const copy = await say('ada', '2024-02-01', { repeats: root });
    const answer = await say('bo', '2024-02-02T09:00:00Z');
    await made(service, 'rebuttals', { statement: answer, rebuts: root, kind: 'denial' });
    expect((await found('rebutted=true')).sort()).toEqual([root, copy].sort());
    expect(await found('unansweredBy=west')).not.toContain(copy);
    expect(await found('unansweredBy=west')).toContain(own);
    const balance = async () => (await service.http.get('/v1/disputes/pass/balance').expect(200)).body.sides[0];
    expect(await balance()).toMatchObject({
      ...{ n: 4, utterances: 3, checked: 0, verified: 0, rebutted: 2, unanswered: 2 },
      ...{ timed: 1, medianHoursToRebuttal: 23, timedByDay: 2, medianDaysToRebuttal: 1 },
    });
    await service.as.write
      .delete(`/v1/statements/${answer}`)
      .set('If-Match', '*')
      .set('Change-Comment', 'x')
      .expect(204);
    expect(await balance()).toMatchObject({ rebutted: 0, timed: 0, medianHoursToRebuttal: null });
  });

  test('of a claim with a question are those of statements that take a stance on both', async () => {
    const { say, found } = await story(kind);
    const stances = ['open', 'east-closed-it'].map((claim) => ({ claim, stance: 'support' }));
    const both = await say('ada', '2024', { stances });
    const one = await say('ada', '2024', { stances: stances.slice(0, 1) });
    expect(await found('claim=open&question=who-closed-it')).toEqual([both]);
    expect(await found('claim=open&question=who-closed-it&q=ada')).toEqual([both]);
    expect((await found('claim=open&question=is-the-pass-open')).sort()).toEqual([both, one].sort());
    expect(await found('claim=shut&question=is-the-pass-open')).toEqual([]);
  });

  test('call a question uncontested where what the sides hold neither meets nor opposes', async () => {
    const { service, say } = await story(kind);
    const verdict = async () =>
      (await service.http.get('/v1/disputes/pass/positions').expect(200)).body.rows[0].verdict;
    const deny = (claim: string) => ({ stances: [{ claim, stance: 'deny' }] });
    await say('ada', '2024', deny('open'));
    expect(await verdict()).toBe('one-sided');
    await say('bo', '2024', deny('shut'));
    expect(await verdict()).toBe('uncontested');
    await say('bo', '2024', deny('open'));
    expect(await verdict()).toBe('agreed');
    await say('ada', '2024', { stances: [{ claim: 'shut', stance: 'support' }] });
    expect(await verdict()).toBe('contested');
  });

  test('reach as far in a cell of positions as the coarsest date of any claim and stance in it', async () => {
    const { service, say } = await story(kind);
    const on = (claim: string, stance: string) => ({ stances: [{ claim, stance }] });
    await say('ada', '2023-11-20', on('open', 'query'));
    await say('ada', '2024', on('open', 'deny'));
    await say('ada', '2024-06-01T23:30:00-08:00', on('shut', 'support'));
    await say('ada', '2024-06-02T01:00:00+09:00', on('shut', 'deny'));
    await say('bo', '2024-03', on('shut', 'support'));
    const { range, rows } = (await service.http.get('/v1/disputes/pass/positions').expect(200)).body;
    const [{ range: ofRow, cells }] = rows;
    const told = cells.map((cell: { range: object }) => cell.range).filter(({ from }: { from: string | null }) => from);
    expect(told).toContainEqual({ from: '2023-11-20', to: '2024-12-31' });
    expect(told).toContainEqual({ from: '2024-03-01', to: '2024-03-31' });
    expect([ofRow, range]).toEqual([told, told].map(() => ({ from: '2023-11-20', to: '2024-12-31' })));
  });

  test('422 refuses a relation that contradicts another between the same claims, whichever way it leads', async () => {
    const { service } = await story(kind);
    const relation = { claim: 'open', target: 'shut', kind: 'contradicts' };
    const first = await made(service, 'claim-relations', relation);
    const post = (body: object) => service.as.write.post('/v1/claim-relations').send(body);
    const { body } = await post({ claim: 'shut', target: 'open', kind: 'different-scope' }).expect(422);
    expect(body).toMatchObject({ code: 'unprocessable', existing: first, errors: [{ pointer: '/kind' }] });
    await made(service, 'claim-relations', { ...relation, kind: 'narrows' });
    const { body: list } = await service.http.get('/v1/claim-relations').expect(200);
    expect(list.items).toHaveLength(2);
  });
});
