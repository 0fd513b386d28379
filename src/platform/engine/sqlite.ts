import type Database from 'better-sqlite3';
import { nextTurn, TURN_MS } from '../loop-turns.ts';
import type { Engine, Sources, Tx } from './engine.ts';
import { commitListeners, type Follower, tellFollowers } from './followers.ts';
import { asFailure, EngineBusy, isKeyTaken } from './refusals.ts';
import { openForReading, snapshotsOn, watchFile } from './sqlite-file.ts';
import { readerOn, writerOn } from './sqlite-handle.ts';
import { readersBeside } from './sqlite-log.ts';
import { asideReader } from './sqlite-off-thread.ts';
import { beginWriting, type Others, turnAmong } from './sqlite-others.ts';
import { rewriteFile } from './sqlite-purge.ts';
import { transactionOn } from './transaction.ts';
import type { Written } from './written.ts';

/** How many waiting writes share one commit. */
const GROUP_MAX = 256;
/** Writes that may wait, whoever sends them; those of clients were refused before that would wait for too long. */
const WAITING_MAX = 2_000;

/** How often a write is given other keys. */
const TRIES_MAX = 5;

const REBUILD_FULL_TEXT = "INSERT INTO search_index (search_index) VALUES ('rebuild')";

type Waiting<Tables> = {
  work: (tx: Tx<Tables>) => Promise<unknown>;
  done(result: unknown): void;
  failed(error: unknown): void;
};

/**
 * SQLite inside the process: one connection writes, another reads.
 *
 * Writes queue. The writer takes all that wait, gives each its own savepoint, and commits them together with one
 * fsync; only then are they resolved, so durable writes grow with the load. Works run one after another, and the event
 * loop has a turn between two of them now and then.
 */
