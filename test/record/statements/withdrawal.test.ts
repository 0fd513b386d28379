import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { another, changesBy, record, recordStory, revise, TEXT } from '../../support/record.ts';

describe.each(ENGINES)('withdrawing and restoring on %s', (kind) => {
  const service = shared(() => startService(kind));
  const get = async (path: string) => (await service().http.get(`/v1/${path}`).expect(200)).body;
  const withdraw = (id: string, reason = 'Misattributed') =>
    service().as.write.delete(`/v1/statements/${id}`).set('If-Match', '*').set('Change-Comment', reason).expect(204);

  /** A statement that is answered, repeated, reviewed and corrected, and everywhere it can be met. */
  async function metEverywhere() {
    const story = await recordStory(service());
    const one = await record(service(), 'statements', story.isOpen);
    const answer = await record(service(), 'statements', {
      ...story.isShut,
      rebuts: [{ statement: one.id, kind: 'denial' }],
    });
    const copy = await record(service(), 'statements', { ...another(story.isOpen), repeats: one.id });
    await record(service(), 'reviews', {
      statement: one.id,
      publisher: story.outlet.id,
      url: `https://courier.example/${one.id}`,
      title: 'Checked',
      reviewedAt: '2024-03-02',
      rating: { label: 'False' },
    });
    await record(service(), 'corrections', { statement: one.id, kind: 'update', note: 'Since then' });
    const places = [
      ...[`statements?article=${story.article.id}&count=true`, `statements?claim=${story.open.id}&count=true`],
      ...[`statements?speaker=${story.anna.id}`, `statements/${answer.id}`, `statements/${copy.id}`],
      ...[`rebuttals?dispute=${story.dispute.id}&count=true`, `reviews?publisher=${story.outlet.id}&count=true`],
      ...[`corrections?statement=${one.id}&count=true`, `articles/${story.article.id}/annotations`],
    ];
    return { story, one, answer, copy, places };
  }

  test('410 tells when and why; lists, counts and what is nested have it no more, at once', async () => {
    const { one, places } = await metEverywhere();
    await withdraw(one.id);
    const { body } = await service().http.get(`/v1/statements/${one.id}`).expect(410);
    expect(body).toMatchObject({ code: 'withdrawn', reason: 'Misattributed', withdrawnAt: expect.any(String) });
    for (const place of places) expect(JSON.stringify(await get(place)), place).not.toContain(one.id);
    expect((await get(places[0] as string)).total).toBe(2);
    expect((await get(places[5] as string)).total).toBe(0);
  });

  test('200 brings it back as it was, everywhere', async () => {
    const { one, places } = await metEverywhere();
    const before = await Promise.all(places.map(get));
    const was = await get(`statements/${one.id}`);
    await withdraw(one.id);
    const { body, headers } = await service().as.write.post(`/v1/statements/${one.id}/restore`).expect(200);
    expect(body).toEqual({ ...was, revision: 3, updatedAt: body.updatedAt });
    expect(headers.etag).toMatch(/^"3-/);
    // What was said of it since is told by history alone.
    const withoutTimes = (value: unknown) =>
      JSON.parse(JSON.stringify(value).replace(/127\.0\.0\.1:\d+/g, 'here'), (key, inner) =>
        /^(revision|updatedAt|modified)$/.test(key) ? null : inner,
      );
    expect(withoutTimes(await Promise.all(places.map(get)))).toEqual(withoutTimes(before));
    const { items } = await get(`statements/${one.id}/history`);
    expect(items.map(({ action }: { action: string }) => action)).toEqual(['create', 'withdraw', 'restore']);
  });

  test('410 tells of a review, a correction and a rebuttal of it that it was withdrawn', async () => {
    const { one, answer, story } = await metEverywhere();
    const [review] = (await get(`reviews?statement=${one.id}`)).items;
    const [correction] = (await get(`corrections?statement=${one.id}`)).items;
    await withdraw(one.id);
    for (const path of [`reviews/${review.id}`, `corrections/${correction.id}`, `rebuttals/${answer.rebuts[0].id}`])
      expect((await service().http.get(`/v1/${path}`).expect(410)).body.reason).toBe('Misattributed');
    const refused = service().as.write.post('/v1/corrections').send({ statement: one.id, kind: 'update', note: 'x' });
    expect((await refused.expect(422)).body.code).toBe('unknown-reference');
    expect(await get(`corrections?article=${story.article.id}`)).toMatchObject({ items: [] });
  });

  test('409 refuses to restore what is not withdrawn; 412 what changed meanwhile; and nothing is written', async () => {
    const { as } = service();
    const story = await recordStory(service());
    const { id } = await record(service(), 'statements', story.isOpen);
    const lines = await changesBy(service(), async () => {
      expect((await as.write.post(`/v1/statements/${id}/restore`).expect(409)).body.code).toBe('conflict');
    });
    expect(lines).toEqual([]);
    await withdraw(id);
    const stale = await as.write.post(`/v1/statements/${id}/restore`).set('If-Match', '"1-x"').expect(412);
    expect(stale.body.revision).toBe(2);
    await as.read.post(`/v1/statements/${id}/restore`).expect(403);
    await as.write.post(`/v1/statements/${id}/restore`).set('If-Match', '"2-x"').expect(200);
    await as.write.post('/v1/statements/stm_00000000000000000000000000/restore').expect(404);
  });

  test('a text that came while it was withdrawn has been looked through once it is back', async () => {
    const story = await recordStory(service());
    const { id } = await record(service(), 'statements', story.isOpen);
    await withdraw(id);
    await record(service(), `articles/${story.article.id}/snapshots`, {
      text: TEXT.replace('day and night', 'by day'),
    });
    expect((await get(`articles/${story.article.id}/drift`)).items).toEqual([]);
    await service().as.write.post(`/v1/statements/${id}/restore`).expect(200);
    const { items } = await get(`articles/${story.article.id}/drift`);
    expect(items).toMatchObject([{ statement: { id }, drift: 'altered' }]);
  });

  test('what is withdrawn is not revised', async () => {
    const story = await recordStory(service());
    const { id } = await record(service(), 'statements', story.isOpen);
    await withdraw(id);
    await expect(revise(service(), `statements/${id}`, { note: 'x' })).rejects.toThrow(/410/);
  });
});
