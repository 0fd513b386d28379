import { Piscina } from 'piscina';
import { Failure } from '../kernel/failure.ts';
import type { Engine } from '../tables.ts';
import type { Wanted } from '../terms/counting.ts';
import { scanOwnVoice } from './own-voice-scan.ts';
import { READ_MAX, type TermQuery } from './term-comparison.ts';
import type { OwnVoice, TermCounts } from './term-counts.ts';
import { scanStatements } from './term-scan.ts';

/** What is read of a record in place, in a few milliseconds; what needs more is read in a worker, off the event loop. */
const IN_PLACE = { statements: 300, articles: 5, characters: 100_000 };
const WAITING_MAX = 100;

export type Scanned = { counts: TermCounts; voice: OwnVoice };
/** Why a worker could not read. */
type Refused = { code: Failure['code']; detail: string };
export type Scan = { database: string; query: TermQuery; wanted: readonly Wanted[]; max: typeof READ_MAX };

/** Counts wordings that are not kept, by reading what has them. */
export type TermScanner = {
  scan(query: TermQuery, wanted: readonly Wanted[]): Promise<Scanned>;
  close(): Promise<void>;
};

export function termScanner(engine: Engine): TermScanner {
  const pool = new Piscina<Scan, Scanned | Refused>({
    filename: new URL('./term-scan-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 2,
    idleTimeout: 300_000,
    maxQueue: WAITING_MAX,
  });
  return {
    async scan(query, wanted) {
      const scanned = await scanTerms(engine.read, query, wanted, IN_PLACE);
      if (scanned.counts.read.isComplete && scanned.voice.isComplete) return scanned;
      if (pool.queueSize >= WAITING_MAX)
        throw new Failure('overloaded', 'Too many comparisons are being made. Try again in a moment.');
      const answer = await pool.run({ database: engine.address, query, wanted, max: READ_MAX });
      if ('code' in answer) throw new Failure(answer.code, answer.detail);
      return answer;
    },
    close: () => pool.close({ force: true }),
  };
}

export async function scanTerms(
  from: Engine['read'],
  query: TermQuery,
  wanted: readonly Wanted[],
  max: typeof READ_MAX,
): Promise<Scanned> {
  return {
    counts: await scanStatements(from, query, wanted, max),
    voice: await scanOwnVoice(from, query, wanted, max),
  };
}
