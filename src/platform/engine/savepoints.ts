import type { BeginPart } from './transaction.ts';

type OpenPart = { savepoint: string | null; isItsOwn: boolean };

/**
 * Parts of a transaction on a server, in as few round trips as can be: a savepoint is set with the first query of a part, one
 * for all parts that begin together, and is released with the next one that is set, or with the transaction. `say` sends
 * statements in the order of the calls, among the queries of the transaction.
 */
export function savepointsOn(say: (statements: string) => Promise<unknown>) {
  /** The outer ones first. */
  const open: OpenPart[] = [];
  let count = 0;
  /** The savepoint of a part that was kept, and with it all that were set since. */
  let leftOver: string | null = null;

  const begin: BeginPart = () => {
    const part: OpenPart = { savepoint: null, isItsOwn: false };
    open.push(part);
    return {
      keep() {
        open.pop();
        if (part.isItsOwn) leftOver = part.savepoint;
      },
      async undo() {
        open.pop();
        if (part.savepoint === null) return;
        leftOver = part.isItsOwn ? part.savepoint : null;
        await say(`ROLLBACK TO ${part.savepoint}`);
      },
    };
  };

  return {
    begin,
    /** To be called right before each query is sent; null where nothing is to be said before it. */
    beforeQuery(): Promise<unknown> | null {
      const first = open.find(({ savepoint }) => savepoint === null);
      if (first === undefined) return null;
      count += 1;
      const savepoint = `part_${count}`;
      const release = leftOver === null ? '' : `RELEASE ${leftOver}; `;
      leftOver = null;
      first.isItsOwn = true;
      for (const part of open) part.savepoint ??= savepoint;
      return say(`${release}SAVEPOINT ${savepoint}`);
    },
  };
}
