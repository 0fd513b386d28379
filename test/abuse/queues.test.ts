import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { systemSources } from '../../src/platform/engine/open.ts';
import { postgresEngine } from '../../src/platform/engine/postgres.ts';
import { retryWhenBusy } from '../../src/platform/engine/retry-when-busy.ts';
import { tables } from '../../src/tables.ts';
import { startService } from '../support/app.ts';
import { freshDatabase, freshEngine } from '../support/database.ts';
import { whenDone } from '../support/lifetime.ts';
import { keep, kept, numbered } from '../support/writes.ts';

/** An engine whose only connection is held until `letGo` is called. */
async function heldPostgres(connectionTimeoutMillis: number) {
  const pool = new pg.Pool({ connectionString: await freshDatabase('postgres'), max: 1, connectionTimeoutMillis });
  const engine = postgresEngine(pool, tables.postgres, [], systemSources());
  whenDone(() => engine.close());
  const held = await pool.connect();
  return { engine, letGo: () => held.release() };
}

function outcomes(results: PromiseSettledResult<unknown>[]) {
  const refused = results.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
  return { done: results.length - refused.length, codes: [...new Set(refused.map(({ reason }) => reason.code))] };
}

describe('more work than can be done', () => {
  test('sqlite: writes beyond the queue are refused at once, the others are all done', async () => {
    const engine = await freshEngine('sqlite');
    const names = numbered(2_500);
    const results = await Promise.allSettled(names.map((name) => engine.write((tx) => keep(tx, name))));
    expect(outcomes(results)).toEqual({ done: 2_000, codes: ['overloaded'] });
    expect(await kept(engine.read)).toHaveLength(2_000);
  });

  test('503 with Retry-After tells a client whose write is beyond the queue', async () => {
    const { engine, as, changes } = await startService('sqlite');
    let letGo = () => {};
    const going = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const first = await new Promise<{ done: Promise<void> }>((begun) => {
      const done = engine.write(() => {
        begun({ done });
        return going;
      });
    });
    const writes = numbered(2_000).map((name) => engine.write((tx) => keep(tx, name)));
    const refused = await as.write.post('/v1/sides').send({ name: 'East' }).expect(503);
    expect(refused.body).toMatchObject({ code: 'overloaded' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await as.write.get('/v1/sides').expect(200);
    letGo();
    await Promise.all([first.done, ...writes]);
    expect(await changes()).toEqual([]);
    await as.write.post('/v1/sides').send({ name: 'East' }).expect(201);
  });

  test('postgres: what waits too long for a connection is refused, and later work is done', async () => {
    const { engine, letGo } = await heldPostgres(100);
    const late = await Promise.allSettled([engine.write((tx) => keep(tx, 'late')), kept(engine.read)]);
    expect(outcomes(late)).toEqual({ done: 0, codes: ['overloaded'] });
    letGo();
    await engine.write((tx) => keep(tx, 'later'));
    expect(await kept(engine.read)).toEqual(['later']);
  });

  test('postgres: requests beyond the queue are refused at once, the others are all done', async () => {
    const { engine, letGo } = await heldPostgres(30_000);
    const waiting = Promise.allSettled(numbered(1_000).map((name) => engine.write((tx) => keep(tx, name))));
    await new Promise(setImmediate);
    const beyond = await Promise.allSettled([engine.write((tx) => keep(tx, 'beyond')), kept(engine.read)]);
    expect(outcomes(beyond)).toEqual({ done: 0, codes: ['overloaded'] });
    letGo();
    expect(outcomes(await waiting)).toEqual({ done: 1_000, codes: [] });
  });

  test('work that nobody waits for is tried again until there is room', async () => {
    const engine = await freshEngine('sqlite');
    const crowd = Promise.allSettled(numbered(2_000).map((name) => engine.write((tx) => keep(tx, name))));
    await retryWhenBusy(engine).write((tx) => keep(tx, 'patient'));
    await crowd;
    expect(await kept(engine.read)).toContain('patient');
  });
});
