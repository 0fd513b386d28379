import { setImmediate as nextRound } from 'node:timers/promises';
import { type Always, type ExpectedWait, expectedWait } from './expected-wait.ts';

/** How long work goes on before the event loop reads what came meanwhile. */
export const TURN_MS = 4;
/** A turn is as long as what was between it and the one before, up to this, so that refusing never leaves work less than half. */
const TURN_MAX_MS = 6 * TURN_MS;
/** For how long connections alone are taken on, as long as there are more. */
const CONNECTIONS_MS = 3 * TURN_MS;

let connectionsTaken = 0;

/** To be told of each new connection. */
export function tookConnection(): void {
  connectionsTaken += 1;
}

/**
 * Lets the event loop read what came. It takes on one connection in each of its rounds, so while more may wait, rounds
 * follow in which no work is done; but only for a while, so that work goes on.
 */
export async function nextTurn(): Promise<void> {
  const until = performance.now() + CONNECTIONS_MS;
  for (let before = -1; before !== connectionsTaken && performance.now() < until; ) {
    before = connectionsTaken;
    await nextRound();
  }
}

/**
 * What is called between two steps of work that goes on for long: the event loop reads what came whenever the steps before
 * it took a turn together.
 */
export function stepping(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < TURN_MS) return;
    await nextTurn();
    began = performance.now();
  };
}

/** What is done at the end of the round that is known of; null where none is. */
let endings: (() => void)[] | null = null;

/**
 * Says that the event loop takes on what came: all that it finds by then was sent before now, so that all requests of this round
 * may share what is read from now on.
 */
export function roundBegins(): void {
  if (endings !== null) return;
  endings = [];
  // Comes before anything else is taken on.
  setImmediate(roundEnds);
}

function roundEnds(): void {
  const all = endings ?? [];
  endings = null;
  callAll(all);
}

/** What one of them throws keeps none of the others from being called, and is nobody's but its own. */
function callAll(all: readonly (() => void)[]): void {
  for (const one of all) {
    try {
      one();
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}

/** Calls `work` at the end of the round; where no round is known of, by `otherwise`: as soon as what runs now waits for anything. */
export function atEndOfRound(work: () => void, otherwise: (work: () => void) => void = process.nextTick): void {
  if (endings === null) otherwise(work);
  else endings.push(work);
}

/** What is sent waits for no more of the others than become ready in this time. */
const SEND_WAIT_MAX_MS = 1;
/** After so many rounds in which one alone was sent the next is sent as soon as it is ready. */
const ROUNDS_OF_ONE = 8;

/**
 * Sends what becomes ready in one round one right after another at its end. What is sent alone wakes its client, which
 * is done with it and sleeps again before the next is ready, and waking it is most of what sending costs. Where one client
 * asks at a time nothing waits.
 */
export const { sendTogether, sendHeld } = oneAfterAnother();

function oneAfterAnother() {
  let waiting: (() => void)[] = [];
  /** Since when the first of them waits. */
  let since = 0;
  /** How many are ready in this round, and in how many of those before it, one after another, it was one alone. */
  let [ready, roundsOfOne] = [0, ROUNDS_OF_ONE];

  /** Sends at once what waits for the end of the round. */
  function sendHeld(): void {
    const all = waiting;
    waiting = [];
    callAll(all);
  }

  function ended(): void {
    roundsOfOne = ready === 1 ? roundsOfOne + 1 : 0;
    ready = 0;
    sendHeld();
  }

  function sendTogether(send: () => void): void {
    ready += 1;
    if (ready === 1) atEndOfRound(ended, setImmediate);
    if (waiting.length === 0) since = performance.now();
    waiting.push(send);
    // Whether more will come nobody knows; as a rule it is as it was.
    const isAlone = ready === 1 && roundsOfOne >= ROUNDS_OF_ONE;
    if (isAlone || performance.now() - since > SEND_WAIT_MAX_MS) sendHeld();
  }

  return { sendTogether, sendHeld };
}

/** What pieces of work need besides the event loop: while it is all taken, none is begun. */
export type Needed = { isFree(): boolean; whenFree(): Promise<void> };
/** For what needs nothing else. */
export const NOTHING_NEEDED: Needed = { isFree: () => true, whenFree: async () => {} };

/** Begins pieces of work one after another, those that came first, and none that nobody waits for any more. */
export type Turns = { begin(piece: () => void, isWanted: () => boolean): void; readonly wait: ExpectedWait };

/**
 * Work that keeps the event loop while it is done. What comes while a turn has time left is begun at once; the rest waits,
 * so that whatever needs no turn is read and answered between two of them.
 */
export function loopTurns(limit: { maxMs: number; always: Always }, needed: Needed): Turns {
  const waiting = new Set<() => void>();
  const wait = expectedWait(limit);
  /** When the turn began in which pieces are begun as they come; null between two. */
  let turnBegan: number | null = null;
  let isRunning = false;

  function hasTime(): boolean {
    if (turnBegan === null) {
      turnBegan = performance.now();
      setImmediate(() => {
        turnBegan = null;
      });
    }
    return performance.now() - turnBegan < TURN_MS;
  }

  async function run(): Promise<void> {
    isRunning = true;
    let ended = performance.now();
    while (waiting.size > 0) {
      await nextTurn();
      await needed.whenFree();
      const began = performance.now();
      const until = began + Math.min(TURN_MAX_MS, Math.max(TURN_MS, began - ended));
      // What waits came before now, and until all of this is done nothing else does.
      endings ??= [];
      for (const piece of waiting) {
        waiting.delete(piece);
        piece();
        // Comes once all is done that the piece does without waiting for anything.
        await new Promise<void>(process.nextTick);
        if (performance.now() >= until || !needed.isFree()) break;
      }
      roundEnds();
      ended = performance.now();
    }
    isRunning = false;
  }

  return {
    wait,
    begin(piece, isWanted) {
      if (waiting.size === 0 && !isRunning && hasTime() && needed.isFree()) return piece();
      const end = wait.begin();
      waiting.add(() => {
        if (isWanted()) piece();
        end();
      });
      if (!isRunning) void run();
    },
  };
}
