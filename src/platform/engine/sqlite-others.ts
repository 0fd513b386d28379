import { setTimeout as pause } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import type { GoFirst } from './engine.ts';
import { untilNone } from './letting-by.ts';
import { isBusy } from './sqlite-file.ts';

/** How long a thread that imports lets others by before it takes a turn all the same. */
const LET_BY_MS = 250;
/** How long a write waits for another process that writes to the same file. */
const BUSY_WAIT_MS = 10_000;
/** Between two looks whether the other is done. */
const BUSY_LOOK_MS = 16;
/** How long a thread rests before each of its writes where other processes look for their chance: twice as long. */
const REST_MS = 2 * BUSY_LOOK_MS;

/** Waits until no other process writes, and gives what lets the next one. */
export type TakeTurn = () => Promise<() => void>;
/** Who else uses the file: see `Opening`. Whom nobody waits for writes the log to the file in its own commits. */
export type Others = {
  letBy?: GoFirst | null;
  takeTurn?: TakeTurn | null;
  rests?: boolean;
  checkpointsItself?: boolean;
};

/** Waits for this one's turn among all who write to the file, and gives what ends it. */
export async function turnAmong({ letBy = null, takeTurn = null, rests = false }: Others): Promise<() => void> {
  if (rests) await pause(REST_MS);
  // A thread that writes without a pause keeps nobody out.
  if (letBy) await untilNone(letBy.count, LET_BY_MS);
  return takeTurn === null ? () => {} : takeTurn();
}

/** Waits for another process without sleeping inside SQLite, which would stop the event loop. */
export async function beginWriting(statement: Database.Statement): Promise<void> {
  for (let waitedMs = 0, waitMs = 1; ; waitedMs += waitMs, waitMs = Math.min(waitMs * 2, BUSY_LOOK_MS)) {
    try {
      statement.run();
      return;
    } catch (error) {
      if (!isBusy(error) || waitedMs > BUSY_WAIT_MS) throw error;
      await pause(waitMs);
    }
  }
}
