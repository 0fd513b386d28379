import { indexText, type Span, type TextIndex, toOffset, toPoint } from '../../kernel/span.ts';
import { stepping } from '../../platform/loop-turns.ts';
import { readText, type TextRead } from '../read-text.ts';
import { type Token, wordsOf } from '../words/token.ts';
import { outsideOf, type Range } from './quotations.ts';
import type { Usage } from './term.ts';
import { type Occurrence, readingOf } from './usage.ts';

/** A text as it is looked through for the outlet's own words. */
export type OutletText = { index: TextIndex; tokens: readonly Token[]; quotations: Range[]; language: string };

/** A place where the outlet has a term, in code points, and how it uses it there. */
export type VoicePlace = Span & { usage: Usage };

export function outletText(text: string, language: string, read: TextRead = readText(text)): OutletText {
  return { index: indexText(text), ...read, language };
}

/** Whether the first line of a text is its own title, which then is not looked at twice. */
export function beginsWith(text: OutletText, title: OutletText): boolean {
  const [line = ''] = text.index.text.trimStart().split('\n', 1);
  return wordsOf(line).join(' ') === title.tokens.map(({ token }) => token).join(' ');
}

/** Those of the occurrences that stand outside quotation marks, in the order of the text. */
export async function voicePlaces(
  { index, tokens, quotations, language }: OutletText,
  occurrences: readonly Occurrence[],
): Promise<VoicePlace[]> {
  const words = { text: index.text, tokens, language, isIndirect: false };
  const places = occurrences.map(({ from, to }) => ({
    ...{ from, to, start: (tokens[from] as Token).start, end: (tokens[to - 1] as Token).end },
  }));
  const pause = stepping();
  const outside: VoicePlace[] = [];
  for (const place of outsideOf(quotations, places)) {
    await pause();
    const { start, end } = place;
    outside.push({ start: toPoint(index, start), end: toPoint(index, end), usage: readingOf(words, place) });
  }
  return outside;
}

/** The places on which none of the statements lies. */
export function uncovered(places: readonly VoicePlace[], spans: readonly Span[]): VoicePlace[] {
  return outsideOf(spans, places);
}

/** The places on which a statement lies, which has few spans. */
export function coveredBy<Place extends Span>(places: readonly Place[], spans: readonly Span[]): Place[] {
  return places.filter(({ start, end }) => spans.some((span) => span.start < end && start < span.end));
}

/** What stands at a place, and before and after it within a range, all in code points. */
export function placeInContext({ index }: OutletText, place: Span, around: Span) {
  const at = (point: number) => toOffset(index, point);
  return {
    before: index.text.slice(at(around.start), at(place.start)),
    match: index.text.slice(at(place.start), at(place.end)),
    after: index.text.slice(at(place.end), at(around.end)),
  };
}
