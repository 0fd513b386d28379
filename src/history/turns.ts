import { setTimeout as pause } from 'node:timers/promises';

/**
 * Runs one piece of work after another, and rests after each for as long as it took, so that what asks for much leaves
 * half of the time to everything else.
 */
export function sparingTurns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let turn: Promise<unknown> = Promise.resolve();
  return (work) => {
    const rest = { ms: 0 };
    const result = turn.then(async () => {
      const began = performance.now();
      try {
        return await work();
      } finally {
        rest.ms = performance.now() - began;
      }
    });
    const after = () => pause(rest.ms, undefined, { ref: false });
    turn = result.then(after, after);
    return result;
  };
}
