import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { imported, ndjson } from '../../support/import.ts';
import { shared } from '../../support/lifetime.ts';
import { changesBy, record, recordStory, revise, TEXT } from '../../support/record.ts';

describe.each(ENGINES)('the same twice on %s', (kind) => {
  const service = shared(() => startService(kind));
  const post = (body: object) => service().as.write.post('/v1/statements').send(body);

  test.each([
    ['the same again', {}],
    ['other stances and another quoteType', { stances: [], quoteType: 'mixed' }],
    ['a stop and quotation marks', { quote: '“The gates stand open day and night.”' }],
    ['a draft', { status: 'draft' }],
  ])('409 names the statement that is there: %s, and writes nothing', async (_name, over) => {
    const { isOpen, dispute } = await recordStory(service());
    const made = await record(service(), 'statements', isOpen);
    const written = await changesBy(service(), async () => {
      const { body } = await post({ ...isOpen, dispute: dispute.id, ...over }).expect(409);
      expect(body).toMatchObject({ code: 'duplicate', existing: made.id, errors: [{ pointer: '/quote' }] });
    });
    expect(written).toEqual([]);
  });

  test('201 takes the same words of another speaker, at another place, and after a withdrawal', async () => {
    const { isOpen, isShut, ben } = await recordStory(service());
    const made = await record(service(), 'statements', isOpen);
    await record(service(), 'statements', { ...isOpen, speaker: ben.id });
    const quote = 'The gates are shut';
    await record(service(), 'statements', { ...isShut, quote, anchor: { suffix: ',” he wrote' } });
    await record(service(), 'statements', { ...isShut, quote, anchor: { prefix: 'he repeated: “' } });
    await service().as.write.delete(`/v1/statements/${made.id}`).set('If-Match', '*').expect(204);
    const again = await record(service(), 'statements', isOpen);
    const { body } = await service().as.write.post(`/v1/statements/${made.id}/restore`).expect(409);
    expect(body).toMatchObject({ code: 'duplicate', existing: again.id });
  });

  test('409 is told in a PATCH, and when a draft is published', async () => {
    const { isOpen, isShut, ben, anna } = await recordStory(service());
    const one = await record(service(), 'statements', isOpen);
    const other = await record(service(), 'statements', { ...isOpen, speaker: ben.id });
    const patch = (id: string, body: object) =>
      service().as.write.patch(`/v1/statements/${id}`).set('If-Match', '*').send(body);
    expect((await patch(other.id, { speaker: anna.id }).expect(409)).body).toMatchObject({
      code: 'duplicate',
      existing: one.id,
    });
    const draft = await record(service(), 'statements', { ...isShut, quote: 'not there', status: 'draft' });
    const shut = await record(service(), 'statements', isShut);
    expect((await patch(draft.id, { quote: isShut.quote, status: 'published' }).expect(409)).body.existing).toBe(
      shut.id,
    );
    await revise(service(), `statements/${one.id}`, { note: 'Something else may be revised' });
  });

  test('201 tells what is similar where no place tells, and of a text that puts two on one place both are warned', async () => {
    const { isOpen, article } = await recordStory(service(), { text: null });
    const one = await record(service(), 'statements', isOpen);
    const two = await record(service(), 'statements', isOpen);
    expect(one).not.toHaveProperty('similar');
    expect(two.similar).toEqual([{ id: one.id, name: isOpen.quote }]);
    await record(service(), `articles/${article.id}/snapshots`, { text: TEXT });
    const warned = async () => {
      const { body } = await service().http.get(
        `/v1/statements?article=${article.id}&warning=duplicate&sort=createdAt`,
      );
      return body.items.map(({ id, warnings }: { id: string; warnings: string[] }) => [id, warnings]);
    };
    expect(await warned()).toEqual([
      [one.id, ['duplicate']],
      [two.id, ['duplicate']],
    ]);
    await service().as.write.delete(`/v1/statements/${one.id}`).set('If-Match', '*').expect(204);
    expect(await warned()).toEqual([]);
  });

  test('409 is told to one of two who record the same at once', async () => {
    const { isOpen } = await recordStory(service());
    const answers = await Promise.all([post(isOpen), post(isOpen), post(isOpen)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  test('201 is the answer to the same request under its Idempotency-Key', async () => {
    const { isOpen } = await recordStory(service());
    const [first, again] = [
      await post(isOpen).set('Idempotency-Key', 'same'),
      await post(isOpen).set('Idempotency-Key', 'same'),
    ];
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
  });

  test('200 an import says unchanged, and its id leads to the statement that is there', async () => {
    const { isOpen, isShut } = await recordStory(service());
    const made = await record(service(), 'statements', isOpen);
    const lines = [
      { type: 'statement', id: `e-${made.id}`, ...isOpen },
      { type: 'statement', id: `f-${made.id}`, ...isShut, rebuts: [{ statement: `e-${made.id}`, kind: 'denial' }] },
    ];
    expect(await imported(service(), ndjson(lines))).toMatchObject({ created: 1, unchanged: 1, rejected: 0 });
    const { body } = await service().http.get(`/v1/statements/${made.id}`);
    expect(body).toMatchObject({ revision: 1, rebuttals: [{ kind: 'denial' }] });
    expect(await imported(service(), ndjson(lines))).toMatchObject({ created: 0, unchanged: 2, rejected: 0 });
  });

  test('201 warns of words said after their article, and of an answer to later words', async () => {
    const { isOpen, isShut } = await recordStory(service());
    const later = await record(service(), 'statements', { ...isOpen, saidAt: '2024-03-02' });
    expect(later.warnings).toEqual(['said-after-publication']);
    const rebuts = [{ statement: later.id, kind: 'denial' }];
    const answer = await record(service(), 'statements', { ...isShut, saidAt: '2024-02-29', rebuts });
    expect(answer.warnings).toEqual(['answers-later-words']);
    const coarse = await revise(service(), `statements/${later.id}`, { saidAt: '2024' });
    expect(coarse.warnings).toEqual([]);
    expect((await service().http.get(`/v1/statements/${answer.id}`)).body.warnings).toEqual([]);
  });
});
