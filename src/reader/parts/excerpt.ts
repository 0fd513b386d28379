import { indexText, type Span, sliceSpan } from '../../kernel/span.ts';
import { sentenceAround } from '../../text/quotes/sentence.ts';
import { type Html, html, type Part } from '../frame/html.ts';
import { langOf } from './quoted.ts';

/** How much of the text is shown around the sentence to who may read the whole of it, in code points. */
const AROUND = 500;

/**
 * The sentence in which words stand, with the words marked. A text is its outlet's: only who may read the whole of it is
 * shown what is around the sentence. Parts that lie far apart are shown each in its own sentence.
 */
export function placeInText(
  text: string,
  spans: readonly Span[],
  { language, seesTexts }: { language: string; seesTexts: boolean },
): Html {
  const index = indexText(text);
  const pieces: { start: number; end: number; marks: Span[] }[] = [];
  for (const span of spans.slice(0, 10)) {
    const sentence = sentenceAround(index, span, language === 'und' ? undefined : language);
    const last = pieces.at(-1);
    if (last && sentence.start <= last.end) {
      last.end = Math.max(last.end, sentence.end);
      last.marks.push(span);
    } else pieces.push({ start: sentence.start, end: sentence.end, marks: [span] });
  }
  const marked = ({ start, end, marks }: (typeof pieces)[number]): Part => {
    let at = start;
    const parts: Part[] = [];
    for (const mark of marks) {
      parts.push(sliceSpan(index, { start: at, end: mark.start }), html`<mark>${sliceSpan(index, mark)}</mark>`);
      at = mark.end;
    }
    return [...parts, sliceSpan(index, { start: at, end })];
  };
  const around = (start: number, end: number): Part => {
    if (!seesTexts || start >= end) return null;
    return html`<span class="beyond">${sliceSpan(index, { start, end })}</span>`;
  };
  return html`<blockquote class="around"${langOf(language)}>${pieces.map(
    (piece) =>
      html`<p>${around(Math.max(0, piece.start - AROUND), piece.start)}${marked(piece)}${around(piece.end, Math.min(index.length, piece.end + AROUND))}</p>`,
  )}</blockquote>`;
}
