import { ID_PREFIXES, type Kind } from '../../kernel/id.ts';

/** The letter that stands for the prefix of an id of each kind that entries are filtered by. */
const LETTERS_OF_KINDS: readonly [Kind, string][] = [
  ['dispute', 'd'],
  ['side', 's'],
  ['speaker', 'p'],
  ['outlet', 'o'],
  ['article', 'a'],
  ['claim', 'c'],
  ['question', 'q'],
];
const LETTERS = new Map<string, string>(LETTERS_OF_KINDS.map(([kind, letter]) => [ID_PREFIXES[kind], letter]));
const PREFIXES = new Map([...LETTERS].map(([prefix, letter]) => [letter, prefix]));
/** What stands for the facets that every entry of a kind has. */
const EVERY: Readonly<Record<string, string>> = {
  ...{ is_statement: 'xs', is_draft: 'xd', is_claim: 'xc', is_speaker: 'xp', is_article: 'xa' },
};
const KINDS = new Map(Object.entries(EVERY).map(([facet, token]) => [token, facet]));
/** How many letters an id has after its prefix; the first is always 0, and left out. */
const BODY = 13;

/** A facet as the index has it: one token of letters and digits, shorter than the facet. */
export function facetToken(facet: string): string {
  const letter = facet.startsWith('_0', 3) && facet.length === 4 + BODY ? LETTERS.get(facet.slice(0, 3)) : undefined;
  return letter === undefined ? (EVERY[facet] ?? facet) : letter + facet.slice(5);
}

function facetOf(token: string): string {
  const prefix = token.length === BODY ? PREFIXES.get(token.charAt(0)) : undefined;
  return prefix === undefined ? (KINDS.get(token) ?? token) : `${prefix}_0${token.slice(1)}`;
}

/** How a column keeps facets that stand between single spaces. */
export const facetsPacking = {
  pack: (facets: string): string => facets.split(' ').map(facetToken).join(' '),
  unpack: (stored: string): string => stored.split(' ').map(facetOf).join(' '),
};
