import type { QuoteType, StanceState } from '../../record/statements/statement.ts';
import type { Usage } from '../../text/terms/term.ts';
import { languageRead, type Occurrence, plainUsage, readingOf, strongestUsage } from '../../text/terms/usage.ts';
import { findWording, type Token, tokenize } from '../../text/words/token.ts';

/** A term to be counted: its forms as tokens, and the claims whose stances decide how it is used. */
export type Wanted = { variants: readonly (readonly string[])[]; claims: ReadonlySet<string> };

/** What of a statement tells how it uses a term. */
export type StatementText = {
  quote: string;
  quoteType: QuoteType;
  language: string;
  stances: readonly Pick<StanceState, 'claim' | 'stance'>[];
};

/** How one statement uses one term, and the place in its quote that tells so, in UTF-16 units. */
export type Counted = { usage: Usage; match: { start: number; end: number } };

/**
 * How the statement uses the term; null when its quote, of which these are the tokens, has it not. An occurrence that
 * the words set apart is a mention; any other is what an editor recorded by the stances, and else what the words say.
 */
export function countedUnder(
  said: StatementText,
  tokens: readonly Token[],
  { variants, claims }: Wanted,
): Counted | null {
  const occurrences = occurrencesIn(tokens, variants);
  if (occurrences.length === 0) return null;
  const recorded = recordedUsage(said, claims);
  const language = languageRead(said.language, said.quote);
  const words = { text: said.quote, tokens, language, isIndirect: said.quoteType === 'indirect' };
  const usages = occurrences.map((occurrence) => {
    const reading = readingOf(words, occurrence);
    return reading === 'mention' ? reading : (recorded ?? reading);
  });
  const usage = strongestUsage(usages);
  const { from, to } = occurrences[usages.indexOf(usage)] as Occurrence;
  return { usage, match: { start: (tokens[from] as Token).start, end: (tokens[to - 1] as Token).end } };
}

/** The same, without reading the quote where its words, as search keeps them, tell that there is nothing to read. */
export function usageIn(said: StatementText, words: readonly string[], wanted: Wanted): Usage | null {
  const found = wanted.variants.some((tokens) => findWording(words, { tokens, prefix: false }).length > 0);
  if (!found) return null;
  const plain = said.quoteType === 'indirect' ? null : plainUsage(words, languageRead(said.language, said.quote));
  if (plain !== null) return recordedUsage(said, wanted.claims) ?? plain;
  return countedUnder(said, tokenize(said.quote), wanted)?.usage ?? null;
}

/** What the stances on the claims that list the term say together: a use where all support, a denial where all deny. */
function recordedUsage({ stances }: StatementText, claims: ReadonlySet<string>): 'use' | 'denial' | null {
  const taken = stances.filter(({ claim }) => claims.has(claim));
  if (taken.length === 0) return null;
  if (taken.every(({ stance }) => stance === 'support')) return 'use';
  return taken.every(({ stance }) => stance === 'deny') ? 'denial' : null;
}

/** Where a text has one of the forms, in its order; where several begin or overlap, the longest of the first. */
export function occurrencesIn(tokens: readonly Token[], variants: Wanted['variants']): Occurrence[] {
  const words = tokens.map(({ token }) => token);
  const found = variants.flatMap((variant) =>
    findWording(words, { tokens: variant, prefix: false }).map((from) => ({ from, to: from + variant.length })),
  );
  if (variants.length === 1) return found;
  found.sort((one, other) => one.from - other.from || other.to - one.to);
  let reached = 0;
  return found.filter(({ from, to }) => {
    if (from < reached) return false;
    reached = to;
    return true;
  });
}
