import { expect, test } from 'vitest';
import { freshEngine } from '../support/database.ts';
import { keep, kept } from '../support/writes.ts';

const WRITES = 20;
/** Each takes longer than others are made to wait. */
const WORK_MS = 12;

test('others have their turn while many writes wait on SQLite, which see none of them until they are told as done', async () => {
  const engine = await freshEngine('sqlite');
  let done = 0;
  const writes = Array.from({ length: WRITES }, (_, at) =>
    engine.write(async (tx) => {
      await keep(tx, `write ${at}`);
      for (const until = performance.now() + WORK_MS; performance.now() < until; );
      done += 1;
    }),
  );
  const turns: { done: number; seen: number }[] = [];
  const others = (async () => {
    while (done < WRITES) {
      await new Promise(setImmediate);
      turns.push({ done, seen: (await kept(engine.read)).length });
    }
  })();
  await Promise.all([...writes, others]);
  const between = turns.filter((turn) => turn.done > 0 && turn.done < WRITES);
  expect(new Set(between.map((turn) => turn.done)).size).toBeGreaterThan(WRITES / 2);
  expect(new Set(between.map(({ seen }) => seen))).toEqual(new Set([0]));
  expect(await kept(engine.read)).toHaveLength(WRITES);
});
