import { idFromKey } from '../../kernel/id.ts';
import type { Handle, Sources, Tx } from './engine.ts';
import type { Follower } from './followers.ts';
import type { Written } from './written.ts';

/** Begins a part of a transaction that can be undone without the rest. */
export type BeginPart = () => Promise<Part> | Part;
export type Part = { keep(): unknown; undo(): unknown };
/** What an engine does in its own way with many rows at once. */
export type Bulk = Pick<Tx<unknown>, 'rebuildFullText' | 'withIndexesAfter'>;

/** A transaction on a handle whose writes commit together; the engine begins it, tells the followers and commits it. */
export function transactionOn<Tables>(
  handle: Handle<Tables>,
  { clock, newKey }: Sources,
  beginPart: BeginPart,
  { rebuildFullText, withIndexesAfter }: Bulk,
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
    withIndexesAfter,
    async attempt(work) {
      const [before, kept] = [written.length, undoing.length];
      const part = await beginPart();
      try {
        const result = await work();
        await part.keep();
        return result;
      } catch (error) {
        written.length = before;
        for (const undo of undoing.splice(kept).reverse()) undo();
        await part.undo();
        throw error;
      }
    },
  };
  return tx;
}
