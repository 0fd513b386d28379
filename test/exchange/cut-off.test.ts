import { Readable } from 'node:stream';
import pino from 'pino';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { getImport, importJobs } from '../../src/exchange/jobs.ts';
import { quoteChecker } from '../../src/text/quotes/checker.ts';
import { freshDatabase } from '../support/database.ts';
import { importWorkerOn } from '../support/import.ts';
import { whenDone } from '../support/lifetime.ts';
import { proxyTo } from '../support/proxy.ts';

const STATEMENTS = 600;

/** A story, and statements in it. */
function linesOf(n: number): string {
  const story = [
    { type: 'side', slug: 'north', name: 'North' },
    { type: 'dispute', slug: 'harbour', title: 'The harbour', sides: [{ side: 'north' }] },
    { type: 'outlet', slug: 'courier', name: 'Courier' },
    {
      ...{ type: 'article', url: 'https://courier.example/1', title: 'Harbour', outlet: 'courier' },
      ...{ publishedAt: '2024-03-01', language: 'en' },
    },
    { type: 'speaker', slug: 'anna', name: 'Anna', affiliations: [{ side: 'north' }] },
  ];
  const statements = Array.from({ length: n }, (_, at) => ({
    ...{ type: 'statement', id: `s${at}`, article: 'https://courier.example/1', speaker: 'anna', dispute: 'harbour' },
    ...{ quote: `She said it for the time ${at}`, quoteType: 'indirect' },
  }));
  return [...story, ...statements].map((line) => `${JSON.stringify(line)}\n`).join('');
}

test('done is an import, with every line, through which PostgreSQL was gone for a while', async () => {
  const database = new URL(await freshDatabase('postgres'));
  const proxy = await proxyTo(database.hostname, Number(database.port));
  database.port = String(proxy.port);
  const engine = await openDatabase(database.href);
  const checker = quoteChecker();
  const jobs = importJobs({ engine, checker, worker: importWorkerOn(engine) }, 10_000_000, pino({ level: 'silent' }));
  whenDone(async () => {
    await jobs.close();
    await checker.close();
    await engine.close();
  });
  const sent = { format: 'record' as const, dryRun: false, context: {} };
  const { id } = await jobs.accept(Readable.from([linesOf(STATEMENTS)]), sent, { actor: 'test', comment: null });
  const read = async () => (await getImport(engine.read, id)).read;
  await expect.poll(read, { timeout: 30_000, interval: 5 }).toBeGreaterThan(50);
  await proxy.cut();
  await expect(engine.ping()).rejects.toThrow();
  await proxy.mend();
  const job = () => getImport(engine.read, id);
  await expect.poll(async () => (await job()).state, { timeout: 60_000 }).not.toBe('running');
  expect(await job()).toMatchObject({ state: 'done', rejected: 0, errors: [], read: STATEMENTS + 5 });
  const statements = await engine.read.query('all', ({ db, t }) =>
    db.select({ id: t.statements.id }).from(t.statements),
  );
  expect(statements).toHaveLength(STATEMENTS);
}, 120_000);
