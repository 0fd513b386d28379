import { describe, expect, test } from 'vitest';
import { systemSources } from '../../src/platform/engine/open.ts';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { another, record, recordStory, revise } from '../support/record.ts';

/** A service whose clock is set by the test. */
async function startAt(kind: (typeof ENGINES)[number], start: string) {
  let now = new Date(start);
  const service = await startService(kind, { sources: systemSources(() => now) });
  const remove = (path: string, why = 'Because') =>
    service.as.write.delete(`/v1/${path}`).set('If-Match', '*').set('Change-Comment', why).expect(204);
  return { service, remove, setClock: (time: string) => (now = new Date(time)) };
}

describe.each(ENGINES)('what the past keeps, on %s', (kind) => {
  test('200 shows rebuttals, corrections and snapshots of then that were deleted or moved since', async () => {
    const { service, setClock, remove } = await startAt(kind, '2024-03-01T10:00:00Z');
    const { http, as } = service;
    const story = await recordStory(service);
    const one = await record(service, 'statements', story.isOpen);
    const other = await record(service, 'statements', { ...another(story.isOpen), note: 'Another' });
    const answer = await record(service, 'statements', {
      ...story.isShut,
      rebuts: [{ statement: one.id, kind: 'denial' }],
    });
    const [link] = answer.rebuts;
    const correct = (of: object) => record(service, 'corrections', { ...of, kind: 'update', note: 'Since then' });
    const ofStatement = await correct({ statement: one.id });
    const ofClaim = await correct({ claim: story.shut.id });
    const ofArticle = await correct({ article: story.article.id });
    const unread = await record(service, 'articles', {
      ...{ url: 'https://courier.example/unread', title: 'Unread', outlet: story.outlet.id },
      ...{ publishedAt: '2024-03-01', language: 'en' },
    });
    await record(service, `articles/${unread.id}/snapshots`, { text: 'A first text.' });
    await record(service, `articles/${unread.id}/snapshots`, { text: 'A second text.' });
    const paths = [
      ...[`statements/${one.id}`, `statements/${answer.id}`, `claims/${story.shut.id}`],
      ...[`articles/${story.article.id}`, `articles/${unread.id}`],
    ];
    const then = new Map<string, object>();
    for (const path of paths) then.set(path, (await http.get(`/v1/${path}`).expect(200)).body);
    expect(then.get(`articles/${unread.id}`)).toMatchObject({ snapshots: 2 });

    setClock('2024-03-02T10:00:00Z');
    await revise(service, `rebuttals/${link.id}`, { rebuts: other.id });
    await revise(service, `corrections/${ofStatement.id}`, { statement: null, article: story.article.id });
    await revise(service, `corrections/${ofArticle.id}`, { article: null, statement: other.id });
    const moved = (await http.get(`/v1/statements/${other.id}`).expect(200)).body;
    expect(moved).toMatchObject({ rebuttals: [{ id: link.id }], corrections: [{ id: ofArticle.id }] });
    await as.write.post(`/v1/claims/${story.shut.id}/merge`).send({ into: story.open.id }).expect(200);
    const merged = (await http.get(`/v1/claims/${story.open.id}`).expect(200)).body;
    expect(merged.corrections).toMatchObject([{ id: ofClaim.id }]);

    setClock('2024-03-03T10:00:00Z');
    await as.write.post(`/v1/claims/${story.shut.id}/unmerge`).expect(200);
    await remove(`rebuttals/${link.id}`);
    for (const { id } of [ofStatement, ofClaim, ofArticle]) await remove(`corrections/${id}`);
    await remove(`articles/${unread.id}`);

    for (const path of paths)
      expect((await http.get(`/v1/${path}?asOf=2024-03-01`).expect(200)).body, path).toEqual(then.get(path));
    expect((await http.get(`/v1/statements/${other.id}?asOf=2024-03-02`).expect(200)).body).toEqual(moved);
    expect((await http.get(`/v1/claims/${story.open.id}?asOf=2024-03-02`).expect(200)).body).toEqual(merged);
    const now = (await http.get(`/v1/statements/${other.id}?asOf=2024-03-03`).expect(200)).body;
    expect(now).toMatchObject({ rebuttals: [], corrections: [] });
  });

  test('404 tells nothing of a draft, whatever was done to it, to who may not see drafts', async () => {
    const { service, setClock, remove } = await startAt(kind, '2024-03-01T10:00:00Z');
    const { http, as } = service;
    const story = await recordStory(service);
    const draft = () => record(service, 'statements', { ...another(story.isOpen), status: 'draft' });
    const [withdrawn, redacted, published] = [await draft(), await draft(), await draft()];
    setClock('2024-03-02T10:00:00Z');
    for (const { id } of [withdrawn, published]) await remove(`statements/${id}`, 'the source asked us');
    await as.admin.post(`/v1/statements/${redacted.id}/redact`).send({ reason: 'the law' }).expect(200);
    setClock('2024-03-03T10:00:00Z');
    await as.write.post(`/v1/statements/${published.id}/restore`).expect(200);
    await revise(service, `statements/${published.id}`, { status: 'published' });
    for (const { id } of [withdrawn, redacted, published]) {
      for (const time of ['2024-03-01', '2024-03-02', ...(id === published.id ? [] : ['2030'])]) {
        for (const asked of [http, as.read]) {
          const { body } = await asked.get(`/v1/statements/${id}?asOf=${time}`).expect(404);
          expect(JSON.stringify(body)).not.toMatch(/the source asked us|the law|2024-03-02T/);
        }
      }
    }
    const told = await as.write.get(`/v1/statements/${withdrawn.id}?asOf=2030`).expect(410);
    expect(told.body).toMatchObject({ reason: 'the source asked us' });
    await as.write.get(`/v1/statements/${redacted.id}?asOf=2030`).expect(410);
    await http.get(`/v1/statements/${published.id}?asOf=2024-03-03`).expect(200);
    await as.admin.post(`/v1/statements/${published.id}/redact`).send({ reason: 'the law' }).expect(200);
    await http.get(`/v1/statements/${published.id}?asOf=2024-03-01`).expect(404);
    await http.get(`/v1/statements/${published.id}?asOf=2030`).expect(410);
  });

  test('200 shows an entity in the order of its changes where clocks went back', async () => {
    const { service, setClock } = await startAt(kind, '2024-03-01T10:00:02Z');
    const side = await record(service, 'sides', { name: 'North' });
    setClock('2024-03-01T10:00:00Z');
    const revised = await revise(service, `sides/${side.id}`, { name: 'Nord' });
    expect(revised.updatedAt >= revised.createdAt).toBe(true);
    setClock('2024-03-01T10:00:04Z');
    const again = await revise(service, `sides/${side.id}`, { name: 'Norte' });
    const sideAt = (time: string) => service.http.get(`/v1/sides/${side.id}?asOf=${time}`);
    await sideAt('2024-03-01T09:00:00Z').expect(404);
    expect((await sideAt('2024-03-01T10:00:00Z').expect(200)).body).toEqual(revised);
    expect((await sideAt('2024-03-01T10:00:03Z').expect(200)).body).toEqual(revised);
    expect((await sideAt('2030').expect(200)).body).toEqual(again);
  });

  test('404 for a correction of a review whose statement was withdrawn then, 410 now, and 422 for a new one', async () => {
    const { service, setClock, remove } = await startAt(kind, '2024-03-01T10:00:00Z');
    const { http, as } = service;
    const story = await recordStory(service);
    const statement = await record(service, 'statements', story.isOpen);
    const answer = await record(service, 'statements', {
      ...story.isShut,
      rebuts: [{ statement: statement.id, kind: 'denial' }],
    });
    const review = await record(service, 'reviews', {
      ...{
        statement: statement.id,
        publisher: story.outlet.id,
        url: 'https://courier.example/check',
        title: 'Checked',
      },
      ...{ reviewedAt: '2024-03-02', rating: { label: 'False' } },
    });
    const correction = { review: review.id, kind: 'update', note: 'A date' };
    const ofReview = await record(service, 'corrections', correction);
    const ofStatement = await record(service, 'corrections', {
      ...correction,
      review: undefined,
      statement: statement.id,
    });
    setClock('2024-03-02T10:00:00Z');
    await remove(`statements/${statement.id}`);
    for (const path of [`corrections/${ofReview.id}`, `corrections/${ofStatement.id}`, `reviews/${review.id}`]) {
      await http.get(`/v1/${path}?asOf=2030`).expect(404);
      await http.get(`/v1/${path}`).expect(410);
      await http.get(`/v1/${path}?asOf=2024-03-01`).expect(200);
    }
    const changed = [`corrections/${ofReview.id}`, `corrections/${ofStatement.id}`, `reviews/${review.id}`];
    for (const path of [...changed, `rebuttals/${answer.rebuts[0].id}`]) {
      const patch = as.write.patch(`/v1/${path}`).set('If-Match', '*').send({ note: 'N', title: undefined });
      const title = as.write.patch(`/v1/${path}`).set('If-Match', '*').send({ title: 'T' });
      const { body } = await (path.startsWith('reviews') ? title : patch).expect(410);
      expect(body).toMatchObject({ code: 'withdrawn', reason: 'Because' });
    }
    const { body } = await as.write.post('/v1/corrections').send(correction).expect(422);
    expect(body).toMatchObject({ code: 'unknown-reference', errors: [{ pointer: '/review' }] });
  });
});
