import type { z } from 'zod';
import { Failure } from '../../kernel/failure.ts';
import type { RecordLine } from '../record-line.ts';

/** A line of the format `record` with only what the foreign format says: what it leaves out is not said. */
export type SaidLine = z.input<typeof RecordLine>;

/**
 * Where the rows of a file go, as its caller says: references, of which none has to be given. `article` is the one whose
 * text a file is of that names none (Citron's output does not).
 */
export type Context = {
  dispute?: string | undefined;
  question?: string | undefined;
  side?: string | undefined;
  article?: string | undefined;
};

/**
 * One row of a foreign file: the records that it comes to, in the order in which they refer to each other. `line` is
 * where it begins in the file (1, 2, 3 …) and `pointer` its place in what begins there, empty for the whole of it.
 */
export type ReadRow = { line: number; pointer: string; records: SaidLine[]; warnings: string[] };
/** A row that cannot be read; the pointers of its faults begin where those of its row do. */
export type FailedRow = { line: number; pointer: string; failure: Failure };
export type ForeignRow = ReadRow | FailedRow;

/** Bytes as they are in a file, or text that was decoded already. */
export type Source = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;
/** Reads a file row by row: a bad row never stops the good ones, and no more of the file is held than a row needs. */
export type Reader = (source: Source, context: Context) => AsyncIterable<ForeignRow>;

/** What is missing or wrong at one place of a row. */
export function faulty(pointer: string, detail: string, code: 'invalid' | 'unprocessable' | 'too-large' = 'invalid') {
  return new Failure(code, pointer === '' ? `${detail}.` : `${pointer}: ${detail}.`, { faults: [{ pointer, detail }] });
}

/** The rows that a reading gives; what it refuses becomes the failure of this row alone. */
export function rowsOf(line: number, pointer: string, read: () => ReadRow[]): ForeignRow[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof Failure) return [{ line, pointer, failure: error }];
    throw error;
  }
}
