import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rebuildSearch } from '../../../src/derived/full-text/rebuild.ts';
import { entityOf } from '../../../src/derived/full-text/search.ts';
import { matchesByDate } from '../../../src/derived/full-text/store.ts';
import { isOneOf } from '../../../src/platform/engine/pages.ts';
import type { Handle, Tables } from '../../../src/platform/engine/tables.ts';
import { parseQuery } from '../../../src/text/words/query.ts';
import { type Service, startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { recordToSearch } from './record.ts';

const entriesOf = ({ engine }: Service) =>
  engine.read.query('all search entries', ({ db, t }) => {
    const { kind, snapshot, start, end, words, more, facets } = t.searchEntries;
    return db
      .select({ kind, entityId: entityOf(t), snapshot, start, end, words, more, facets })
      .from(t.searchEntries)
      .orderBy(t.searchEntries.entityId, t.searchEntries.place);
  });

/** Random writes of every kind that the index follows. */
async function writeAtRandom(service: Service, seed: number): Promise<void> {
  const { say, article, claim } = await recordToSearch(service);
  const { as } = service;
  const ids: string[] = [];
  const write = fc.tuple(
    fc.integer({ min: 0, max: 6 }),
    fc.nat(1000),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  );
  for (const [what, n, text] of fc.sample(write, { numRuns: 60, seed })) {
    const words = `word${n % 7} ${text.replaceAll('\0', '')}`;
    const id = ids[n % Math.max(1, ids.length)];
    if (what <= 2 || id === undefined)
      ids.push((await say(words, { status: n % 5 ? 'published' : 'draft', context: n % 2 ? words : null })).id);
    else if (what === 3) await as.write.patch(`/v1/statements/${id}`).set('If-Match', '*').send({ quote: words });
    else if (what === 4) await as.write.delete(`/v1/statements/${id}`).set('If-Match', '*');
    else if (what === 5)
      await as.write
        .patch(`/v1/articles/${article.id}`)
        .set('If-Match', '*')
        .send({ title: `t${n}`, publishedAt: `20${10 + (n % 9)}` })
        .expect(200);
    else
      await as.write
        .post(`/v1/articles/${article.id}/snapshots`)
        .send({ text: `${words} ${'so it went on. '.repeat(n)}` })
        .expect(201);
  }
  await as.write
    .patch(`/v1/claims/${claim.id}`)
    .set('If-Match', '*')
    .send({ terms: ['other'] })
    .expect(200);
  const { id } = (await as.write.post('/v1/speakers').send({ name: 'Gone Soon' }).expect(201)).body;
  await as.write.delete(`/v1/speakers/${id}`).set('If-Match', '*').expect(204);
}

describe.each(ENGINES)('the index of search on %s', (kind) => {
  test('is after random writes what a rebuild makes of the record', async () => {
    const service = await startService(kind);
    await writeAtRandom(service, 42);
    const before = await entriesOf(service);
    expect(before.length).toBeGreaterThan(30);
    await rebuildSearch(service.engine);
    expect(await entriesOf(service)).toEqual(before);
  });

  test('is made anew from the record when it is lost', async () => {
    const service = await startService(kind, { content: 'demo' });
    const find = async () =>
      (await service.http.get('/v1/search').query({ q: 'blockade OR corridor', count: 'true' })).body;
    const [before, entries] = [await find(), await entriesOf(service)];
    expect(before.total).toBeGreaterThan(3);
    await service.engine.write((tx) => tx.query('lose the index', ({ db, t }) => db.delete(t.searchEntries)));
    expect((await find()).total).toBe(0);
    const { entities } = await rebuildSearch(service.engine);
    expect(entities).toBeGreaterThan(20);
    expect(await entriesOf(service)).toEqual(entries);
    expect((await find()).total).toBe(before.total);
  });

  test('keeps a word that stands at its 256th place or later, and phrases up to there', async () => {
    const service = await startService(kind);
    const { say } = await recordToSearch(service);
    await say(`${'the '.repeat(254)}pass the end ${'the '.repeat(300)}gate`);
    const found = async (q: string) =>
      (await service.http.get('/v1/statements').query({ q, count: 'true' })).body.total;
    expect(await Promise.all(['"pass the end"', '"end the"', 'the gate', '"the gate"'].map(found))).toEqual([
      1, 0, 1, 0,
    ]);
  });
});

test('FTS5 finds its index sound and true to the entries after random writes', async () => {
  const service = await startService('sqlite');
  await writeAtRandom(service, 3);
  const file = new Database(service.database.replace('file:', ''));
  expect(() => file.exec("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")).not.toThrow();
  file.exec("DROP TRIGGER search_entries_updated; UPDATE search_entries SET words = 'unheard'");
  expect(() => file.exec("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")).toThrow();
  file.close();
});

test('a page by date is read in the order of the FTS5 index, row by row, without sorting or scanning', async () => {
  const { engine, database } = await startService('sqlite');
  const written: string[] = [];
  const spying: Handle = {
    ...engine.read,
    query: (name, build, values) =>
      engine.read.query(
        `${name}, explained`,
        (from) => {
          const query = build(from);
          written.push((query as unknown as { toSQL(): { sql: string } }).toSQL().sql);
          return query;
        },
        values,
      ),
  };
  const conditions = isOneOf('language', (t: Tables) => t.statements.language, ['en']);
  const match = { facets: [['is_statement']], terms: null, query: parseQuery('common words') };
  for (const direction of ['newest', 'oldest'] as const) {
    for (const after of [null, '5'])
      await matchesByDate(spying, { match, conditions }, direction, { limit: 20, after });
  }
  const file = new Database(database.replace('file:', ''), { readonly: true });
  expect(written).toHaveLength(4);
  for (const sql of written) {
    const plan = file.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...(sql.match(/\?/g) ?? []).map(() => '1')) as {
      detail: string;
    }[];
    expect(plan.map(({ detail }) => detail.replace(/ VIRTUAL TABLE.*| USING .*/, ''))).toEqual([
      'SCAN search_index',
      'SEARCH search_entries',
      'SEARCH statements',
    ]);
  }
  file.close();
});
