import { and, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { idFromKey } from '../../src/kernel/id.ts';
import { insertRow } from '../../src/platform/engine/rows.ts';
import type { Engine } from '../../src/platform/engine/tables.ts';
import { ENGINES, freshEngine } from '../support/database.ts';
import { shared, whenDone } from '../support/lifetime.ts';

const [first, second, third] = [1, 2, 3].map((key) => idFromKey('correction', key)) as [string, string, string];
const TIMES = ['0001-01-01T00:00:00.000Z', '1969-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'] as const;

/** Corrections of different days, each of a claim of its own by name only. */
async function write(engine: Engine): Promise<void> {
  const row = { revision: 1, createdAt: TIMES[0], updatedAt: TIMES[1], kind: 'update' as const, note: '' };
  await engine.write(async (tx) => {
    for (const [at, id] of [first, second, third].entries()) {
      const effectiveSort = TIMES[at] as string;
      const ownClaimId = at === 0 ? null : idFromKey('claim', at);
      await insertRow(tx, 'corrections', { ...row, id, effectiveAt: effectiveSort, effectiveSort, ownClaimId });
    }
  });
}

describe.each(ENGINES)('what is kept as numbers on %s', (kind) => {
  const written = shared(async () => {
    const engine = await freshEngine(kind);
    await write(engine);
    return engine;
  });

  test('ids and times come back as they were written, from the first year to the last', async () => {
    const { read } = written();
    const rows = await read.query('all', ({ db, t: { corrections: t } }) =>
      db.select({ id: t.id, at: t.effectiveSort, claim: t.ownClaimId, updated: t.updatedAt }).from(t).orderBy(t.id),
    );
    expect(rows).toEqual([
      { id: first, at: TIMES[0], claim: null, updated: TIMES[1] },
      { id: second, at: TIMES[1], claim: idFromKey('claim', 1), updated: TIMES[1] },
      { id: third, at: TIMES[2], claim: idFromKey('claim', 2), updated: TIMES[1] },
    ]);
  });

  test('a value is encoded as the column that it is compared with, also in rows and in queries inside of others', async () => {
    const { read } = written();
    const found = await read.query(
      'by place and claim',
      ({ db, t: { corrections: t }, param }) => {
        const place = sql`(${t.effectiveSort}, ${t.id})`;
        const ofClaim = db
          .select({ id: t.id })
          .from(t)
          .where(eq(t.ownClaimId, param('claim')));
        return db
          .select({ id: t.id })
          .from(t)
          .where(and(sql`${place} > (${param('at')}, ${param('id')})`, inArray(t.id, ofClaim), ne(t.id, param('not'))));
      },
      { at: TIMES[1], id: second, claim: idFromKey('claim', 2), not: first },
    );
    expect(found).toEqual([{ id: third }]);
  });

  test('a value is encoded in a query that others select from, too', async () => {
    const { read } = written();
    const counted = await read.query(
      'some of all',
      ({ db, t: { corrections: t }, param, bound }) => {
        const some = db
          .select({ one: sql`1`.as('one') })
          .from(t)
          .where(gt(t.id, param('id')))
          .limit(bound('limit'))
          .as('some');
        return db.select({ n: sql`count(*)`.mapWith(Number) }).from(some);
      },
      { id: first, limit: 10 },
    );
    expect(counted).toEqual([{ n: 2 }]);
  });

  test('lists of ids are found, and what nothing has is not', async () => {
    const { read } = written();
    const byIds = (ids: string[]) =>
      read.query(
        'by ids',
        ({ db, t: { corrections: t }, oneOf }) =>
          db.select({ id: t.id }).from(t).where(oneOf(t.id, 'ids')).orderBy(t.id),
        { ids },
      );
    expect(await byIds([third, first, 'cor_01k6v0a9q2w8e5r7t1y3z4x6c8', 'armenia', idFromKey('claim', 2)])).toEqual([
      { id: first },
      { id: third },
    ]);
    expect(await byIds([])).toEqual([]);
  });

  test('an id is written as text, and the beginning of a time, as the service writes them', async () => {
    const { read } = written();
    const rows = await read.query('as text', ({ db, t: { corrections: t }, idText, beginning }) =>
      db
        .select({ id: idText(t.id), claim: idText(t.ownClaimId), day: beginning(t.effectiveSort, 10) })
        .from(t)
        .orderBy(t.id),
    );
    expect(rows).toEqual(
      [first, second, third].map((id, at) => ({
        id,
        claim: at === 0 ? null : idFromKey('claim', at),
        day: TIMES[at]?.slice(0, 10),
      })),
    );
  });

  test('what is no id of the kind is never stored', async () => {
    const engine = written();
    const row = {
      id: idFromKey('side', 9),
      revision: 1,
      createdAt: TIMES[0],
      updatedAt: TIMES[0],
      name: 'x',
      slug: 'x',
    };
    for (const id of ['sid_01k6v0a9q2w8e5r7t1y3z4x6c8', idFromKey('claim', 9), ''])
      await expect(engine.write((tx) => insertRow(tx, 'sides', { ...row, id }))).rejects.toThrow('is no id of a side');
    expect(await engine.read.query('sides', ({ db, t }) => db.select().from(t.sides))).toEqual([]);
  });

  test('two processes that draw the same keys are both done, with different ones', async () => {
    const keys = () => {
      let last = 100;
      return { clock: () => new Date(), newKey: () => (last += 1) };
    };
    const engine = await freshEngine(kind, 'empty', keys());
    const other = await openDatabase(engine.address, { sources: keys() });
    whenDone(() => other.close());
    const one = (from: Engine, slug: string) =>
      from.write(async (tx) => {
        const id = tx.newId('side');
        const at = tx.now;
        await insertRow(tx, 'sides', { id, revision: 1, createdAt: at, updatedAt: at, name: slug, slug });
        return id;
      });
    const ids = [await one(engine, 'a'), await one(engine, 'b'), await one(other, 'c'), await one(other, 'd')];
    expect(new Set(ids).size).toBe(4);
    await expect(one(other, 'a')).rejects.toMatchObject({ code: 'conflict' });
  });
});
