/**
 * What was written to one entity: its row before and after; null before it was made and once it is gone. A room that
 * has more to tell of what it writes adds it to this interface, as it adds its tables to theirs.
 */
export interface Written {
  readonly kind: string;
  readonly before: object | null;
  readonly after: object | null;
}

/**
 * Hears what was committed in this process, at once and after the commit; of what another process committed it hears that
 * it did, with an empty list. Whatever it throws undoes nothing.
 */
export type CommitListener = (written: readonly Written[]) => void;
