import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { changesBy, record, recordStory, revise, TEXT } from '../../support/record.ts';

/** Where a passage stands in the text of a story, in code points. */
function spanOf(passage: string, nth = 0) {
  let at = TEXT.indexOf(passage);
  for (let skipped = 0; skipped < nth; skipped += 1) at = TEXT.indexOf(passage, at + 1);
  const start = Array.from(TEXT.slice(0, at)).length;
  return { start, end: start + Array.from(passage).length };
}

const ALTERED = 'The gates stand open day and might';
const ABSENT = 'We balanced the budget of the fisheries board';

describe.each(ENGINES)('the quotes of statements on %s', (kind) => {
  const service = shared(() => startService(kind));

  test.each(['direct', 'mixed', 'indirect'])(
    '201 anchors a %s quote that stands in the newest text',
    async (quoteType) => {
      const { isOpen, article } = await recordStory(service());
      const made = await record(service(), 'statements', { ...isOpen, quoteType });
      const { prefix, suffix, ...anchor } = made.anchor;
      expect(anchor).toEqual({
        result: 'exact',
        snapshot: 1,
        warnings: [],
        ...spanOf(isOpen.quote),
        url: expect.stringMatching(/^https:\/\/courier\.example\/\d+#:~:text=/),
      });
      expect(anchor.url.startsWith(article.url)).toBe(true);
      expect(TEXT).toContain(prefix + isOpen.quote + suffix);
      expect(prefix).not.toBe('');
    },
  );

  test.each([
    [
      'normalized',
      'the north quay had been repaired by the first of March',
      'the north quay had\u00a0been repaired\n\nby the first of March',
    ],
    ['normalized', '"The gates are shut," he wrote', '“The gates are shut,” he wrote'],
  ])('201 anchors a quote as %s when only its typography differs', async (result, quote, passage) => {
    const { isOpen } = await recordStory(service());
    const made = await record(service(), 'statements', { ...isOpen, quote });
    expect(made.anchor).toMatchObject({ result, ...spanOf(passage) });
    expect(made.quote).toBe(quote);
  });

  test('201 anchors an elided quote from its first part to its last, with the place of each', async () => {
    const { isOpen } = await recordStory(service());
    const quote = 'The gates are shut […] Nobody has seen the key since winter';
    const made = await record(service(), 'statements', { ...isOpen, quote });
    const [first, last] = [spanOf('The gates are shut'), spanOf('Nobody has seen the key since winter')];
    expect(made.anchor).toMatchObject({ result: 'elided', start: first.start, end: last.end, parts: [first, last] });
  });

  test('201 tells an ambiguous quote with every place, and anchors where a hint says', async () => {
    const { isShut } = await recordStory(service());
    const quote = 'The gates are shut';
    const [first, second] = [spanOf(quote), spanOf(quote, 1)];
    const made = await record(service(), 'statements', { ...isShut, quote });
    expect(made.anchor).toMatchObject({ result: 'ambiguous', ...first, occurrences: [first, second] });
    for (const anchor of [{ start: second.start }, { prefix: 'he repeated: “' }, { suffix: '.” The harbour office' }]) {
      const chosen = await record(service(), 'statements', { ...isShut, quote, anchor });
      expect(chosen.anchor, JSON.stringify(anchor)).toMatchObject({ result: 'exact', ...second });
      expect(chosen.anchor).not.toHaveProperty('occurrences');
      await service().as.write.delete(`/v1/statements/${chosen.id}`).set('If-Match', '*').expect(204);
    }
    const chosenLater = await revise(service(), `statements/${made.id}`, { anchor: { start: second.start } });
    expect(chosenLater.anchor).toMatchObject({ result: 'exact', ...second });
    const undone = await revise(service(), `statements/${made.id}`, { anchor: { start: null } });
    expect(undone.anchor).toMatchObject({ result: 'ambiguous', ...first });
  });

  test.each(['direct', 'mixed'])(
    '422 refuses a %s quote that is not the words, says what stands there, and writes nothing',
    async (quoteType) => {
      const { isOpen } = await recordStory(service());
      const { as } = service();
      const written = await changesBy(service(), async () => {
        const altered = await as.write
          .post('/v1/statements')
          .send({ ...isOpen, quoteType, quote: ALTERED })
          .expect(422);
        expect(altered.body).toMatchObject({
          code: 'quote-altered',
          errors: [{ pointer: '/quote' }],
          result: 'altered',
          closest: {
            text: isOpen.quote,
            ...spanOf(isOpen.quote),
            firstDifference: { at: ALTERED.indexOf('might'), expected: 'n', found: 'm' },
          },
        });
        expect(altered.body.closest.similarity).toBeCloseTo(1 - 1 / ALTERED.length, 10);
        const absent = await as.write
          .post('/v1/statements')
          .send({ ...isOpen, quoteType, quote: ABSENT })
          .expect(422);
        expect(absent.body).toMatchObject({
          code: 'quote-not-found',
          errors: [{ pointer: '/quote' }],
          result: 'not-found',
        });
      });
      expect(written).toEqual([]);
    },
  );

  test('201 keeps an indirect quote and a draft that do not stand in the text, with their result', async () => {
    const { isOpen } = await recordStory(service());
    for (const [quote, result] of [
      [ALTERED, 'altered'],
      [ABSENT, 'not-found'],
    ]) {
      for (const over of [{ quoteType: 'indirect' }, { status: 'draft' }, { status: 'draft', quoteType: 'mixed' }]) {
        const { anchor } = await record(service(), 'statements', { ...isOpen, quote, ...over });
        expect(anchor).toMatchObject({ result, snapshot: 1, start: null, end: null, prefix: null, suffix: null });
        expect('closest' in anchor).toBe(result === 'altered');
      }
    }
  });

  test('422 refuses to publish a draft, or to make a paraphrase direct, while the words are not the article’s', async () => {
    const { isOpen } = await recordStory(service());
    const draft = await record(service(), 'statements', { ...isOpen, quote: ALTERED, status: 'draft' });
    const paraphrase = await record(service(), 'statements', { ...isOpen, quote: ABSENT, quoteType: 'indirect' });
    const patch = (id: string, body: object) =>
      service().as.write.patch(`/v1/statements/${id}`).set('If-Match', '*').send(body);
    const written = await changesBy(service(), async () => {
      expect((await patch(draft.id, { status: 'published' }).expect(422)).body.code).toBe('quote-altered');
      expect((await patch(paraphrase.id, { quoteType: 'mixed' }).expect(422)).body.code).toBe('quote-not-found');
      expect((await patch(paraphrase.id, { quote: ALTERED, quoteType: 'direct' }).expect(422)).body.code).toBe(
        'quote-altered',
      );
    });
    expect(written).toEqual([]);
    const mended = await patch(draft.id, { status: 'published', quote: isOpen.quote }).expect(200);
    expect(mended.body).toMatchObject({ status: 'published', anchor: { result: 'exact' } });
  });

  test('201 keeps a quote as no-text while there is no snapshot, and checks it when one comes', async () => {
    const { isOpen, isShut, article } = await recordStory(service(), { text: null });
    const good = await record(service(), 'statements', isOpen);
    expect(good.anchor).toEqual({
      result: 'no-text',
      snapshot: null,
      start: null,
      end: null,
      prefix: null,
      suffix: null,
      warnings: [],
      url: article.url,
    });
    const wrong = await record(service(), 'statements', { ...isShut, quote: ALTERED });
    const second = spanOf('The gates are shut', 1);
    const hinted = { ...isShut, quote: 'The gates are shut', anchor: { prefix: 'he repeated: “' } };
    const chosen = await record(service(), 'statements', hinted);
    const written = await changesBy(service(), () =>
      record(service(), `articles/${article.id}/snapshots`, { text: TEXT }),
    );
    expect(written.map(({ entityType, action }) => `${action} ${entityType}`).sort()).toEqual([
      'create snapshot',
      'revise statement',
      'revise statement',
      'revise statement',
    ]);
    const { http } = service();
    const now = async (id: string) => (await http.get(`/v1/statements/${id}`).expect(200)).body;
    expect(await now(good.id)).toMatchObject({
      revision: 2,
      anchor: { result: 'exact', snapshot: 1, ...spanOf(isOpen.quote) },
    });
    expect(await now(wrong.id)).toMatchObject({ status: 'published', anchor: { result: 'altered', start: null } });
    expect(await now(chosen.id)).toMatchObject({ anchor: { result: 'exact', ...second } });
    expect((await http.get(`/v1/articles/${article.id}/drift`)).body.items).toEqual([]);
  });

  test('201 looks a new statement up in the newest text, whatever the older ones had', async () => {
    const { isOpen, article } = await recordStory(service());
    const text = TEXT.replace('day and night', 'from dawn to dusk');
    await record(service(), `articles/${article.id}/snapshots`, { text });
    const refused = await service().as.write.post('/v1/statements').send(isOpen).expect(422);
    expect(refused.body.code).toMatch(/^quote-/);
    const quote = 'The gates stand open from dawn to dusk';
    expect((await record(service(), 'statements', { ...isOpen, quote })).anchor).toMatchObject({
      result: 'exact',
      snapshot: 2,
    });
  });

  test('400 refuses a quote that is empty or has more than 10,000 characters; 10,000 astral ones are taken', async () => {
    const { isOpen } = await recordStory(service(), { text: null });
    const { as } = service();
    for (const quote of ['', ' \n', 'a'.repeat(10_001), '🚢'.repeat(10_001), null, 7]) {
      const refused = await as.write
        .post('/v1/statements')
        .send({ ...isOpen, quote })
        .expect(400);
      expect(refused.body).toMatchObject({ code: 'invalid', errors: [{ pointer: '/quote' }] });
    }
    expect((await record(service(), 'statements', { ...isOpen, quote: '🚢'.repeat(10_000) })).quote).toHaveLength(
      20_000,
    );
  });
});
