import { Piscina } from 'piscina';
import { Failure } from '../kernel/failure.ts';
import { queueOf, reasonOf } from './queue.ts';

/** Threads that do what would keep the event loop for long, one task at a time each. */
export type Workers<Task, Result> = {
  /** What is aborted is not begun, or stopped with its thread. It fails with the reason, if that is a `Failure`. */
  run(task: Task, signal?: AbortSignal): Promise<Result>;
  close(): Promise<void>;
};

const PRELOAD = new URL('../preload.js', import.meta.url).href;

/** What a worker may keep, in MiB. A text of 1 MiB and all that is found of it take less than half of that. */
const HEAP_MAX_MB = 192;
/**
 * How much a worker's thread stands back where cores are short: who waits for an answer that takes a millisecond goes
 * first. On Linux threads have priorities of their own; elsewhere the whole process would stand back.
 */
const NICE = process.platform === 'linux' ? 10 : 0;
/** Three times the space in which a worker's new objects are made. */
const YOUNG_MAX_MB = 12;

/**
 * Workers that the default export of `file` is run in. They start with the first task and stay for `idleMs`. Fails with
 * `overloaded` when so many tasks wait already, and when a worker cannot start.
 */
export function workersFor<Task, Result>(
  file: URL,
  {
    threads,
    waitingMax,
    idleMs,
    busy,
    standsBack = true,
  }: { threads: number; waitingMax: number; idleMs: number; busy: string; standsBack?: boolean },
): Workers<Task, Result> {
  const pool = new Piscina<Task, Result>({
    filename: file.href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
    // Tasks wait in the queue below: those in the pool's own would wait for ever for a worker that was stopped.
    maxQueue: threads,
    // Nobody reads the pool's histograms, which take some MiB.
    recordTiming: false,
    niceIncrement: standsBack ? NICE : 0,
    execArgv: ['--import', PRELOAD],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MAX_MB, maxYoungGenerationSizeMb: YOUNG_MAX_MB },
  });
  const queue = queueOf({ atOnce: threads, waitingMax, busy });
  const waiting = new Set<(reason: Failure) => void>();
  // A worker that fails before it has a task: nobody would answer those that wait for it.
  pool.on('error', () => {
    for (const refuse of waiting)
      refuse(new Failure('overloaded', 'No worker could be started. Try again in a moment.'));
  });
  return {
    async run(task, signal) {
      const leave = await queue.enter(signal);
      const threadsBefore = [...pool.threads];
      let refuse: (reason: Failure) => void = () => {};
      const refused = new Promise<never>((_, reject) => {
        refuse = reject;
      });
      waiting.add(refuse);
      try {
        return await Promise.race([pool.run(task, { signal: signal ?? null }), refused]);
      } catch (error) {
        throw signal?.aborted ? reasonOf(signal) : error;
      } finally {
        waiting.delete(refuse);
        if (signal?.aborted) void goneAmong(threadsBefore).then(leave);
        else leave();
      }
    },
    close: () => pool.close({ force: true }),
  };

  /** Resolves when the threads that are being stopped have ended: what they call is not interrupted, and takes its time. */
  async function goneAmong(before: typeof pool.threads): Promise<void> {
    const now = new Set(pool.threads);
    await Promise.allSettled(before.filter((thread) => !now.has(thread)).map((thread) => thread.terminate()));
  }
}
