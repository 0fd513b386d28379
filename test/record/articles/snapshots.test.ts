import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { changesBy, record, recordStory, TEXT } from '../../support/record.ts';

describe.each(ENGINES)('snapshots on %s', (kind) => {
  const service = shared(() => startService(kind));

  test('201 stores a text under the next number, with its digest and its length in code points', async () => {
    const { article } = await recordStory(service(), { text: null });
    const { as, http } = service();
    const path = `/v1/articles/${article.id}/snapshots`;
    const made = await as.write.post(path).send({ text: TEXT, retrievedAt: '2024-03-01T12:00:00Z' }).expect(201);
    expect(made.headers.location).toBe(`${path}/1`);
    expect(made.body).toEqual({
      id: expect.stringMatching(/^snp_[0-9a-z]{13}$/),
      article: article.id,
      number: 1,
      sha256: createHash('sha256').update(TEXT).digest('hex'),
      length: Array.from(TEXT).length,
      retrievedAt: '2024-03-01T12:00:00Z',
      redacted: false,
      createdAt: expect.any(String),
      newest: true,
      warnings: [],
      drift: { unchanged: 0, moved: 0, altered: 0, gone: 0 },
    });
    const { newest: _, warnings: _warnings, drift: _drift, ...kept } = made.body;
    await as.write
      .post(path)
      .send({ text: `${TEXT}.` })
      .expect(201);
    const { body } = await http.get(path).expect(200);
    expect(body.items.map(({ number }: { number: number }) => number)).toEqual([1, 2]);
    expect(body.items[0]).toEqual(kept);
    expect((await http.get(`/v1/articles/${article.id}`)).body.snapshots).toBe(2);
    expect((await as.read.get(`${path}/1`).expect(200)).body).toEqual({ ...kept, text: TEXT });
    await as.read.get(`${path}/3`).expect(404);
  });

  test('200 answers the same text again with the snapshot there is, and writes nothing', async () => {
    const { article } = await recordStory(service());
    const path = `/v1/articles/${article.id}/snapshots`;
    const written = await changesBy(service(), async () => {
      const again = await service().as.write.post(path).send({ text: TEXT }).expect(200);
      expect(again.body).toMatchObject({ number: 1 });
    });
    expect(written).toEqual([]);
    expect((await service().http.get(path)).body.items).toHaveLength(1);
  });

  test('200 knows an earlier retrieval again by its text and time; a text that came back later is a new snapshot', async () => {
    const { article } = await recordStory(service(), { text: null });
    const path = `/v1/articles/${article.id}/snapshots`;
    const { as } = service();
    const first = { text: TEXT, retrievedAt: '2024-03-01' };
    await as.write.post(path).send(first).expect(201);
    await as.write.post(path).send({ text: 'Edited', retrievedAt: '2024-03-02' }).expect(201);
    expect((await as.write.post(path).send(first).expect(200)).body.number).toBe(1);
    const back = await as.write.post(path).send({ text: TEXT, retrievedAt: '2024-03-03' }).expect(201);
    expect(back.body.number).toBe(3);
  });

  test('401 keeps the text from who has no key, and tells all but the text; PUBLIC_TEXT=true opens it', async () => {
    const { article } = await recordStory(service());
    const { http, as } = service();
    const path = `/v1/articles/${article.id}/snapshots`;
    expect((await http.get(`${path}/1`).expect(401)).body).toMatchObject({ code: 'unauthenticated' });
    for (const key of [as.read, as.write, as.admin])
      expect((await key.get(`${path}/1`).expect(200)).body.text).toBe(TEXT);
    expect((await http.get(path).expect(200)).text).not.toContain('Anna Nord');

    const open = await startService(kind, { settings: { PUBLIC_TEXT: 'true' } });
    const its = (await recordStory(open)).article;
    expect((await open.http.get(`/v1/articles/${its.id}/snapshots/1`).expect(200)).body.text).toBe(TEXT);
  });

  test('201 takes a text of 1 MiB, 413 refuses one byte more, in bytes of UTF-8, and writes nothing', async () => {
    const { article } = await recordStory(service(), { text: null });
    const path = `/v1/articles/${article.id}/snapshots`;
    const MIB = 1024 * 1024;
    const { as } = service();
    const written = await changesBy(service(), async () => {
      for (const text of ['a'.repeat(MIB + 1), 'é'.repeat(MIB / 2 + 1)]) {
        const refused = await as.write.post(path).send({ text }).expect(413);
        expect(refused.body).toMatchObject({ code: 'too-large', status: 413 });
      }
      await as.write
        .post(path)
        .send({ text: 'a'.repeat(9 * MIB) })
        .expect(413);
    });
    expect(written).toEqual([]);
    expect(
      (
        await as.write
          .post(path)
          .send({ text: 'é'.repeat(MIB / 2) })
          .expect(201)
      ).body.length,
    ).toBe(MIB / 2);
  });

  test.each([
    ['no text', {}, '/text'],
    ['an empty text', { text: ' \n' }, '/text'],
    ['a NUL in the text', { text: 'a\u0000b' }, '/text'],
    ['half a surrogate pair in the text', { text: 'a\ud800b' }, '/text'],
    ['a date that does not exist', { text: 'a', retrievedAt: '2023-02-30' }, '/retrievedAt'],
    ['a field nobody knows', { text: 'a', url: 'x' }, '/url'],
  ])('400 refuses %s and writes nothing', async (_name, body, pointer) => {
    const { article } = await recordStory(service(), { text: null });
    const written = await changesBy(service(), async () => {
      const refused = await service().as.write.post(`/v1/articles/${article.id}/snapshots`).send(body).expect(400);
      expect(refused.body).toMatchObject({ code: 'invalid', errors: [{ pointer }] });
    });
    expect(written).toEqual([]);
  });

  test('201 numbers texts that come at once one after the other', async () => {
    const { article } = await recordStory(service(), { text: null });
    const texts = Array.from({ length: 6 }, (_, at) => `Text ${at}`);
    const made = await Promise.all(
      texts.map((text) => record(service(), `articles/${article.id}/snapshots`, { text })),
    );
    expect(made.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
