import { idFromKey } from '../../kernel/id.ts';
import type { Handle, Sources, Tx } from './engine.ts';
import type { Follower } from './followers.ts';
import type { Written } from './written.ts';

type Savepoint = { set(): unknown; undo(): unknown; release(): unknown };

/** A transaction on a handle whose writes commit together; the engine begins it, tells the followers and commits it. */
export function transactionOn<Tables>(
  handle: Handle<Tables>,
  { clock, newKey }: Sources,
  savepoint: Savepoint,
  rebuildFullText: () => Promise<void>,
  followers: readonly Follower<Tables>[],
): Tx<Tables> {
  const now = clock();
  const written: Written[] = [];
  const undoing: (() => void)[] = [];
  const tx: Tx<Tables> = {
    ...handle,
    now: now.toISOString(),
    newId: (kind) => idFromKey(kind, newKey(now)),
    changed(one) {
      written.push(one);
    },
    written,
    async revising(kind, ids) {
      for (const { before } of followers) await before?.(tx, kind, ids);
    },
    onUndo(work) {
      undoing.push(work);
    },
    rebuildFullText,
    async attempt(work) {
      const [before, kept] = [written.length, undoing.length];
      await savepoint.set();
      try {
        const result = await work();
        await savepoint.release();
        return result;
      } catch (error) {
        written.length = before;
        for (const undo of undoing.splice(kept).reverse()) undo();
        await savepoint.undo();
        await savepoint.release();
        throw error;
      }
    },
  };
  return tx;
}
