import type { GoFirst } from './engine.ts';

/** Runs work once it may go. */
export type LetBy = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Counts what waits or is under way, in memory that other threads of the process look at. */
export function sharedCount() {
  const count = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const end = () => {
    if (Atomics.sub(count, 0, 1) === 1) Atomics.notify(count, 0);
  };
  /** Counts one more, until what this gives is called. */
  const begin = () => {
    Atomics.add(count, 0, 1);
    return end;
  };
  return {
    count,
    begin,
    /** Counts it until the end of the round in which it ends: what is asked next by the same request counts with it. */
    async during<Result>(work: () => Promise<Result>): Promise<Result> {
      begin();
      try {
        return await work();
      } finally {
        setImmediate(end);
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
