import type { LetBy } from './postgres-handle.ts';

/** What goes first is counted in `count`; nothing does while anything is counted in `unless`, which waits for whoever lets it by. */
export type GoFirst = { count: Int32Array; unless: Int32Array | null };

/** Counts what waits or is under way, in memory that other threads of the process look at. */
export function sharedCount() {
  const count = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const ended = () => {
    if (Atomics.sub(count, 0, 1) === 1) Atomics.notify(count, 0);
  };
  return {
    count,
    async during<Result>(work: () => Promise<Result>): Promise<Result> {
      Atomics.add(count, 0, 1);
      try {
        return await work();
      } finally {
        // What is asked next by the same request counts with it.
        setImmediate(ended);
      }
    },
  };
}

/** As a multiple of how long the last piece of work took. */
const STANDS_BACK = 4;

/** Waits until there is none of what is counted, for so long at most. */
export async function untilNone(counted: Int32Array, maxMs: number): Promise<void> {
  const until = performance.now() + maxMs;
  for (let count = Atomics.load(counted, 0); count > 0; count = Atomics.load(counted, 0)) {
    const leftMs = until - performance.now();
    if (leftMs <= 0) return;
    const waiting = Atomics.waitAsync(counted, 0, count, leftMs);
    if (waiting.async) await waiting.value;
  }
}

/**
 * Lets what goes first go before each piece of work, for four times as long as the piece before took: whoever works without a
 * pause is slowed down to a fifth at most.
 */
export function lettingBy({ count, unless }: GoFirst): LetBy {
  let tookMs = 0;
  return async (work) => {
    const isWaitedFor = unless !== null && Atomics.load(unless, 0) > 0;
    if (!isWaitedFor) await untilNone(count, STANDS_BACK * tookMs);
    const began = performance.now();
    try {
      return await work();
    } finally {
      tookMs = performance.now() - began;
    }
  };
}
