import { afterAll, beforeAll, onTestFinished } from 'vitest';

type Cleanup = () => unknown;

/** What is being opened for a whole suite at the moment; null while a test opens things of its own. */
let ofSuite: Cleanup[] | null = null;

/** Runs `cleanup` when the test ends, or, of what a suite shares, when the suite does. */
export function whenDone(cleanup: Cleanup): void {
  if (ofSuite) ofSuite.push(cleanup);
  else onTestFinished(cleanup as () => Promise<void>);
}

/** Opens something once for the tests of a suite; gives a function that tells it to each of them. */
export function shared<Opened>(open: () => Promise<Opened>): () => Opened {
  const cleanups: Cleanup[] = [];
  let opened: Opened | undefined;
  beforeAll(async () => {
    ofSuite = cleanups;
    try {
      opened = await open();
    } finally {
      ofSuite = null;
    }
  });
  afterAll(async () => {
    for (const cleanup of cleanups.reverse()) await cleanup();
  });
  return () => {
    if (opened === undefined)
      throw new Error('This is shared by the tests of a suite, and is not open outside of them.');
    return opened;
  };
}
