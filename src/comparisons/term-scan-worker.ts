import { Failure } from '../kernel/failure.ts';
import { openReader } from '../platform/engine/open.ts';
import { type Handle, tables } from '../tables.ts';
import { type Scan, scanTerms } from './term-scanner.ts';

let handle: Handle | null = null;

/** Reads for one comparison. A worker belongs to one engine, so that its database is always the same. */
export default async function scan({ database, query, wanted, max }: Scan) {
  handle ??= openReader(database, tables);
  try {
    return await scanTerms(handle, query, wanted, max);
  } catch (error) {
    // Between threads an error keeps its words and loses its kind.
    if (error instanceof Failure) return { code: error.code, detail: error.message };
    throw error;
  }
}
