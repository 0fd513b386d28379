import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { changesBy, record, recordStory, revise, TEXT } from '../../support/record.ts';

describe.each(ENGINES)('statements that are drafts or withdrawn, on %s', (kind) => {
  const service = shared(() => startService(kind));
  const withdraw = (id: string, reason?: string) => {
    const removing = service().as.write.delete(`/v1/statements/${id}`).set('If-Match', '*');
    return reason === undefined ? removing : removing.set('Change-Comment', Buffer.from(reason).toString('latin1'));
  };

  /** A statement with an answer, a copy, a drift and an annotation. */
  async function answered(over: { status?: 'draft' } = {}) {
    const story = await recordStory(service());
    const one = await record(service(), 'statements', { ...story.isOpen, ...over });
    const answer = await record(service(), 'statements', {
      ...story.isShut,
      rebuts: [{ statement: one.id, kind: 'denial' }],
      // What is published names no draft.
      repeats: over.status === 'draft' ? null : one.id,
    });
    await record(service(), `articles/${story.article.id}/snapshots`, { text: `New.\n${TEXT}` });
    return { ...story, one, answer, link: answer.rebuts[0].id as string };
  }

  /** Everywhere that a caller could meet the statement, by what is asked there. */
  async function placesOf(
    { one, answer, dispute, article, link }: Awaited<ReturnType<typeof answered>>,
    asked = service().http,
  ) {
    const get = async (url: string) => (await asked.get(url)).body;
    const inDispute = `/v1/statements?dispute=${dispute.slug}&count=true`;
    const list = await get(inDispute);
    const rebuttals = await get(`/v1/rebuttals?dispute=${dispute.slug}&count=true`);
    const drift = await get(`/v1/articles/${article.id}/drift?count=true`);
    const annotations = await get(`/v1/articles/${article.id}/annotations`);
    const nested = await get(`/v1/statements/${answer.id}`);
    const told = JSON.stringify([list, rebuttals, drift, annotations, nested]);
    return {
      byId: (await asked.get(`/v1/statements/${one.id}`)).status,
      rebuttalById: (await asked.get(`/v1/rebuttals/${link}`)).status,
      totals: [list.total, rebuttals.total, drift.total, annotations.total],
      items: [list.items.length, rebuttals.items.length, drift.items.length, annotations.first.items.length],
      nested: [nested.rebuts.length, nested.repeats?.id ?? null],
      unanswered: (await get(`${inDispute}&unansweredBy=${dispute.sides[1].slug}`)).total,
      isMentioned: told.includes(one.id),
    };
  }

  test('404 hides a draft from who may not write, wherever it could be met', async () => {
    const story = await answered({ status: 'draft' });
    const hidden = {
      byId: 404,
      rebuttalById: 404,
      totals: [1, 0, 1, 1],
      items: [1, 0, 1, 1],
      nested: [0, null],
      unanswered: 0,
      isMentioned: false,
    };
    expect(await placesOf(story)).toEqual(hidden);
    expect(await placesOf(story, service().as.read as never)).toEqual(hidden);
    const { http, as } = service();
    const drafts = `/v1/statements?dispute=${story.dispute.slug}&status=draft`;
    expect((await http.get(drafts).expect(401)).body.code).toBe('unauthenticated');
    expect((await as.read.get(drafts).expect(403)).body.code).toBe('forbidden');
    expect((await http.get(`/v1/statements?rebuts=${story.one.id}`)).body.items ?? []).toEqual([]);
  });

  test('200 shows a draft to who may write, and to everyone once it is published', async () => {
    const story = await answered({ status: 'draft' });
    const { as, http } = service();
    const drafts = await as.write
      .get(`/v1/statements?dispute=${story.dispute.slug}&status=draft&count=true`)
      .expect(200);
    expect(drafts.body).toMatchObject({ total: 1, items: [{ id: story.one.id, status: 'draft' }] });
    expect((await as.write.get(`/v1/statements/${story.one.id}`).expect(200)).body.status).toBe('draft');
    expect((await as.write.get(`/v1/statements/${story.answer.id}`)).body.rebuts).toHaveLength(1);
    await as.write.get(`/v1/rebuttals/${story.link}`).expect(200);
    await revise(service(), `statements/${story.one.id}`, { status: 'published' });
    expect((await http.get(`/v1/statements/${story.one.id}`).expect(200)).body.status).toBe('published');
    expect(await placesOf(story)).toMatchObject({ totals: [2, 1, 2, 2], nested: [1, null], isMentioned: true });
  });

  test('204 withdraws a statement: 410 with the reason, gone from every list, count, link, drift and annotation', async () => {
    const story = await answered();
    expect(await placesOf(story)).toMatchObject({ byId: 200, rebuttalById: 200, totals: [2, 1, 2, 2], unanswered: 0 });
    const written = await changesBy(service(), () => withdraw(story.one.id, 'Falsch zugeordnet — пардон').expect(204));
    expect(written).toMatchObject([
      { action: 'withdraw', entityId: story.one.id, revision: 2, comment: 'Falsch zugeordnet — пардон' },
    ]);
    expect(await placesOf(story)).toEqual({
      byId: 410,
      rebuttalById: 410,
      totals: [1, 0, 1, 1],
      items: [1, 0, 1, 1],
      nested: [0, null],
      unanswered: 0,
      isMentioned: false,
    });
    for (const asked of [service().http, service().as.admin]) {
      const { body } = await asked.get(`/v1/statements/${story.one.id}`).expect(410);
      expect(body).toMatchObject({ status: 410, code: 'withdrawn', reason: 'Falsch zugeordnet — пардон' });
      expect(Date.parse(body.withdrawnAt)).toBeGreaterThan(Date.now() - 60_000);
    }
  });

  test('404 still hides a draft that was withdrawn before it was published, with its reason; who may write sees 410', async () => {
    const story = await answered({ status: 'draft' });
    await withdraw(story.one.id, 'a secret source').expect(204);
    const { http, as } = service();
    for (const url of [`/v1/statements/${story.one.id}`, `/v1/rebuttals/${story.link}`]) {
      for (const asked of [http, as.read]) expect((await asked.get(url).expect(404)).text).not.toContain('secret');
      expect((await as.write.get(url).expect(410)).body.reason).toBe('a secret source');
    }
  });

  test('204 withdraws an answer: what it answered counts as unanswered again', async () => {
    const story = await answered();
    const { http } = service();
    const rebutted = async (is: boolean) =>
      (await http.get(`/v1/statements?dispute=${story.dispute.slug}&rebutted=${is}`)).body.items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await rebutted(true)).toEqual([story.one.id]);
    await withdraw(story.answer.id).expect(204);
    expect(await rebutted(true)).toEqual([]);
    expect(await rebutted(false)).toEqual([story.one.id]);
    expect((await http.get(`/v1/statements/${story.one.id}`)).body.rebuttals).toEqual([]);
    expect((await http.get(`/v1/statements/${story.answer.id}`).expect(410)).body.reason).toBeNull();
  });

  test('410 refuses to revise or withdraw what is withdrawn, 422 to refer to it, and writes nothing', async () => {
    const { one, answer, isShut } = await answered();
    await withdraw(one.id, 'gone').expect(204);
    const { as } = service();
    const written = await changesBy(service(), async () => {
      await withdraw(one.id).expect(410);
      await as.write.patch(`/v1/statements/${one.id}`).set('If-Match', '*').send({ note: 'n' }).expect(410);
      const refused = async (path: string, body: object) => (await as.write.post(`/v1/${path}`).send(body)).body;
      const unknown = (pointer: string) => ({ status: 422, code: 'unknown-reference', errors: [{ pointer }] });
      const link = { statement: answer.id, rebuts: one.id, kind: 'undercut' };
      expect(await refused('rebuttals', link)).toMatchObject(unknown('/rebuts'));
      const rebuts = [{ statement: one.id, kind: 'denial' }];
      expect(await refused('statements', { ...isShut, rebuts })).toMatchObject(unknown('/rebuts/0/statement'));
      expect(await refused('statements', { ...isShut, repeats: one.id })).toMatchObject(unknown('/repeats'));
    });
    expect(written).toEqual([]);
  });

  test('200 still revises a statement whose answered or first report was withdrawn, and leaves those links alone', async () => {
    const { one, answer } = await answered();
    await withdraw(one.id).expect(204);
    const written = await changesBy(service(), () =>
      revise(service(), `statements/${answer.id}`, { note: 'Still here' }),
    );
    expect(written).toMatchObject([{ action: 'revise', entityType: 'statement', entityId: answer.id }]);
    const { body } = await service().http.get(`/v1/statements/${answer.id}`).expect(200);
    expect(body).toMatchObject({ note: 'Still here', rebuts: [], repeats: null });
  });
});
