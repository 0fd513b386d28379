import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { Failure } from '../../kernel/failure.ts';
import type { Engine, GoFirst, Handle, ReadSnapshots, Sources, Tx } from './engine.ts';
import { commitListeners, type Follower, tellFollowers } from './followers.ts';
import { lettingBy, sharedCount } from './letting-by.ts';
import { COMMIT_AND_TELL } from './log-position.ts';
import { handleOn, handlesOn, readSnapshotsOn, replacingWorn, wearOf } from './postgres-handle.ts';
import { connectionsOf, openPostgresPool } from './postgres-pool.ts';
import { writesTogether } from './postgres-together.ts';
import { statementNames } from './prepared.ts';
import { asFailure, EngineBusy, isReadOnly, MaybeCommitted, reasonToRetry } from './refusals.ts';
import { savepointsOn } from './savepoints.ts';
import type { StandbySet } from './standbys.ts';
import { transactionOn } from './transaction.ts';

const TRIES_MAX = 5;
const PAUSE_MS = 20;
/** Requests that may wait for a connection. More are refused at once, so that those that wait are served in time. */
const WAITING_MAX = 1_000;

/** Writes that share a transaction do not wait for one of them: what has to wait longer than that is done by itself. */
const BEGIN_WITHOUT_WAITING = "BEGIN; SET LOCAL lock_timeout = '200ms'";

const REBUILD_FULL_TEXT = `
  DELETE FROM search_index;
  INSERT INTO search_index SELECT place, search_vector(words, more, facets) FROM search_entries`;

/** On a connection of its own. */
export function readPostgres<Tables>(url: string, tables: Tables): ReadSnapshots<Tables> {
  const pool = openPostgresPool(url, { max: 1 });
  const names = statementNames();
  return { readSnapshot: readSnapshotsOn(pool, handlesOn(tables, names), wearOf(pool, names)) };
}

/** The handle, each of whose queries comes right after what is said before it; once the transaction is over it asks nothing. */
function handleAfter<Tables>(
  handle: Handle<Tables>,
  before: () => Promise<unknown> | null,
  isOver: () => boolean,
): Handle<Tables> {
  const after =
    (query: Handle<Tables>['query']): Handle<Tables>['query'] =>
    async (...asked) => {
      if (isOver()) throw new Error('The transaction is over.');
      const [said, answer] = [before(), query(...asked)];
      if (said === null) return answer;
      return (await Promise.all([said, answer]))[1];
    };
  return { ...handle, query: after(handle.query), lookUp: after(handle.lookUp) };
}

type Work<Tables, Result> = (tx: Tx<Tables>) => Promise<Result>;

/**
 * PostgreSQL: reads from a pool, or from a standby where there are such; a write is one pooled transaction, run again when
 * the server asks for it.
 */
