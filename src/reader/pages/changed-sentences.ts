import { diffArrays } from 'diff';

/** A sentence that is another in a later text; null where there was none, or is none any more. */
export type ChangedSentence = { was: string | null; is: string | null };

const SHOWN_MAX = 100;
const COMPARE_MAX_MS = 100;

/** The sentences in which two texts differ, in their order; null where comparing them takes too long. */
export function changedSentences(before: string, after: string, language: string): ChangedSentence[] | null {
  const parts = diffArrays(sentencesOf(before, language), sentencesOf(after, language), { timeout: COMPARE_MAX_MS });
  if (parts === undefined) return null;
  const changed: ChangedSentence[] = [];
  for (const [at, part] of parts.entries()) {
    if (part.removed) {
      const next = parts[at + 1];
      const came = next?.added ? next.value : [];
      for (const [index, was] of part.value.entries()) changed.push({ was, is: came[index] ?? null });
      for (const is of came.slice(part.value.length)) changed.push({ was: null, is });
    } else if (part.added && !parts[at - 1]?.removed) {
      for (const is of part.value) changed.push({ was: null, is });
    }
  }
  return changed.slice(0, SHOWN_MAX);
}

function sentencesOf(text: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'sentence' });
  return [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter((sentence) => sentence !== '');
}
