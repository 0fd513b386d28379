import { Failure, type FailureCode, type Fault } from '../kernel/failure.ts';
import type { ReadSnapshots } from '../platform/engine/engine.ts';
import type { Engine, Handle, Tables } from '../platform/engine/tables.ts';
import { expectedWait, inTime } from '../platform/expected-wait.ts';
import { workersFor } from '../platform/workers.ts';
import { WrittenJson } from '../platform/written-json.ts';
import type { Balance } from './balance/balance.ts';
import { balanceOf } from './balance/balance-store.ts';
import type { ClaimComparison } from './comparisons/claims/claim-comparison.ts';
import { type ClaimsAsked, compareClaimsWithPairs } from './comparisons/claims/claims-with-pairs.ts';
import { compareTerms } from './comparisons/terms/compare-terms.ts';
import { READ_MAX, type ReadMax, type TermComparison, type TermQuery } from './comparisons/terms/term-comparison.ts';
import type { DisputePositions } from './positions/dispute-positions.ts';
import { type PositionsAsked, positionsOf } from './positions/dispute-positions-store.ts';
import type { SpeakerPositions } from './positions/speaker-positions.ts';
import { speakerPositions } from './positions/speaker-positions-store.ts';
import { isLong } from './statements/length.ts';

/** What is read of quotes and texts in a few milliseconds; of statements as many as a page may read. */
const BRIEFLY = { statements: 200, articles: 5, characters: 100_000 };
const WORKERS_MAX = 2;
/** Comparisons of each sort that are never too many, however long they take. */
const ALWAYS = { pieces: 4, ofFresh: 4 };
/** Tasks that may wait for a worker; long before there are so many, what comes would wait for too long. */
const WAITING_MAX = 1_000;
const IDLE_MS = 30_000;

type Requests = {
  claims: ClaimsAsked;
  terms: TermQuery;
  positions: PositionsAsked;
  balance: string;
  speaker: string;
};
type Results = {
  claims: ClaimComparison;
  terms: TermComparison;
  positions: DisputePositions;
  balance: Balance;
  speaker: SpeakerPositions;
};
type Name = keyof Requests;

/** Answers that are made from the record of one moment; of quotes and texts at most so much is read. */
const MAKE: { [Of in Name]: (from: Handle, asked: Requests[Of], max: ReadMax) => Promise<Results[Of]> } = {
  claims: compareClaimsWithPairs,
  terms: compareTerms,
  positions: positionsOf,
  balance: balanceOf,
  speaker: speakerPositions,
};

/**
 * Makes comparisons; what takes long is made and written in a worker, while others are answered. Each is taken on as a
 * whole, or refused at once with `overloaded`; once `signal` is aborted it is not begun, or stopped.
 */
export type Comparer = {
  make<Of extends Name>(name: Of, asked: Requests[Of], signal?: AbortSignal): Promise<WrittenJson<Results[Of]>>;
  /** The same of what can be read in a few milliseconds; the answer says whether that was all. */
  makeBriefly<Of extends Name>(name: Of, asked: Requests[Of], signal?: AbortSignal): Promise<WrittenJson<Results[Of]>>;
  close(): Promise<void>;
};

export type ComparisonTask<Of extends Name = Name> = { database: string; name: Of; asked: Requests[Of]; max: ReadMax };
/** The JSON of what was made, and whether there is more to read; or a failure, since an error loses its kind on the way. */
export type WorkerReply =
  | { written: Uint8Array<ArrayBuffer>; isCut: boolean }
  | { refused: { code: FailureCode; detail: string; faults: readonly Fault[]; help: object } };

/**
 * `worker` is the file whose default export calls `makeIn` over the tables of the service. What would be made only after
 * `waitMaxMs`, at the pace of the last, is refused; 0 for no limit.
 */
export function comparer(engine: Engine, worker: URL, waitMaxMs = 0): Comparer {
  const workers = (busy: string) =>
    workersFor<ComparisonTask, WorkerReply>(worker, {
      threads: WORKERS_MAX,
      waitingMax: WAITING_MAX,
      idleMs: IDLE_MS,
      busy,
    });
  // What reads quotes takes a hundred times as long: the others do not wait behind it.
  const [tooMany, tooManyScans] = [
    'Too many comparisons are being made.',
    'Too many comparisons of words are being made.',
  ];
  const comparing = workers(tooMany);
  const scanning = workers(tooManyScans);
  const wait = expectedWait({ maxMs: waitMaxMs, always: ALWAYS });
  const scanWait = expectedWait({ maxMs: waitMaxMs, always: ALWAYS });

  async function run<Of extends Name>(
    by: typeof comparing,
    {
      name,
      asked,
      max,
      signal,
    }: Pick<ComparisonTask<Of>, 'name' | 'asked' | 'max'> & { signal: AbortSignal | undefined },
  ) {
    return engine.whileLogIsShort(async (database) => {
      const told = await by.run({ database, name, asked, max }, signal);
      if ('written' in told) return { json: new WrittenJson<Results[Of]>(told.written), isCut: told.isCut };
      const { code, detail, faults, help } = told.refused;
      throw new Failure(code, detail, { faults, help });
    });
  }

  async function inPlace<Of extends Name>(name: Of, asked: Requests[Of]) {
    const made = await engine.readSnapshot((from) => MAKE[name](from, asked, BRIEFLY));
    return { json: WrittenJson.of(made), isCut: isCut(made) };
  }

  async function makeBriefly<Of extends Name>(name: Of, asked: Requests[Of], signal: AbortSignal | undefined) {
    // SQLite reads while nothing else is answered; in a long record these are some ten milliseconds.
    const isInPlace = engine.kind === 'postgres' || !(await isLong(engine.read));
    return isInPlace ? inPlace(name, asked) : run(comparing, { name, asked, max: BRIEFLY, signal });
  }

  async function makeWhole<Of extends Name>(name: Of, asked: Requests[Of], signal: AbortSignal | undefined) {
    const { json, isCut } = await makeBriefly(name, asked, signal);
    return isCut ? (await run(scanning, { name, asked, max: READ_MAX, signal })).json : json;
  }

  return {
    make: (name, asked, signal) =>
      // Whether words are listed is known only once they were looked for, so all of these may come to be scanned for.
      name === 'terms'
        ? inTime(scanWait, tooManyScans, () => makeWhole(name, asked, signal))
        : inTime(wait, tooMany, () => makeWhole(name, asked, signal)),
    makeBriefly: (name, asked, signal) =>
      inTime(wait, tooMany, async () => (await makeBriefly(name, asked, signal)).json),
    async close() {
      await comparing.close();
      await scanning.close();
    },
  };
}

/** Whether there is more to read than was. */
function isCut(made: Results[Name]): boolean {
  if (!('countedIn' in made)) return false;
  return [made.countedIn, made.crossoversIn, made.ownVoiceOf].some(({ isComplete }) => !isComplete);
}

/** What a worker does. */
export async function makeIn<Of extends Name>(
  { readSnapshot: moment }: ReadSnapshots<Tables>,
  { name, asked, max }: ComparisonTask<Of>,
): Promise<WorkerReply> {
  try {
    const made = await moment((from) => MAKE[name](from, asked, max));
    return { written: new TextEncoder().encode(JSON.stringify(made)), isCut: isCut(made) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, message: detail, faults, help } = error;
    return { refused: { code, detail, faults, help } };
  }
}
