import { z } from 'zod';
import { idOf } from '../../kernel/id.ts';
import { PartialDate, Timestamp } from '../../kernel/time.ts';

/** One retrieved text of an article, which never changes. */
export const Snapshot = z
  .strictObject({
    id: idOf('snapshot'),
    article: idOf('article'),
    number: z.int().min(1).describe('1, 2, 3 … in the order in which they came'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('Of the text in UTF-8, as it was retrieved'),
    length: z.int().min(1).describe('Unicode code points of the text'),
    retrievedAt: PartialDate,
    redacted: z.boolean().describe('Whether words in it were blanked since, because the law demanded it'),
    createdAt: Timestamp,
  })
  .meta({ id: 'Snapshot' });
export type Snapshot = z.infer<typeof Snapshot>;

/** A snapshot with its text: its outlet's, and so only for holders of a key unless `PUBLIC_TEXT=true`. */
export const SnapshotWithText = z
  .strictObject({ ...Snapshot.shape, text: z.string() })
  .meta({ id: 'SnapshotWithText' });
export type SnapshotWithText = z.infer<typeof SnapshotWithText>;

export const NewSnapshot = z.strictObject({
  text: z
    .string()
    .refine((text) => /\S/u.test(text), 'must not be empty')
    .describe('The article as plain text, up to 1 MiB of UTF-8'),
  retrievedAt: PartialDate.optional().describe('When the text was retrieved; now, when left out'),
});
export type NewSnapshot = z.infer<typeof NewSnapshot>;
