import type Database from 'better-sqlite3';
import { workersFor } from '../workers.ts';
import { passive } from './sqlite-checkpoint-worker.ts';
import { PAGES_IN_LOG } from './sqlite-file.ts';

/** So many pages may be written to the file on the event loop. */
const FEW = 64;

/**
 * Writes the log to the file itself, in a thread of its own: that takes 30 to 200 ms, in which the event loop answers those
 * who read. The writer waits for it between two commits, so that the log begins anew and stays bounded
 * (https://sqlite.org/wal.html#avoiding_excessively_large_wal_files).
 * The thread opens the file by its name, which `refuseIfGone` fails for once it leads to another: this log is not that one's.
 */
export function checkpointsOf(writer: Database.Database, refuseIfGone: () => void) {
  writer.pragma('wal_autocheckpoint = 0');
  const state = writer.prepare('PRAGMA wal_checkpoint(NOOP)').raw();
  const workers = workersFor<string, void>(new URL('./sqlite-checkpoint-worker.ts', import.meta.url), {
    threads: 1,
    waitingMax: 2,
    idleMs: 2_000,
    busy: 'The log is being written to the file.',
    // All who write wait for it.
    standsBack: false,
  });

  /** Pages in the log that are not in the file yet. */
  function pagesLeft(): number {
    const [, inLog, done] = state.get() as [busy: number, inLog: number, done: number];
    return inLog - done;
  }

  async function checkpoint(): Promise<void> {
    refuseIfGone();
    // Where there is no room for another thread, it is done here.
    await workers.run(writer.name).catch(() => passive(writer));
  }

  return {
    /** To be awaited between two commits. Does not fail: writes go on, and it is tried again after the next. */
    async whenDue(): Promise<void> {
      try {
        if (pagesLeft() >= PAGES_IN_LOG) await checkpoint();
      } catch {}
    },
    /** Makes the file of the log empty, where nobody reads what was before. Fails where SQLite does. */
    async truncate(): Promise<void> {
      await checkpoint();
      if (pagesLeft() <= FEW) writer.pragma('wal_checkpoint(TRUNCATE)');
    },
    close: () => workers.close(),
  };
}
