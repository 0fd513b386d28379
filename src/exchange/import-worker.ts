import { Failure, type FailureCode, type Fault } from '../kernel/failure.ts';
import { retryWhenBusy } from '../platform/engine/retry-when-busy.ts';
import { updateRow } from '../platform/engine/rows.ts';
import type { Engine } from '../platform/engine/tables.ts';
import { workersFor } from '../platform/workers.ts';
import { quoteChecker } from '../text/quotes/checker.ts';
import type { RowRun } from './import.ts';
import type { ImportCounts } from './import-counts.ts';
import { doJob, GivenUp, type Job } from './job.ts';
import { addToRuns, createdRow, storeReport } from './report-store.ts';
import { restoreEverything } from './restore.ts';
import { bytesOf } from './task.ts';

/** What two threads share of an import: how many lines of an export of everything were read, and whether to break it off. */
const [READ, STOPPED] = [0, 1];
/**
 * Lines that share one transaction at first, and at least and at most: the more there are, the fewer pages of the file are
 * written twice, and the longer whoever else writes has to wait.
 */
const LINES = { first: 500, min: 125, max: 2_000 };

export type Importing = {
  importing: Job & {
    database: string;
    shared: Int32Array;
    writesWaiting: Int32Array | null;
    goFirst: Engine['goFirst'];
    rests: boolean;
  };
};
/** What became of it; an error loses its kind on the way between threads. */
export type ImportReply =
  | { isDone: true }
  | { isGivenUp: true }
  | { refused: { code: FailureCode; detail: string; faults: readonly Fault[] } };

export type ImportWorker = ReturnType<typeof importWorker>;

/** Reads files in beside everything else, on an engine of its own: the event loop is for those who wait for answers. */
export function importWorker(
  { address, writesWaiting, goFirst }: Pick<Engine, 'address' | 'writesWaiting' | 'goFirst'>,
  worker: URL,
  { rests = false } = {},
) {
  const workers = workersFor<Importing, ImportReply>(worker, {
    threads: 1,
    waitingMax: 1,
    idleMs: 1_000,
    busy: 'Another file is being read in.',
  });
  const running = new Map<string, Int32Array>();
  let isClosing = false;

  return {
    /** Does the job, and fails as `doJob` does. */
    async run(job: Job): Promise<void> {
      if (isClosing) throw stopped();
      const shared = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
      running.set(job.id, shared);
      try {
        const importing = { ...job, database: address, shared, writesWaiting, goFirst, rests };
        const reply = await workers.run({ importing });
        if ('isGivenUp' in reply) throw new GivenUp('This import was given up.');
        if ('isDone' in reply) return;
        const { code, detail, faults } = reply.refused;
        throw new Failure(code, detail, { faults });
      } finally {
        running.delete(job.id);
      }
    },
    /** How many lines of an export of everything were read so far as this import; 0 where it is none, or not read here. */
    read(importId: string): number {
      const shared = running.get(importId);
      return shared === undefined ? 0 : Atomics.load(shared, READ);
    },
    /** Breaks off what is being read: of an export of everything nothing is kept. */
    stop(): void {
      isClosing = true;
      for (const shared of running.values()) Atomics.store(shared, STOPPED, 1);
    },
    close: () => workers.close(),
  };
}

/** What the worker does, on an engine of its own. */
export async function importInWorker(
  engine: Engine,
  { shared, writesWaiting, ...job }: Omit<Importing['importing'], 'database' | 'goFirst' | 'rests'>,
): Promise<ImportReply> {
  const isStopped = () => Atomics.load(shared, STOPPED) === 1;
  const checker = quoteChecker();
  const deps = {
    engine: job.task.dryRun ? engine : retryWhenBusy(engine, () => !isStopped()),
    checker,
    linesAtOnce: moreWhereNobodyWaits(writesWaiting),
    isAlone: true,
    isStopped,
    takeOver: () => takeOver(engine, job, shared),
  };
  try {
    await doJob(deps, job);
    return { isDone: true };
  } catch (error) {
    if (error instanceof GivenUp) return { isGivenUp: true };
    if (!(error instanceof Failure)) throw error;
    return { refused: { code: error.code, detail: error.message, faults: error.faults } };
  } finally {
    await checker.close();
  }
}

/** Twice as many lines after a transaction for which nobody waited, few after one for which somebody did. */
function moreWhereNobodyWaits(writesWaiting: Int32Array | null): () => number {
  let lines: number | null = null;
  return () => {
    if (writesWaiting === null || lines === null) lines = LINES.first;
    else if (Atomics.load(writesWaiting, 0) > 0) lines = LINES.min;
    else lines = Math.min(LINES.max, lines * 2);
    return lines;
  };
}

/** The job is done in the same transaction, so that no record is taken over by one that is not. */
function takeOver(engine: Engine, { file, id }: Job, shared: Int32Array): Promise<ImportCounts> {
  let rows: RowRun[] = [];
  const open = () => {
    rows = [];
    return bytesOf(file);
  };
  return restoreEverything(engine, open, {
    working: ({ read }) => {
      if (Atomics.load(shared, STOPPED) === 1) throw stopped();
      Atomics.store(shared, READ, read);
    },
    took: (line) => addToRuns(rows, createdRow(line)),
    taken: async (tx, taken) => {
      await storeReport(tx, id, rows);
      await updateRow(tx, 'imports', id, { ...taken, state: 'done', updatedAt: tx.now });
    },
  });
}

function stopped(): Failure {
  return new Failure(
    'overloaded',
    'The service stopped while this was taken over: nothing of it is kept. Send it again.',
  );
}
