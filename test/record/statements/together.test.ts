import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { recountAll } from '../../../src/derived/recount.ts';
import { type Service, startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { QUOTES, recordStory, TEXT } from '../../support/record.ts';
import { expectWholeSummaries } from '../../support/summaries.ts';

/** Sends all of them before the first is answered. */
function sendAll({ as }: Service, bodies: readonly object[], headers: Record<string, string> = {}) {
  return Promise.all(bodies.map(async (body) => as.write.post('/v1/statements').set(headers).send(body)));
}

function countsOfTerms({ engine }: Service) {
  return Promise.all([
    engine.read.query('all places', ({ db, t }) => db.select().from(t.termPlaces).orderBy(t.termPlaces.wording)),
    engine.read.query('all covers', ({ db, t: { termCovers: c } }) =>
      db.select().from(c).orderBy(c.statementId, c.wording, c.start),
    ),
    engine.read.query('all usages', ({ db, t: { termUsages: u } }) =>
      db.select().from(u).orderBy(u.statementId, u.wording),
    ),
  ]);
}

describe.each(ENGINES)('statements that are sent at once on %s', (kind) => {
  test('201 records those that can be, and each of the others is refused for its own reason and leaves nothing', async () => {
    const service = await startService(kind);
    const { isOpen, anna } = await recordStory(service);
    const other = await recordStory(service);
    const wrong = [
      { ...isOpen, quote: 'Ben Sud disagreed', speaker: 'nobody' },
      { ...isOpen, quote: 'The gates stand wide open' },
      {
        ...isOpen,
        quote: 'Ben Sud disagreed',
        stances: [{ claim: other.open.id, stance: 'deny' }],
        dispute: isOpen.article,
      },
      { ...isOpen, quote: 'Harbour reopens', stances: [{ claim: other.open.id, stance: 'deny' }], side: 'nowhere' },
    ];
    const right = QUOTES.map((quote) => ({ ...isOpen, quote, speaker: anna.id }));
    const mixed = right.flatMap((body, at) => [body, ...(wrong[at] ? [wrong[at]] : [])]);
    const answers = await sendAll(service, mixed);
    const made = answers.filter(({ status }) => status === 201);
    expect(made.map(({ body }) => body.quote).sort()).toEqual([...QUOTES].sort());
    const refused = answers.filter(({ status }) => status !== 201).map(({ status, body }) => [status, body.code]);
    expect(refused).toEqual([
      [422, 'unknown-reference'],
      [422, 'quote-altered'],
      [422, 'unknown-reference'],
      [422, 'unknown-reference'],
    ]);
    const listed = (await service.http.get('/v1/statements').query({ count: true, limit: 200 }).expect(200)).body;
    expect(listed.total).toBe(QUOTES.length);
    for (const { body } of made)
      expect((await service.http.get(`/v1/statements/${body.id}`).expect(200)).body).toEqual(body);
    const created = (await service.changes()).filter(({ entityType }) => entityType === 'statement');
    expect(created.map(({ entityId }) => entityId).sort()).toEqual(made.map(({ body }) => body.id).sort());
  });

  test('all that follows from them is what counting anew finds', async () => {
    const service = await startService(kind);
    const { isOpen, open, article } = await recordStory(service, {
      text: `${TEXT}\n\nThe gates stand open. The gates, the gates.`,
    });
    await service.as.write
      .patch(`/v1/claims/${open.id}`)
      .set('If-Match', '*')
      .send({ terms: ['gates', 'harbour', 'key'] })
      .expect(200);
    const answers = await sendAll(service, [
      ...QUOTES.map((quote, at) => ({ ...isOpen, quote, status: at === 4 ? 'draft' : 'published' })),
      { ...isOpen, quote: 'The gates, the gates' },
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    const kept = await countsOfTerms(service);
    expect(kept.map(({ length }) => length > 0)).toEqual([true, true, true]);
    // The article is told of anew, so that its places are counted from nothing.
    await service.as.write.patch(`/v1/articles/${article.id}`).set('If-Match', '*').send({ title: 'Anew' }).expect(200);
    await service.as.write
      .patch(`/v1/articles/${article.id}`)
      .set('If-Match', '*')
      .send({ title: article.title })
      .expect(200);
    await recountAll(service.engine);
    expect(kept).toEqual(await countsOfTerms(service));
    await expectWholeSummaries(service.engine);
    for (const quote of QUOTES.filter((_, at) => at !== 4)) {
      const found = (
        await service.http
          .get('/v1/statements')
          .query({ q: `"${quote}"` })
          .expect(200)
      ).body.items;
      expect(found.map((one: { quote: string }) => one.quote)).toEqual([quote]);
    }
  });

  test('409 tells all but one of those that say the same which one it is', async () => {
    const service = await startService(kind);
    const { isOpen } = await recordStory(service);
    const answers = await sendAll(service, Array(8).fill(isOpen));
    const [made, ...others] = answers.toSorted((one, other) => one.status - other.status);
    expect(made?.status).toBe(201);
    for (const { status, body } of others) expect([status, body.existing]).toEqual([409, made?.body.id]);
  });

  test('201 records once what is sent under one Idempotency-Key, beside others', async () => {
    const service = await startService(kind);
    const { isOpen } = await recordStory(service);
    const others = sendAll(
      service,
      QUOTES.slice(1).map((quote) => ({ ...isOpen, quote })),
    );
    const twins = await sendAll(service, Array(4).fill(isOpen), { 'Idempotency-Key': 'the-same' });
    expect(twins.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(twins.map(({ body }) => body.id)).size).toBe(1);
    expect((await others).map(({ status }) => status)).toEqual(QUOTES.slice(1).map(() => 201));
  });
});

test('statements that wait for each other on PostgreSQL share a transaction', async () => {
  const service = await startService('postgres');
  const { isOpen } = await recordStory(service);
  await sendAll(
    service,
    QUOTES.map((quote) => ({ ...isOpen, quote })),
  );
  const made = await service.engine.read.query('lines of statements', ({ db, t }) =>
    db.select({ at: t.changes.at }).from(t.changes).where(eq(t.changes.entityType, 'statement')),
  );
  expect(made).toHaveLength(QUOTES.length);
  // Those of one transaction have its time.
  expect(new Set(made.map(({ at }) => at)).size).toBeLessThan(QUOTES.length / 2);
});
