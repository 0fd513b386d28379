import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { ENGINES, freshDatabase, freshEngine } from '../support/database.ts';
import { keep, kept } from '../support/writes.ts';

describe('what is kept beside SQLite', () => {
  test('stays while nothing is written', async () => {
    const engine = await freshEngine('sqlite');
    engine.read.cache().set('a', 1);
    await kept(engine.read);
    await engine.ping();
    expect([...engine.read.cache()]).toEqual([['a', 1]]);
  });

  test('is left behind with every commit, of this process and of another', async () => {
    const url = await freshDatabase('sqlite');
    const [engine, other] = [await openDatabase(url), await openDatabase(url)];
    onTestFinished(() => engine.close());
    onTestFinished(() => other.close());
    for (const [at, writer] of [engine, other, other, engine].entries()) {
      engine.read.cache().set('a', at);
      await writer.write((tx) => keep(tx, `${at}`));
      expect([...engine.read.cache()]).toEqual([]);
    }
  });

  test('takes nothing from who read before a commit and puts it in after', async () => {
    const engine = await freshEngine('sqlite');
    const slow = engine.read.cache();
    await engine.write((tx) => keep(tx, 'new'));
    const later = engine.read.cache();
    slow.set('a', 'old');
    expect([...later]).toEqual([]);
    expect(engine.read.cache()).toBe(later);
  });

  test('is bounded', async () => {
    const { read } = await freshEngine('sqlite');
    let most = 0;
    for (let at = 0; at < 100_000; at += 1) most = Math.max(most, read.cache().set(`${at}`, at).size);
    expect(most).toBeLessThan(30_000);
  });
});

describe.each(ENGINES)('in a transaction and aside on %s', (kind) => {
  test('nothing is ever kept, since nobody tells of its own writes or of others’', async () => {
    const engine = await freshEngine(kind);
    engine.offThread.cache().set('a', 1);
    expect([...engine.offThread.cache()]).toEqual([]);
    await engine.write(async (tx) => {
      tx.cache().set('a', 1);
      expect([...tx.cache()]).toEqual([]);
    });
    if (kind === 'postgres') engine.read.cache().set('a', 1);
    expect([...engine.read.cache()]).toEqual([]);
  });
});
