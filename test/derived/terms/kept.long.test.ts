import { describe, expect, test, vi } from 'vitest';
import type { Balance } from '../../../src/analysis/balance/balance.ts';
import { recountAll } from '../../../src/derived/recount.ts';
import { foldNext } from '../../../src/derived/summaries/fold.ts';
import { type Service, startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { keptAndCounted, keptAndFound, keptAndRead, keptTermsIn, toldIn } from '../../support/kept.ts';
import { answeredIn } from '../../support/naive-balance.ts';
import { Dice } from '../../support/random-record.ts';
import { record, recordStory, revise } from '../../support/record.ts';
import { expectWholeSummaries } from '../../support/summaries.ts';

const QUOTES = [
  'the gate is open',
  'there was no gate, the doors were shut',
  'a so-called gate, and gates that are shut tight',
  'we never said that the open door is a gate',
  'they gated the harbour',
  'nothing of this kind is there',
  'The gate is open',
  'The gate stood open',
  'He saw an open door and the harbour',
];
const TERMS = ['gate', 'gates', 'gated', 'open door', 'shut', 'shut tight', 'harbour'];
const DATES = [null, '2024', '2024-02-27', '2024-02-29', '2024-02-29T04:30:00Z', '2024-03-01T10:00:00Z'];
const TEXTS = [
  'The gate stood open. “The gate is open,” she said. He saw an open door and the harbour.',
  'The gate. The gate stood open. “The gate is open,” he said. There was no gate, and the gate stood open.',
  'Nobody spoke of the gate. They gated the harbour, and it was shut tight: "shut".',
];

const CLAIMS = ['There is no gate', 'The gate is open', 'The harbour is not shut', 'What it is'];

/** Some terms, of which the first few may be forms of one. */
function termsBy(dice: Dice): { terms: (string | string[])[] } {
  const terms = TERMS.filter(() => dice.chance(40));
  const forms = dice.roll(4);
  return { terms: forms > 1 && terms.length >= forms ? [terms.slice(0, forms), ...terms.slice(forms)] : terms };
}

/** Does one thing to the record, whatever comes up; what is refused is part of life. */
async function doSomething(service: Service, story: Story, dice: Dice, made: string[]): Promise<void> {
  const { write } = service.as;
  const any = { 'If-Match': '*' };
  const statement = () => dice.one(made);
  const claim = () => dice.one(story.claims);
  switch (dice.roll(16)) {
    case 0:
      await write
        .patch(`/v1/statements/${statement()}`)
        .set(any)
        .send({ quote: dice.one(QUOTES) });
      break;
    case 1:
      await write
        .patch(`/v1/statements/${statement()}`)
        .set(any)
        .send(dice.chance(50) ? { speaker: dice.one(story.speakers) } : { saidAt: dice.one(DATES) });
      break;
    case 2:
      await write.delete(`/v1/statements/${statement()}`).set(any);
      break;
    case 3:
      await write.post(`/v1/statements/${statement()}/restore`).set(any);
      break;
    case 4:
      await write
        .patch(`/v1/claims/${claim()}`)
        .set(any)
        .send({ ...termsBy(dice), ...(dice.chance(30) && { text: dice.one(CLAIMS) }) });
      break;
    case 5:
      await write.post(`/v1/claims/${claim()}/merge`).set(any).send({ into: claim() });
      break;
    case 6:
      await write.post(`/v1/claims/${claim()}/unmerge`).set(any);
      break;
    case 7:
      await write
        .patch(`/v1/articles/${dice.one(story.articles)}`)
        .set(any)
        .send({
          ...{ outlet: dice.one(story.outlets), publishedAt: dice.one(['2024-03-01', '2023-12']) },
          ...{ title: dice.one(['With a text', 'No gate', 'The gate']), language: dice.one(['en', 'sw', 'de']) },
        });
      break;
    case 8:
      await write.post(`/v1/articles/${dice.one(story.articles)}/snapshots`).send({ text: dice.one(TEXTS) });
      break;
    case 9:
      await write
        .patch(`/v1/statements/${statement()}`)
        .set(any)
        .send({ status: 'published', stances: [{ claim: claim(), stance: dice.one(['support', 'deny']) }] });
      break;
    case 10: {
      const link = {
        statement: statement(),
        rebuts: statement(),
        kind: dice.one(['denial', 'undercut', 'concession']),
      };
      const { body } = await write.post('/v1/rebuttals').send(link);
      if (body.id) story.rebuttals.push(body.id);
      break;
    }
    case 14:
    case 15:
      await service.engine.write((tx) => foldNext(tx, 1 + dice.roll(4)));
      break;
    case 11:
      if (story.rebuttals.length > 0) await write.delete(`/v1/rebuttals/${story.rebuttals.shift()}`).set(any);
      break;
    default: {
      // Some at once, which may share a transaction.
      const bodies = Array.from({ length: 1 + dice.roll(5) }, () => someStatement(story, dice, made));
      const sent = await Promise.all(bodies.map(async (body) => write.post('/v1/statements').send(body)));
      for (const { body } of sent) if (body.id) made.push(body.id);
    }
  }
}

function someStatement(story: Story, dice: Dice, made: readonly string[]) {
  return {
    article: dice.one(story.articles),
    speaker: dice.one(story.speakers),
    quote: dice.one(QUOTES),
    quoteType: dice.one(['indirect', 'direct', 'mixed']),
    language: dice.one(['en', 'en-GB', 'sw']),
    dispute: story.dispute,
    status: dice.chance(20) ? 'draft' : 'published',
    saidAt: dice.one(DATES),
    repeats: made.length > 0 && dice.chance(25) ? dice.one(made) : null,
    stances: story.claims
      .filter(() => dice.chance(40))
      .map((one) => ({ claim: one, stance: dice.one(['support', 'support', 'deny', 'comment']) })),
  };
}

type Story = {
  dispute: string;
  claims: string[];
  speakers: string[];
  articles: string[];
  outlets: string[];
  sides: string[];
  rebuttals: string[];
};

async function tell(service: Service): Promise<Story> {
  const [one, other] = [await recordStory(service, { text: null }), await recordStory(service, { text: null })];
  const text = await record(service, 'articles', {
    url: 'https://courier.example/with-text',
    title: 'With a text',
    outlet: one.outlet.id,
    publishedAt: '2024-02',
    language: 'en',
  });
  await record(service, `articles/${text.id}/snapshots`, { text: TEXTS[0] });
  const third = await record(service, 'claims', { question: one.question.id, text: 'A third one', terms: ['gate'] });
  return {
    dispute: one.dispute.id,
    claims: [one.open.id, one.shut.id, third.id],
    speakers: [one.anna.id, one.ben.id],
    articles: [one.article.id, text.id],
    outlets: [one.outlet.id, other.outlet.id],
    sides: [one.north.id, one.south.id],
    rebuttals: [],
  };
}

describe.each(ENGINES)('what is kept on %s', (kind) => {
  test.each([1, 2, 3])(
    'is what reading and counting everything finds, whatever was written before (%i)',
    async (seed) => {
      const service = await startService(kind, { foldsBeside: false });
      const story = await tell(service);
      const dice = new Dice(seed);
      const made: string[] = [];
      for (let at = 0; at < 8; at += 1) {
        const said = { saidAt: DATES[at % DATES.length], speaker: story.speakers[at % 2] };
        const spoken = { ...newStatement(story, QUOTES[at % QUOTES.length] as string), ...said };
        made.push((await record(service, 'statements', spoken)).id);
      }
      for (const [at, rebuts] of made.slice(1, 5).entries())
        await record(service, 'rebuttals', { statement: made[at + 2], rebuts, kind: 'denial' });
      const { balances } = await toldIn(service.engine);
      expect(balances.map(({ sides }) => sides.reduce((sum, { rebutted }) => sum + rebutted, 0))).toContain(4);
      const medians: (number | null)[] = [];
      for (let round = 0; round < 12; round += 1) {
        for (let at = 0; at < 6; at += 1) await doSomething(service, story, dice, made);
        const terms = await keptTermsIn(service.engine);
        expect(terms.filter(({ isWhole }) => !isWhole)).toEqual([]);
        const wordings = terms.map(({ wording }) => wording);
        for (const some of [wordings, wordings.slice(0, 2)].filter(({ length }) => length > 1 && length < 7)) {
          const { kept, read } = await keptAndRead(service.engine, some);
          expect({ seed, round, some, kept }).toEqual({ seed, round, some, kept: read });
          const totals = await keptAndFound(service.engine, some, story.sides);
          expect({ seed, round, some, totals: totals.kept }).toEqual({ seed, round, some, totals: totals.found });
        }
        for (const claims of [story.claims, story.claims.slice(0, 2)]) {
          const { kept, counted } = await keptAndCounted(service.engine, claims);
          expect({ seed, round, kept }).toEqual({ seed, round, kept: counted });
        }
        medians.push(...(await expectAnswers(service, story, { seed, round })));
      }
      expect(new Set(medians.filter((median) => median)).size).toBeGreaterThan(0);
      const told = await toldIn(service.engine);
      await expectWholeSummaries(service.engine);
      expect(await toldIn(service.engine)).toEqual(told);
      await recountAll(service.engine);
      expect(await toldIn(service.engine)).toEqual(told);
    },
  );

  test('tells terms apart that are parts of each other, in quotes with few terms and with very many', async () => {
    const service = await startService(kind);
    const story = await tell(service);
    const many = Array.from({ length: 45 }, (_, at) => `${'abcdefghi'[at % 9]}${at}unlocking`);
    const terms = ['lock', 'blockade', 'blockade of lachin', 'lachin', 'of', 'locked'];
    await revise(service, `claims/${story.claims[0]}`, { terms: terms.slice(0, 3) });
    await revise(service, `claims/${story.claims[1]}`, { terms: [...terms.slice(3), ...many] });
    const quotes = [
      ...[
        'the blockade of lachin',
        'a blockade there, not of lachin',
        'a lock of lachin',
        'lachin',
        'a blockade with a lock',
      ],
      'lachin is locked',
      ...[`${many.join(' ')} blockade`, `${many.join(' ')} lock of lachin`, many.join(' ')],
    ];
    for (const quote of quotes) await record(service, 'statements', newStatement(story, quote));
    for (const [at, one] of terms.entries())
      for (const other of terms.slice(at + 1)) {
        const { kept, read } = await keptAndRead(service.engine, [one, other]);
        expect({ one, other, kept }).toEqual({ one, other, kept: read });
      }
    const { kept, read } = await keptAndRead(service.engine, [...terms.slice(1), many[0] as string]);
    expect(kept).toEqual(read);
  });

  test('comes to be counted, with nobody asking, where many statements had the term before a claim listed it', async () => {
    const service = await startService(kind);
    const story = await tell(service);
    for (let at = 0; at < 102; at += 1)
      await record(service, 'statements', newStatement(story, 'the quay is shut tight'));
    await revise(service, `claims/${story.claims[0]}`, { terms: [['quay', 'quays']] });
    const [third] = (await service.http.get('/v1/comparisons/terms?term=quay&term=gate').expect(200)).body.columns;
    expect(third).toMatchObject({ n: 102, forms: ['quay', 'quays'] });

    const areWhole = async () => (await keptTermsIn(service.engine)).every(({ isWhole }) => isWhole);
    await vi.waitUntil(areWhole, { timeout: 20_000, interval: 20 });
    const { kept, read } = await keptAndRead(service.engine, ['quay', 'quays', 'gate']);
    expect(kept).toEqual(read);

    await revise(service, `claims/${story.claims[0]}`, { terms: ['quays'] });
    await vi.waitUntil(areWhole, { timeout: 20_000, interval: 20 });
    const again = await keptAndRead(service.engine, ['quays', 'gate']);
    expect(again.kept).toEqual(again.read);
    expect((await keptTermsIn(service.engine)).map(({ wording }) => wording)).toEqual(['gate', 'quays']);
  });
});

/** Holds how the sides are answered against the plainest reckoning over what the list of statements says. */
async function expectAnswers({ http }: Service, { dispute, sides }: Story, at: object): Promise<(number | null)[]> {
  const { body: list } = await http.get('/v1/statements?limit=200').expect(200);
  const { body: balance } = await http.get(`/v1/disputes/${dispute}/balance`).expect(200);
  const told = (balance as Balance).sides.filter(({ side }) => sides.includes(side.id));
  const expected = told.map(({ side }) => ({ side: side.id, ...answeredIn(list.items, dispute, side.id) }));
  expect({
    ...at,
    told: told.map(({ side, rebutted, unanswered, timed, timedByDay, ...medians }) => ({
      ...{ side: side.id, rebutted, unanswered, timed, timedByDay },
      ...{ medianHoursToRebuttal: medians.medianHoursToRebuttal, medianDaysToRebuttal: medians.medianDaysToRebuttal },
    })),
  }).toEqual({ ...at, told: expected });
  return told.map(({ medianDaysToRebuttal }) => medianDaysToRebuttal);
}

function newStatement({ articles, speakers, dispute }: Story, quote: string) {
  return { article: articles[0], speaker: speakers[0], dispute, quote, quoteType: 'indirect' };
}
