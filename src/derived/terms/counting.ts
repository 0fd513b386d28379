import type { QuoteType, StanceState } from '../../record/statements/statement.ts';
import type { Usage } from '../../text/terms/term.ts';
import { canOnlyUse, type Occurrence, strongestUsage, usageOf } from '../../text/terms/usage.ts';
import { findWording, type Token, tokenize } from '../../text/words/token.ts';

/** A wording to be counted: its variants as tokens, and the claims that list it. */
export type Wanted = { variants: readonly (readonly string[])[]; claims: ReadonlySet<string> };

/** What of a statement tells how it uses a wording. */
export type Said = {
  quote: string;
  quoteType: QuoteType;
  language: string;
  stances: readonly Pick<StanceState, 'claim' | 'stance'>[];
};

/** How one statement uses one wording, and the place in its quote that tells so, in UTF-16 units. */
export type Counted = { usage: Usage; match: { start: number; end: number } };

/** How the statement uses the wording; null when its quote, of which these are the tokens, has it not. */
export function countedUnder(said: Said, tokens: readonly Token[], { variants, claims }: Wanted): Counted | null {
  const occurrences = occurrencesIn(tokens, variants);
  if (occurrences.length === 0) return null;
  const denies = said.stances.some(({ claim, stance }) => stance === 'deny' && claims.has(claim));
  const words = { text: said.quote, tokens, language: said.language, isIndirect: said.quoteType === 'indirect' };
  const usages = occurrences.map((occurrence) => usageOf(words, occurrence, denies));
  const usage = strongestUsage(usages);
  const { from, to } = occurrences[usages.indexOf(usage)] as Occurrence;
  return { usage, match: { start: (tokens[from] as Token).start, end: (tokens[to - 1] as Token).end } };
}

/** The same, without reading the quote where its words, as search keeps them, tell that it can only be a use. */
export function usageIn(said: Said, words: readonly string[], wanted: Wanted): Usage | null {
  const found = wanted.variants.some((tokens) => findWording(words, { tokens, prefix: false }).length > 0);
  if (!found) return null;
  const isPlain =
    said.quoteType !== 'indirect' &&
    !said.stances.some(({ claim, stance }) => stance === 'deny' && wanted.claims.has(claim)) &&
    canOnlyUse(new Set(words), said.language);
  return isPlain ? 'use' : (countedUnder(said, tokenize(said.quote), wanted)?.usage ?? null);
}

/** Where a text has one of the variants, in UTF-16 units. */
export function placesOf(tokens: readonly Token[], variants: Wanted['variants']): { start: number; end: number }[] {
  return occurrencesIn(tokens, variants).map(({ from, to }) => ({
    start: (tokens[from] as Token).start,
    end: (tokens[to - 1] as Token).end,
  }));
}

function occurrencesIn(tokens: readonly Token[], variants: readonly (readonly string[])[]): Occurrence[] {
  const words = tokens.map(({ token }) => token);
  return variants.flatMap((variant) =>
    findWording(words, { tokens: variant, prefix: false }).map((from) => ({ from, to: from + variant.length })),
  );
}
