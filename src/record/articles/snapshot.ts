import { z } from 'zod';
import { idOf } from '../../kernel/id.ts';
import { PartialDate, startOf, Timestamp } from '../../kernel/time.ts';

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

const Touched = z.int().min(0);

/** A snapshot that has just been kept: what its text looks like, and what it did to the quotes of its article. */
export const SnapshotKept = z
  .strictObject({
    ...Snapshot.shape,
    newest: z.boolean().describe('Whether it is the text that was retrieved last; an older copy never becomes that'),
    warnings: z.array(z.enum(['markup'])).describe('`markup`: the text holds tags or entities; send what readers see'),
    drift: z
      .strictObject({ unchanged: Touched, moved: Touched, altered: Touched, gone: Touched })
      .describe('How many quotes that stand in another text of the article are unchanged, moved, altered or gone in it')
      .meta({ id: 'DriftCounts' }),
  })
  .meta({ id: 'SnapshotKept' });
export type SnapshotKept = z.infer<typeof SnapshotKept>;

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

/** The number of the text that was retrieved last; of two retrieved at once, the one that came later. */
export function newestOf(snapshots: readonly { number: number; retrievedAt: string }[]): number {
  let newest = { number: 0, at: '' };
  for (const { number, retrievedAt } of snapshots) {
    const at = startOf(retrievedAt) ?? '';
    if (at > newest.at || (at === newest.at && number > newest.number)) newest = { number, at };
  }
  return newest.number;
}

/** Ids that one line of history names of each kind. */
const TOUCHED_MAX = 1000;

/**
 * What history tells of the quotes that a later text touched: the statements, by what became of their quotes. Of those alone
 * that everyone may read; undefined where there is none.
 */
export function touchedBy(
  drifts: readonly { statement: string; status: string; isEarlier: boolean; drift: { drift: string } }[],
): Record<string, string[]> | undefined {
  const touched: Record<string, string[]> = {};
  for (const { statement, status, isEarlier, drift } of drifts) {
    if (status !== 'published' || isEarlier || drift.drift === 'unchanged') continue;
    const ids = touched[drift.drift] ?? [];
    touched[drift.drift] = ids;
    if (ids.length < TOUCHED_MAX) ids.push(statement);
  }
  return Object.keys(touched).length === 0 ? undefined : touched;
}
