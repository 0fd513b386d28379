import { findWording, tokenize } from '../words/token.ts';
import { grammarOf, READ_LANGUAGES } from './grammars.ts';
import { readingOf } from './usage.ts';

/**
 * Whether a claim's own text denies a term that it lists, given as the tokens of its forms: "There is no blockade" with
 * `blockade`. False where the text uses it too, does not have it, or is in no language that is read.
 *
 * A claim names no language: the one is taken of which the text has the most words known to grammar.
 */
export function deniesTerm(claimText: string, forms: readonly (readonly string[])[]): boolean {
  const tokens = tokenize(claimText);
  const words = tokens.map(({ token }) => token);
  const occurrences = forms.flatMap((form) =>
    findWording(words, { tokens: form, prefix: false }).map((from) => ({ from, to: from + form.length })),
  );
  const language = occurrences.length === 0 ? null : likeliestLanguage(words);
  if (language === null) return false;
  const readings = occurrences.map((occurrence) =>
    readingOf({ text: claimText, tokens, language, isIndirect: false }, occurrence),
  );
  return readings.includes('denial') && !readings.includes('use');
}

function likeliestLanguage(words: readonly string[]): string | null {
  let best: string | null = null;
  let most = 0;
  // English first, which wins where another language knows as many.
  for (const language of ['en', ...READ_LANGUAGES]) {
    const lexicon = grammarOf(language);
    const known = words.filter((word) => lexicon !== null && lexicon.entriesOf(word).length > 0).length;
    if (known > most) [best, most] = [language, known];
  }
  return best;
}
