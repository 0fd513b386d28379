import { LRUCache } from 'lru-cache';
import { type PreparedText, prepareText } from './prepared.ts';

/** Texts of so many characters together stay prepared. What is made of a text takes some thirty bytes a character. */
const LENGTH_MAX = 256 * 1024;
/** What the shortest text counts as, since some of what is made of it takes the same room for any. */
const LENGTH_MIN = 1024;

/**
 * Prepares texts, and keeps those that were asked for last: the statements of one article are mostly recorded one after
 * another.
 */
export function recentTexts(): (text: string) => PreparedText {
  const kept = new LRUCache<string, PreparedText>({
    maxSize: LENGTH_MAX,
    sizeCalculation: (_prepared, text) => Math.max(text.length, LENGTH_MIN),
  });
  return (text) => {
    const prepared = kept.get(text) ?? prepareText(text);
    // One that is longer than all of them may be is not kept.
    kept.set(text, prepared);
    return prepared;
  };
}
