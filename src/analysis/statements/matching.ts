import { z } from 'zod';
import { byRank, RANKED_MAX, rank } from '../../derived/full-text/rank.ts';
import { foundByDate, foundById } from '../../derived/full-text/scan.ts';
import type { Found, Search } from '../../derived/full-text/search.ts';
import { besideStatement, statementAt } from '../../derived/full-text/statement-place.ts';
import { oneOrMore } from '../../kernel/entity.ts';
import { Failure } from '../../kernel/failure.ts';
import { cutPage, type Page } from '../../kernel/page.ts';
import { lengthInCodePoints, textUpTo } from '../../kernel/text.ts';
import type { Paging } from '../../platform/engine/pages.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import { asksForWords, EVERY, type Match } from '../../text/words/match.ts';
import { firstPlaceAt, PLACES_OF_SECOND } from '../../text/words/place.ts';
import { highlightTerms, parseQuery, QUERY_POINTS_MAX } from '../../text/words/query.ts';
import type { Wording } from '../../text/words/token.ts';

/** The longest wording that is looked for as a term, as a claim lists them. */
export const TERM_POINTS_MAX = 200;

/** Any text of up to 1,000 characters, none included. */
export const SearchText = z
  .string()
  .refine((text) => lengthInCodePoints(text) <= QUERY_POINTS_MAX, `must have at most ${QUERY_POINTS_MAX} characters`)
  .meta({ maxLength: QUERY_POINTS_MAX });

export const wordFilters = {
  q: SearchText.optional().describe(
    '**Words** that the quote and its context must hold together. Where beginnings of common words are asked for, or common words with filters that little fulfils, a page may ' +
      'hold fewer than `limit` while `next` leads on',
  ),
  term: oneOrMore(textUpTo(TERM_POINTS_MAX)).describe(
    'A wording that stands in the quote, its words one after another, or another form of it that a claim lists with it; ' +
      'never in a translation',
  ),
};

/** The ids that the filters of one name lead to, where that filter is given. */
export type FilteredBy = Record<
  'dispute' | 'question' | 'claim' | 'speaker' | 'side' | 'outlet' | 'article',
  string[] | undefined
>;

/** The words that a list is asked for, with every filter that the index knows; null when it asks for none. */
export function matchOf(
  { q, terms, status }: { q?: string | undefined; terms?: Wording[] | undefined; status: 'published' | 'draft' },
  ids: FilteredBy,
): Match | null {
  if (q === undefined && terms === undefined) return null;
  return {
    facets: [
      [status === 'draft' ? 'is_draft' : 'is_statement'],
      ...Object.values(ids).filter((some) => some !== undefined),
    ],
    terms: terms ?? null,
    query: q === undefined ? null : parseQuery(q),
  };
}

export type MatchSort = 'saidAt' | '-saidAt' | 'createdAt' | '-createdAt' | 'relevance';
type Ids = Page<string, readonly string[]>;

/** One page of the ids of what is found, in the order asked for. */
export async function pageOfMatches(
  from: Handle,
  search: Search,
  sort: MatchSort,
  { limit, after }: Paging,
): Promise<Ids> {
  if (!asksForWords(search.match)) return { items: [], next: null };
  if (sort === 'relevance') return pageByRank(from, search, { limit, after });
  const direction = sort.startsWith('-') ? 'newest' : 'oldest';
  if (sort.endsWith('saidAt')) return pageByDate(from, search, direction, { limit, after });
  const { found, rest } = await foundById(from, search, direction, { limit: limit + 1, after: after?.[0] ?? null });
  const page = cutPage(found, limit, ({ id }: Found): readonly string[] => [id]);
  return { items: page.items.map(({ id }) => id), next: page.next ?? (rest === null ? null : [rest]) };
}

/** Pages end after a date and an id, as those without words do: the place of an entry may be another one by then. */
async function pageByDate(
  from: Handle,
  search: Search,
  direction: 'newest' | 'oldest',
  { limit, after }: Omit<Paging, 'count'>,
): Promise<Ids> {
  const place = after && (await placeAfter(from, search, direction, after));
  const { found, rest } = await foundByDate(from, search, direction, { limit: limit + 1, after: place });
  const page = cutPage(found, limit, (entry: Found) => entry.place);
  const last = page.next ?? rest;
  const items = page.items.map(({ id }) => id);
  if (last === null) return { items, next: null };
  const ended = await statementAt(from, last);
  return { items, next: ended === null ? [last] : [ended.date, ended.id] };
}

/** From where the index is read on. The place itself was given where the entry had gone meanwhile, and by earlier versions. */
async function placeAfter(
  from: Handle,
  { match }: Search,
  direction: 'newest' | 'oldest',
  [date = '', id]: readonly string[],
): Promise<string> {
  if (id === undefined) return date;
  const status = match.facets[0]?.includes(EVERY.draft) ? 'draft' : 'published';
  const beside = await besideStatement(from, status, { date, id }, direction === 'newest' ? 'asc' : 'desc');
  const first = firstPlaceAt(date);
  return String(beside ?? (direction === 'newest' ? first + PLACES_OF_SECOND : first - 1n));
}

async function pageByRank(from: Handle, search: Search, { limit, after }: Omit<Paging, 'count'>): Promise<Ids> {
  const [score, place, upTo] = after ?? [];
  const { ranked } = await rank(
    from,
    search,
    search.match.query ? highlightTerms(search.match.query) : [],
    upTo ?? null,
  );
  const newest =
    upTo ??
    ranked.map((entry) => entry.place).sort((a, b) => byRank({ score: 0, place: a }, { score: 0, place: b }))[0] ??
    '';
  const rest =
    place === undefined ? ranked : ranked.filter((entry) => byRank(entry, { score: Number(score), place }) > 0);
  const page = cutPage(rest, limit, (entry): readonly string[] => [String(entry.score), entry.place, newest]);
  return { ...page, items: page.items.map(({ id }) => id) };
}

/** Fails with `invalid`: what is not searched for has no relevance. */
export function refuseRelevanceWithoutWords(sort: string, q: string | undefined): void {
  if (sort !== 'relevance' || q !== undefined) return;
  throw new Failure('invalid', 'sort: relevance needs a search, `q`.', {
    faults: [{ pointer: 'sort', detail: 'needs `q`' }],
  });
}

export const RELEVANCE = `\`relevance\` needs \`q\` and ranks the newest ${RANKED_MAX} of what is found`;
