import type { Engine } from '../platform/engine/tables.ts';
import type { Scope } from './key.ts';
import { findLiveKey, liveKeys, touchKey } from './store.ts';

/** How exactly `lastUsedAt` is kept: a write for every request would cost more than the request. */
const PRECISION_MS = 60_000;

/**
 * Finds keys, and notes when they were used. A standby is not asked while the database itself answers: a key that was
 * revoked anywhere is refused at once.
 */
export function keyFinder(engine: Engine, clock: () => Date = () => new Date()) {
  const notedAt = new Map<string, number>();
  const underWay = new Set<Promise<void>>();

  function note(id: string, lastUsedAt: string | null, now: number): void {
    const last = Math.max(notedAt.get(id) ?? 0, lastUsedAt === null ? 0 : Date.parse(lastUsedAt));
    if (now - last < PRECISION_MS) return;
    notedAt.set(id, now);
    // Whether this write succeeds is of no concern to the request.
    const writing = engine
      .write((tx) => touchKey(tx, id))
      .catch(() => {})
      .finally(() => underWay.delete(writing));
    underWay.add(writing);
  }

  return {
    async find(key: string): Promise<{ id: string; scope: Scope } | null> {
      const now = clock();
      const found = await findLiveKey(engine.newest, key, now.toISOString());
      if (found) note(found.id, found.lastUsedAt, now.getTime());
      return found;
    },
    /** Which of these keys, by their ids, are valid now. */
    live(ids: readonly string[]): Promise<Set<string>> {
      return liveKeys(engine.newest, ids, clock().toISOString());
    },
    async close(): Promise<void> {
      await Promise.all(underWay);
    },
  };
}
