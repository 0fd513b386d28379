import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { Timestamp } from '../kernel/time.ts';

/** Faults that a job keeps; beyond that they are only counted in `rejected`. */
export const ERRORS_MAX = 1000;

export const ImportFormat = z.enum(['record']).meta({ id: 'ImportFormat' });
export type ImportFormat = z.infer<typeof ImportFormat>;

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
