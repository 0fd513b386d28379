import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { countRows } from '../../src/platform/engine/counts.ts';
import { type Condition, isOneOf, isOneOfIndexed } from '../../src/platform/engine/pages.ts';
import { insertRow } from '../../src/platform/engine/rows.ts';
import type { Handle, Tables } from '../../src/platform/engine/tables.ts';
import { ENGINES, freshEngine } from '../support/database.ts';

const BOUNDS = { rowsMax: 40, stretchRows: 8 };

/** Lines of history: of four entities of one type in turn, each third written while it was a draft. */
async function writeLines(kind: (typeof ENGINES)[number], lines: number) {
  const engine = await freshEngine(kind);
  await engine.write(async (tx) => {
    for (let seq = 1; seq <= lines; seq += 1)
      await insertRow(tx, 'changes', {
        ...{ seq, at: tx.now, actor: 'test', action: 'create', entityType: 'side', entityId: `sid_${seq % 4}` },
        ...{ revision: 1, patch: [], hash: String(seq).padStart(4, '0'), draft: seq % 3 === 0, redacted: false },
      });
  });
  return engine.read;
}

const ofEntity = (...entities: string[]) => isOneOfIndexed('entity', (t: Tables) => t.changes.entityId, entities);
const isPublic: Condition<Tables> = { name: 'public', values: {}, holds: ({ t }) => sql`not ${t.changes.draft}` };

describe.each(ENGINES)('a count on %s', (kind) => {
  const count = (from: Handle, conditions: Condition<Tables>[], after = 0) =>
    countRows(from, { table: 'changes', conditions, key: 'seq', after }, BOUNDS);

  test('is exact as long as it reads no more rows than its bound', async () => {
    const from = await writeLines(kind, 40);
    expect(await count(from, [])).toEqual({ total: 40 });
    expect(await count(from, [isPublic])).toEqual({ total: 27 });
    expect(await count(from, [...ofEntity('sid_1'), isPublic])).toEqual({ total: 7 });
    expect(await count(from, [], 33)).toEqual({ total: 7 });
    expect(await count(from, ofEntity('nobody'))).toEqual({ total: 0 });
  });

  test('beyond it tells how many of the first rows were found', async () => {
    const from = await writeLines(kind, 41);
    expect(await count(from, [])).toEqual({ total: null, totalAtLeast: 40 });
    expect(await count(from, [isPublic])).toEqual({ total: null, totalAtLeast: 27 });
    expect(await count(from, [], 1)).toEqual({ total: 40 });
  });

  test('is exact beyond it where an index leaves fewer', async () => {
    const from = await writeLines(kind, 160);
    expect(await count(from, ofEntity('sid_1'))).toEqual({ total: 40 });
    expect(await count(from, [isPublic, ...ofEntity('sid_1')])).toEqual({ total: 27 });
    expect(await count(from, ofEntity('sid_0', 'sid_1'))).toEqual({ total: null, totalAtLeast: 20 });
    const unindexed = isOneOf('entity', (t: Tables) => t.changes.entityId, ['sid_1']);
    expect(await count(from, unindexed)).toEqual({ total: null, totalAtLeast: 10 });
  });

  test('lets others have their turn', async () => {
    const from = await writeLines(kind, 40);
    let turns = 0;
    let isCounting = true;
    const turn = () => {
      turns += 1;
      if (isCounting) setImmediate(turn);
    };
    setImmediate(turn);
    await count(from, [isPublic]);
    isCounting = false;
    expect(turns).toBeGreaterThanOrEqual(4);
  });
});
