import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { Timestamp } from '../kernel/time.ts';

/** Faults that a job keeps; beyond that they are only counted in `rejected`. */
export const ERRORS_MAX = 1000;

/** What others write is read by its reader; `record` is this service's own. */
export const ImportFormat = z
  .enum(['record', 'claimreview', 'datafeed', 'claimreview-csv', 'quotebank', 'citron', 'ninjs', 'tei'])
  .meta({ id: 'ImportFormat' });
export type ImportFormat = z.infer<typeof ImportFormat>;

/** The media type that a file of the format is sent as, as a rule. */
export function mediaTypeOf(format: ImportFormat): string {
  if (format === 'tei') return 'application/tei+xml';
  if (format === 'claimreview-csv') return 'text/csv';
  return format === 'record' || format === 'quotebank' ? 'application/x-ndjson' : 'application/json';
}

export const ImportState = z.enum(['queued', 'running', 'done', 'failed']);
export type ImportState = z.infer<typeof ImportState>;

/** What was wrong with one line. */
export const ImportError = z.strictObject({
  line: z.int().min(1),
  code: z.string(),
  pointer: z.string().describe('JSON Pointer into the line'),
  detail: z.string(),
});
export type ImportError = z.infer<typeof ImportError>;

/** A job that reads records in, line by line; a faulty line is rejected and the others go on. */
export const Import = z
  .strictObject({
    id: idOf('import'),
    format: ImportFormat,
    dryRun: z.boolean(),
    state: ImportState,
    read: z.int().min(0),
    created: z.int().min(0),
    updated: z.int().min(0),
    unchanged: z.int().min(0),
    rejected: z.int().min(0),
    errors: z.array(ImportError).max(ERRORS_MAX),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: 'Import' });
export type Import = z.infer<typeof Import>;

/** What became of one row of the file. */
export const ImportRow = z
  .strictObject({
    line: z.int().min(0).describe('Where the row begins in the file'),
    outcome: z.enum(['created', 'updated', 'unchanged', 'rejected']),
    code: z.string().nullable().describe('Why it was rejected'),
    pointer: z
      .string()
      .describe('JSON Pointer to the row, or to its fault, in what begins at the line; in TEI `#` and an `xml:id`'),
    detail: z.string().nullable(),
    warnings: z.array(z.string()).describe('What was left out or could not be known'),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.infer<typeof ImportRow>;

/** How rows are stored: those of one line after another, up to the line `until`, of which nothing else is to be told. */
export type RowRun = ImportRow & { until?: number };
