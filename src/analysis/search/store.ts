import { byRank, type Ranked, rank } from '../../derived/full-text/rank.ts';
import { countFound, type Readers } from '../../derived/full-text/scan.ts';
import { cutPage, type Page } from '../../kernel/page.ts';
import type { Paging } from '../../platform/engine/pages.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import { asksForWords, EVERY, type Match } from '../../text/words/match.ts';
import { highlightTerms, parseQuery, type Query } from '../../text/words/query.ts';
import type { SearchResult } from './result.ts';
import { shownResults } from './show.ts';

type Kind = SearchResult['kind'];
export type RankedOfKind = Ranked & { kind: Kind };
type Results = Page<SearchResult, readonly string[]> & { ranked: 'all' | 'newest' };

/** The best first, then the newest; of each kind the newest that are found, where these are many. Drafts are never found. */
export async function searchRecord(
  readers: Readers,
  text: string,
  kinds: readonly Kind[],
  { limit, after, count }: Paging,
): Promise<Results> {
  const from = readers.read;
  const query = parseQuery(text);
  const [score, place, ...upTos] = after ?? [];
  const ranked: RankedOfKind[] = [];
  const newest: string[] = [];
  let isAll = true;
  for (const [at, kind] of kinds.entries()) {
    const found = await rankKind(from, query, kind, upTos[at] || null);
    isAll &&= found.isAll;
    newest.push(upTos[at] || newestOf(found.ranked));
    ranked.push(...found.ranked.map((entry) => ({ ...entry, kind })));
  }
  ranked.sort(byRank);
  const isAfter = (entry: Ranked) => place === undefined || byRank(entry, { score: Number(score), place }) > 0;
  const page = cutPage(ranked.filter(isAfter), limit, (entry): readonly string[] => [
    String(entry.score),
    entry.place,
    ...newest,
  ]);
  return {
    items: await shownResults(from, page.items, highlightTerms(query)),
    next: page.next,
    ranked: isAll ? 'all' : 'newest',
    ...(count && { total: await countKinds(readers, query, kinds) }),
  };
}

async function rankKind(from: Handle, query: Query, kind: Kind, upTo: string | null) {
  const match = matchOf(query, kind);
  return asksForWords(match)
    ? rank(from, { match, conditions: [] }, highlightTerms(query), upTo)
    : { ranked: [] as Ranked[], isAll: true };
}

/** Empty when nothing was found. */
function newestOf(ranked: readonly Ranked[]): string {
  const [newest] = [...ranked].sort((one, other) => byRank({ ...one, score: 0 }, { ...other, score: 0 }));
  return newest?.place ?? '';
}

function matchOf(query: Query, kind: Kind): Match {
  return { facets: [[EVERY[kind]]], terms: null, query };
}

async function countKinds(readers: Readers, query: Query, kinds: readonly Kind[]): Promise<number> {
  let total = 0;
  for (const kind of kinds) {
    const match = matchOf(query, kind);
    if (asksForWords(match)) total += await countFound(readers, { match, conditions: [] }, kind === 'article');
  }
  return total;
}
