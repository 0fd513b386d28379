import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Tx } from '../../src/platform/engine/tables.ts';
import { ENGINES, freshEngine } from '../support/database.ts';
import { keep, kept } from '../support/writes.ts';

/** What a part of a transaction does, one after another: it keeps a name, asks for one that is taken, or begins a part of its own. */
type Step = 'keep' | 'taken' | Part;
/** How a part ends: it is kept, or it fails, as it does too where the database refuses something of it. */
type Part = { steps: Step[]; fails: boolean };

const { part } = fc.letrec<{ part: Part; step: Step }>((tie) => ({
  step: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: fc.constant<Step>('keep') },
    { weight: 1, arbitrary: fc.constant<Step>('taken') },
    { weight: 4, arbitrary: tie('part') },
  ),
  part: fc.record({ steps: fc.array(tie('step'), { maxLength: 5 }), fails: fc.boolean() }),
}));

/** Does a part, and tells the names that are to be there afterwards; null where it was undone. */
async function does(tx: Tx, { steps, fails }: Part, newName: () => string): Promise<string[] | null> {
  const names: string[] = [];
  try {
    await tx.attempt(async () => {
      for (const step of steps) {
        if (typeof step === 'object') names.push(...((await does(tx, step, newName)) ?? []));
        else {
          const name = step === 'taken' ? 'taken' : newName();
          await keep(tx, name);
          names.push(name);
        }
      }
      if (fails) throw new Error('the part fails');
    });
    return names;
  } catch {
    return null;
  }
}

describe.each(ENGINES)('parts of a transaction on %s', (kind) => {
  test('what was written in parts that were kept, within parts that were, is there, and nothing else', async () => {
    const engine = await freshEngine(kind);
    await engine.write((tx) => keep(tx, 'taken'));
    let [round, made] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 4 }), async (parts) => {
        round += 1;
        const begins = `${round} `;
        const newName = () => {
          made += 1;
          return `${begins}${made}`;
        };
        const ofThis = (names: string[]) => names.filter((name) => name.startsWith(begins));
        const expected: string[] = [];
        const within = await engine.write(async (tx) => {
          expected.length = 0;
          for (const one of parts) expected.push(...((await does(tx, one, newName)) ?? []));
          await keep(tx, `${begins}last`);
          return kept(tx);
        });
        const all = [...expected, `${begins}last`].sort();
        expect(ofThis(within).sort()).toEqual(all);
        expect(ofThis(await kept(engine.read)).sort()).toEqual(all);
      }),
      { numRuns: 40 },
    );
  });

  test('what is asked at once, or not waited for, is asked in the order of the calls, and belongs to the part that asked', async () => {
    const engine = await freshEngine(kind);
    await engine.write((tx) => keep(tx, 'taken'));
    const fails = Promise.reject(new Error('the part fails'));
    fails.catch(() => {});
    await engine.write(async (tx) => {
      const undone = (...names: string[]) =>
        tx.attempt(() => Promise.all([...names.map((name) => keep(tx, name)), fails])).catch(() => {});
      await undone('first');
      await undone('second', 'third', 'fourth');
      await undone('fifth', 'taken', 'sixth');
      expect(await tx.attempt(async () => (await Promise.all([keep(tx, 'kept'), kept(tx)]))[1])).toEqual([
        'kept',
        'taken',
      ]);
      let waiting = Promise.resolve();
      await tx.attempt(async () => {
        waiting = keep(tx, 'late');
      });
      await undone('seventh');
      await waiting;
    });
    expect(await kept(engine.read)).toEqual(['kept', 'late', 'taken']);
  });

  test('a part that is still asked for when its transaction is over writes nothing', async () => {
    const engine = await freshEngine(kind);
    let part: Promise<void> = Promise.resolve();
    const failing = engine.write((tx) => {
      part = tx.attempt(() => keep(tx, 'too late'));
      part.catch(() => {});
      return Promise.reject(new Error('the work fails'));
    });
    await expect(failing).rejects.toThrow('the work fails');
    await part.catch(() => {});
    expect(await kept(engine.read)).toEqual([]);
  });
});
