import { describe, expect, test } from 'vitest';
import { type Service, startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { record, recordStory, revise } from '../../support/record.ts';

type Usages = { use: number; denial: number; mention: number; unread: number };
const only = (usage: keyof Usages, n = 1): Usages => ({ use: 0, denial: 0, mention: 0, unread: 0, [usage]: n });

async function compared(service: Service, terms: string[], filter = '') {
  const query = [...terms, 'xyzzy'].map((term) => `term=${encodeURIComponent(term)}`).join('&');
  return (await service.http.get(`/v1/comparisons/terms?${query}${filter}`).expect(200)).body;
}

/** How the one statement uses the term, as it is kept and as it is read. */
async function usagesOf(service: Service, term: string, speaker: string): Promise<Usages[]> {
  const told = await Promise.all([
    service.http.get(`/v1/comparisons/terms?term=${encodeURIComponent(term)}&term=gate`).expect(200),
    service.http.get(`/v1/comparisons/terms?term=${encodeURIComponent(term)}&term=gate&speaker=${speaker}`).expect(200),
  ]);
  return told.map(({ body }) => {
    const { use, denial, mention, unread } = body.columns[0];
    return { use, denial, mention, unread };
  });
}

describe.each(ENGINES)('how a statement uses a term on %s', (kind) => {
  async function tell() {
    const service = await startService(kind);
    const story = await recordStory(service, { text: null });
    const { question, open, shut, article, anna, dispute } = story;
    await revise(service, `claims/${open.id}`, { terms: [['blockade', 'blockades']] });
    await revise(service, `claims/${shut.id}`, { terms: ['gate'] });
    const also = await record(service, 'claims', { question: question.id, text: 'It is blocked', terms: ['blockade'] });
    const say = (over: object) =>
      record(service, 'statements', {
        ...{ article: article.id, speaker: anna.id, dispute: dispute.id, quoteType: 'direct', language: 'en' },
        ...over,
      });
    return { ...story, service, also, say };
  }

  test('is what an editor recorded, whatever its words and language, where the stances agree', async () => {
    const { service, open, also, anna, say } = await tell();
    const stance = (claim: { id: string }, one: string) => ({ claim: claim.id, stance: one });
    const { id } = await say({ quote: 'There is no blockade', stances: [stance(open, 'support')] });
    const usages = () => usagesOf(service, 'blockade', anna.id);
    expect(await usages()).toEqual([only('use'), only('use')]);
    for (const [patch, usage] of [
      [{ stances: [stance(open, 'support'), stance(also, 'deny')] }, 'denial'],
      [{ quote: 'There is a blockade' }, 'use'],
      [{ stances: [stance(open, 'deny'), stance(also, 'deny')] }, 'denial'],
      [{ quote: 'the so-called blockade' }, 'mention'],
      [{ quote: 'blockade hakuna', language: 'sw' }, 'denial'],
      [{ stances: [stance(open, 'support')] }, 'use'],
      [{ stances: [stance(open, 'support'), stance(also, 'comment')] }, 'unread'],
      [{ stances: [] }, 'unread'],
      [{ language: 'en-GB' }, 'use'],
      [{ quote: 'There is no blockade of the road', language: 'und' }, 'denial'],
      [{ quote: 'blockade', language: 'und' }, 'unread'],
    ] as const) {
      await revise(service, `statements/${id}`, patch);
      expect({ patch, usages: await usages() }).toEqual({ patch, usages: [only(usage), only(usage)] });
    }
  });

  test('is not decided by a claim that denies its own term, and is again once it does not', async () => {
    const { service, open, also, anna, say } = await tell();
    await revise(service, `claims/${also.id}`, { terms: [] });
    await revise(service, `claims/${open.id}`, { text: 'There is no blockade' });
    await say({ quote: 'There is no blockade', stances: [{ claim: open.id, stance: 'support' }] });
    expect(await usagesOf(service, 'blockade', anna.id)).toEqual([only('denial'), only('denial')]);
    await revise(service, `claims/${open.id}`, { text: 'There is a blockade' });
    expect(await usagesOf(service, 'blockade', anna.id)).toEqual([only('use'), only('use')]);
    await revise(service, `claims/${open.id}`, { terms: ['siege'] });
    expect(await usagesOf(service, 'blockade', anna.id)).toEqual([only('denial'), only('denial')]);
  });

  test('counts forms that claims list together as one term, also across claims, and no others', async () => {
    const { service, also, say } = await tell();
    for (const quote of ['a blockade', 'two blockades', 'a siege', 'they blockaded it']) await say({ quote });
    const columns = async (...terms: string[]) => (await compared(service, terms)).columns;
    expect(await columns('blockades', 'siege', 'blockaded')).toMatchObject([{ n: 2 }, { n: 1 }, { n: 1 }, {}]);
    await revise(service, `claims/${also.id}`, { terms: [['siege', 'blockade']] });
    expect(await columns('blockades', 'siege', 'blockaded')).toMatchObject([
      { n: 3, forms: expect.arrayContaining(['blockade', 'blockades', 'siege']) },
      { n: 3 },
      { n: 1, forms: ['blockaded'] },
      {},
    ]);
    const list = await service.http.get('/v1/statements?term=siege&count=true').expect(200);
    expect(list.body.total).toBe(3);
    await revise(service, `claims/${also.id}`, { terms: [] });
    expect(await columns('blockades', 'siege')).toMatchObject([{ n: 2 }, { n: 1 }, {}]);
  });

  test('tells the languages that were read and those that were not, and no crossover of what is unread', async () => {
    const { service, anna, ben, say } = await tell();
    await say({ quote: 'kuna blockade', language: 'sw', speaker: anna.id, saidAt: '2024-01-01' });
    await say({ quote: 'a blockade', speaker: ben.id, saidAt: '2024-01-02' });
    await say({ quote: 'a blockade it is', speaker: anna.id, saidAt: '2024-01' });
    for (const filter of ['', '&from=2020']) {
      const body = await compared(service, ['blockade'], filter);
      expect(body.languages).toEqual({ read: ['en'], unread: ['sw'] });
      expect(body.columns[0]).toMatchObject({ n: 3, use: 2, unread: 1 });
      expect(body.crossovers).toMatchObject([{ statement: { saidAt: '2024-01-02' }, certain: false }]);
    }
  });

  test.each([
    ['2024-01-01', '2024-01-02', true],
    ['2024-01', '2024-01-02', false],
    ['2024-01', '2024-02', true],
    ['2023', '2024-01-01', true],
    ['2024-01-01T10:00:00Z', '2024-01-01T12:00:00+01:00', true],
    ['2024-01-01T10:00:00Z', '2024-01-02', true],
    [null, '2024-03-02', false],
  ])('said of dates %s and %s whether a crossover is certain: %s', async (first, second, certain) => {
    const { service, anna, ben, say } = await tell();
    await say({ quote: 'a blockade', speaker: anna.id, saidAt: first });
    await say({ quote: 'a blockade', speaker: ben.id, saidAt: second });
    for (const filter of ['', `&speaker=${ben.id}`, '&from=2020'])
      expect((await compared(service, ['blockade'], filter)).crossovers).toMatchObject([
        { statement: { speaker: { id: ben.id } }, certain },
      ]);
  });

  test('a mixed quote’s term is the speaker’s where it stands in the article’s marks, else the reporter’s', async () => {
    const { service, article, outlet, say } = await tell();
    const outlets = async () => {
      const both = await Promise.all([compared(service, ['blockade', 'gate']), compared(service, ['blockade'])]);
      return both.map(({ columns }) => columns[0].outlets);
    };
    await say({ quote: 'said the “blockade” goes on', quoteType: 'mixed' });
    expect(await outlets()).toMatchObject([1, 2].map(() => [{ inQuotes: 1, paraphrased: 0, ownVoice: null }]));
    const text = 'She said the “blockade” goes on.\n\nHe said the blockade “goes on”.';
    await record(service, `articles/${article.id}/snapshots`, { text });
    await say({ quote: 'said the blockade “goes on”', quoteType: 'mixed' });
    await say({ quote: 'the blockade', quoteType: 'indirect' });
    const told = [{ outlet: { id: outlet.id }, inQuotes: 1, paraphrased: 2 }];
    expect(await outlets()).toMatchObject([told, told]);
  });
});

describe.each(ENGINES)('an outlet’s own voice on %s', (kind) => {
  const TEXT =
    'Officials deny any siege. There is no siege on the road. The so-called siege is disputed. “A siege,” he said. The siege began in May. The siege was near.';

  test('is told in places by usage, the title’s among them, and each place is listed with its sentence', async () => {
    const service = await startService(kind);
    const { article, shut } = await recordStory(service, { text: null });
    await revise(service, `articles/${article.id}`, { title: 'Siege of the harbour' });
    const voice = async () => {
      const { body } = await service.http.get('/v1/comparisons/terms?term=siege&term=officials').expect(200);
      return body.columns[0].outlets[0]?.ownVoice;
    };
    for (const terms of [[], ['siege', 'officials']]) {
      await revise(service, `claims/${shut.id}`, { terms });
      if (terms.length === 0) await record(service, `articles/${article.id}/snapshots`, { text: TEXT });
      expect(await voice()).toEqual({ use: 3, denial: 2, mention: 1, unread: 0 });
      const seen: object[] = [];
      for (let url: string | null = '/v1/comparisons/terms/own-voice?term=siege&limit=2&count=true'; url !== null; ) {
        const { body }: { body: { total: number; items: object[]; next: string | null } } = await service.http
          .get(url)
          .expect(200);
        expect(body.total).toBe(6);
        seen.push(...body.items);
        url = body.next && `/v1/comparisons/terms/own-voice?term=siege&limit=2&count=true&cursor=${body.next}`;
      }
      expect(seen).toMatchObject([
        { snapshot: null, before: '', match: 'Siege', after: ' of the harbour', usage: 'use' },
        { snapshot: 1, before: 'Officials deny any ', match: 'siege', after: '.', usage: 'denial' },
        { before: 'There is no ', after: ' on the road.', usage: 'denial' },
        { before: 'The so-called ', usage: 'mention' },
        { before: 'The ', after: ' began in May.', usage: 'use' },
        { before: 'The ', after: ' was near.', usage: 'use', article: { id: article.id } },
      ]);
    }
    const none = await service.http.get('/v1/comparisons/terms/own-voice?term=siege&from=2025').expect(200);
    expect(none.body).toEqual({ items: [], next: null });
    await service.http.get('/v1/comparisons/terms/own-voice?term=…').expect(400);
  });

  test('leaves out every place of an ambiguous quote and the closest passage of an altered one', async () => {
    const service = await startService(kind);
    const { article, anna, dispute, shut } = await recordStory(service, { text: null });
    const text =
      'The siege goes on. Then the rain came, and the siege goes on. The long siege of the old harbour was lifted in May.';
    await record(service, `articles/${article.id}/snapshots`, { text });
    await revise(service, `claims/${shut.id}`, { terms: ['siege', 'rain'] });
    const voices = async () => {
      const told = await Promise.all(
        ['rain', 'xyzzy'].map((other) =>
          service.http.get(`/v1/comparisons/terms?term=siege&term=${other}`).expect(200),
        ),
      );
      return told.map(({ body }) => body.columns[0].outlets[0].ownVoice.use);
    };
    expect(await voices()).toEqual([3, 3]);
    const say = async (quote: string) => {
      const body = { article: article.id, speaker: anna.id, dispute: dispute.id, quote, quoteType: 'indirect' };
      return (await record(service, 'statements', body)).anchor.result;
    };
    expect(await say('siege goes on')).toBe('ambiguous');
    expect(await voices()).toEqual([1, 1]);
    expect(await say('The long siege of the old harbor was lifted in May')).toBe('altered');
    expect(await voices()).toEqual([0, 0]);
  });

  test('is kept by the difference that a statement makes: none of the others in its article is read', async () => {
    const service = await startService(kind);
    const { article, anna, dispute, shut } = await recordStory(service, { text: null });
    await record(service, `articles/${article.id}/snapshots`, {
      text: 'The siege goes on. The siege is over, he said.',
    });
    await revise(service, `claims/${shut.id}`, { terms: ['siege', 'rain'] });
    const made: string[] = [];
    for (const quote of ['The siege goes on', 'siege is over', 'The siege is over']) {
      const body = { article: article.id, speaker: anna.id, dispute: dispute.id, quote, quoteType: 'indirect' };
      made.push((await record(service, 'statements', body)).id);
    }
    const voice = async () => {
      const { body } = await service.http.get('/v1/comparisons/terms?term=siege&term=rain').expect(200);
      return body.columns[0].outlets[0].ownVoice.use;
    };
    const left = [await voice()];
    for (const id of made) {
      await service.as.write.delete(`/v1/statements/${id}`).set('If-Match', '*').expect(204);
      left.push(await voice());
    }
    expect(left).toEqual([0, 1, 1, 2]);
  });
});