export function sqliteEngine<Tables>(
  writer: Database.Database,
  tables: Tables,
  followers: readonly Follower<Tables>[],
  sources: Sources,
  others: Others = {},
): Engine<Tables> {
  const writesWaiting = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const reader = openForReading(writer.name);
  const refuseIfGone = watchFile(writer.name);
  writer.pragma('busy_timeout = 0');
  const read = readerOn(reader, tables);
  const snapshots = snapshotsOn(writer.name, tables);
  const beside = readersBeside(writer.name, emptyLog);
  const aside = asideReader(writer.name, tables, beside);
  const write = writerOn(writer, tables);
  const control = controlOf(writer, write.forget);
  const listeners = commitListeners();
  let waiting: Waiting<Tables>[] = [];
  let running: Promise<void> | null = null;
  /** What is done while nothing is written. */
  let betweenGroups: (() => Promise<void>)[] = [];
  let closed = false;

  async function runQueue(): Promise<void> {
    while (waiting.length > 0 || betweenGroups.length > 0) {
      // What the same turn of the event loop brings shares the commit, and others have a turn between two commits.
      await nextTurn();
      const tasks = betweenGroups;
      betweenGroups = [];
      for (const task of tasks) await task();
      if (waiting.length === 0) continue;
      const group = waiting.slice(0, GROUP_MAX);
      waiting = waiting.slice(GROUP_MAX);
      await runGroup(group);
    }
    // In the same breath as the last look at the queue: what comes after this starts a new run.
    running = null;
  }

  function betweenWrites<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = new Promise<Result>((done, failed) => {
      betweenGroups.push(() => task().then(done, failed));
    });
    running ??= Promise.resolve().then(runQueue);
    return result;
  }

  async function emptyLog(): Promise<void> {
    if (!closed) await betweenWrites(async () => writer.pragma('wal_checkpoint(TRUNCATE)'));
  }

  async function rebuildFullText(): Promise<void> {
    writer.exec(REBUILD_FULL_TEXT);
  }

  /** Leaves nothing of a work that fails. Its keys may be another process's of the same moment: then it is given others. */
  async function runWork(work: Waiting<Tables>['work']): Promise<{ result: unknown; tx: Tx<Tables> }> {
    for (let tries = 1; ; tries += 1) {
      control.savepoint.run();
      try {
        const tx = transactionOn(write, sources, control.part, rebuildFullText, followers);
        const result = await work(tx);
        await tellFollowers(followers, tx);
        control.release.run();
        return { result, tx };
      } catch (error) {
        if (!writer.inTransaction) throw error;
        control.undo();
        control.release.run();
        if (tries >= TRIES_MAX || !isKeyTaken(error)) throw error;
      }
    }
  }

  async function runGroup(group: Waiting<Tables>[]): Promise<void> {
    const settle: (() => void)[] = [];
    const written: Written[] = [];
    let endTurn = () => {};
    try {
      refuseIfGone();
      endTurn = await turnAmong(others);
      await beginWriting(control.begin);
      write.begin();
      let turn = performance.now();
      for (const { work, done, failed } of group) {
        if (performance.now() - turn > TURN_MS) {
          await nextTurn();
          turn = performance.now();
        }
        try {
          const { result, tx } = await runWork(work);
          written.push(...tx.written);
          settle.push(() => done(result));
        } catch (error) {
          // A full disk makes SQLite give up the whole transaction: nothing of this group is stored then.
          if (!writer.inTransaction) throw error;
          settle.push(() => failed(asFailure(error)));
        }
      }
      control.commit.run();
    } catch (error) {
      if (writer.inTransaction) control.rollback();
      const failure = asFailure(error);
      for (const { failed } of group) failed(failure);
      return;
    } finally {
      endTurn();
    }
    for (const tell of settle) tell();
    listeners.tell(written);
  }

  return {
    kind: 'sqlite',
    address: `file:${writer.name}`,
    read,
    whileLogIsShort: beside,
    offThread: aside.handle,
    readSnapshot: snapshots.readSnapshot,
    async write<Result>(work: (tx: Tx<Tables>) => Promise<Result>): Promise<Result> {
      if (closed) throw new EngineBusy('The service is stopping and takes no more writes.');
      if (waiting.length >= WAITING_MAX) throw new EngineBusy('Too many writes wait. Try again in a moment.');
      const result = new Promise<Result>((done, failed) => {
        waiting.push({ work, done: done as (result: unknown) => void, failed });
      });
      Atomics.add(writesWaiting, 0, 1);
      running ??= Promise.resolve().then(runQueue);
      return result.finally(() => {
        if (Atomics.sub(writesWaiting, 0, 1) === 1) Atomics.notify(writesWaiting, 0);
      });
    },
    writesWaiting,
    afterCommit: listeners.add,
    async purge() {
      if (closed) return false;
      return betweenWrites(async () => {
        const endTurn = await turnAmong(others);
        return rewriteFile(writer.name).finally(endTurn);
      });
    },
    async ping() {
      refuseIfGone();
      reader.prepare('select 1').get();
    },
    async close() {
      closed = true;
      while (running) await running;
      await aside.close();
      snapshots.close();
      reader.close();
      if (writer.open) {
        writer.pragma('wal_checkpoint(TRUNCATE)');
        writer.close();
      }
    },
  };
}

/** What begins and ends transactions; `undone` hears of each that is undone, or a part of it. */
function controlOf(writer: Database.Database, undone: () => void) {
  const undoing = (sql: string) => {
    const statement = writer.prepare(sql);
    return () => {
      undone();
      statement.run();
    };
  };
  const running = (sql: string) => {
    const statement = writer.prepare(sql);
    return () => statement.run();
  };
  return {
    begin: writer.prepare('BEGIN IMMEDIATE'),
    commit: writer.prepare('COMMIT'),
    rollback: undoing('ROLLBACK'),
    savepoint: writer.prepare('SAVEPOINT one_write'),
    undo: undoing('ROLLBACK TO one_write'),
    release: writer.prepare('RELEASE one_write'),
    part: {
      set: running('SAVEPOINT a_part'),
      undo: undoing('ROLLBACK TO a_part'),
      release: running('RELEASE a_part'),
    },
  };
}
