import { nextTurn } from '../loop-turns.ts';
import type { Tx } from './engine.ts';
import { attemptParts, type PartOutcome, settle } from './parts.ts';
import { asFailure, causeOf, EngineBusy, isOfDatabase, MaybeCommitted } from './refusals.ts';
import { remembering } from './remembering.ts';

type Work<Tables, Result> = (tx: Tx<Tables>) => Promise<Result>;
type Write<Tables> = <Result>(work: Work<Tables, Result>) => Promise<Result>;
type Waiting<Tables> = {
  work: Work<Tables, unknown>;
  done(result: unknown): void;
  failed(error: unknown): void;
};

/** How many waiting writes share one transaction. */
const GROUP_MAX = 64;
const WAITING_MAX = 1_000;

/**
 * Lets writes that wait for each other share a transaction, one of which is under way at a time: one turn at the chain of
 * history, one commit, and what follows from all of them is done at once. `once` is a transaction in which no part waits for
 * a lock for long, `alone` one that is done again when the server asks for it.
 *
 * What is refused fails alone, and what has to wait is done alone; so is each of the group where the transaction fails, unless
 * the server is gone, or may have committed it all the same.
 */
export function writesTogether<Tables>(once: Write<Tables>, alone: Write<Tables>): Write<Tables> {
  let waiting: Waiting<Tables>[] = [];
  let isRunning = false;

  async function run(): Promise<void> {
    // What the same turn of the event loop brings belongs together.
    await nextTurn();
    while (waiting.length > 0) {
      const group = waiting.slice(0, GROUP_MAX);
      waiting = waiting.slice(GROUP_MAX);
      await runGroup(group);
    }
    isRunning = false;
  }

  async function runGroup(group: Waiting<Tables>[]): Promise<void> {
    // What is done alone may have to wait for long, and nobody behind it does.
    if (group.length === 1) return waiting.length > 0 ? void doAlone(group) : doAlone(group);
    let outcomes: PartOutcome[];
    try {
      outcomes = await once((tx) =>
        attemptParts(
          tx,
          group.map(({ work }) => work),
        ),
      );
    } catch (error) {
      const failure = asFailure(error);
      const isGone = failure instanceof EngineBusy && !isOfDatabase(causeOf(error));
      if (!isGone && !(error instanceof MaybeCommitted)) return doAlone(group);
      for (const { failed } of group) failed(failure);
      return;
    }
    void doAlone(group.filter((_, at) => outcomes[at] === null));
    settle(group, outcomes);
  }

  async function doAlone(group: Waiting<Tables>[]): Promise<void> {
    await Promise.all(group.map(({ work, done, failed }) => alone((tx) => work(remembering(tx))).then(done, failed)));
  }

  return async <Result>(work: Work<Tables, Result>) => {
    if (waiting.length >= WAITING_MAX) throw new EngineBusy('Too many writes wait. Try again in a moment.');
    return new Promise<Result>((done, failed) => {
      waiting.push({ work, done: done as (result: unknown) => void, failed });
      if (isRunning) return;
      isRunning = true;
      void run();
    });
  };
}
