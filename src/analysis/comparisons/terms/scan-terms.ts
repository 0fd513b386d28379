import type { Wanted } from '../../../derived/terms/counting.ts';
import type { Handle } from '../../../platform/engine/tables.ts';
import { scanOwnVoice } from './own-voice-scan.ts';
import type { READ_MAX, TermQuery } from './term-comparison.ts';
import type { OwnVoice, TermCounts } from './term-counts.ts';
import { scanStatements } from './term-scan.ts';

export type Scanned = { counts: TermCounts; voice: OwnVoice };

/** Counts wordings that are not kept, by reading what has them, up to `max`. */
export async function scanTerms(
  from: Handle,
  query: TermQuery,
  wanted: readonly Wanted[],
  max: typeof READ_MAX,
): Promise<Scanned> {
  return {
    counts: await scanStatements(from, query, wanted, max),
    voice: await scanOwnVoice(from, query, wanted, max),
  };
}
