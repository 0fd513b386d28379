import type { EntryWords } from './entry.ts';
import type { Match } from './match.ts';
import type { Query } from './query.ts';
import type { Wording } from './token.ts';

/** An engine looks up the beginnings of words that are found, all together, in less than one of so many texts. */
const BROAD_SHARE = 50;

/** The beginnings of words that a query names (`the*`). */
export function beginningsIn(query: Query | null): Wording[] {
  return query?.any.flatMap(({ all, none }) => [...all, ...none]).filter(({ prefix }) => prefix) ?? [];
}

/**
 * Those that an engine must not be asked for: it would first read all that holds any word that begins so. Told from
 * some usual texts; the rarest are left to the engine, which finds them where a walk through the texts would take long.
 */
export function broadAmong(beginnings: readonly Wording[], usual: readonly EntryWords[]): Set<Wording> {
  const counted = beginnings
    .map((wording) => ({ wording, n: usual.filter((entry) => stands(entry, wording)).length }))
    .sort((one, other) => one.n - other.n);
  let sum = 0;
  const broad = counted.filter(({ n }) => {
    sum += n;
    return sum * BROAD_SHARE >= usual.length;
  });
  return new Set(broad.map(({ wording }) => wording));
}

/** The match without these wordings: it finds all that the match finds, and more. */
export function without(match: Match, left: ReadonlySet<Wording>): Match {
  const isKept = (wording: Wording) => !left.has(wording);
  const any = match.query?.any.map(({ all, none }) => ({ all: all.filter(isKept), none: none.filter(isKept) })) ?? [];
  const isAnything = any.some(({ all, none }) => all.length + none.length === 0);
  return { ...match, query: isAnything ? null : { any } };
}

/** Whether an entry is found, told from the entry alone as the engines tell it. */
export function isFound(entry: EntryWords & { facets: string }, { facets, terms, query }: Match): boolean {
  const isOf = (facet: string) => ` ${entry.facets} `.includes(` ${facet} `);
  const isThere = (wording: Wording) => stands(entry, wording);
  return (
    facets.every((some) => some.some(isOf)) &&
    (terms === null || terms.some((term) => stands({ words: entry.words, more: '' }, term))) &&
    (query === null || query.any.some(({ all, none }) => all.every(isThere) && !none.some(isThere)))
  );
}

function stands({ words, more }: EntryWords, { tokens, prefix, forms = [] }: Wording): boolean {
  const wanted = [tokens.join(' '), ...forms].map((form) => ` ${form}${prefix ? '' : ' '}`);
  return wanted.some((one) => ` ${words} `.includes(one) || ` ${more} `.includes(one));
}
