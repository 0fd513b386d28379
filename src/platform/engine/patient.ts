import { Failure } from '../../kernel/failure.ts';
import type { Engine } from './engine.ts';

type ReadWrite<Tables> = Pick<Engine<Tables>, 'read' | 'write'>;

/** About a minute, all told. */
const TRIES_MAX = 60;
const PAUSE_MAX_MS = 1_000;

/** For work that nobody waits for: what the engine refuses because it is busy is tried again until it is less so. */
export function patient<Tables>({ read, write }: ReadWrite<Tables>): ReadWrite<Tables> {
  return {
    read,
    async write(work) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await write(work);
        } catch (error) {
          const isBusy = error instanceof Failure && error.code === 'overloaded';
          if (!isBusy || tries === TRIES_MAX) throw error;
          await new Promise((resolve) => setTimeout(resolve, Math.min(20 * 2 ** tries, PAUSE_MAX_MS)));
        }
      }
    },
  };
}
