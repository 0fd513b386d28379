import { Failure } from '../../kernel/failure.ts';
import type { Engine } from './engine.ts';

type ReadWrite<Tables> = Pick<Engine<Tables>, 'read' | 'write'>;

/** About a minute, all told. */
const TRIES_MAX = 60;
const PAUSE_MAX_MS = 1_000;

/**
 * For work that nobody waits for: what the engine refuses because it is busy, or gone, is tried again until it is less
 * so, reads and writes alike, for as long as `goesOn` says.
 */
export function retryWhenBusy<Tables>({ read, write }: ReadWrite<Tables>, goesOn = () => true): ReadWrite<Tables> {
  async function untilAnswered<Result>(work: () => Promise<Result>): Promise<Result> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await work();
      } catch (error) {
        const isBusy = error instanceof Failure && error.code === 'overloaded';
        if (!isBusy || tries === TRIES_MAX || !goesOn()) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.min(20 * 2 ** tries, PAUSE_MAX_MS)));
      }
    }
  }

  return {
    read: {
      ...read,
      query: (name, build, values) => untilAnswered(() => read.query(name, build, values)),
      lookUp: (name, build, values) => untilAnswered(() => read.lookUp(name, build, values)),
    },
    write: (work) => untilAnswered(() => write(work)),
  };
}
