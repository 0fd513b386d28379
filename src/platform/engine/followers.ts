import type { Tx } from './engine.ts';
import type { CommitListener, Written } from './written.ts';

/**
 * What follows from what is written, in the same transaction.
 *
 * `follow` is called once, right before the commit, with all that the transaction wrote in the order in which it did,
 * and only if it wrote anything. The next follower is called when this one is done. A follower keeps what it keeps true
 * to the record, and writes nothing of the record itself.
 */
export type Follower<Tables> = {
  readonly name: string;
  /** Is called before rows of entities are rewritten; see `Tx.revising`. */
  before?(tx: Tx<Tables>, kind: string, ids: readonly string[]): Promise<void>;
  follow(tx: Tx<Tables>, written: readonly Written[]): Promise<void>;
};

/** Lets the followers do their work, one after another. Fails with whatever one of them fails with. */
export async function tellFollowers<Tables>(followers: readonly Follower<Tables>[], tx: Tx<Tables>): Promise<void> {
  const { length } = tx.written;
  if (length === 0) return;
  for (const { name, follow } of followers) {
    await follow(tx, tx.written);
    if (tx.written.length !== length) throw new Error(`The follower “${name}” wrote to the record.`);
  }
}

/** Those who want to hear of commits. */
export function commitListeners() {
  const listeners = new Set<CommitListener>();
  return {
    /** Gives what ends it. */
    add(listener: CommitListener): () => void {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    tell(written: readonly Written[]): void {
      if (written.length === 0) return;
      for (const listener of listeners) {
        try {
          listener(written);
        } catch (error) {
          process.emitWarning(error as Error);
        }
      }
    },
  };
}
