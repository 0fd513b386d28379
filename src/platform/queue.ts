import { Failure } from '../kernel/failure.ts';

/** Where work waits for its turn. `enter` resolves when it has come, with what is called once the work is done. */
export type Queue = { enter(signal?: AbortSignal): Promise<() => void> };

/**
 * Lets so much work in at once; the rest waits, and is let in in the order in which it came. What is aborted while it
 * waits fails at once, and is never let in. Fails with `overloaded` when so many wait already.
 */
export function queueOf({ atOnce, waitingMax, busy }: { atOnce: number; waitingMax: number; busy: string }): Queue {
  const waiting = new Set<() => void>();
  let inside = 0;

  function leaving(): () => void {
    inside += 1;
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      inside -= 1;
      const [next] = waiting;
      if (next !== undefined) next();
    };
  }

  return {
    async enter(signal) {
      if (signal?.aborted) throw reasonOf(signal);
      if (inside < atOnce) return leaving();
      if (waiting.size >= waitingMax) throw new Failure('overloaded', `${busy} Try again in a moment.`);
      return new Promise((resolve, reject) => {
        const giveUp = () => {
          waiting.delete(enter);
          reject(reasonOf(signal));
        };
        const enter = () => {
          waiting.delete(enter);
          signal?.removeEventListener('abort', giveUp);
          resolve(leaving());
        };
        waiting.add(enter);
        signal?.addEventListener('abort', giveUp, { once: true });
      });
    },
  };
}

/** Why work was stopped: what aborted it, if it said so, else that nobody waits for it any more. */
export function reasonOf(signal: AbortSignal | undefined): Failure {
  if (signal?.reason instanceof Failure) return signal.reason;
  return new Failure('overloaded', 'Who asked for this has gone.');
}

/**
 * Takes work on as a whole, or refuses it at once with `overloaded`: so many pieces, and so many characters of them
 * together, though always one.
 */
export function admission({ piecesMax, lengthMax, busy }: { piecesMax: number; lengthMax: number; busy: string }) {
  let [pieces, length] = [0, 0];
  return async <Result>(ofLength: number, work: () => Promise<Result>): Promise<Result> => {
    if (pieces >= piecesMax || (pieces > 0 && length + ofLength > lengthMax))
      throw new Failure('overloaded', `${busy} Try again in a moment.`);
    pieces += 1;
    length += ofLength;
    try {
      return await work();
    } finally {
      pieces -= 1;
      length -= ofLength;
    }
  };
}
