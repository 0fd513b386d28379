import { sql } from 'drizzle-orm';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { createEntity } from '../../src/history/record.ts';
import { systemSources } from '../../src/platform/engine/open.ts';
import type { Tx } from '../../src/platform/engine/tables.ts';
import { ENGINES, freshDatabase, freshEngine } from '../support/database.ts';
import { whenDone } from '../support/lifetime.ts';
import { keep, kept, numbered } from '../support/writes.ts';

const BY = { actor: 'test', comment: null };
const anything = sql`(select 1) as one`;

const side = (name: string) => (tx: Tx) => createEntity(tx, 'side', { name, slug: name }, BY);

const statusesOf = (outcomes: PromiseSettledResult<unknown>[]) => outcomes.map(({ status }) => status);

describe.each(ENGINES)('writes that share a transaction on %s', (kind) => {
  test('those that were taken on before the engine is closed are done', async () => {
    const url = await freshDatabase(kind);
    const engine = await openDatabase(url);
    const writes = Promise.allSettled(
      numbered(150).map((name) => engine.writeTogether((tx) => keep(tx, name).then(() => name))),
    );
    await engine.close();
    expect(statusesOf(await writes)).toEqual(numbered(150).map(() => 'fulfilled'));
    const again = await openDatabase(url);
    whenDone(() => again.close());
    expect(await kept(again.read)).toEqual(numbered(150));
  });

  test('those that are taken on while a group is under way are done though the engine is closed', async () => {
    const url = await freshDatabase(kind);
    const engine = await openDatabase(url);
    let closing: Promise<void> | null = null;
    const write = (name: string) =>
      engine.writeTogether(async (tx) => {
        await keep(tx, name);
        closing ??= engine.close();
      });
    const outcomes = await Promise.allSettled(numbered(100).map(write));
    await closing;
    expect(statusesOf(outcomes)).toEqual(numbered(100).map(() => 'fulfilled'));
  });

  test('503 tells those that come while too many wait', async () => {
    const engine = await freshEngine(kind);
    const outcomes = await Promise.allSettled(
      numbered(2_500).map((name) => engine.writeTogether((tx) => keep(tx, name))),
    );
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
  });

  test('one whose part is given up by the engine for a reason of its own does not keep the others from being stored', async () => {
    const engine = await freshEngine(kind);
    const outcomes = await Promise.allSettled(
      numbered(6).map((name, at) =>
        engine.writeTogether(async (tx) => {
          await side(name)(tx);
          if (at !== 3) return;
          if (kind === 'sqlite') throw new Error('fails');
          // As where a row that it refers to is locked for longer than a statement may take.
          await tx.query('limit', ({ db }) =>
            db.select({ one: sql`set_config('statement_timeout', '20', true)` }).from(anything),
          );
          await tx.query('wait', ({ db }) => db.select({ one: sql`pg_sleep(10)::text` }).from(anything));
        }),
      ),
    );
    expect(statusesOf(outcomes)).toEqual(numbered(6).map((_, at) => (at === 3 ? 'rejected' : 'fulfilled')));
  });

  test('each is settled once, and what it gives is of what was committed, where one fails after it wrote', async () => {
    const engine = await freshEngine(kind);
    const outcomes = await Promise.allSettled(
      numbered(70).map((name, at) =>
        engine.writeTogether(async (tx) => {
          const { id } = await side(name)(tx);
          if (at % 7 === 3) throw new Error(`${name} fails`);
          return id;
        }),
      ),
    );
    const sides = await engine.read.query('sides', ({ db, t }) => db.select().from(t.sides).orderBy(t.sides.slug));
    const told = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(told).toHaveLength(60);
    expect(sides.map(({ id }) => id)).toEqual(told);
    const lines = await engine.read.query('lines', ({ db, t }) => db.select().from(t.changes).orderBy(t.changes.seq));
    expect(lines.map(({ entityId }) => entityId).sort()).toEqual(told.toSorted());
  });
});

test('a write that shares a transaction on SQLite is given another key where its own is taken', async () => {
  const { clock, newKey } = systemSources();
  const taken = newKey(clock());
  let asked = 0;
  const sources = {
    clock,
    newKey: (at: Date) => {
      asked += 1;
      // The second of the group is given the key that is there already; once more where its group is done again.
      return asked === 1 || asked === 3 || asked === 6 ? taken : newKey(at);
    },
  };
  const engine = await freshEngine('sqlite', 'empty', sources);
  await engine.writeTogether(side('first'));
  const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((name) => engine.writeTogether(side(name))));
  expect(statusesOf(outcomes)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
});

test('on PostgreSQL a write that waits for a lock keeps others that need it not from waiting for it', async () => {
  const engine = await freshEngine('postgres');
  const held = await engine.write(side('held'));
  const holder = new pg.Client(engine.address);
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT * FROM sides FOR UPDATE');
  const order: string[] = [];
  const waiting = engine
    .writeTogether(async (tx) => {
      await tx.query('lock', ({ db, t }) =>
        (db.select().from(t.sides) as unknown as { for(how: string): PromiseLike<unknown[]> }).for('key share'),
      );
    })
    .then(() => order.push('waited'));
  const free = engine.writeTogether((tx) => keep(tx, 'free')).then(() => order.push('free'));
  await Promise.race([free, new Promise((late) => setTimeout(late, 3_000))]);
  order.push('let go');
  await holder.query('COMMIT').finally(() => holder.end());
  await Promise.all([waiting, free]);
  expect(held.slug).toBe('held');
  expect(order).toEqual(['free', 'let go', 'waited']);
});

test('on PostgreSQL with a standby what was committed is not done again, whatever fails after the commit', async () => {
  const url = await freshDatabase('postgres');
  let isGone = false;
  const share = async (own: number) => {
    if (isGone) throw new Error('the channel is closed');
    return own;
  };
  const engine = await openDatabase(url, { standbys: { urls: [url.replace(/:\d+\//, ':1/')], share } });
  whenDone(() => engine.close());
  await engine.write(side('before'));
  isGone = true;
  let runs = 0;
  const write = () =>
    engine.writeTogether(async (tx) => {
      runs += 1;
      await createEntity(tx, 'side', { name: 'again', slug: `again-${runs}` }, BY);
    });
  await Promise.allSettled([write(), write()]);
  const sides = await engine.newest.query('sides', ({ db, t }) => db.select().from(t.sides));
  expect(sides).toHaveLength(3);
});

test('on SQLite a thread that lets others by is woken once, when none of them waits any more', async () => {
  const engine = await freshEngine('sqlite');
  const { notify } = Atomics;
  let woken = 0;
  Atomics.notify = ((...asked: Parameters<typeof notify>) => {
    woken += 1;
    return notify(...asked);
  }) as typeof notify;
  await Promise.all(numbered(200).map((name) => engine.writeTogether((tx) => keep(tx, name)))).finally(() => {
    Atomics.notify = notify;
  });
  expect(woken).toBe(1);
});
