import { eq } from 'drizzle-orm';
import type { Author } from '../../history/change.ts';
import { type Expected, type RowOf, rowToRevise } from '../../history/record.ts';
import { cleanComments, redactLines, tellCleaned } from '../../history/redaction.ts';
import { Failure } from '../../kernel/failure.ts';
import type { Engine, Tx } from '../../platform/engine/tables.ts';
import { blankInSnapshots, type Passage } from '../articles/redaction.ts';
import { withoutWords } from '../columns.ts';
import { idInPath } from '../references.ts';
import { elsewhereOf } from './elsewhere.ts';
import type { RedactionReceipt } from './redaction-receipt.ts';
import { withdrawRow } from './withdrawal.ts';

type StatementRow = RowOf<'statement'>;

/**
 * Removes the words of a statement for good: from its row, from every line of its history, from the texts of its
 * article (blanked, so that other quotes keep their places), from the comments that its requests left on other lines,
 * and from the files of the database. The statement is
 * withdrawn with it, and one more line of history says so, why, and which lines lost their words. Whatever else keeps
 * words of the record (answers, messages of imports, drifts) follows the line `redact`, and forgets them.
 *
 * Fails with `conflict` when that was done already.
 */
export async function redactStatement(
  engine: Engine,
  reference: string,
  expected: Expected,
  by: Author & { comment: string },
): Promise<RedactionReceipt> {
  const told = await engine.write((tx) => removeWords(tx, reference, expected, by));
  const purged = await engine.purge();
  return { ...told, reason: by.comment, purged };
}

async function removeWords(
  tx: Tx,
  reference: string,
  expected: Expected,
  by: Author & { comment: string },
): Promise<Omit<RedactionReceipt, 'reason' | 'purged'>> {
  const row = await rowToRevise(tx, 'statement', await idInPath(tx, 'statement', reference), expected);
  if (row.redactedAt !== null)
    throw new Failure(
      'conflict',
      `The words of this statement were removed on ${row.redactedAt.slice(0, 10)} already.`,
    );
  const words = wordsOf(row);
  const passages = await passagesOf(tx, row);
  const comments = await cleanComments(tx, row.id);
  const lines = await redactLines(tx, row.id);
  // Who spoke, when and where it was reported stay; what was said, and what surrounds it, goes.
  const without = {
    ...withoutWords('statement'),
    quoteKey: null,
    anchorResult: 'no-text' as const,
    ...{ withdrawnReason: by.comment, redactedAt: tx.now, redactedLines: lines },
  };
  const telling = { action: 'redact' as const, besides: tellCleaned(comments), gone: words };
  const after = await withdrawRow(tx, row, without, by, telling);
  const snapshots = await blankInSnapshots(tx, row.articleId, words, passages);
  const elsewhere = await elsewhereOf(tx, row, words);
  const cleaned = comments.map(({ seq }) => seq);
  return { id: row.id, revision: after.revision, redactedAt: tx.now, lines, comments: cleaned, snapshots, elsewhere };
}

/** What was said, in every wording that the statement has of it, the longest first. */
export function wordsOf({ quote, original, translations, anchor }: StatementRow): string[] {
  const wordings = [quote, original?.text, ...translations.map(({ text }) => text), ...(anchor.exact ?? [])];
  const distinct = new Set([...wordings, anchor.closest?.text].filter((text) => text !== undefined && text !== ''));
  return ([...distinct] as string[]).sort((a, b) => b.length - a.length);
}

/** Where the quote stands in the texts of its article, as its anchor and its drifts know. */
async function passagesOf(tx: Tx, { id, anchor }: StatementRow): Promise<Passage[]> {
  const drifts = await tx.query(
    'drifts of a statement',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.drifts)
        .where(eq(t.drifts.statementId, param('id'))),
    { id },
  );
  const later = drifts.flatMap(({ snapshot, found }) => {
    const place = found?.anchor;
    return place ? [{ snapshot, start: place.start, end: place.end }] : [];
  });
  const { snapshot, start, end } = anchor;
  return snapshot === null || start === null || end === null ? later : [{ snapshot, start, end }, ...later];
}
