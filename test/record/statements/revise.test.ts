import { describe, expect, test } from 'vitest';
import { reviseStatement } from '../../../src/record/statements/revise.ts';
import { quoteChecker } from '../../../src/text/quotes/checker.ts';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared, whenDone } from '../../support/lifetime.ts';
import { another, changesBy, record, recordStory, revise, TEXT } from '../../support/record.ts';

describe.each(ENGINES)('statements as they are recorded and revised, on %s', (kind) => {
  const service = shared(() => startService(kind));
  const read = async (id: string) => (await service().http.get(`/v1/statements/${id}`).expect(200)).body;
  const patch = (id: string, body: object) =>
    service().as.write.patch(`/v1/statements/${id}`).set('If-Match', '*').send(body);

  test('201 records a statement with its defaults, in the shape that every answer has', async () => {
    const { isOpen, dispute, anna, north, article, outlet, open } = await recordStory(service());
    const made = await service().as.write.post('/v1/statements').send(isOpen).expect(201);
    expect(made.headers.location).toBe(`/v1/statements/${made.body.id}`);
    expect(made.body).toEqual({
      id: expect.stringMatching(/^stm_[0-9a-z]{13}$/),
      revision: 1,
      status: 'published',
      createdAt: expect.any(String),
      updatedAt: made.body.createdAt,
      dispute: { id: dispute.id, slug: dispute.slug, title: dispute.title },
      speaker: { id: anna.id, slug: anna.slug, name: anna.name, title: 'Mayor' },
      side: { id: north.id, slug: north.slug, name: north.name, role: 'party' },
      quote: isOpen.quote,
      quoteType: 'direct',
      cue: null,
      groundRules: 'on-record',
      language: 'en',
      original: null,
      translations: [],
      saidAt: null,
      setting: null,
      context: null,
      article: {
        id: article.id,
        url: article.url,
        title: article.title,
        publishedAt: '2024-03-01',
        outlet: { id: outlet.id, slug: outlet.slug, name: outlet.name },
      },
      anchor: expect.objectContaining({ result: 'exact' }),
      stances: [{ claim: { id: open.id, slug: open.slug, text: open.text }, stance: 'support' }],
      repeats: null,
      rebuts: [],
      rebuttals: [],
      corrections: [],
      drift: null,
      warnings: [],
      note: null,
    });
    expect(await read(made.body.id)).toEqual(made.body);
    const listed = await service().http.get(`/v1/statements?dispute=${dispute.slug}`).expect(200);
    expect(listed.body.items).toEqual([made.body]);
  });

  test('201 records every field, and 200 removes what a patch sets to null, back to the default', async () => {
    const { isOpen } = await recordStory(service());
    const fields = {
      quoteType: 'mixed',
      cue: 'told',
      groundRules: 'deep-background',
      language: 'pt-BR',
      original: { language: 'fr', text: 'Les portes' },
      saidAt: '2024-02-29T08:00:00+04:00',
      setting: 'at the harbour',
      context: 'She said so.\nTwice.',
      note: 'A note',
    };
    const made = await record(service(), 'statements', { ...isOpen, ...fields });
    expect(made).toMatchObject(fields);
    const nested = await revise(service(), `statements/${made.id}`, { original: { text: 'Les portes sont' } });
    expect(nested.original).toEqual({ language: 'fr', text: 'Les portes sont' });
    const removed = Object.fromEntries(Object.keys(fields).map((name) => [name, null]));
    const { quoteType: _, ...removable } = removed;
    expect(await revise(service(), `statements/${made.id}`, { ...removable, stances: null })).toMatchObject({
      ...removable,
      groundRules: 'on-record',
      language: 'en',
      stances: [],
      quoteType: 'mixed',
      revision: 3,
    });
  });

  test.each(['article', 'speaker', 'quote', 'quoteType'])(
    '400 refuses to remove %s, and writes nothing',
    async (member) => {
      const { isOpen } = await recordStory(service());
      const made = await record(service(), 'statements', isOpen);
      const written = await changesBy(service(), async () => {
        const refused = await patch(made.id, { [member]: null, note: 'never' }).expect(400);
        expect(refused.body).toMatchObject({ code: 'invalid', errors: [{ pointer: `/${member}` }] });
      });
      expect(written).toEqual([]);
      expect(await read(made.id)).toEqual(made);
    },
  );

  test('200 keeps the anchor while quote, article and hints stay, and looks a changed quote up anew', async () => {
    const { isOpen, article } = await recordStory(service());
    const made = await record(service(), 'statements', isOpen);
    await record(service(), `articles/${article.id}/snapshots`, { text: `A new line\n\n${TEXT}` });
    expect((await revise(service(), `statements/${made.id}`, { note: 'n' })).anchor).toEqual(made.anchor);
    const drift = async () => (await service().http.get(`/v1/articles/${article.id}/drift?count=true`)).body;
    expect(await drift()).toMatchObject({ total: 1, items: [{ drift: 'moved' }] });
    const shorter = await revise(service(), `statements/${made.id}`, { quote: 'The gates stand open' });
    expect(shorter.anchor).toMatchObject({ result: 'exact', snapshot: 2, start: made.anchor.start + 12 });
    expect(await drift(), 'what became of an older quote is no news of this one').toMatchObject({
      total: 0,
      items: [],
    });
  });

  test('200 marks translations stale once the quote is revised, until they are written anew', async () => {
    const { isOpen } = await recordStory(service());
    const german = { language: 'de', text: 'Die Tore stehen offen', method: 'human' };
    const french = { language: 'fr', text: 'Les portes sont ouvertes', method: 'machine', translator: 'A machine' };
    const made = await record(service(), 'statements', { ...isOpen, translations: [german, french] });
    expect(made.translations).toEqual([
      { ...german, translator: null, stale: false },
      { ...french, stale: false },
    ]);
    await revise(service(), `statements/${made.id}`, { note: 'no word of the quote changed' });
    expect((await read(made.id)).translations.map(({ stale }: { stale: boolean }) => stale)).toEqual([false, false]);
    await revise(service(), `statements/${made.id}`, { quote: 'The gates stand open' });
    expect((await read(made.id)).translations.map(({ stale }: { stale: boolean }) => stale)).toEqual([true, true]);
    const renewed = { ...german, text: 'Die Tore stehen weit offen' };
    const after = await revise(service(), `statements/${made.id}`, { translations: [renewed, french] });
    expect(after.translations.map(({ stale }: { stale: boolean }) => stale)).toEqual([false, true]);
  });

  test('200 replaces stances whole, and the filters follow', async () => {
    const { isOpen, open, shut } = await recordStory(service());
    const made = await record(service(), 'statements', isOpen);
    const stances = [
      { claim: shut.slug, stance: 'deny' },
      { claim: open.slug, stance: 'comment' },
    ];
    const revised = await revise(service(), `statements/${made.id}`, { stances });
    expect(
      revised.stances.map(({ claim, stance }: { claim: { slug: string }; stance: string }) => [claim.slug, stance]),
    ).toEqual([
      [shut.slug, 'deny'],
      [open.slug, 'comment'],
    ]);
    const found = async (query: string) => (await service().http.get(`/v1/statements?count=true&${query}`)).body.total;
    expect(await found(`claim=${open.slug}&stance=support`)).toBe(0);
    expect(await found(`claim=${shut.slug}&stance=deny`)).toBe(1);
  });

  test('200 infers side and title anew for another speaker, and keeps a side that the patch says', async () => {
    const { isOpen, ben, south, north, anna } = await recordStory(service());
    const made = await record(service(), 'statements', isOpen);
    const his = await revise(service(), `statements/${made.id}`, { speaker: ben.slug });
    expect(his).toMatchObject({ speaker: { id: ben.id, title: null }, side: { id: south.id } });
    expect((await revise(service(), `statements/${made.id}`, { side: north.slug })).side.id).toBe(north.id);
    const hers = await revise(service(), `statements/${made.id}`, { speaker: anna.id, side: null });
    expect(hers).toMatchObject({ speaker: { id: anna.id, title: 'Mayor' }, side: { id: north.id } });
  });

  test('200 gives it the title of the time of another article, and keeps the one it was recorded with in its own', async () => {
    const { isOpen, north, anna, article, outlet } = await recordStory(service());
    const affiliations = [
      { side: north.id, title: 'Deputy', until: '2023-12-31' },
      { side: north.id, title: 'Mayor', from: '2024-01-01' },
    ];
    await revise(service(), `speakers/${anna.id}`, { affiliations });
    const { id, speaker } = await record(service(), 'statements', isOpen);
    expect(speaker.title).toBe('Mayor');
    const earlier = await record(service(), 'articles', {
      ...{
        url: `${article.url}/earlier`,
        title: 'Earlier',
        outlet: outlet.id,
        publishedAt: '2023-05-01',
        language: 'en',
      },
    });
    await record(service(), `articles/${earlier.id}/snapshots`, { text: TEXT });
    expect((await revise(service(), `statements/${id}`, { article: earlier.id })).speaker.title).toBe('Deputy');
    await revise(service(), `speakers/${anna.id}`, { affiliations: [{ side: north.id, title: 'Envoy' }] });
    expect((await revise(service(), `statements/${id}`, { note: 'Noted' })).speaker.title).toBe('Deputy');
    expect((await revise(service(), `statements/${id}`, { article: article.id })).speaker.title).toBe('Envoy');
  });

  test('repeats leads to the statement that first reported the utterance, also when that turns out to be another', async () => {
    const { isOpen } = await recordStory(service());
    const wire = await record(service(), 'statements', isOpen);
    const first = await record(service(), 'statements', { ...another(isOpen), repeats: wire.id });
    const second = await record(service(), 'statements', { ...another(isOpen), repeats: first.id });
    expect([first.repeats.id, second.repeats.id]).toEqual([wire.id, wire.id]);
    expect(first.repeats).toMatchObject({ quote: isOpen.quote, quoteType: 'direct', anchor: { result: 'exact' } });
    const origin = await record(service(), 'statements', another(isOpen));
    await revise(service(), `statements/${wire.id}`, { repeats: origin.id });
    expect((await read(wire.id)).repeats.id).toBe(origin.id);
    expect((await read(second.id)).repeats.id, 'two copies of one utterance lead to one statement').toBe(origin.id);
    for (const circle of [origin.id, wire.id, second.id]) {
      const refused = await patch(origin.id, { repeats: circle }).expect(422);
      expect(refused.body).toMatchObject({ code: 'unprocessable', errors: [{ pointer: '/repeats' }] });
    }
  });

  test('422 never takes what was published back to a draft, and nobody withdraws by a patch', async () => {
    const { isOpen } = await recordStory(service());
    const made = await record(service(), 'statements', isOpen);
    const written = await changesBy(service(), async () => {
      expect((await patch(made.id, { status: 'draft' }).expect(422)).body).toMatchObject({
        errors: [{ pointer: '/status' }],
      });
      expect((await patch(made.id, { status: 'withdrawn' }).expect(400)).body).toMatchObject({
        errors: [{ pointer: '/status' }],
      });
    });
    expect(written).toEqual([]);
  });

  test('200 looks a quote up that another revision replaced in between, and keeps no anchor of other words', async () => {
    const { isOpen, isShut } = await recordStory(service());
    const { id, anchor } = await record(service(), 'statements', isOpen);
    const { engine } = service();
    const checker = quoteChecker();
    whenDone(() => checker.close());
    let between = async () => {
      await revise(service(), `statements/${id}`, { quote: isShut.quote });
      between = async () => {};
    };
    const late: typeof engine = {
      ...engine,
      async write(work) {
        await between();
        return engine.write(work);
      },
    };
    await reviseStatement(late, checker, id, '*', { quote: isOpen.quote }, { actor: 'test', comment: null });
    expect(await read(id)).toMatchObject({ revision: 3, quote: isOpen.quote, anchor });
  });

  test('412 tells the second of many who edit at once, and every edit that was acknowledged is kept', async () => {
    const { isOpen } = await recordStory(service());
    const made = await record(service(), 'statements', isOpen);
    const statuses = await Promise.all(
      Array.from({ length: 6 }, async (_, at) => {
        const edit = service().as.write.patch(`/v1/statements/${made.id}`).set('If-Match', '"1-x"');
        return (await edit.send({ note: `edit ${at}` })).status;
      }),
    );
    expect(statuses.sort()).toEqual([200, 412, 412, 412, 412, 412]);
    expect((await read(made.id)).revision).toBe(2);
  });
});
