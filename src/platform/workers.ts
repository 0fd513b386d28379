import { Piscina } from 'piscina';
import { Failure } from '../kernel/failure.ts';

/** Threads that do what would keep the event loop for long, one task at a time each. */
export type Workers<Task, Result> = { run(task: Task): Promise<Result>; close(): Promise<void> };

const PRELOAD = new URL('../preload.js', import.meta.url).href;

/** What a worker may keep, in MiB. A text of 1 MiB and all that is found of it take less than half of that. */
const HEAP_MAX_MB = 192;
/** Three times the space in which a worker's new objects are made. */
const YOUNG_MAX_MB = 12;

/**
 * Workers that the default export of `file` is run in. They start with the first task and stay for `idleMs`. Fails with
 * `overloaded` when so many tasks wait already, and when a worker cannot start.
 */
export function workersFor<Task, Result>(
  file: URL,
  { threads, waitingMax, idleMs, busy }: { threads: number; waitingMax: number; idleMs: number; busy: string },
): Workers<Task, Result> {
  const pool = new Piscina<Task, Result>({
    filename: file.href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
    maxQueue: waitingMax,
    execArgv: ['--import', PRELOAD],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MAX_MB, maxYoungGenerationSizeMb: YOUNG_MAX_MB },
  });
  const waiting = new Set<(reason: Failure) => void>();
  // A worker that fails before it has a task: nobody would answer those that wait for it.
  pool.on('error', () => {
    for (const refuse of waiting)
      refuse(new Failure('overloaded', 'No worker could be started. Try again in a moment.'));
  });
  return {
    async run(task) {
      if (pool.queueSize >= waitingMax) throw new Failure('overloaded', `${busy} Try again in a moment.`);
      let refuse: (reason: Failure) => void = () => {};
      const refused = new Promise<never>((_, reject) => {
        refuse = reject;
      });
      waiting.add(refuse);
      try {
        return await Promise.race([pool.run(task), refused]);
      } finally {
        waiting.delete(refuse);
      }
    },
    close: () => pool.close({ force: true }),
  };
}
