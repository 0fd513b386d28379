import { Failure, type FailureCode, type Fault } from '../kernel/failure.ts';
import type { Moments } from '../platform/engine/engine.ts';
import { workersFor } from '../platform/workers.ts';
import { isLong } from '../statements/length.ts';
import type { Engine, Handle, Tables } from '../tables.ts';
import type { Balance } from './balance.ts';
import { balanceOf } from './balance-store.ts';
import type { ClaimComparison, ClaimComparisonQuery } from './claim-comparison.ts';
import { compareClaims } from './claim-comparison-store.ts';
import { compareTerms } from './compare-terms.ts';
import type { DisputePositions } from './dispute-positions.ts';
import { positionsOf } from './dispute-positions-store.ts';
import type { SpeakerPositions } from './speaker-positions.ts';
import { speakerPositions } from './speaker-positions-store.ts';
import { READ_MAX, type ReadMax, type TermComparison, type TermQuery } from './term-comparison.ts';

/** What is read of quotes and texts in a few milliseconds. */
const BRIEFLY = { statements: 300, articles: 5, characters: 100_000 };
const WORKERS_MAX = 2;
const WAITING_MAX = 100;
const IDLE_MS = 300_000;

type Asked = {
  claims: ClaimComparisonQuery;
  terms: TermQuery;
  positions: string;
  balance: string;
  speaker: string;
};
type Made = {
  claims: Omit<ClaimComparison, 'pairs'>;
  terms: TermComparison;
  positions: DisputePositions;
  balance: Balance;
  speaker: SpeakerPositions;
};
type Name = keyof Asked;

/** Answers that are made from the record of one moment; of quotes and texts at most so much is read. */
const MAKE: { [Of in Name]: (from: Handle, asked: Asked[Of], max: ReadMax) => Promise<Made[Of]> } = {
  claims: compareClaims,
  terms: compareTerms,
  positions: positionsOf,
  balance: balanceOf,
  speaker: speakerPositions,
};

/** Makes comparisons; what takes long is made in a worker, while others are answered. */
export type Comparer = {
  make<Of extends Name>(name: Of, asked: Asked[Of]): Promise<Made[Of]>;
  close(): Promise<void>;
};

export type Making<Of extends Name = Name> = { database: string; name: Of; asked: Asked[Of]; max: ReadMax };
/** A failure as it travels between threads, where an error keeps its words and loses its kind. */
export type Told<Of extends Name = Name> =
  | { made: Made[Of] }
  | { refused: { code: FailureCode; detail: string; faults: readonly Fault[]; help: object } };

export function comparer(engine: Engine): Comparer {
  const workers = (busy: string) =>
    workersFor<Making, Told>(new URL('./worker.ts', import.meta.url), {
      threads: WORKERS_MAX,
      waitingMax: WAITING_MAX,
      idleMs: IDLE_MS,
      busy,
    });
  // What reads quotes takes a hundred times as long: the others do not wait behind it.
  const comparing = workers('Too many comparisons are being made.');
  const scanning = workers('Too many comparisons of words that no claim lists are being made.');

  async function run<Of extends Name>(
    by: typeof comparing,
    name: Of,
    asked: Asked[Of],
    max: ReadMax,
  ): Promise<Made[Of]> {
    const making = { database: engine.address, name, asked, max };
    const told = (await engine.beside(() => by.run(making))) as Told<Of>;
    if ('made' in told) return told.made;
    const { code, detail, faults, help } = told.refused;
    throw new Failure(code, detail, { faults, help });
  }

  return {
    async make(name, asked) {
      // SQLite reads while nothing else is answered; in a long record these are some ten milliseconds.
      const isInPlace = engine.kind === 'postgres' || !(await isLong(engine.read));
      const made = isInPlace
        ? await engine.moment((from) => MAKE[name](from, asked, BRIEFLY))
        : await run(comparing, name, asked, BRIEFLY);
      return isCut(made) ? run(scanning, name, asked, READ_MAX) : made;
    },
    async close() {
      await comparing.close();
      await scanning.close();
    },
  };
}

/** Whether there is more to read than was. */
function isCut(made: Made[Name]): boolean {
  return 'countedIn' in made && !(made.countedIn.isComplete && made.ownVoiceOf.isComplete);
}

/** What a worker does. */
export async function makeIn<Of extends Name>(
  { moment }: Moments<Tables>,
  { name, asked, max }: Making<Of>,
): Promise<Told<Of>> {
  try {
    return { made: await moment((from) => MAKE[name](from, asked, max)) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, message: detail, faults, help } = error;
    return { refused: { code, detail, faults, help } };
  }
}
