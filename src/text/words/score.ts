import type { EntryWords } from './entry.ts';
import { findWording, type Wording } from './token.ts';

/** How soon more occurrences of a word stop counting, and how much a long text is held back: BM25's usual constants. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;
/** A text of this many words is neither long nor short. */
const LENGTH_USUAL = 50;
/** An occurrence in a quote, name or title counts like two elsewhere. */
const WORDS_WEIGHT = 2;

/**
 * How well an entry of the index answers to the wordings, in millionths: BM25 without the rarity of the words, so that
 * it depends on the entry and the wordings alone. The same on every engine, and for every page of one list.
 */
export function scoreOf({ words, more }: EntryWords, wordings: readonly Wording[]): number {
  const [inWords, inMore] = [words.split(' '), more.split(' ')];
  const length = (inWords.length + inMore.length) / LENGTH_USUAL;
  const held = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length);
  let score = 0;
  for (const wording of wordings) {
    const n = WORDS_WEIGHT * findWording(inWords, wording).length + findWording(inMore, wording).length;
    score += (n * (SATURATION + 1)) / (n + held);
  }
  return Math.round(score * 1e6);
}
