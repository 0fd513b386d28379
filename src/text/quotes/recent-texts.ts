import { type PreparedText, prepareText } from './prepared.ts';

/** Texts of so many characters together stay prepared. What is made of a text takes some thirty times its own room. */
const LENGTH_MAX = 256 * 1024;

/**
 * Prepares texts, and keeps those that were asked for last: the statements of one article are mostly recorded one after
 * another.
 */
export function recentTexts(): (text: string) => PreparedText {
  const kept = new Map<string, PreparedText>();
  let length = 0;
  const forget = (text: string) => {
    if (kept.delete(text)) length -= text.length;
  };
  return (text) => {
    const prepared = kept.get(text) ?? prepareText(text);
    forget(text);
    if (text.length > LENGTH_MAX) return prepared;
    kept.set(text, prepared);
    length += text.length;
    for (const oldest of kept.keys()) {
      if (length <= LENGTH_MAX) break;
      forget(oldest);
    }
    return prepared;
  };
}
