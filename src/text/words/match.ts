import type { Group, Query } from './query.ts';
import { facetToken } from './stored-facets.ts';
import type { Wording } from './token.ts';

/**
 * What is looked up in the full-text index.
 *
 * An entry of the index has `words` (a quote, a name, a title), `more` (a quote's context, aliases, a text) and facets.
 */
export type Match = {
  /** Of each list one facet is there. The first list is not empty and holds what every entry of a kind has. */
  facets: readonly (readonly string[])[];
  /** One of these stands in `words`; null when that is not asked. */
  terms: readonly Wording[] | null;
  /** Holds in `words` and `more` together; null when nothing is asked. */
  query: Query | null;
};

/** Facets that every entry of one kind has. Drafts are no kind that a search may ask for. */
export const EVERY: Record<'statement' | 'draft' | 'claim' | 'speaker' | 'article', string> = {
  statement: 'is_statement',
  draft: 'is_draft',
  claim: 'is_claim',
  speaker: 'is_speaker',
  article: 'is_article',
};

/** False when the match asks for words and names none: nothing is found then. */
export function asksForWords({ terms, query }: Match): boolean {
  return (terms === null || terms.length > 0) && (query === null || query.any.length > 0);
}

/** Tokens hold letters, digits and marks, facets moreover `_`: neither engine sees anything of its own syntax in them. */
type Syntax = {
  facet(facet: string): string;
  wording(wording: Wording, place: 'words' | 'anywhere'): string;
  and(parts: string[]): string;
  or(parts: string[]): string;
  butNot(part: string, not: string): string;
};

const fts5: Syntax = {
  facet: (facet) => `facets : "${facetToken(facet)}"`,
  wording: ({ tokens, prefix, forms = [] }, place) => {
    const any = joined([`"${tokens.join(' ')}"${prefix ? ' *' : ''}`, ...forms.map((form) => `"${form}"`)], ' OR ');
    return `${place === 'words' ? 'words' : '{words more}'} : ${any}`;
  },
  and: (parts) => joined(parts, ' AND '),
  or: (parts) => joined(parts, ' OR '),
  butNot: (part, not) => `(${part} NOT ${not})`,
};

const tsquery: Syntax = {
  // The lexemes of words and facets are in one vector; `_` tells them apart.
  facet: (facet) => `'_${facetToken(facet)}'`,
  wording: ({ tokens, prefix, forms = [] }, place) => {
    const label = place === 'words' ? 'A' : '';
    const lexemes = tokens.map((token, at) => {
      const flags = `${prefix && at === tokens.length - 1 ? '*' : ''}${label}`;
      return `'${token}'${flags && `:${flags}`}`;
    });
    const others = forms.map((form) => `'${form}'${label && `:${label}`}`);
    return joined([lexemes.length === 1 ? (lexemes[0] as string) : `(${lexemes.join(' <-> ')})`, ...others], ' | ');
  },
  and: (parts) => joined(parts, ' & '),
  or: (parts) => joined(parts, ' | '),
  butNot: (part, not) => `(${part} & !${not})`,
};

function joined(parts: string[], operator: string): string {
  return parts.length === 1 ? (parts[0] as string) : `(${parts.join(operator)})`;
}

/** The match in the syntax of SQLite's FTS5, or of PostgreSQL's `tsquery`. */
export function writeMatch(match: Match, engine: 'sqlite' | 'postgres'): string {
  const syntax = engine === 'sqlite' ? fts5 : tsquery;
  const facets = match.facets.map((some) => syntax.or(some.map(syntax.facet)));
  const terms = match.terms?.map((term) => syntax.wording(term, 'words')) ?? [];
  const groups = match.query?.any.map((group) => writeGroup(group, facets[0] as string, syntax)) ?? [];
  return syntax.and([
    ...facets,
    ...(terms.length > 0 ? [syntax.or(terms)] : []),
    ...(groups.length > 0 ? [syntax.or(groups)] : []),
  ]);
}

/** A group of negations alone is taken from all that there is. */
function writeGroup({ all, none }: Group, everything: string, syntax: Syntax): string {
  const anywhere = (wording: Wording) => syntax.wording(wording, 'anywhere');
  const found = all.length === 0 ? everything : syntax.and(all.map(anywhere));
  return none.length === 0 ? found : syntax.butNot(found, syntax.or(none.map(anywhere)));
}
