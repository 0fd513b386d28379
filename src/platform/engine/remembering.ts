import type { Handle } from './engine.ts';

export type Remembering = {
  /** Keeps what a look-up of that name would find for these values, where many were looked up together. */
  know(name: string, values: Record<string, unknown>, rows: readonly unknown[]): void;
};

/**
 * A handle that looks up each thing once: for what is looked up ahead of a transaction that holds it against what is true
 * then, and for a part of one that writes to nothing that it looks up. The rows are shared. What was locked to be referred
 * to stays locked, and so as it is, until that part is undone or the transaction ends.
 */
export function remembering<From extends Pick<Handle<unknown>, 'lookUp'>>(from: From): From & Remembering {
  const known = new Map<string, Promise<unknown>>();
  const keyOf = (name: string, values: Record<string, unknown>) => `${name} ${JSON.stringify(values)}`;
  const lookUp: typeof from.lookUp = (name, build, values = {}) => {
    const key = keyOf(name, values);
    const before = known.get(key);
    if (before) return before as ReturnType<typeof from.lookUp<never>>;
    const rows = from.lookUp(name, build, values);
    known.set(key, rows);
    return rows;
  };
  return { ...from, lookUp, know: (name, values, rows) => void known.set(keyOf(name, values), Promise.resolve(rows)) };
}
