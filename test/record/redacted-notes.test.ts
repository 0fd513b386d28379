import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../src/history/verify.ts';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { another, record, recordStory, revise } from '../support/record.ts';

const WORDS = 'Quicksilver marmalade forever';

describe.each(ENGINES)('what redaction leaves elsewhere, on %s', (kind) => {
  /** A statement with its words in a comment, and in all that was ever written to it. */
  async function told() {
    const service = await startService(kind);
    const { as } = service;
    const story = await recordStory(service);
    const rebuttal = { ...story.isShut, article: undefined, kind: 'denial', status: 'published' };
    const posted = await as.write
      .post('/v1/statements')
      .set('Change-Comment', `She said: ${WORDS}`)
      .send({ ...story.isOpen, quoteType: 'indirect', quote: WORDS, rebuttal })
      .expect(201);
    const { id } = posted.body;
    const inline = (await service.http.get(`/v1/statements/${id}`).expect(200)).body.rebuttals[0];
    const review = await record(service, 'reviews', {
      ...{ statement: id, publisher: story.outlet.id, url: 'https://courier.example/check', title: WORDS },
      ...{ reviewedAt: '2024-03-02', rating: { label: 'False' } },
    });
    const correct = (of: object) => record(service, 'corrections', { ...of, kind: 'update', note: `Not ${WORDS}.` });
    const [ofStatement, ofReview] = [await correct({ statement: id }), await correct({ review: review.id })];
    const deleted = await record(service, 'corrections', { statement: id, kind: 'update', note: `Was ${WORDS}.` });
    await as.write.delete(`/v1/corrections/${deleted.id}`).set('If-Match', '*').expect(204);
    const answer = await record(service, 'statements', {
      ...another(story.isShut),
      rebuts: [{ statement: id, kind: 'denial', note: WORDS }],
    });
    await revise(service, `rebuttals/${answer.rebuts[0].id}`, { note: 'Harmless' });
    const kept = await record(service, 'corrections', { statement: id, kind: 'update', note: 'Harmless' });
    return { service, story, id, inline, review, ofStatement, ofReview, deleted, link: answer.rebuts[0].id, kept };
  }

  test('200 cleans the comments of its requests, and names all that has its words, in history too', async () => {
    const { service, id, inline, review, ofStatement, ofReview, deleted, link } = await told();
    const { as, http } = service;
    const { body } = await as.admin.post(`/v1/statements/${id}/redact`).send({ reason: 'the law' }).expect(200);
    expect(body.comments).toHaveLength(2);
    const places = body.elsewhere.map(({ type, id }: { type: string; id: string }) => `${type} ${id}`);
    expect(places.sort()).toEqual(
      [
        `correction ${deleted.id}`,
        `correction ${ofReview.id}`,
        `correction ${ofStatement.id}`,
        `rebuttal ${link}`,
        `review ${review.id}`,
      ].sort(),
    );
    const { items } = (await http.get('/v1/changes?limit=200').expect(200)).body;
    expect(items.filter(({ comment }: { comment: string | null }) => comment?.includes(WORDS))).toEqual([]);
    for (const seq of body.comments) {
      const line = items.find((one: { seq: number }) => one.seq === seq);
      expect(line).toMatchObject({ redacted: true, comment: null });
      expect(line.patch.length).toBeGreaterThan(0);
    }
    expect((await http.get(`/v1/statements/${inline.statement.id}?asOf=2030`).expect(200)).body.quote).toBe(
      inline.statement.quote,
    );
    expect((await verifyChain(service.engine.read)).broken).toBeNull();
    await as.admin.post(`/v1/statements/${inline.statement.id}/redact`).send({ reason: 'the law' }).expect(200);
    expect((await verifyChain(service.engine.read)).broken).toBeNull();
  });

  test('200 removes a note for good, also one that was deleted, and no line has its words', async () => {
    const { service, id, review, ofStatement, ofReview, deleted, link } = await told();
    const { as, http } = service;
    await as.admin.post(`/v1/statements/${id}/redact`).send({ reason: 'the law' }).expect(200);
    const redact = (path: string) => as.admin.post(`/v1/${path}/redact`).send({ reason: 'Order 12/24' });
    expect((await redact(`reviews/${review.id}`).expect(409)).body.code).toBe('in-use');
    for (const path of [
      ...[`corrections/${ofReview.id}`, `reviews/${review.id}`, `corrections/${ofStatement.id}`],
      ...[`corrections/${deleted.id}`, `rebuttals/${link}`],
    ]) {
      const { body } = await redact(path).expect(200);
      expect(body, path).toMatchObject({ reason: 'Order 12/24', lines: expect.any(Array) });
      await http.get(`/v1/${path}`).expect(404);
      const { items } = (await http.get(`/v1/${path}/history`).expect(200)).body;
      expect(items.map((line: { redacted?: true }) => line.redacted ?? false)).toEqual([
        ...body.lines.map(() => true),
        false,
      ]);
      expect(items.at(-1)).toMatchObject({ action: 'redact', comment: 'Order 12/24' });
      expect((await redact(path).expect(409)).body.code).toBe('conflict');
    }
    const changes = await http.get('/v1/changes?limit=200').expect(200);
    expect(changes.text).not.toContain(WORDS);
    expect((await verifyChain(service.engine.read)).broken).toBeNull();
    await as.write.post(`/v1/corrections/${ofStatement.id}/redact`).send({ reason: 'r' }).expect(403);
    await redact('corrections/cor_01k6v0a9q2w8e5r7t1y3z4x6c8').expect(404);
    await redact(`corrections/${id}`).expect(404);
  });

  test('verify finds a comment that was removed without a word, and a patch that was changed beside one', async () => {
    const { service, id } = await told();
    const { engine, as } = service;
    await as.admin.post(`/v1/statements/${id}/redact`).send({ reason: 'the law' }).expect(200);
    const [line] = (await engine.read.query('changes', ({ db, t }) => db.select().from(t.changes))).filter(
      ({ redacted, patch }) => redacted && patch !== null,
    );
    const seq = line?.seq as number;
    await engine.write((tx) =>
      tx.query(
        'forge',
        ({ db, t, param }) =>
          db
            .update(t.changes)
            .set({ patch: [{ op: 'add', path: '', value: { forged: true } }] })
            .where(eqSeq(t, param('seq'))),
        { seq },
      ),
    );
    expect((await verifyChain(engine.read)).broken).toMatchObject({ why: expect.stringContaining(`line ${seq}`) });
  });
});

function eqSeq(t: { changes: { seq: unknown } }, value: unknown) {
  return sql`${t.changes.seq} = ${value}`;
}
