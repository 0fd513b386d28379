import { eq } from 'drizzle-orm';
import { rowById, updateRow } from '../../platform/engine/rows.ts';
import type { Tx } from '../../platform/engine/tables.ts';

/** A place in one snapshot, in code points, end exclusive. */
export type Passage = { snapshot: number; start: number; end: number };

/** What is put in the place of each character that is blanked. */
const BLANK = '█';
/** Shorter words are blanked where the quote stands, and left where they may be anybody's. */
const WORDS_LENGTH_MIN = 12;

/**
 * Blanks words in every text of an article, character by character, so that everything else keeps its place: at the
 * given places, and wherever they stand literally. A snapshot keeps the SHA-256 of what was retrieved, so the same text
 * sent again does not bring the words back. Gives the numbers of the snapshots that changed.
 */
export async function blankInSnapshots(
  tx: Tx,
  articleId: string,
  words: readonly string[],
  passages: readonly Passage[],
): Promise<number[]> {
  const snapshots = await tx.query(
    'texts of an article',
    ({ db, t, param }) =>
      db
        .select({ id: t.snapshots.id, number: t.snapshots.number, text: t.snapshots.text })
        .from(t.snapshots)
        .where(eq(t.snapshots.articleId, param('article')))
        .orderBy(t.snapshots.number),
    { article: articleId },
  );
  const changed: number[] = [];
  for (const { id, number, text } of snapshots) {
    const blanked = blank(
      text,
      words,
      passages.filter(({ snapshot }) => snapshot === number),
    );
    if (blanked === text) continue;
    await updateRow(tx, 'snapshots', id, { text: blanked, redacted: true });
    changed.push(number);
  }
  const article = changed.length === 0 ? null : await rowById(tx, 'articles', articleId);
  // What is kept beside the record has the texts' words, too.
  if (article) tx.changed({ kind: 'article', before: article, after: article, line: null });
  return changed;
}

/** The text with these words blanked, as many code points long as before. */
export function blank(text: string, words: readonly string[], places: readonly Omit<Passage, 'snapshot'>[]): string {
  let blanked = text;
  if (places.length > 0) {
    const points = Array.from(text);
    for (const { start, end } of places) points.fill(BLANK, start, Math.min(end, points.length));
    blanked = points.join('');
  }
  for (const word of words) {
    if (word.length >= WORDS_LENGTH_MIN)
      blanked = blanked.replaceAll(word, () => BLANK.repeat(Array.from(word).length));
  }
  return blanked;
}
