import { deniesTerm } from '../../text/terms/claim-denial.ts';
import { groupInflections } from '../../text/words/inflection.ts';
import { wordsOf } from '../../text/words/token.ts';
import type { TermsState } from './claim.ts';

/** Terms as they are kept, each as the list of its forms; wordings from before in groups of those that counted together. */
export function termsIn(state: TermsState): string[][] {
  const forms = state.filter((entry) => typeof entry !== 'string');
  const wordings = state.filter((entry) => typeof entry === 'string');
  return [...groupInflections(wordings), ...forms];
}

/** Terms as they are written, each a wording or the list of its forms: entries that share a form are joined. */
export function joinedTerms(written: readonly (string | readonly string[])[]): string[][] {
  const entries: Map<string, string>[] = [];
  for (const entry of written) {
    const forms = new Map<string, string>();
    for (const form of [entry].flat()) if (!forms.has(keyOf(form))) forms.set(keyOf(form), form);
    const [first, ...others] = entries.filter((known) => [...forms.keys()].some((key) => known.has(key)));
    if (first === undefined) entries.push(forms);
    else
      for (const joined of [...others, forms]) {
        for (const [key, form] of joined) if (!first.has(key)) first.set(key, form);
        if (joined !== forms) entries.splice(entries.indexOf(joined), 1);
      }
  }
  return entries.map((forms) => [...forms.values()]);
}

/** The forms of a term as tokens, without those that have no word to look for. */
export function wordsOfForms(forms: readonly string[]): string[][] {
  return forms.map(wordsOf).filter((words) => words.length > 0);
}

/** Readings of claims that are kept at hand: a page of claims is shown more often than one is written. */
const READINGS_MAX = 2000;
const readings = new Map<string, boolean>();

/** Whether the claim's own text denies one of its terms, which its stances then decide nothing about. */
export function deniesOwnTerm(text: string, terms: readonly (readonly string[])[]): boolean {
  return terms.some((forms) => deniesForms(text, forms));
}

/** The same of one term, by its forms. */
export function deniesForms(text: string, forms: readonly string[]): boolean {
  const key = JSON.stringify([text, forms]);
  const known = readings.get(key);
  if (known !== undefined) return known;
  if (readings.size >= READINGS_MAX) readings.clear();
  const denies = deniesTerm(text, wordsOfForms(forms));
  readings.set(key, denies);
  return denies;
}

/** What is the same to search is one form; signs alone are told apart as they are written. */
function keyOf(form: string): string {
  return wordsOf(form).join(' ') || ` ${form}`;
}
