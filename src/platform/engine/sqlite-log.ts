import { statSync } from 'node:fs';
import { Failure } from '../../kernel/failure.ts';

/** The size up to which the log may grow while other threads read. */
const LOG_BYTES_MAX = 64 * 1024 * 1024;
/** Readers that wait for a shorter log; more are refused. */
const WAITING_MAX = 500;

/**
 * Lets other threads read a SQLite file whose write-ahead log stays bounded. The log begins anew only in a moment in which
 * nobody reads what was before; readers that overlap without a pause would never leave one. So once it is long, those that
 * come wait until those that read are done and `empty` was tried.
 */
export function readersBeside(
  file: string,
  empty: () => Promise<void>,
  bytesMax = LOG_BYTES_MAX,
): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let [reading, waiting] = [0, 0];
  let allDone = () => {};
  let emptying: Promise<void> | null = null;
  let allowed = bytesMax;

  async function makeRoom(): Promise<void> {
    if (reading > 0)
      await new Promise<void>((resolve) => {
        allDone = resolve;
      });
    // Where it cannot be emptied it can still be read.
    await empty().catch(() => {});
    // Another process may read, too: then it is tried again once the log has grown as much again.
    allowed = bytesIn(file) + bytesMax;
    emptying = null;
  }

  return async (work) => {
    while (emptying || bytesIn(file) > allowed) {
      if (waiting >= WAITING_MAX) throw new Failure('overloaded', 'Too many requests wait. Try again in a moment.');
      emptying ??= makeRoom();
      waiting += 1;
      await emptying;
      waiting -= 1;
    }
    reading += 1;
    try {
      return await work();
    } finally {
      reading -= 1;
      if (reading === 0) allDone();
    }
  };
}

function bytesIn(file: string): number {
  return statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}
