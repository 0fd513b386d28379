import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import type { Operation } from 'rfc6902';
import { describe, expect, test } from 'vitest';
import { patchStored, storedPatch } from '../../src/history/stored-patch.ts';
import { verifyChain } from '../../src/history/verify.ts';
import { updateRow } from '../../src/platform/engine/rows.ts';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { imported, ndjson } from '../support/import.ts';
import { record, recordStory, revise } from '../support/record.ts';

/** What a line of history told of a new statement when the first template was made. */
const CREATED = {
  status: 'published',
  article: 'art_01m8ne0w6x3zy',
  speaker: 'spk_01m8ne0w6x3pq',
  dispute: 'dsp_01m8ne0w6x3mp',
  side: 'sid_01m8ne0w6x3mn',
  title: null,
  quote: 'The road is open.',
  quoteType: 'direct',
  cue: null,
  groundRules: 'on-record',
  language: 'en',
  original: null,
  translations: [],
  saidAt: '2019-12-21',
  setting: null,
  context: null,
  anchor: {
    ...{ result: 'no-text', snapshot: null, start: null, end: null },
    ...{ prefix: null, suffix: null, fragment: null, hints: null },
  },
  stances: [{ claim: 'clm_01m8ne0w6x3ng', stance: 'comment' }],
  repeats: null,
  note: null,
  withdrawnAt: null,
  withdrawnReason: null,
  redactedAt: null,
  redactedLines: null,
};

const created = (value: unknown): Operation[] => [{ op: 'add', path: '', value }];
const stored = (patch: Operation[]): string => JSON.stringify(storedPatch(patch));
const told = (patch: Operation[]): string => JSON.stringify(patchStored(JSON.parse(stored(patch))));

/** A creation with some members changed, left out, added or in another order. */
const creations = fc
  .record({
    changed: fc.dictionary(fc.constantFrom(...Object.keys(CREATED)), fc.jsonValue()),
    left: fc.subarray(Object.keys(CREATED), { maxLength: 2 }),
    more: fc.option(fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 2 }), { nil: {} }),
    isReversed: fc.boolean(),
  })
  .map(({ changed, left, more, isReversed }) => {
    const members = Object.entries({ ...CREATED, ...changed, ...more }).filter(([name]) => !left.includes(name));
    return created(Object.fromEntries(isReversed ? members.reverse() : members));
  });

describe('The stored form of a patch', () => {
  test('of any creation gives the patch again, to the byte', () => {
    fc.assert(
      fc.property(creations, (patch) => {
        // What JSON cannot say, such as a negative zero, no patch that came as JSON has.
        const asJson = JSON.parse(JSON.stringify(patch)) as Operation[];
        expect(told(asJson)).toBe(JSON.stringify(asJson));
      }),
      { numRuns: 2_000 },
    );
  });

  test('of a new statement leaves out what most say alike', () => {
    const patch = created(CREATED);
    expect(told(patch)).toBe(JSON.stringify(patch));
    expect(stored(patch).length).toBeLessThan(JSON.stringify(patch).length / 2);
  });

  test.each([
    ['a revision', [{ op: 'replace', path: '/status', value: 'draft' }]],
    ['a deletion', [{ op: 'remove', path: '' }]],
    ['a creation with other members', created({ slug: 'north', name: 'North' })],
    ['a creation that tells more', [...created(CREATED), { op: 'add', path: '/more', value: 1 }]],
  ] as [string, Operation[]][])('of %s is the patch', (_, patch) => {
    expect(storedPatch(patch)).toEqual(patch);
  });
});

describe.each(ENGINES)('A line of history on %s', (engine) => {
  test('that made a statement is told by its row until that is revised, and is the same before and after', async () => {
    const service = await startService(engine);
    const { isOpen, isShut } = await recordStory(service);
    const { id } = await record(service, 'statements', { ...isOpen, note: 'As it was' });
    await record(service, 'statements', { ...isShut, status: 'draft' });
    const toldByRows = () =>
      service.engine.read.query('lines that rows tell', ({ db, t }) =>
        db
          .select({ id: t.changes.entityId, patch: t.changes.patch })
          .from(t.changes)
          .where(sql`${t.changes.toldByRow} is not null`),
      );
    const first = async () => (await service.changes()).find(({ entityId }) => entityId === id);
    const before = await first();
    expect(await toldByRows()).toHaveLength(2);
    expect((await toldByRows()).map(({ patch }) => patch)).toEqual([null, null]);
    expect((await verifyChain(service.engine.read)).broken).toBeNull();
    await revise(service, `statements/${id}`, { note: 'As it is' });
    expect(await toldByRows()).toHaveLength(1);
    expect(JSON.stringify(await first())).toBe(JSON.stringify(before));
    await revise(service, `statements/${id}`, { note: null });
    expect(JSON.stringify(await first())).toBe(JSON.stringify(before));
    expect((await verifyChain(service.engine.read)).broken).toBeNull();
  });

  test('that made a statement which the same transaction revised tells what it made', async () => {
    const service = await startService(engine);
    const { isOpen } = await recordStory(service);
    const row = { type: 'statement', id: 'one', ...isOpen };
    const job = await imported(
      service,
      ndjson([
        { ...row, note: 'First' },
        { ...row, note: 'Then' },
      ]),
    );
    expect(job).toMatchObject({ created: 1, updated: 1 });
    const lines = (await service.changes()).filter(({ entityType }) => entityType === 'statement');
    expect(lines.map(({ patch }) => patch)).toMatchObject([
      [{ op: 'add', path: '', value: { note: 'First' } }],
      [{ op: 'replace', path: '/note', value: 'Then' }],
    ]);
    expect((await verifyChain(service.engine.read)).broken).toBeNull();
  });

  test('of a row that was changed behind the back of the service breaks the chain', async () => {
    const service = await startService(engine);
    const { isOpen } = await recordStory(service);
    const { id } = await record(service, 'statements', isOpen);
    const line = (await service.changes()).find(({ entityId }) => entityId === id);
    await service.engine.write((tx) => updateRow(tx, 'statements', id, { quote: 'Other words.' }));
    expect((await verifyChain(service.engine.read)).broken).toMatchObject({ seq: line?.seq });
  });

  test('is told whole, and the chain holds, whether it is stored whole or not', async () => {
    const service = await startService(engine);
    const { isOpen, isShut } = await recordStory(service);
    const { id } = await record(service, 'statements', isOpen);
    const { id: other } = await record(service, 'statements', { ...isShut, quoteType: 'indirect' });
    const lines = (await service.http.get(`/v1/changes?type=statement`).expect(200)).body.items;
    // As lines were stored before there were templates.
    const [line] = lines;
    await service.engine.write((tx) =>
      tx.query('store a patch whole', ({ db, t }) =>
        db
          .update(t.changes)
          .set({ patch: sql`${JSON.stringify(line.patch)}` })
          .where(sql`${t.changes.seq} = ${line.seq}`),
      ),
    );
    const again = (await service.http.get(`/v1/changes?type=statement`).expect(200)).body.items;
    expect(again).toEqual(lines);
    expect(again.map(({ entity }: { entity: { id: string } }) => entity.id)).toEqual(
      expect.arrayContaining([id, other]),
    );
    expect(Object.keys(again[0].patch[0].value)).toEqual(Object.keys(CREATED));
    expect((await verifyChain(service.engine.read)).broken).toBeNull();
  });
});
