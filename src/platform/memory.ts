import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives back what was needed to start, and makes room for new objects as small as it is for who has not worked yet. V8 would
 * do so by itself only when memory is short: a service at rest kept a fifth more. Takes about a tenth of a second.
 */
export function giveBackMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect: NodeJS.GCFunction = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

/** How often it is looked whether the service rests; it does when it was at rest in two looks, one after the other. */
const LOOK_MS = 5_000;
/** Of the time between two looks, at most so much was the thread's on a core: what it waits for one on a busy machine is no work. */
const AT_REST = 0.02;
/** By how much it must have grown since, for giving back to be worth the tenth of a second that it takes. */
const GROWN_BYTES = 24 * 1024 * 1024;

/**
 * Gives back what work has left once the service rests after it: what V8 keeps for objects that are no more, and by `more`
 * what others keep so as to be quick. Only where there is something to be given back, so that a service that has little to
 * do is not held up for nothing. Until what this gives is called.
 */
export function giveBackMemoryAtRest(more: () => void, lookMs = LOOK_MS): () => void {
  let least = residentBytes() ?? Number.POSITIVE_INFINITY;
  let [looked, worked] = [performance.now(), workedMs()];
  let looksAtRest = 0;
  const looking = setInterval(() => {
    const [now, workedNow] = [performance.now(), workedMs()];
    looksAtRest = workedNow - worked <= AT_REST * (now - looked) ? looksAtRest + 1 : 0;
    [looked, worked] = [now, workedNow];
    const holds = residentBytes();
    if (holds === null) return;
    least = Math.min(least, holds);
    if (looksAtRest < 2 || holds - least < GROWN_BYTES) return;
    more();
    giveBackMemory();
    least = residentBytes() ?? holds;
    [looked, worked] = [performance.now(), workedMs()];
  }, lookMs).unref();
  return () => clearInterval(looking);
}

/** Null where the system does not tell, as when a process has as many files open as it may. */
function residentBytes(): number | null {
  try {
    return process.memoryUsage.rss();
  } catch {
    return null;
  }
}

/** Milliseconds that this thread has had of a processor. */
function workedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
