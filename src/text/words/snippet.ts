import { indexText, toOffset, toPoint } from '../../kernel/span.ts';
import { sentenceAround } from '../quotes/sentence.ts';
import { findWording, type Token, tokenize, type Wording } from './token.ts';

type Range = { start: number; end: number };

/** Where the wordings stand in a text, in its order and without overlaps, as [start, end) in UTF-16 units. */
export function highlightsOf(text: string, wordings: readonly Wording[]): Range[] {
  const tokens = tokenize(text);
  const words = tokens.map(({ token }) => token);
  const found = wordings.flatMap((wording) =>
    findWording(words, wording).map((at) => ({
      start: (tokens[at] as Token).start,
      end: (tokens[at + wording.tokens.length - 1] as Token).end,
    })),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const places: Range[] = [];
  for (const range of found) {
    const last = places.at(-1);
    if (last && range.start < last.end) last.end = Math.max(last.end, range.end);
    else places.push({ ...range });
  }
  return places;
}

/**
 * The sentence around the first place where one of the wordings stands, as HTML: escaped, with `<mark>` around what was
 * found. Null when nothing stands in the text.
 */
export function snippetOf(text: string, wordings: readonly Wording[], language?: string): string | null {
  const places = highlightsOf(text, wordings);
  const first = places[0];
  if (first === undefined) return null;
  const index = indexText(text);
  const span = { start: toPoint(index, first.start), end: toPoint(index, first.end) };
  const sentence = sentenceAround(index, span, language);
  const [from, to] = [toOffset(index, sentence.start), toOffset(index, sentence.end)];
  return marked(text, from, to, places);
}

/** The sentence that a text begins with, as HTML. */
export function beginningOf(text: string, language?: string): string {
  const { text: sentence } = sentenceAround(text, { start: 0, end: 0 }, language);
  return escapeHtml(sentence);
}

function marked(text: string, from: number, to: number, places: readonly Range[]): string {
  let html = '';
  let at = from;
  for (const { start, end } of places) {
    if (start < at || end > to) continue;
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escapeHtml(text.slice(at, to));
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}
