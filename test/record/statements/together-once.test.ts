import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { AlreadyCarriedOut } from '../../../src/idempotency/store.ts';
import { recordStatement } from '../../../src/record/statements/actions.ts';
import { NewStatement } from '../../../src/record/statements/statement.ts';
import { quoteChecker } from '../../../src/text/quotes/checker.ts';
import { faultsOf } from '../../faults/inspection.ts';
import { type Service, startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { whenDone } from '../../support/lifetime.ts';
import { recordStory } from '../../support/record.ts';

const idsOf = async ({ engine }: Service) =>
  (await engine.read.query('ids', ({ db, t }) => db.select({ id: t.statements.id }).from(t.statements)))
    .map(({ id }) => id)
    .sort();

async function started(kind: (typeof ENGINES)[number]) {
  const service = await startService(kind);
  const { isOpen } = await recordStory(service);
  const checker = quoteChecker();
  whenDone(() => checker.close());
  const say = (at: number, key?: string) => {
    const by = { actor: 'test', comment: null, ...(key && { once: { caller: 'key', key, fingerprint: key } }) };
    const body = { ...isOpen, quote: `The quay is closed, ${at}`, quoteType: 'indirect' };
    return recordStatement(service.engine, checker, NewStatement.parse(body), by as never);
  };
  return { service, isOpen, say };
}

describe.each(ENGINES)('statements that are sent at once, of which some are to be recorded once, on %s', (kind) => {
  test('of two with the same key, with no words that tell it, one is recorded, and each other under its own key', async () => {
    const { service, say } = await started(kind);
    const keys = ['a', 'twin', 'b', undefined, 'twin', 'c', undefined];
    const outcomes = await Promise.allSettled(keys.map((key, at) => say(at, key)));
    const ids = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const failed = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(failed).toHaveLength(1);
    expect(failed[0]).toBeInstanceOf(AlreadyCarriedOut);
    expect(await idsOf(service)).toEqual(ids.toSorted());
    const claims = await service.engine.read.query('claims', ({ db, t }) => db.select().from(t.idempotencyKeys));
    const claimed = new Map(claims.map(({ key, entityId }) => [key, entityId]));
    for (const [at, key] of keys.entries()) {
      const one = outcomes[at];
      if (key && one?.status === 'fulfilled') expect(claimed.get(key)).toBe(one.value);
    }
    expect(await faultsOf(service.engine)).toEqual([]);
  });

  test('each of those that share a time is there as of it, and pages of history give each once, in their order', async () => {
    const { service, say } = await started(kind);
    const ids = await Promise.all(Array.from({ length: 12 }, (_, at) => say(at)));
    const lines = (await service.changes()).filter(({ entityType }) => entityType === 'statement') as unknown as {
      entityId: string;
      at: string;
    }[];
    const order = lines.map(({ entityId }) => entityId);
    expect(order.toSorted()).toEqual(ids.toSorted());
    for (const { entityId, at } of lines) {
      const { body } = await service.http.get(`/v1/statements/${entityId}`).query({ asOf: at }).expect(200);
      expect([body.id, body.createdAt]).toEqual([entityId, at]);
    }
    const feed: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const { body } = await service.http
        .get('/v1/changes')
        .query({ limit: 5, type: 'statement', ...(cursor && { cursor }) })
        .expect(200);
      feed.push(...body.items.map((one: { entity: { id: string } }) => one.entity.id));
      cursor = body.next;
    }
    expect(feed).toEqual(order);
    expect(await faultsOf(service.engine)).toEqual([]);
  });
});

test('503 tells all whose connection to PostgreSQL ends in their midst, nothing of them stays, and the next are recorded', async () => {
  const { service, say } = await started('postgres');
  const { engine } = service;
  const cut = engine.writeTogether((tx) =>
    tx.query('end this connection', ({ db }) =>
      db.select({ ended: sql`pg_terminate_backend(pg_backend_pid())` }).from(sql`(select 1) as one`),
    ),
  );
  const outcomes = await Promise.allSettled([say(0), say(1), cut, say(2)]);
  const stored = await idsOf(service);
  const told = outcomes.flatMap((one) =>
    one.status === 'fulfilled' && typeof one.value === 'string' ? [one.value] : [],
  );
  expect(stored).toEqual(told.toSorted());
  for (const one of outcomes)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ name: 'Failure', code: 'overloaded' });
  await say(9);
  expect(await idsOf(service)).toHaveLength(stored.length + 1);
  expect(await faultsOf(engine)).toEqual([]);
});
