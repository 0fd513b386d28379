import { setPriority } from 'node:os';

/** How much nicer than the event loop a worker is that makes what takes long (0 to 19). */
const NICENESS = 10;

/**
 * Lets this thread run when no other wants to, so that short answers do not wait for a core behind long ones. Only Linux
 * keeps a priority for each thread; elsewhere it would be the whole process's, and nothing is done.
 */
export function letOthersFirst(): void {
  if (process.platform === 'linux') setPriority(0, NICENESS);
}
