import type { Requests } from './peers.ts';

/** Who is counted at once; beyond that the one whose window began first is forgotten. */
const COUNTED_MAX = 20_000;

/** Counts what each sends in windows of time that begin with its first request. */
export function requestCounts(clock: () => number = Date.now) {
  const windows = new Map<string, { begun: number; count: number }>();
  return {
    count(of: string, windowMs: number): Requests {
      const now = clock();
      const known = windows.get(of);
      if (known !== undefined && known.begun + windowMs > now) {
        known.count += 1;
        return { current: known.count, ttl: known.begun + windowMs - now };
      }
      windows.delete(of);
      windows.set(of, { begun: now, count: 1 });
      for (const oldest of windows.keys()) {
        if (windows.size <= COUNTED_MAX) break;
        windows.delete(oldest);
      }
      return { current: 1, ttl: windowMs };
    },
  };
}
