import { describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../../src/database.ts';
import { countTerm, termCounter } from '../../../src/derived/terms/counter.ts';
import type { Engine } from '../../../src/platform/engine/tables.ts';
import { reviseClaim } from '../../../src/record/claims/actions.ts';
import { startService } from '../../support/app.ts';
import { ENGINES, type EngineKind } from '../../support/database.ts';
import { keptAndRead, keptTermsIn } from '../../support/kept.ts';
import { whenDone } from '../../support/lifetime.ts';
import { record, recordStory } from '../../support/record.ts';
import { turnsDuring } from '../../support/turns.ts';

/** A story whose term `quay` more statements have than are counted in one transaction. */
async function storyOfQuays(kind: EngineKind) {
  const service = await startService(kind);
  const story = await recordStory(service, { text: null });
  const { open, shut, article, anna, dispute } = story;
  for (let at = 0; at < 102; at += 1)
    await record(service, 'statements', {
      article: article.id,
      speaker: anna.id,
      dispute: dispute.id,
      quote: 'the quay is shut tight',
      quoteType: 'indirect',
      stances: [{ claim: shut.id, stance: 'deny' }],
    });
  // In another process, as it were: the service does not hear of it, and leaves it to the test to count.
  const elsewhere = await openDatabase(service.database);
  whenDone(() => elsewhere.close());
  const list = (claim: string, terms: string[]) =>
    elsewhere.write((tx) => reviseClaim(tx, claim, '*', { terms }, { actor: 'test', comment: null }));
  await list(open.id, ['quay', 'gate']);
  return { service, list, ...story };
}

describe.each(ENGINES)('a term that is being counted on %s', (kind) => {
  test('is counted as the claims list it, also when one listed it for a moment', async () => {
    const { service, list, shut } = await storyOfQuays(kind);
    let writes = 0;
    const engine: Engine = {
      ...service.engine,
      read: service.engine.read,
      write: async (work) => {
        writes += 1;
        if (writes === 2) await list(shut.id, ['quay']);
        if (writes === 3) await list(shut.id, []);
        return service.engine.write(work);
      },
    };
    await countTerm(engine, 'quay');
    const quay = (await keptTermsIn(service.engine)).find(({ wording }) => wording === 'quay');
    if (!quay?.isWhole) await termCounter(service.engine).done();
    const { kept, read } = await keptAndRead(service.engine, ['quay', 'gate']);
    expect(kept).toEqual(read);
  });

  test('is counted whole, wherever counting it was broken off before', async () => {
    const { engine } = (await storyOfQuays(kind)).service;
    const quay = async () => (await keptTermsIn(engine)).find(({ wording }) => wording === 'quay');
    let brokenOff = 0;
    for (let isWhole = false; !isWhole; ) {
      let writes = 0;
      const breaking: Engine = {
        ...engine,
        write: (work) =>
          engine.write(async (tx) => {
            const result = await work(tx);
            writes += 1;
            if (writes > brokenOff) throw new Error('broken off');
            return result;
          }),
      };
      isWhole = await countTerm(breaking, 'quay').then(
        () => true,
        () => false,
      );
      expect(await quay()).toMatchObject({ isWhole });
      if (!isWhole) brokenOff += 1;
    }
    expect(brokenOff).toBeGreaterThan(4);
    await countTerm(engine, 'gate');
    const { kept, read } = await keptAndRead(engine, ['quay', 'gate']);
    expect(kept).toEqual(read);
  });

  test('is counted in the end where counting it failed', async () => {
    const { engine } = (await storyOfQuays(kind)).service;
    const failures: unknown[] = [];
    const failing: Engine = {
      ...engine,
      write: (work) => (failures.length === 0 ? Promise.reject(new Error('the disk is full')) : engine.write(work)),
    };
    const counter = termCounter(failing, (error) => failures.push(error), 1);
    whenDone(() => counter.close());
    counter.start();
    const areWhole = async () => (await keptTermsIn(engine)).every(({ isWhole }) => isWhole);
    await vi.waitUntil(areWhole, { timeout: 20_000, interval: 20 });
    expect(failures).toEqual([new Error('the disk is full')]);
    const { kept, read } = await keptAndRead(engine, ['quay', 'gate']);
    expect(kept).toEqual(read);
  });

  test('is counted bit by bit: between two bits whoever else waits has a turn', async () => {
    const { engine } = (await storyOfQuays(kind)).service;
    let writes = 0;
    const counting: Engine = {
      ...engine,
      write: (work) => {
        writes += 1;
        return engine.write(work);
      },
    };
    const turns = await turnsDuring(() => countTerm(counting, 'quay'));
    expect(writes).toBeGreaterThan(4);
    expect(turns).toBeGreaterThanOrEqual(writes);
  });
});
