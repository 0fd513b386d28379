import { deniesTerm } from '../../text/terms/claim-denial.ts';
import { groupInflections } from '../../text/words/inflection.ts';
import { wordsOf } from '../../text/words/token.ts';

/**
 * How a claim's row keeps its terms: each as the list of its forms. Rows, and lines of history, from before claims listed
 * forms hold the wordings one by one.
 */
export type TermsState = string[] | string[][];

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

/** Whether the claim's own text denies one of its terms, which its stances then decide nothing about. */
export function deniesOwnTerm(text: string, terms: readonly (readonly string[])[]): boolean {
  return terms.some((forms) => deniesTerm(text, wordsOfForms(forms)));
}

/** What is the same to search is one form; signs alone are told apart as they are written. */
function keyOf(form: string): string {
  return wordsOf(form).join(' ') || ` ${form}`;
}
