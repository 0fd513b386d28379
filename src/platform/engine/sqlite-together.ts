import type Database from 'better-sqlite3';
import { nextTurn, TURN_MS } from '../loop-turns.ts';
import type { Sources, Tx } from './engine.ts';
import { type Follower, tellFollowers } from './followers.ts';
import { asFailure, isKeyTaken } from './refusals.ts';
import { bulkOn } from './sqlite-bulk.ts';
import type { writerOn } from './sqlite-handle.ts';
import { beginWriting } from './sqlite-others.ts';
import { type BeginPart, transactionOn } from './transaction.ts';

export type Work<Tables> = (tx: Tx<Tables>) => Promise<unknown>;
export type Outcome<Tables> = { result: unknown; tx: Tx<Tables> } | { error: unknown };

/** How often a write is given other keys. */
const TRIES_MAX = 5;
/** Transactions that are careful after one that had to be done again. */
const CAREFUL_TIMES = 16;

/** Something failed after it wrote, and what it wrote cannot be told from what is to stay. */
class NotUndoable extends Error {}

/**
 * What runs works one after another, each whole or not at all, and commits them together. The event loop has a turn between
 * two of them now and then.
 *
 * A savepoint makes SQLite copy every page that is changed after it, and full text write out what it had gathered: a third
 * of what a write costs. So none is set at first. A work, or a part of one, that fails before it wrote leaves nothing to
 * undo; most do. When one fails later and is not the first, all of them are undone and done again, each with savepoints. Works may be run
 * again for that, as they may be on PostgreSQL.
 */
export function togetherOn<Tables>(
  writer: Database.Database,
  write: ReturnType<typeof writerOn<Tables>>,
  followers: readonly Follower<Tables>[],
  sources: Sources,
): (works: readonly Work<Tables>[]) => Promise<Outcome<Tables>[]> {
  const control = controlOf(writer, write.forget);
  const bulk = bulkOn(writer, write.t, control.beginPart);
  /** How many transactions more are careful from the start. */
  let carefulFor = 0;

  async function begin(): Promise<void> {
    await beginWriting(control.begin);
    write.begin();
  }

  async function run(work: Work<Tables>, beginPart: BeginPart): Promise<{ result: unknown; tx: Tx<Tables> }> {
    const tx = transactionOn(write, sources, beginPart, bulk, followers);
    const result = await work(tx);
    await tellFollowers(followers, tx);
    return { result, tx };
  }

  /** Fails with `NotUndoable` when what failed cannot be undone alone. */
  async function withoutSavepoints(work: Work<Tables>, isFirst: boolean): Promise<Outcome<Tables>> {
    let isSpoilt = false;
    const undoneSince = (before: number) => {
      if (control.changes() === before) return true;
      isSpoilt = true;
      return false;
    };
    const beginPart = () => {
      const before = control.changes();
      return {
        keep() {},
        undo() {
          if (!undoneSince(before)) throw new NotUndoable();
        },
      };
    };
    const before = control.changes();
    try {
      const done = await run(work, beginPart);
      // Whoever ran the part may have caught it.
      if (isSpoilt) throw new NotUndoable();
      return done;
    } catch (error) {
      if (!writer.inTransaction) throw error;
      if (isSpoilt || isKeyTaken(error)) throw new NotUndoable();
      if (!undoneSince(before)) {
        if (!isFirst) throw new NotUndoable();
        control.rollback();
        await begin();
      }
      return { error: asFailure(error) };
    }
  }

  /** A work's keys may be another process's of the same moment: then it is given others. */
  async function withSavepoints(work: Work<Tables>): Promise<Outcome<Tables>> {
    for (let tries = 1; ; tries += 1) {
      control.savepoint.run();
      try {
        const done = await run(work, control.beginPart);
        control.release.run();
        return done;
      } catch (error) {
        // A full disk makes SQLite give up the whole transaction: nothing of it is stored then.
        if (!writer.inTransaction) throw error;
        control.undo();
        control.release.run();
        if (tries >= TRIES_MAX || !isKeyTaken(error)) return { error: asFailure(error) };
      }
    }
  }

  async function runAll(works: readonly Work<Tables>[], isCareful: boolean): Promise<Outcome<Tables>[]> {
    const outcomes: Outcome<Tables>[] = [];
    let isFirst = true;
    let turn = performance.now();
    for (const work of works) {
      if (performance.now() - turn > TURN_MS) {
        await nextTurn();
        turn = performance.now();
      }
      const outcome: Outcome<Tables> = isCareful ? await withSavepoints(work) : await withoutSavepoints(work, isFirst);
      isFirst &&= 'error' in outcome;
      outcomes.push(outcome);
    }
    return outcomes;
  }

  async function runInTransaction(works: readonly Work<Tables>[], isCareful: boolean): Promise<Outcome<Tables>[]> {
    try {
      await begin();
      const outcomes = await runAll(works, isCareful);
      control.commit.run();
      return outcomes;
    } catch (error) {
      if (writer.inTransaction) control.rollback();
      throw error;
    }
  }

  return async (works) => {
    if (carefulFor > 0) {
      carefulFor -= 1;
      return runInTransaction(works, true);
    }
    try {
      return await runInTransaction(works, false);
    } catch (error) {
      if (!(error instanceof NotUndoable)) throw error;
      carefulFor = CAREFUL_TIMES;
      return runInTransaction(works, true);
    }
  };
}

/** What begins and ends transactions; `undone` hears of each that is undone, or a part of it. */
function controlOf(writer: Database.Database, undone: () => void) {
  const changes = writer.prepare('SELECT total_changes()').pluck();
  const running = (sql: string, before: () => void = () => {}) => {
    const statement = writer.prepare(sql);
    return () => {
      before();
      statement.run();
    };
  };
  const part = {
    set: running('SAVEPOINT a_part'),
    keep: running('RELEASE a_part'),
    undo: running('ROLLBACK TO a_part', undone),
  };
  return {
    begin: writer.prepare('BEGIN IMMEDIATE'),
    commit: writer.prepare('COMMIT'),
    rollback: running('ROLLBACK', undone),
    savepoint: writer.prepare('SAVEPOINT one_write'),
    undo: running('ROLLBACK TO one_write', undone),
    release: writer.prepare('RELEASE one_write'),
    /** How many rows were inserted, changed and deleted since the connection was opened. */
    changes: () => changes.get() as number,
    beginPart() {
      part.set();
      return {
        keep: part.keep,
        undo() {
          part.undo();
          part.keep();
        },
      };
    },
  };
}
