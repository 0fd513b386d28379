import { indexText, toPoint } from '../../kernel/span.ts';
import type { Token } from './token.ts';

/** Stands in the index where no word is to be found: between two texts, and where a word is left out. */
export const BREAK = '_';

/** PostgreSQL knows 16,383 places in an entry; words beyond this many of one entry are not searched, on either engine. */
export const ENTRY_TOKENS_MAX = 16_000;
/** PostgreSQL knows 255 places of one word in an entry. The places beyond them count on neither engine. */
export const PLACES_MAX = 255;

/** The words of an entry as both engines are given them: tokens and breaks, with single spaces between. */
export type EntryWords = { words: string; more: string };

/** The index's form of some texts; `words` and `more` share the limits. */
export function entryWords(words: readonly string[][], more: readonly string[][] = []): EntryWords {
  const places = new Map<string, number>();
  let room = ENTRY_TOKENS_MAX;
  const written = (texts: readonly string[][]) => {
    const tokens = texts.flatMap((text, at) => (at === 0 ? text : [BREAK, ...text])).slice(0, room);
    room -= tokens.length;
    return tokens.map((token) => (takesPlace(places, token) ? token : BREAK)).join(' ');
  };
  return { words: written(words), more: written(more) };
}

function takesPlace(places: Map<string, number>, token: string): boolean {
  const before = places.get(token) ?? 0;
  places.set(token, before + 1);
  return before < PLACES_MAX;
}

/** Words of a text that are searched together, and where they stand: [start, end) in code points. */
export type Passage = { start: number; end: number; tokens: string[] };

/** A news article is one passage; a longer text is several. */
export const PASSAGE_TOKENS = 2000;
/** Words that a passage shares with the next, so that a phrase of up to so many is found wherever it stands. */
export const PASSAGE_OVERLAP = 64;

/** Of a text that has these tokens. */
export function passagesOf(text: string, tokens: readonly Token[]): Passage[] {
  const index = indexText(text);
  const passages: Passage[] = [];
  for (let from = 0; from < tokens.length; from += PASSAGE_TOKENS - PASSAGE_OVERLAP) {
    const part = tokens.slice(from, from + PASSAGE_TOKENS);
    const [first, last] = [part[0], part.at(-1)];
    if (first === undefined || last === undefined) break;
    const [start, end] = [toPoint(index, first.start), toPoint(index, last.end)];
    passages.push({ start, end, tokens: part.map(({ token }) => token) });
    if (from + PASSAGE_TOKENS >= tokens.length) break;
  }
  return passages;
}
