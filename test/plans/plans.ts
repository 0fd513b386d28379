import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pino from 'pino';
import { expect, test } from 'vitest';
import { createKey } from '../../src/access/store.ts';
import { makeIn } from '../../src/analysis/comparer.ts';
import { READ_MAX, TermQuery } from '../../src/analysis/comparisons/terms/term-comparison.ts';
import { buildApp } from '../../src/app.ts';
import { openDatabase } from '../../src/database.ts';
import { readConfig } from '../../src/platform/config.ts';
import { PreparedQueries } from '../../src/platform/engine/prepared.ts';
import { generateRecord } from '../bench/generate.ts';
import { copyToPostgres } from '../bench/postgres.ts';
import type { Landmarks } from '../bench/record.ts';
import { asking } from '../support/sweep.ts';
import { ALLOWED } from './allowed.ts';
import { type Parameter, valuesIn } from './asked.ts';
import { type Asked, type Finding, findInPostgres, findInSqlite } from './explained.ts';

/** `npm run plans`; `PLANS_SIZE` is the number of statements. */
const SIZE = Number(process.env.PLANS_SIZE ?? 100_000);
/** A table with more rows than this is never read as a whole to answer a request. */
const LARGE_MIN = 2_000;

test(`no query of a read route scans a large table or sorts without a bound, but for those that are named`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-plans-'));
  const file = join(folder, 'record.db');
  const landmarks = await generateRecord(file, SIZE);
  const large = largeTables(file);
  const postgres = await copyToPostgres(file);
  try {
    const found = [
      ...findInSqlite(file, await askEverything(`file:${file}`, landmarks), large),
      ...(await findInPostgres(postgres.url, await askEverything(postgres.url, landmarks), large)),
    ];
    const steps = Map.groupBy(found, ({ query }) => query);
    const told = [...steps].map(
      ([query, all]: [string, Finding[]]) => `${query}: ${[...new Set(all.map(({ step }) => step))].join('; ')}`,
    );
    expect(told.filter((line) => !isAllowed(line)).sort()).toEqual([]);
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

function isAllowed(line: string): boolean {
  return Object.keys(ALLOWED).some((name) => line.startsWith(name));
}

function largeTables(file: string): Set<string> {
  const connection = new Database(file, { readonly: true });
  const names = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
  const large = names.filter(
    (name) => (connection.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number) > LARGE_MIN,
  );
  connection.close();
  return new Set(large);
}

/** Asks every read route by each of its filters, and gives the queries that were prepared for it. */
async function askEverything(url: string, landmarks: Landmarks): Promise<Asked[]> {
  const asked = new Map<string, Asked>();
  const { get } = PreparedQueries.prototype;
  PreparedQueries.prototype.get = function (this: PreparedQueries, name, build) {
    const prepared = get.call(this, name, build);
    const { sql, params } = (prepared as unknown as { getQuery(): { sql: string; params: unknown[] } }).getQuery();
    if (/^\s*(select|with)\b/i.test(sql)) asked.set(name, { name, sql, parameters: params.length });
    return prepared;
  };
  const opened = await openDatabase(url);
  const engine = { ...opened, offThread: opened.read };
  const app = await buildApp(engine, readConfig({ RATE_LIMIT: '0', WAIT_MAX_MS: '0' }), pino({ level: 'silent' }));
  await app.ready();
  const { key } = await engine.write((tx) => createKey(tx, { name: 'plans', scope: 'admin', expiresAt: null }));
  asked.clear();
  const headers = { authorization: `Bearer ${key}` };
  const refused: string[] = [];
  const ask = async (address: string) => {
    const answer = await app.inject({ url: address, headers });
    if (answer.statusCode >= 500) refused.push(`${answer.statusCode} ${address}`);
    return answer;
  };
  const ids = new Map<string, string>();
  for (const room of Object.keys(app.swagger().paths ?? {}).flatMap(
    (path) => /^\/v1\/([a-z-]+)$/.exec(path)?.[1] ?? [],
  )) {
    const { items } = (await ask(`/v1/${room}?limit=1`)).json();
    if (items?.[0]?.id) ids.set(room, items[0].id);
  }
  const valuesOf = valuesIn(landmarks, ids);
  for (const [path, item] of Object.entries(app.swagger().paths ?? {})) {
    if (!item?.get || /stream$|export$|^\/v1\/(imports|keys)|^\/(metrics|health)/.test(path)) continue;
    const room = /^\/v1\/([^/]+)\//.exec(path)?.[1] ?? '';
    const address = path.replace('{ref}', ids.get(room) ?? 'nothing').replace('{number}', '1');
    const parameters = ((item.get.parameters ?? []) as Parameter[]).filter(
      (each) => each.in === 'query' && each.name !== 'format',
    );
    // Another format asks the same, page by page to the end.
    const queries = [
      '',
      ...parameters.flatMap((each) => valuesOf(each).map((value) => `${each.name}=${encodeURIComponent(value)}`)),
    ];
    for (const query of queries) {
      const first = await ask(asking(address, query));
      const next = String(first.headers['content-type']).startsWith('application/json') ? first.json()?.next : null;
      if (typeof next === 'string')
        await ask(asking(address, `${query}&cursor=${encodeURIComponent(next)}`.replace(/^&/, '')));
    }
  }
  // A worker's queries are not seen from here.
  const { common } = landmarks.terms;
  const query = TermQuery.parse({ term: [common[0], landmarks.rare] });
  await makeIn(engine, { database: url, name: 'terms', asked: query, max: READ_MAX });
  await makeIn(engine, { database: url, name: 'positions', asked: { dispute: landmarks.dispute }, max: READ_MAX });
  await makeIn(engine, { database: url, name: 'balance', asked: landmarks.dispute, max: READ_MAX });
  await makeIn(engine, { database: url, name: 'speaker', asked: landmarks.speaker, max: READ_MAX });
  await app.close();
  PreparedQueries.prototype.get = get;
  expect(refused).toEqual([]);
  expect(asked.size).toBeGreaterThan(100);
  return [...asked.values()];
}
