import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { listStatements } from '../../../src/analysis/statements/list-store.ts';
import { entityOf } from '../../../src/derived/full-text/search.ts';
import { SEARCH_KINDS } from '../../../src/derived/full-text/table.ts';
import { type Service, startService } from '../../support/app.ts';
import { ENGINES, type EngineKind } from '../../support/database.ts';
import { imported, ndjson } from '../../support/import.ts';
import { recordToSearch } from './record.ts';

type Listed = { items: { id: string }[]; next: string | null };

const DAY = '2024-03-05';

async function pageOf({ http }: Service, query: object): Promise<Listed> {
  return (await http.get('/v1/statements').query(query).expect(200)).body;
}

async function walk(service: Service, query: object): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Listed = await pageOf(service, { ...query, ...(cursor && { cursor }) });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  }
  return ids;
}

/** The same statements with a word as without, in both directions, in one page and in many. */
async function expectSameOrder(service: Service): Promise<void> {
  for (const sort of ['saidAt', '-saidAt']) {
    const expected = await walk(service, { sort, limit: 200 });
    expect(await walk(service, { sort, limit: 200, q: 'closed' })).toEqual(expected);
    expect(await walk(service, { sort, limit: 2, q: 'closed' })).toEqual(expected);
    expect(await walk(service, { sort, limit: 3, term: 'pass is closed' })).toEqual(expected);
  }
}

async function statements(service: Service, dates: readonly (string | undefined)[]) {
  const { say, ...record } = await recordToSearch(service);
  const made: string[] = [];
  for (const [at, saidAt] of dates.entries())
    made.push((await say(`The pass is closed, ${at}`, saidAt === undefined ? {} : { saidAt })).id);
  return { ...record, say, made };
}

