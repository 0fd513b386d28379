import { sql } from 'drizzle-orm';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { matchesByDate } from '../../src/derived/full-text/store.ts';
import { idFromKey } from '../../src/kernel/id.ts';
import { PREPARED_MAX } from '../../src/platform/engine/prepared.ts';
import { updateRow } from '../../src/platform/engine/rows.ts';
import { EVERY } from '../../src/text/words/match.ts';
import { freshDatabase, freshEngine } from '../support/database.ts';
import { whenDone } from '../support/lifetime.ts';
import { keep, kept } from '../support/writes.ts';

const NOW = '2026-01-01T00:00:00.000Z';

const anything = sql`(select 1) as one`;

/** Ends a statement as the server itself does with that code. */
const GIVE_UP = `CREATE FUNCTION give_up(code text) RETURNS text LANGUAGE plpgsql AS
  'BEGIN RAISE EXCEPTION USING ERRCODE = code, MESSAGE = ''given up''; END'`;

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

describe('PostgreSQL', () => {
  test('keeps prepared what is used now, however many other queries there were, and no connection holds on to all of them', async () => {
    const { read } = await freshEngine('postgres');
    const shape = (at: number) =>
      read.query(`shape ${at}`, ({ db }) => db.select({ n: sql.raw(`${at}`).mapWith(Number).as('n') }).from(anything));
    const held = async () => {
      const rows = await read.query('statements held', ({ db }) =>
        db.select({ text: sql<string>`statement` }).from(sql`pg_prepared_statements`),
      );
      return rows.map(({ text }) => text);
    };
    for (let at = 1; at <= PREPARED_MAX * 3; at += 1) {
      expect(await shape(at)).toEqual([{ n: at }]);
      if (at % 100 === 0) expect((await held()).length).toBeLessThanOrEqual(PREPARED_MAX * 2 + 1);
    }
    const last = `select ${PREPARED_MAX * 3} as "n" from (select 1) as one`;
    await shape(PREPARED_MAX * 3);
    expect(await held()).toContain(last);
  });

  test('tells that its connections are taken while queries wait for one, and when they are free again', async () => {
    const { connections, read, write } = await freshEngine('postgres');
    expect(connections.isFree()).toBe(true);
    await connections.whenFree();
    const going = Promise.withResolvers<void>();
    const holding: Promise<void>[] = [];
    const asked: Promise<unknown>[] = [];
    while (connections.isFree()) {
      holding.push(write(() => going.promise));
      asked.push(kept(read));
      await new Promise((resolve) => setImmediate(resolve));
    }
    let isTold = false;
    const told = connections.whenFree().then(() => {
      isTold = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isTold).toBe(false);
    going.resolve();
    await Promise.all([told, ...holding, ...asked]);
    expect(connections.isFree()).toBe(true);
  });

  test('503 tells a write whose connection is lost, and the next one gets another connection', async () => {
    const engine = await freshEngine('postgres');
    const cut = engine.write(async (tx) => {
      await keep(tx, 'cut off');
      await tx.query('end this connection', ({ db }) =>
        db.select({ ended: sql`pg_terminate_backend(pg_backend_pid())` }).from(anything),
      );
    });
    await expect(cut).rejects.toMatchObject({ name: 'Failure', code: 'overloaded' });
    await engine.write((tx) => keep(tx, 'after'));
    expect(await kept(engine.read)).toEqual(['after']);
  });

  test('503 tells a write whose connection is lost between two queries', async () => {
    const engine = await freshEngine('postgres');
    const name = new URL(engine.address).pathname.slice(1);
    const cut = engine.write(async (tx) => {
      await keep(tx, 'cut off');
      const others = `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '${name}' AND pid <> pg_backend_pid()`;
      await execute(engine.address, others);
      await keep(tx, 'never');
    });
    await expect(cut).rejects.toMatchObject({ name: 'Failure', code: 'overloaded' });
    expect(await kept(engine.read)).toEqual([]);
  });

  test('reading goes on after the server ended every connection', async () => {
    const engine = await freshEngine('postgres');
    await Promise.all(Array.from({ length: 5 }, () => kept(engine.read)));
    const others = sql`pid <> pg_backend_pid() and datname = current_database()`;
    await engine.write((tx) =>
      tx.query('end the other connections', ({ db }) =>
        db.select({ ended: sql`pg_terminate_backend(pid, 5000)` }).from(sql`pg_stat_activity`).where(others),
      ),
    );
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => kept(engine.read)));
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ name: 'Failure', code: 'overloaded' });
    expect(await kept(engine.read)).toEqual([]);
  });

  test('two writes that lock each other out are both done in the end', async () => {
    const engine = await freshEngine('postgres');
    await engine.write(async (tx) => {
      await keep(tx, 'a');
      await keep(tx, 'b');
    });
    const [one, other] = [idFromKey('side', 1), idFromKey('side', 2)];
    const sides = { createdAt: NOW, updatedAt: NOW, revision: 1 };
    await engine.write(async (tx) => {
      for (const id of [one, other])
        await tx.query(`side ${id}`, ({ db, t }) => db.insert(t.sides).values({ ...sides, id, slug: id, name: '' }));
    });
    let runs = 0;
    let arrived = 0;
    let open = () => {};
    const both = new Promise<void>((resolve) => {
      open = resolve;
    });
    const lock = (first: string, second: string, name: string) =>
      engine.write(async (tx) => {
        runs += 1;
        await updateRow(tx, 'sides', first, { name });
        arrived += 1;
        if (arrived === 2) open();
        await both;
        await updateRow(tx, 'sides', second, { name });
      });
    await Promise.all([lock(one, other, 'one'), lock(other, one, 'two')]);
    // Which of the two gets on first is PostgreSQL's to say, so one may run more often than twice.
    expect(runs).toBeGreaterThan(2);
    const rows = await engine.read.query('sides', ({ db, t }) => db.select().from(t.sides));
    expect(new Set(rows.map(({ name }) => name)).size).toBe(1);
  });

  test('maintenance is not given up because it takes long, whatever the server is set to', async () => {
    const url = await freshDatabase('postgres');
    await execute(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET statement_timeout = 500`);
    await execute(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET transaction_timeout = 500`);
    const engine = await openDatabase(url, { maintenance: true });
    whenDone(() => engine.close());
    const waited = await engine.write(async (tx) => {
      await tx.rebuildFullText();
      return tx.query('take long', ({ db }) => db.select({ done: sql`pg_sleep(0.6)::text` }).from(anything));
    });
    expect(waited).toEqual([{ done: '' }]);
    expect(await engine.purge()).toBe(true);
  });

  test.each([
    ['a deadlock', '40P01', /Other writes were in the way/],
    ['a serialization failure', '40001', /Other writes were in the way/],
    ['a statement that takes too long', '57014', /took too long/],
    ['a server without memory', '53200', /does not answer/],
    ['a lock that is not to be had', '55P03', /took too long/],
  ])('503 tells a write that ends in %s each time, and nothing of it stays', async (_, code, detail) => {
    const engine = await freshEngine('postgres');
    await execute(engine.address, GIVE_UP);
    const write = engine.write(async (tx) => {
      await keep(tx, 'given up');
      await tx.query(`give up: ${code}`, ({ db }) => db.select({ one: sql`give_up(${code})` }).from(anything));
    });
    await expect(write).rejects.toMatchObject({
      name: 'Failure',
      code: 'overloaded',
      message: expect.stringMatching(detail),
    });
    expect(await kept(engine.read)).toEqual([]);
  });

  test('pages are taken to be near, unless somebody has set how far they are', async () => {
    const url = await freshDatabase('postgres');
    const costs = async () => {
      const engine = await openDatabase(url);
      whenDone(() => engine.close());
      return engine.read.query('cost of a page', ({ db }) =>
        db.select({ cost: sql`current_setting('random_page_cost')` }).from(anything),
      );
    };
    expect(await costs()).toEqual([{ cost: '1.1' }]);
    await execute(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET random_page_cost = 3`);
    expect(await costs()).toEqual([{ cost: '3' }]);
  });

  test('a search is planned anew each time, since a plan for any words reads the whole index to find rare ones', async () => {
    const engine = await freshEngine('postgres');
    const match = { facets: [[EVERY.statement]], terms: [{ tokens: ['rare'], prefix: false }], query: null };
    await engine.write(async (tx) => {
      await matchesByDate(tx, { match, conditions: [] }, 'newest', { limit: 1, after: null });
      await kept(tx);
      const rows = await tx.query('kept plans', ({ db }) =>
        db.select({ text: sql<string>`statement` }).from(sql`pg_prepared_statements`),
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ text }) => text.includes('tsquery'))).toEqual([]);
    });
  });

  test('a connection that writes keeps a bounded number of prepared statements, too', async () => {
    const engine = await freshEngine('postgres');
    const held: number[] = [];
    for (let at = 0; at < PREPARED_MAX * 3; at += 50)
      await engine.write(async (tx) => {
        for (let more = at; more < at + 50; more += 1)
          await tx.query(`query ${more}`, ({ db }) => db.select({ n: sql.raw(`${more}`) }).from(anything));
        const rows = await tx.query('prepared', ({ db }) =>
          db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(sql`pg_prepared_statements`),
        );
        held.push(rows[0]?.n ?? 0);
      });
    expect(Math.max(...held)).toBeGreaterThan(PREPARED_MAX);
    expect(Math.max(...held)).toBeLessThanOrEqual(PREPARED_MAX * 2 + 50);
    expect(held.at(-1)).toBeGreaterThan(0);
  });
});
