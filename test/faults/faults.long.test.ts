import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { ENGINES, freshDatabase } from '../support/database.ts';
import { faultsOf } from './inspection.ts';
import { killAgainAndAgain } from './kills.ts';
import { startPostgres } from './postgres-server.ts';
import { ADMIN_KEY, startProcess } from './service-process.ts';
import { ask, randomFrom, recordStory, Writer } from './writer.ts';

const SEED = 20_240_301;
const MINUTES = 60_000;

test.each(ENGINES)(
  'on %s, a service that is killed while clients write has every acknowledged write, and nothing by halves',
  async (kind) => {
    const freshUrl = () => freshDatabase(kind);
    const figures = await killAgainAndAgain({ kills: kind === 'sqlite' ? 5 : 2, seed: SEED, freshUrl });
    expect(figures).toMatchObject({ lost: [], faults: [] });
    expect(figures.acknowledged).toBeGreaterThan(0);
    console.log(`${kind}: kills ${figures.kills}, acknowledged ${figures.acknowledged}, lost ${figures.lost.length}`);
  },
  3 * MINUTES,
);

test(
  'a PostgreSQL server that is killed under load: 503 meanwhile, then every acknowledged write, without a restart',
  async () => {
    const postgres = await startPostgres();
    onTestFinished(() => postgres.stop());
    const service = await startProcess(postgres.url);
    onTestFinished(() => service.kill());
    const readiness = async () => (await fetch(`${service.address}/health/ready`)).status;
    const story = await recordStory(service.address);
    const random = randomFrom(SEED);
    const writers: Writer[] = [];
    for (let at = 1; at <= 4; at += 1) writers.push(await Writer.start(service.address, `w${at}`, at, story));
    for (let kill = 1; kill <= 2; kill += 1) {
      const writing = writers.map((writer) => writer.write(service.address, () => true));
      await new Promise((resolve) => setTimeout(resolve, 100 + random() * 400));
      await postgres.kill();
      await Promise.all(writing);
      await expect.poll(readiness, { timeout: MINUTES }).toBe(503);
      const refused = await fetch(`${service.address}/v1/sides`, {
        method: 'POST',
        headers: { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/json' },
        body: '{"name":"East"}',
      });
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
      expect(await refused.json()).toMatchObject({ code: 'overloaded' });
      expect((await fetch(`${service.address}/health/live`)).status).toBe(200);
      await postgres.restart();
      await expect.poll(readiness, { timeout: MINUTES }).toBe(200);
      for (const writer of writers) await writer.check(service.address);
    }
    const lost = writers.flatMap((writer) => writer.lost);
    const acknowledged = writers.reduce((total, writer) => total + writer.acknowledged, 0);
    expect(lost).toEqual([]);
    expect(acknowledged).toBeGreaterThan(0);
    expect((await ask(service.address, { method: 'GET', path: '/v1/sides?count=true' }))?.body.total).toBe(2);
    const engine = await openDatabase(postgres.url);
    onTestFinished(() => engine.close());
    expect(await faultsOf(engine)).toEqual([]);
    console.log(`PostgreSQL server: kills 2, acknowledged ${acknowledged}, lost ${lost.length}`);
  },
  5 * MINUTES,
);
