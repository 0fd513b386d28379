import { type PreparedText, prepareText } from './prepared.ts';

/** Texts of so many characters together stay prepared. What is made of a text takes some thirty bytes a character. */
const LENGTH_MAX = 256 * 1024;
/** What the shortest text counts as, since some of what is made of it takes the same room for any. */
const LENGTH_MIN = 1024;

const sizeOf = (text: string) => Math.max(text.length, LENGTH_MIN);

/**
 * Prepares texts, and keeps those that were asked for last: the statements of one article are mostly recorded one after
 * another.
 */
export function recentTexts(): (text: string) => PreparedText {
  const kept = new Map<string, PreparedText>();
  let length = 0;
  const forget = (text: string) => {
    if (kept.delete(text)) length -= sizeOf(text);
  };
  return (text) => {
    const prepared = kept.get(text) ?? prepareText(text);
    forget(text);
    if (text.length > LENGTH_MAX) return prepared;
    kept.set(text, prepared);
    length += sizeOf(text);
    for (const oldest of kept.keys()) {
      if (length <= LENGTH_MAX) break;
      forget(oldest);
    }
    return prepared;
  };
}
