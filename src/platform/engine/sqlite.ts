import type Database from 'better-sqlite3';
import { NOTHING_NEEDED, nextTurn } from '../loop-turns.ts';
import type { Engine, Sources, Tx } from './engine.ts';
import { commitListeners, type Follower } from './followers.ts';
import { lastingBeside, type Touching } from './lasting.ts';
import { sharedCount } from './letting-by.ts';
import { attemptParts, type PartOutcome, settle } from './parts.ts';
import { asFailure, EngineBusy } from './refusals.ts';
import { checkpointsOf } from './sqlite-checkpoints.ts';
import { openForReading, snapshotsOn, watchFile } from './sqlite-file.ts';
import { readerByRounds, writerOn } from './sqlite-handle.ts';
import { readersBeside } from './sqlite-log.ts';
import { asideReader } from './sqlite-off-thread.ts';
import { type Others, turnAmong } from './sqlite-others.ts';
import { rewriteFile } from './sqlite-purge.ts';
import { type Outcome, togetherOn, type Work } from './sqlite-together.ts';

/** How many waiting writes share one commit. */
const GROUP_MAX = 256;
/** Writes that may wait, whoever sends them; those of clients were refused before that would wait for too long. */
const WAITING_MAX = 2_000;

type Waiting<Tables> = {
  work: Work<Tables>;
  /** Whether what follows from it may be done together with that of others. */
  shares: boolean;
  done(result: unknown): void;
  failed(error: unknown): void;
};

/**
 * SQLite inside the process: one connection writes, another reads.
 *
 * Writes queue. The writer takes all that wait and commits them together with one fsync; only then are they resolved, so
 * durable writes grow with the load.
 */
export function sqliteEngine<Tables>(
  writer: Database.Database,
  tables: Tables,
  followers: readonly Follower<Tables>[],
  sources: Sources,
  others: Others = {},
  touching: Touching | null = null,
): Engine<Tables> {
  const writes = sharedCount();
  const reader = openForReading(writer.name);
  const refuseIfGone = watchFile(writer.name);
  writer.pragma('busy_timeout = 0');
  const read = readerByRounds(reader, tables, touching === null ? undefined : lastingBeside(writer, touching));
  const snapshots = snapshotsOn(writer.name, tables);
  const beside = readersBeside(writer.name, emptyLog);
  const aside = asideReader(writer.name, tables, beside);
  const checkpoints = others.checkpointsItself ? null : checkpointsOf(writer, refuseIfGone);
  const write = writerOn(writer, tables);
  const writeTogether = togetherOn(writer, write, followers, sources);
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
      // Who reads what was before keeps the log from beginning anew.
      read.letGo();
      for (const task of tasks) await task();
      if (waiting.length === 0) continue;
      const group = waiting.slice(0, GROUP_MAX);
      waiting = waiting.slice(GROUP_MAX);
      await runGroup(group);
      await checkpoints?.whenDue();
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
    if (closed) return;
    await betweenWrites(async () => {
      if (checkpoints) await checkpoints.truncate();
      else writer.pragma('wal_checkpoint(TRUNCATE)');
    });
  }

  /** Those that share what follows from them as one work; what is not done with the others is done alone next. */
  function sharing(group: readonly Waiting<Tables>[]): Waiting<Tables>[] {
    const shared = group.filter(({ shares }) => shares);
    if (shared.length < 2) return [...group];
    const doAlone = (some: readonly Waiting<Tables>[]) => {
      waiting = [...some.map((one) => ({ ...one, shares: false })), ...waiting];
    };
    const together: Waiting<Tables> = {
      shares: false,
      work: (tx) =>
        attemptParts(
          tx,
          shared.map(({ work }) => work),
        ),
      done(outcomes) {
        settle(shared, outcomes as PartOutcome[]);
        doAlone(shared.filter((_, at) => (outcomes as PartOutcome[])[at] === null));
      },
      failed: () => doAlone(shared),
    };
    return [...group.filter(({ shares }) => !shares), together];
  }

  async function runGroup(group: Waiting<Tables>[]): Promise<void> {
    const works = sharing(group);
    let outcomes: Outcome<Tables>[];
    let endTurn = () => {};
    try {
      refuseIfGone();
      endTurn = await turnAmong(others);
      outcomes = await writeTogether(works.map(({ work }) => work));
    } catch (error) {
      const failure = asFailure(error);
      for (const { failed } of group) failed(failure);
      return;
    } finally {
      endTurn();
    }
    read.letGo();
    settle(works, outcomes);
    listeners.tell(outcomes.flatMap((outcome) => ('error' in outcome ? [] : outcome.tx.written)));
  }

  async function queued<Result>(work: (tx: Tx<Tables>) => Promise<Result>, shares: boolean): Promise<Result> {
    if (closed) throw new EngineBusy('The service is stopping and takes no more writes.');
    if (waiting.length >= WAITING_MAX) throw new EngineBusy('Too many writes wait. Try again in a moment.');
    const result = new Promise<Result>((done, failed) => {
      waiting.push({ work, shares, done: done as (result: unknown) => void, failed });
    });
    const end = writes.begin();
    running ??= Promise.resolve().then(runQueue);
    return result.finally(end);
  }

  return {
    kind: 'sqlite',
    address: `file:${writer.name}`,
    read,
    newest: read,
    standbys: null,
    catchUp: async () => {},
    whileLogIsShort: (work) => beside(() => work(`file:${writer.name}`)),
    offThread: aside.handle,
    readSnapshot: snapshots.readSnapshot,
    write: (work) => queued(work, false),
    writeTogether: (work) => queued(work, true),
    writesWaiting: writes.count,
    goFirst: { count: writes.count, unless: null },
    connections: NOTHING_NEEDED,
    afterCommit: listeners.add,
    async purge() {
      if (closed) return false;
      return betweenWrites(async () => {
        const endTurn = await turnAmong(others);
        return rewriteFile(writer.name).finally(endTurn);
      });
    },
    giveBackMemory() {
      snapshots.closeIdle();
      read.leaveKept();
      for (const connection of [reader, writer]) connection.pragma('shrink_memory');
    },
    async ping() {
      refuseIfGone();
      reader.prepare('select 1').get();
    },
    async close() {
      closed = true;
      while (running) await running;
      await aside.close();
      await checkpoints?.close();
      snapshots.close();
      reader.close();
      if (writer.open) {
        writer.pragma('wal_checkpoint(TRUNCATE)');
        writer.close();
      }
    },
  };
}