describe.each(ENGINES)('statements with words, of one second, on %s', (kind) => {
  test.each<[string, (service: Service, made: string[], article: { id: string }) => Promise<unknown>]>([
    [
      'its date was set to theirs',
      ({ as }, made) =>
        as.write.patch(`/v1/statements/${made[0]}`).set('If-Match', '*').send({ saidAt: DAY }).expect(200),
    ],
    [
      'it was withdrawn and restored',
      async ({ as }, made) => {
        await as.write.delete(`/v1/statements/${made[1]}`).set('If-Match', '*').expect(204);
        await as.write.post(`/v1/statements/${made[1]}/restore`).expect(200);
      },
    ],
    [
      'its words were changed',
      ({ as }, made) =>
        as.write
          .patch(`/v1/statements/${made[2]}`)
          .set('If-Match', '*')
          .send({ quote: 'Now the pass is closed' })
          .expect(200),
    ],
    [
      'its article, whose date it bears, was dated otherwise',
      ({ as }, _made, { id }) =>
        as.write.patch(`/v1/articles/${id}`).set('If-Match', '*').send({ publishedAt: DAY }).expect(200),
    ],
  ])('200 lists in the order of ids, as without words, after %s', async (_what, change) => {
    const service = await startService(kind);
    const { made, article } = await statements(service, ['2024-03-04', DAY, DAY, DAY, undefined, DAY]);
    await change(service, made, article);
    await expectSameOrder(service);
  });

  test('200 lists in the order of ids after any number of changes of dates, in whatever turn', async () => {
    const service = await startService(kind);
    const { made } = await statements(
      service,
      Array.from({ length: 24 }, (_, at) => (at < 4 || at > 20 ? DAY : '2024-02-01')),
    );
    // From the last to the first, each comes right after the same one; then from the first on, with times of one second.
    for (const id of made.slice(4, 14).reverse())
      await service.as.write.patch(`/v1/statements/${id}`).set('If-Match', '*').send({ saidAt: DAY }).expect(200);
    await expectSameOrder(service);
    for (const id of made.slice(14, 21))
      await service.as.write.patch(`/v1/statements/${id}`).set('If-Match', '*').send({ saidAt: DAY }).expect(200);
    await expectSameOrder(service);
    const times = [700, 100, 400, 100, 900, 0];
    for (const [at, ms] of times.entries()) {
      const saidAt = `${DAY}T00:00:00.${String(ms).padStart(3, '0')}Z`;
      await service.as.write
        .patch(`/v1/statements/${made[at * 3]}`)
        .set('If-Match', '*')
        .send({ saidAt })
        .expect(200);
    }
    await expectSameOrder(service);
    await service.as.write
      .patch(`/v1/statements/${made[0]}`)
      .set('If-Match', '*')
      .send({ saidAt: `${DAY}T00:00:00.050Z` })
      .expect(200);
    await expectSameOrder(service);
  });

  test('200 lists in the order of ids what was imported together, in whatever order of times, beside what was there', async () => {
    const service = await startService(kind);
    await statements(service, [DAY, `${DAY}T00:00:00.500Z`, '2024-02-01']);
    const times = [700, 100, 400, 100, 900, 0, 500, 501];
    const lines = Array.from({ length: 40 }, (_, at) => ({
      ...{ type: 'statement', id: `line-${at}`, article: 'https://post.example/pass', speaker: 'zoe-lukasz' },
      ...{ dispute: 'the-pass', quote: `The pass is closed, line ${at}`, quoteType: 'indirect' },
      status: at % 7 === 3 ? 'draft' : 'published',
      saidAt: at % 3 === 0 ? DAY : `${DAY}T00:00:0${at % 2}.${String(times[at % times.length]).padStart(3, '0')}Z`,
    }));
    expect(await imported(service, ndjson(lines))).toMatchObject({ created: lines.length, rejected: 0 });
    await expectSameOrder(service);
  });

  test.each(['saidAt', '-saidAt'])(
    '200 goes on by %s after what others were moved around, none lost or twice',
    async (sort) => {
      const service = await startService(kind);
      const { made } = await statements(
        service,
        Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? DAY : '2024-02-01')),
      );
      const listed = made.filter((_, at) => at % 2 === 0);
      const asked = { sort, limit: 2, q: 'closed', saidFrom: DAY, saidTo: DAY };
      const first = await pageOf(service, asked);
      // Each goes between two that stand close, so that those of the second have to make room.
      for (const id of made.slice(1, 10).filter((_, at) => at % 2 === 0))
        await service.as.write.patch(`/v1/statements/${id}`).set('If-Match', '*').send({ saidAt: DAY }).expect(200);
      await service.as.write.delete(`/v1/statements/${first.items[1]?.id}`).set('If-Match', '*').expect(204);
      const seen = first.items.map(({ id }) => id);
      for (let cursor = first.next; cursor !== null; ) {
        const page: Listed = await pageOf(service, { ...asked, cursor });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.filter((id) => listed.includes(id))).toEqual(sort === 'saidAt' ? listed : listed.toReversed());
    },
  );

  test('a page goes on from a place of the index, as earlier versions told it', async () => {
    const service = await startService(kind);
    const { made } = await statements(service, [DAY, DAY, DAY]);
    const [place] = await service.engine.read
      .query('places', ({ db, t }) =>
        db
          .select({ place: sql<string>`cast(${t.searchEntries.place} as text)`, id: entityOf(t) })
          .from(t.searchEntries),
      )
      .then((rows) => rows.filter(({ id }) => id === made[1]).map(({ place }) => place));
    const filter = { q: 'closed', status: 'published' as const };
    const paging = { limit: 5, after: [place as string], count: false };
    const { items } = await listStatements(service.engine, filter, 'saidAt', paging, { drafts: false });
    expect(items.map(({ id }) => id)).toEqual([made[2]]);
  });

  test('an upgrade brings what an earlier version put in another order into that of ids, and keeps every word', async () => {
    const service = await startService(kind);
    const { made } = await statements(service, [DAY, DAY, '2024-03-06', DAY, DAY]);
    const ofDay = made.filter((_, at) => at !== 2);
    await asEarlier(service.database);
    expect(await walk(service, { q: 'closed', sort: 'saidAt' })).not.toEqual(await walk(service, { sort: 'saidAt' }));
    await execute(service.database, upgradeOf(kind));
    await expectSameOrder(service);
    expect(
      (await pageOf(service, { q: 'closed', saidFrom: DAY, saidTo: DAY, sort: 'saidAt' })).items.map(({ id }) => id),
    ).toEqual(ofDay);
    for (const [at, id] of made.entries())
      expect((await pageOf(service, { q: `"closed ${at}"` })).items.map((one) => one.id)).toEqual([id]);
  });
});

/** What the migration does, said of today's kinds of entries. */
function upgradeOf(kind: EngineKind): string[] {
  const migration = readFileSync(`migrations/${kind}/0002_statements-in-order-of-ids.sql`, 'utf8');
  return migration.replaceAll("e.kind = 'statement'", `e.kind = ${STATEMENT}`).split('--> statement-breakpoint');
}

const STATEMENT = SEARCH_KINDS.indexOf('statement');

/** Deals the places of statements out the other way round, as if that migration had not been. */
async function asEarlier(database: string): Promise<void> {
  await execute(database, [
    `UPDATE search_entries SET place = -1 - place WHERE kind = ${STATEMENT} AND place / 16777216 = (
       SELECT max(place) / 16777216 FROM search_entries e JOIN statements s ON s.id = e.entity_id WHERE e.kind = ${STATEMENT} AND s.said_on = '${DAY}')`,
    `UPDATE search_entries SET place = 16777216 * ((-1 - place) / 16777216) + 16777215 - (-1 - place) % 16777216 WHERE place < 0`,
  ]);
}

async function execute(database: string, steps: string[]): Promise<void> {
  if (database.startsWith('file:')) {
    const connection = new Database(database.replace('file:', ''));
    for (const step of steps) connection.exec(step);
    connection.close();
    return;
  }
  const client = new pg.Client(database);
  await client.connect();
  for (const step of steps) await client.query(step);
  await client.end();
}
