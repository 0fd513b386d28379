import { setTimeout as pause } from 'node:timers/promises';
import type { Engine, ReadWrite } from '../../platform/engine/tables.ts';
import { countUnfolded, foldNext } from './fold.ts';

/** Statements after the mark at which they are folded in, however much is being written. */
export const DUE = 2_000;
/** Statements folded in by one transaction, in which other writers wait. */
export const STEP = 200;
/** The same where nobody else waits: the more there are, the less each costs. */
export const STEP_ALONE = 2_000;
/** Between two looks at what there is to fold in. */
const LOOK_MS = 500;
/**
 * Looks in a row at which nothing was added before what there is, however little, is folded in; an import may take as long
 * for one transaction, and folds in what it wrote after it.
 */
const QUIET_LOOKS = 4;
const REST_MAX_MS = 100;

/**
 * Folds statements into the summaries beside everything else: when so many are due, and when nothing is being written. A
 * step is one transaction, and the mark is set in it, so that it may be broken off anywhere, and several processes may do
 * it at once.
 */
export type SummaryFolder = {
  /** Begins to look, now and then. */
  start(): void;
  /** Folds in all there is. */
  done(): Promise<void>;
  close(): Promise<void>;
};

export function summaryFolder(
  engine: Engine,
  { step = STEP, failed = () => {} }: { step?: number; failed?: (error: unknown) => void } = {},
): SummaryFolder {
  const stop = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let isStarted = false;

  async function look(): Promise<void> {
    for (let [before, quietFor] = [0, 0]; !stop.signal.aborted; ) {
      await pause(LOOK_MS, undefined, { signal: stop.signal, ref: false }).catch(() => {});
      if (stop.signal.aborted) return;
      try {
        const now = await countUnfolded(engine.read, DUE);
        quietFor = now === before ? quietFor + 1 : 0;
        // Seen once, it may be what an import is about to fold in.
        const isDue = now >= DUE && before >= DUE;
        if (isDue || (now > 0 && quietFor >= QUIET_LOOKS)) await foldAll(engine, stop.signal, step);
        before = now;
      } catch (error) {
        failed(error);
      }
    }
  }

  return {
    start() {
      if (isStarted) return;
      isStarted = true;
      running = look();
    },
    done: () => foldAll(engine, stop.signal, step),
    async close() {
      stop.abort();
      await running;
    },
  };
}

/** Folds in all there is, in steps, resting after each for as long as it took; until it is stopped. */
export async function foldAll(engine: ReadWrite, signal?: AbortSignal, step: number = STEP): Promise<void> {
  while (!signal?.aborted) {
    const begun = performance.now();
    const folded = await engine.write((tx) => foldNext(tx, step));
    if (folded < step) return;
    await pause(Math.min(performance.now() - begun, REST_MAX_MS));
  }
}
