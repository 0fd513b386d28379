import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../src/database.ts';
import { updateRow } from '../../../src/platform/engine/rows.ts';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { record, recordStory, revise } from '../../support/record.ts';

describe.each(ENGINES)('the names in statements on %s', (kind) => {
  const service = shared(() => startService(kind));

  /** A statement and one that rebuts it, with what both refer to. */
  async function answered() {
    const story = await recordStory(service());
    const first = await record(service(), 'statements', story.isOpen);
    const second = await record(service(), 'statements', {
      ...story.isShut,
      rebuts: [{ statement: first.id, kind: 'denial' }],
    });
    /** All that is told of the two: each by itself, with the other in it, in a list, and by a search. */
    const told = async () => {
      const get = async (path: string) => (await service().http.get(`/v1/${path}`).expect(200)).body;
      return {
        first: await get(`statements/${first.id}`),
        second: await get(`statements/${second.id}`),
        listed: (await get(`statements?dispute=${story.dispute.id}&sort=createdAt`)).items,
        found: (await get(`statements?dispute=${story.dispute.id}&q=gates`)).items,
      };
    };
    return { ...story, first, second, told };
  }

  test.each([
    ['a speaker', 'anna', 'speakers', { name: 'Anna North' }],
    ['a side', 'north', 'sides', { name: 'The Norths' }],
    ['a dispute', 'dispute', 'disputes', { title: 'The quarrel' }],
    ['an outlet', 'outlet', 'outlets', { name: 'The Courier' }],
    ['an article', 'article', 'articles', { title: 'Harbour opens' }],
    ['a claim', 'open', 'claims', { text: 'It is open' }],
  ] as const)('200 tells the new name of %s from the write on, wherever it stands', async (_name, key, path, patch) => {
    const story = await answered();
    const before = await story.told();
    await revise(service(), `${path}/${story[key].id}`, patch);
    const after = await story.told();
    const [was, is] = [Object.keys(patch).map((name) => story[key][name])[0], Object.values(patch)[0]];
    const replaced = JSON.stringify(before).replaceAll(JSON.stringify(was), JSON.stringify(is));
    expect(after).toEqual(JSON.parse(replaced));
    expect(after).not.toEqual(before);
    expect(after.listed).toEqual([after.first, after.second]);
    expect(after.found).toEqual([after.first]);
  });

  test('200 tells the part of a side in its dispute as it is now', async () => {
    const { told, dispute, north, south } = await answered();
    expect((await told()).first.side.role).toBe('party');
    await revise(service(), `disputes/${dispute.id}`, {
      sides: [{ side: north.id, role: 'mediator' }, { side: south.id }],
    });
    const { first, second } = await told();
    expect([first.side.role, first.rebuttals[0].statement.side.role]).toEqual(['mediator', 'party']);
    expect([second.side.role, second.rebuts[0].statement.side.role]).toEqual(['party', 'mediator']);
  });

  test('200 tells what another process wrote, at once', async () => {
    const { told, anna } = await answered();
    const other = await openDatabase(service().database);
    onTestFinished(() => other.close());
    for (const name of ['Anna A', 'Anna B', 'Anna C']) {
      await told();
      await other.write((tx) => updateRow(tx, 'speakers', anna.id, { name }));
      const { first, second, listed } = await told();
      expect([first.speaker.name, second.rebuts[0].statement.speaker.name, listed[0].speaker.name]).toEqual([
        name,
        name,
        name,
      ]);
    }
  });
});
