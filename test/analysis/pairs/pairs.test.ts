import { describe, expect, test } from 'vitest';
import type { Pair } from '../../../src/analysis/pairs/pair.ts';
import { type Service, startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { lachinName } from '../../support/lachin.ts';

const LACHIN = '/v1/pairs?dispute=nagorno-karabakh-2023';

async function pairsAt({ http }: Service, url: string): Promise<string[]> {
  const { body } = await http.get(url).expect(200);
  return body.items.map(
    ({ basis, kind, question, left, right, daysApart }: Pair) =>
      `${lachinName(left)} ${kind ?? basis} ${lachinName(right)}, ${question?.slug ?? 'no question'}, ${daysApart} days`,
  );
}

describe.each(ENGINES)('pairs on %s', (kind) => {
  test('of the Lachin article are those that a careful reader finds', async () => {
    const service = await startService(kind, { content: 'demo' });
    expect(await pairsAt(service, LACHIN)).toEqual([
      // The envoy's counter-accusation competes with the blockade that the UN speaks of, in answer to nobody there.
      's10 counter-claim s7, no question, null days',
      's12 counter-accusation s13, no question, 1 days',
      's1 undercut s4, troop-movements, 0 days',
      's3 undercut s4, who-provokes, 0 days',
      's3 counter-accusation s5, who-provokes, 0 days',
      's4 stance s16, who-provokes, 0 days',
      's5 counter-claim s16, who-provokes, 0 days',
      's6 denial s8, lachin-corridor-state, null days',
      's6 reframing s9, lachin-corridor-state, null days',
      's6 counter-accusation s10, no question, null days',
      's7 denial s8, lachin-corridor-state, null days',
      's7 reframing s9, lachin-corridor-state, null days',
      's11 denial s14, russia-as-guarantor, null days',
    ]);
  });

  test.each([
    ['question=lachin-corridor-state', ['s6 s8', 's6 s9', 's7 s8', 's7 s9']],
    ['claim=limited-access', ['s6 s9', 's7 s9']],
    ['claim=blockade&side=united-nations', ['s7 s8', 's7 s9']],
    ['side=azerbaijan&against=united-nations', ['s10 s7', 's7 s8', 's7 s9']],
    ['speaker=elchin-amirbayov&basis=counter-claim', ['s10 s7']],
    ['basis=stance&basis=counter-claim', ['s10 s7', 's4 s16', 's5 s16']],
    ['nearest=true&question=who-provokes', ['s3 s4', 's4 s16', 's5 s16']],
    ['to=2023-09-06', []],
    ['outlet=dw&basis=stance', ['s4 s16']],
  ])('with ?%s are %j', async (query, expected) => {
    const { http } = await startService(kind, { content: 'demo' });
    const { body } = await http.get(`${LACHIN}&${query}&count=true`).expect(200);
    expect(body.items.map(({ left, right }: Pair) => `${lachinName(left)} ${lachinName(right)}`)).toEqual(expected);
    expect(body).toMatchObject({ next: null, total: expected.length });
  });

  test('are gone at once when one of the two is withdrawn, and never show a draft', async () => {
    const { http, as } = await startService(kind, { content: 'demo' });
    const { body: before } = await http.get(`${LACHIN}&question=troop-movements`).expect(200);
    const [{ left, right }] = before.items as [Pair];
    const draft = { article: left.article.id, speaker: 'nikol-pashinyan', side: 'armenia', quote: 'a draft' };
    await as.write
      .post('/v1/statements')
      .send({
        ...draft,
        quoteType: 'indirect',
        status: 'draft',
        stances: [{ claim: 'troop-build-up', stance: 'support' }],
        rebuts: [{ statement: right.id, kind: 'denial' }],
      })
      .expect(201);
    expect((await as.write.get(`${LACHIN}&question=troop-movements`).expect(200)).body).toEqual(before);
    await as.write.delete(`/v1/statements/${right.id}`).set('If-Match', '*').expect(204);
    const { body: after } = await http.get(`${LACHIN}&question=troop-movements&count=true`).expect(200);
    expect(after).toEqual({ items: [], next: null, total: 0 });
  });

  test('400 refuses a cursor of another filter, an unknown field, and a range upside down', async () => {
    const { http } = await startService(kind, { content: 'demo' });
    const { body, headers } = await http.get(`${LACHIN}&limit=2`).expect(200);
    expect(headers.link).toContain('rel="next"');
    const cursor = encodeURIComponent(body.next);
    await http.get(`${LACHIN}&limit=3&cursor=${cursor}`).expect(200);
    await http.get(`/v1/pairs?limit=2&cursor=${cursor}`).expect(400);
    await http.get('/v1/pairs?mood=angry').expect(400);
    await http.get('/v1/pairs?basis=mood').expect(400);
    const upsideDown = await http.get('/v1/pairs?from=2024&to=2023').expect(400);
    expect(upsideDown.body).toMatchObject({ code: 'invalid', errors: [{ pointer: 'from' }] });
    await http.get('/v1/pairs?claim=nobody-says-this').expect(422);
  });
});
