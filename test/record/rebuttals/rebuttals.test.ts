import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { another, changesBy, record, recordStory, revise } from '../../support/record.ts';

const KINDS = ['denial', 'undercut', 'reframing', 'counter-accusation', 'disavowal', 'concession', 'clarification'];

describe.each(ENGINES)('rebuttals on %s', (kind) => {
  const service = shared(() => startService(kind));
  const ids = async (query: string) =>
    (await service().http.get(`/v1/rebuttals?${query}`).expect(200)).body.items.map(({ id }: { id: string }) => id);

  async function twoStatements() {
    const story = await recordStory(service());
    const one = await record(service(), 'statements', story.isOpen);
    const other = await record(service(), 'statements', story.isShut);
    return { ...story, one, other };
  }

  test('201 records a rebuttal with both statements in brief; each of them shows the other', async () => {
    const { one, other } = await twoStatements();
    const body = { statement: other.id, rebuts: one.id, kind: 'denial' };
    const made = await record(service(), 'rebuttals', body);
    const brief = ({ id, quote, quoteType, saidAt, speaker, side, article, anchor }: typeof one) => ({
      ...{ id, quote, quoteType, saidAt, speaker, side, article },
      anchor: { result: anchor.result },
    });
    expect(made).toEqual({
      id: expect.stringMatching(/^reb_[0-9a-z]{13}$/),
      revision: 1,
      createdAt: expect.any(String),
      updatedAt: made.createdAt,
      statement: brief(other),
      rebuts: brief(one),
      kind: 'denial',
      note: null,
    });
    const { http } = service();
    const link = { id: made.id, kind: 'denial', note: null };
    expect((await http.get(`/v1/statements/${other.id}`)).body.rebuts).toEqual([{ ...link, statement: brief(one) }]);
    expect((await http.get(`/v1/statements/${one.id}`)).body.rebuttals).toEqual([{ ...link, statement: brief(other) }]);
    expect(await revise(service(), `rebuttals/${made.id}`, { kind: 'undercut', note: 'N' })).toMatchObject({
      kind: 'undercut',
      note: 'N',
    });
    expect((await http.get(`/v1/statements/${one.id}`)).body.rebuttals).toMatchObject([
      { kind: 'undercut', note: 'N' },
    ]);
    await service().as.write.delete(`/v1/rebuttals/${made.id}`).set('If-Match', '*').expect(204);
    expect((await http.get(`/v1/statements/${one.id}`)).body.rebuttals).toEqual([]);
  });

  test('200 lists rebuttals by statement, answered, kind and dispute', async () => {
    const { isShut, one, dispute } = await twoStatements();
    const links = [];
    for (const rebuttal of KINDS) {
      const answer = await record(service(), 'statements', {
        ...another(isShut),
        rebuts: [{ statement: one.id, kind: rebuttal, note: rebuttal }],
      });
      expect(answer.rebuts).toMatchObject([{ kind: rebuttal, note: rebuttal, statement: { id: one.id } }]);
      links.push({ id: answer.rebuts[0].id, by: answer.id });
    }
    const all = links.map(({ id }) => id);
    expect(await ids(`rebuts=${one.id}`)).toEqual(all);
    expect(await ids(`dispute=${dispute.slug}`)).toEqual(all);
    expect(await ids(`statement=${links[2]?.by}&statement=${links[4]?.by}`)).toEqual([all[2], all[4]]);
    expect(await ids(`dispute=${dispute.slug}&kind=concession&kind=denial`)).toEqual([all[0], all[5]]);
    expect(await ids(`statement=${one.id}`)).toEqual([]);
  });

  test('refuses a rebuttal of itself, a second one, and one across disputes, at its place, and writes nothing', async () => {
    const { one, other } = await twoStatements();
    const foreign = await twoStatements();
    await record(service(), 'rebuttals', { statement: other.id, rebuts: one.id, kind: 'denial' });
    const refused = async (over: object) => {
      const body = { statement: other.id, rebuts: one.id, kind: 'undercut', ...over };
      return (await service().as.write.post('/v1/rebuttals').send(body)).body;
    };
    const written = await changesBy(service(), async () => {
      expect(await refused({ rebuts: other.id })).toMatchObject({
        status: 422,
        code: 'unprocessable',
        errors: [{ pointer: '/rebuts' }],
      });
      expect(await refused({})).toMatchObject({
        status: 409,
        code: 'conflict',
        existing: expect.stringMatching(/^reb_/),
      });
      expect(await refused({ rebuts: foreign.one.id })).toMatchObject({
        status: 422,
        code: 'wrong-dispute',
        errors: [{ pointer: '/rebuts' }],
      });
      expect(await refused({ statement: one.article.id })).toMatchObject({
        code: 'unknown-reference',
        errors: [{ pointer: '/statement' }],
      });
      expect(await refused({ kind: 'refutation' })).toMatchObject({ status: 400, errors: [{ pointer: '/kind' }] });
      const patching = service().as.write.patch(`/v1/statements/${one.id}`).set('If-Match', '*');
      const itself = await patching.send({ rebuts: [{ statement: one.id, kind: 'denial' }] }).expect(422);
      expect(itself.body).toMatchObject({ errors: [{ pointer: '/rebuts/0/statement' }] });
    });
    expect(written).toEqual([]);
  });

  test('409 keeps two who link the same statements at once to one rebuttal', async () => {
    const { one, other } = await twoStatements();
    const link = { statement: other.id, rebuts: one.id, kind: 'denial' };
    const sent = Array.from(
      { length: 5 },
      async () => (await service().as.write.post('/v1/rebuttals').send(link)).status,
    );
    expect((await Promise.all(sent)).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(await ids(`rebuts=${one.id}`)).toHaveLength(1);
  });

  test('201 stores a statement and the rebuttal written inside it, which takes article, dispute and date from it', async () => {
    const { isOpen, isShut, ben, article, dispute, south } = await recordStory(service());
    const { quote, quoteType } = isShut;
    const rebuttal = { speaker: ben.slug, quote, quoteType, kind: 'reframing' };
    const written = await changesBy(service(), async () => {
      const made = await record(service(), 'statements', { ...isOpen, saidAt: '2024-02', rebuttal });
      expect(made.rebuttals).toMatchObject([
        { kind: 'reframing', note: null, statement: { quote, saidAt: '2024-02' } },
      ]);
      const answer = (await service().http.get(`/v1/statements/${made.rebuttals[0].statement.id}`).expect(200)).body;
      expect(answer).toMatchObject({
        article: { id: article.id },
        dispute: { id: dispute.id },
        side: { id: south.id },
        saidAt: '2024-02',
        anchor: { result: 'exact' },
        rebuts: [{ kind: 'reframing', statement: { id: made.id } }],
      });
    });
    expect(written.map(({ entityType }) => entityType)).toEqual(['statement', 'statement', 'rebuttal']);
  });

  test('201 lets the rebuttal inside say its own article, date and side', async () => {
    const { isOpen, isShut, ben, outlet, north } = await recordStory(service());
    const url = 'https://courier.example/answers';
    const other = await record(service(), 'articles', {
      url,
      title: 'Answers',
      outlet: outlet.id,
      publishedAt: '2024-03-05',
    });
    const { quote, quoteType } = isShut;
    const own = { article: url, saidAt: null, side: north.id, stances: isShut.stances };
    const rebuttal = { speaker: ben.slug, quote, quoteType, kind: 'denial', ...own };
    const made = await record(service(), 'statements', { ...isOpen, saidAt: '2024-02-01', rebuttal });
    const answer = (await service().http.get(`/v1/statements/${made.rebuttals[0].statement.id}`)).body;
    expect(answer).toMatchObject({
      article: { id: other.id },
      saidAt: null,
      side: { id: north.id },
      anchor: { result: 'no-text' },
    });
    expect(answer.stances).toHaveLength(1);
  });

  test.each([
    ['whose quote is altered', { quote: 'Nobody has seen the bee since winter' }, 'quote-altered', '/rebuttal/quote'],
    ['whose quote is not there', { quote: 'Fisheries are booming everywhere' }, 'quote-not-found', '/rebuttal/quote'],
    ['of an unknown speaker', { speaker: 'nobody' }, 'unknown-reference', '/rebuttal/speaker'],
    [
      'on an unknown claim',
      { stances: [{ claim: 'none', stance: 'deny' }] },
      'unknown-reference',
      '/rebuttal/stances/0/claim',
    ],
    ['in an unknown article', { article: 'https://nowhere.example/' }, 'unknown-reference', '/rebuttal/article'],
    ['without a kind', { kind: undefined }, 'invalid', '/rebuttal/kind'],
  ])('refuses a statement with a rebuttal inside %s, and stores neither', async (_name, over, code, pointer) => {
    const { isOpen, isShut, ben } = await recordStory(service());
    const rebuttal = { speaker: ben.slug, quote: isShut.quote, quoteType: 'direct', kind: 'denial', ...over };
    const written = await changesBy(service(), async () => {
      const refused = await service()
        .as.write.post('/v1/statements')
        .send({ ...isOpen, rebuttal });
      expect(refused.body).toMatchObject({ status: code === 'invalid' ? 400 : 422, code, errors: [{ pointer }] });
    });
    expect(written).toEqual([]);
  });
});
