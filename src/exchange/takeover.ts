import { Failure, type FailureCode, type Fault } from '../kernel/failure.ts';
import { updateRow } from '../platform/engine/rows.ts';
import type { Engine } from '../platform/engine/tables.ts';
import { workersFor } from '../platform/workers.ts';
import type { RowRun } from './import.ts';
import type { ImportCounts } from './import-counts.ts';
import { addToRuns, createdRow, storeReport } from './report-store.ts';
import { restoreEverything } from './restore.ts';
import { bytesOf } from './task.ts';

/** What two threads share of a takeover: how many lines were read, and whether it is to be broken off. */
const [READ, STOPPED] = [0, 1];

export type TakingOver = { takeOver: { database: string; file: string; importId: string; shared: Int32Array } };
/** What became of it; an error loses its kind on the way between threads. */
export type TakeoverReply =
  | { counts: ImportCounts }
  | { refused: { code: FailureCode; detail: string; faults: readonly Fault[] } };

export type Takeovers = ReturnType<typeof takeovers>;

/** Exports of everything are taken over in a worker: on SQLite the event loop would stand still meanwhile. */
export function takeovers(engine: Pick<Engine, 'address'>, worker: URL) {
  const workers = workersFor<TakingOver, TakeoverReply>(worker, {
    threads: 1,
    waitingMax: 1,
    idleMs: 1_000,
    busy: 'An export is being taken over.',
  });
  const running = new Map<string, Int32Array>();
  let isClosing = false;

  return {
    /** Takes over what is in the file, as the import with this id, which is done then. */
    async run(file: string, importId: string): Promise<ImportCounts> {
      if (isClosing) throw stopped();
      const shared = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
      running.set(importId, shared);
      try {
        const reply = await workers.run({ takeOver: { database: engine.address, file, importId, shared } });
        if ('counts' in reply) return reply.counts;
        const { code, detail, faults } = reply.refused;
        throw new Failure(code, detail, { faults });
      } finally {
        running.delete(importId);
      }
    },
    /** How many lines an import that takes over has read so far; null when it does not, or not here. */
    read(importId: string): number | null {
      const shared = running.get(importId);
      return shared === undefined ? null : Atomics.load(shared, READ);
    },
    /** Breaks off what is being taken over: nothing of it is kept. */
    stop(): void {
      isClosing = true;
      for (const shared of running.values()) Atomics.store(shared, STOPPED, 1);
    },
    close: () => workers.close(),
  };
}

/** What the worker does. The job is done in the same transaction, so that no record is taken over by one that is not. */
export async function takeOverInWorker(
  engine: Engine,
  { file, importId, shared }: Omit<TakingOver['takeOver'], 'database'>,
): Promise<TakeoverReply> {
  try {
    let rows: RowRun[] = [];
    const open = () => {
      rows = [];
      return bytesOf(file);
    };
    const counts = await restoreEverything(engine, open, {
      working: ({ read }) => {
        if (Atomics.load(shared, STOPPED) === 1) throw stopped();
        Atomics.store(shared, READ, read);
      },
      took: (line) => addToRuns(rows, createdRow(line)),
      taken: async (tx, taken) => {
        await storeReport(tx, importId, rows);
        await updateRow(tx, 'imports', importId, { ...taken, state: 'done', updatedAt: tx.now });
      },
    });
    return { counts };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { refused: { code: error.code, detail: error.message, faults: error.faults } };
  }
}

function stopped(): Failure {
  return new Failure(
    'overloaded',
    'The service stopped while this was taken over: nothing of it is kept. Send it again.',
  );
}