export function postgresEngine<Tables>(
  pool: pg.Pool,
  tables: Tables,
  followers: readonly Follower<Tables>[],
  sources: Sources,
  standbys: StandbySet<Tables> | null = null,
  letBy: GoFirst | null = null,
): Engine<Tables> {
  const address = pool.options.connectionString as string;
  const names = statementNames();
  const isWorn = wearOf(pool, names);
  const underWay = new Set<Promise<unknown>>();
  const handleOf = handlesOn(tables, names, letBy === null ? undefined : lettingBy(letBy));
  const [reads, writes] = [sharedCount(), sharedCount()];
  const readSnapshot = readSnapshotsOn(pool, handleOf, isWorn);
  const pooled = handleOn(replacingWorn(pool, isWorn), tables, names, (error) => {
    throw asFailure(error);
  });
  const listeners = commitListeners();
  let closed = false;

  const query: Handle<Tables>['query'] = async (name, build, values) => {
    refuseBeyondQueue();
    return reads.during(() => pooled.query(name, build, values));
  };
  const own: Handle<Tables> = { ...pooled, query, lookUp: query };
  const [read, newest] = standbys === null ? [own, own] : [readBy(standbys.read), readBy(standbys.readNewest)];

  function readBy(by: StandbySet<Tables>['read']): Handle<Tables> {
    const query: Handle<Tables>['query'] = (...asked) =>
      by(
        (standby) => standby.read.query(...asked),
        () => own.query(...asked),
      );
    return { ...own, query, lookUp: query };
  }

  const snapshotHere: typeof readSnapshot = async (work) => {
    refuseBeyondQueue();
    return reads.during(() => readSnapshot(work));
  };

  function refuseBeyondQueue(): void {
    if (pool.waitingCount < WAITING_MAX) return;
    throw new EngineBusy('Too many requests wait for the database. Try again in a moment.');
  }

  async function inTransaction<Result>(work: Work<Tables, Result>, partsWait = true): Promise<Result> {
    const client = await pool.connect();
    const { handle, inTurn, idle } = handleOf(client);
    let broken: Error | undefined;
    let isOver = false;
    try {
      await client.query(partsWait ? 'BEGIN' : BEGIN_WITHOUT_WAITING);
      const parts = savepointsOn((statements) => inTurn(() => client.query(statements)));
      const tx = transactionOn(
        handleAfter(handle, parts.beforeQuery, () => isOver),
        sources,
        parts.begin,
        {
          async rebuildFullText() {
            await parts.beforeQuery();
            await inTurn(() => client.query(REBUILD_FULL_TEXT));
          },
          // To drop an index waits for whoever reads the table, and keeps all others out until the commit.
          withIndexesAfter: (_tables, work) => work(),
        },
        followers,
      );
      const result = await work(tx);
      if (!partsWait) await client.query('SET LOCAL lock_timeout TO DEFAULT');
      await tellFollowers(followers, tx);
      isOver = true;
      await commit(client);
      listeners.tell(tx.written);
      return result;
    } catch (error) {
      isOver = true;
      await idle();
      await client.query('ROLLBACK').catch((failed) => {
        broken = failed;
      });
      // Whoever connects anew may find the server that took its place.
      if (isReadOnly(error)) broken = error as Error;
      throw error;
    } finally {
      client.release(broken ?? isWorn(client));
    }
  }

  async function commit(client: pg.PoolClient): Promise<void> {
    try {
      if (standbys === null) return void (await client.query('COMMIT'));
      // Of two statements there are two results, which its types do not know.
      const results: unknown = await client.query(COMMIT_AND_TELL);
      const [, told] = results as pg.QueryResult<{ position: string }>[];
      await standbys.wrote(Number(told?.rows[0]?.position));
    } catch (error) {
      throw reasonToRetry(error) === null ? new MaybeCommitted(error) : error;
    }
  }

  async function write<Result>(work: Work<Tables, Result>): Promise<Result> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await inTransaction<Result>(work);
      } catch (error) {
        const reason = reasonToRetry(error);
        if (tries >= TRIES_MAX || reason === null) throw asFailure(error);
        // Else it takes at once what the other write is about to take, and they are in each other's way again.
        if (reason === 'in the way') await pause(PAUSE_MS * 2 ** tries * Math.random());
      }
    }
  }

  const together = writesTogether<Tables>((work) => inTransaction(work, false), write);

  async function taken<Result>(write: (work: Work<Tables, Result>) => Promise<Result>, work: Work<Tables, Result>) {
    if (closed) throw new EngineBusy('The service is stopping and takes no more writes.');
    refuseBeyondQueue();
    const result = writes.during(() => write(work));
    const settled = result.catch(() => {}).finally(() => underWay.delete(settled));
    underWay.add(settled);
    return result;
  }

  return {
    kind: 'postgres',
    address,
    read,
    newest,
    offThread: read,
    standbys,
    async whileLogIsShort(work) {
      if (standbys === null) return work(address);
      return standbys.read(
        async (standby) => {
          const before = standby.timesOut();
          await standby.check();
          const result = await work(standby.url).catch(asOfServer);
          // The thread's own connection may have come after a start from which the server was behind what it was.
          if (standby.timesOut() !== before) throw new EngineBusy('The standby was left out meanwhile.');
          return result;
        },
        () => work(address),
      );
    },
    readSnapshot(work) {
      if (standbys === null) return snapshotHere(work);
      return standbys.read(
        (standby) => standby.readSnapshot(work),
        () => snapshotHere(work),
      );
    },
    catchUp: async () => standbys?.catchUp(),
    write: (work) => taken(write, work),
    writeTogether: (work) => taken(together, work),
    goFirst: { count: reads.count, unless: writes.count },
    writesWaiting: null,
    connections: connectionsOf(pool),
    afterCommit: listeners.add,
    async purge() {
      const cleaning = openPostgresPool(address, { max: 1, maintenance: true });
      try {
        await cleaning.query('VACUUM');
        return true;
      } catch {
        return false;
      } finally {
        await cleaning.end();
      }
    },
    giveBackMemory() {},
    async ping() {
      await pool.query('select 1');
    },
    async close() {
      if (closed) return;
      closed = true;
      await Promise.all(underWay);
      await standbys?.close();
      await pool.end();
    },
  };
}

/** An error loses its kind on the way from a thread, so that whatever fails there may be the doing of the server. */
function asOfServer(error: unknown): never {
  if (error instanceof Failure && error.code !== 'overloaded') throw error;
  throw new EngineBusy('What was read from a standby failed.', error);
}
