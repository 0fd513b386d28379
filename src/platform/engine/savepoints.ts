import type { BeginPart } from './transaction.ts';

type OpenPart = { savepoint: string | null; isItsOwn: boolean };

/**
 * Parts of a transaction on a server, by as few ways to it as can be: a savepoint is set with the first query of a part, one
 * for all parts that begin together, and is let go with the next one that is set, or with the transaction.
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
    /** To be waited for before each query; null where there is nothing to wait for. */
    beforeQuery(): Promise<unknown> | null {
      const first = open.find(({ savepoint }) => savepoint === null);
      if (first === undefined) return null;
      count += 1;
      const savepoint = `part_${count}`;
      const letGo = leftOver === null ? '' : `RELEASE ${leftOver}; `;
      leftOver = null;
      first.isItsOwn = true;
      for (const part of open) part.savepoint ??= savepoint;
      return say(`${letGo}SAVEPOINT ${savepoint}`);
    },
  };
}
