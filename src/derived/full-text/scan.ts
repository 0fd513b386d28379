import type { Engine, Handle } from '../../platform/engine/tables.ts';
import { EVERY } from '../../text/words/match.ts';
import { beginningsIn, broadAmong, isFound, without } from '../../text/words/prefixes.ts';
import type { Wording } from '../../text/words/token.ts';
import { countMatches, countUpTo } from './count-store.ts';
import type { Found, Search } from './search.ts';
import { entriesByDate, entriesById, everyEntryById, fulfilling } from './store.ts';

/** How many of the newest statements tell which beginnings of words are broad. */
const USUAL = 500;
/** A walk reads entries in growing stretches, until it has found enough or has read so many. */
const STRETCHES = [500, 2_000, 7_500];
const ENTRIES_MAX = 10_000;
/** What fulfils conditions may be rare among what has the words, so it is looked for further. */
const ENTRIES_MAX_BY_CONDITIONS = 100_000;
/** A walk ends with the stretch in which it has read so many characters, for passages of articles are long. */
const CHARACTERS_MAX = 4_000_000;
/** So many entries are sorted by id, or counted, in about 50 ms. Of more, all statements are walked through by id. */
const SORTED_MAX = 10_000;

/** `rest` is where a walk ended before it had seen all that there is; what follows is found by going on from there. */
export type Walked = { found: Found[]; rest: string | null };
export type Readers = Pick<Engine, 'read' | 'offThread'>;
type PageRequest = { limit: number; after: string | null };
type Read = (asked: PageRequest) => Promise<Found[]>;

/** What is found, by date, then as entered; `after` and `rest` are places. */
export async function foundByDate(
  from: Handle,
  search: Search,
  direction: 'newest' | 'oldest',
  asked: PageRequest,
): Promise<Walked> {
  const broad = await broadBeginnings(from, search);
  const match = without(search.match, broad);
  const looser = { ...search, match, conditions: [], isRare: beginningsIn(match.query).length > 0 };
  const read: Read = (asked) => entriesByDate(from, looser, direction, asked);
  if (broad.size === 0 && search.conditions.length === 0) return { found: await read(asked), rest: null };
  return walk(from, read, search, asked, 'place');
}

/** Statements that are found, by id; so are `after` and `rest`. */
export async function foundById(
  from: Handle,
  search: Search,
  direction: 'newest' | 'oldest',
  asked: PageRequest,
): Promise<Walked> {
  const broad = await broadBeginnings(from, search);
  const looser = { ...search, match: without(search.match, broad) };
  if ((await countUpTo(from, looser, SORTED_MAX + 1)) > SORTED_MAX)
    return walk(from, (asked) => everyEntryById(from, direction, asked), search, asked, 'id');
  const read: Read = (asked) => entriesById(from, looser, direction, asked);
  if (broad.size === 0) return { found: await read(asked), rest: null };
  return walk(from, read, { ...search, conditions: [] }, asked, 'id');
}

/** How many entities are found; many are counted aside, while others are answered. */
export async function countFound(
  { read, offThread: aside }: Readers,
  search: Search,
  passages: boolean,
): Promise<number> {
  const looser = { ...search, match: without(search.match, await broadBeginnings(read, search)) };
  const isMuch = (await countUpTo(read, looser, SORTED_MAX + 1)) > SORTED_MAX;
  return countMatches(isMuch ? aside : read, search, passages);
}

/** What is found among the entries that `read` gives. Others are answered between two stretches. */
async function walk(
  from: Handle,
  read: Read,
  search: Search,
  { limit, after }: PageRequest,
  key: 'place' | 'id',
): Promise<Walked> {
  const max = search.conditions.length === 0 ? ENTRIES_MAX : ENTRIES_MAX_BY_CONDITIONS;
  const found: Found[] = [];
  let [rest, entries, characters] = [after, 0, 0];
  for (let at = 0; entries < max && characters < CHARACTERS_MAX; at += 1) {
    const stretch = STRETCHES[Math.min(at, STRETCHES.length - 1)] as number;
    const stretched = await read({ limit: stretch, after: rest });
    found.push(...(await foundAmong(from, stretched, search)));
    if (found.length >= limit || stretched.length < stretch) return { found: found.slice(0, limit), rest: null };
    rest = (stretched.at(-1) as Found)[key];
    entries += stretch;
    if (search.conditions.length === 0) characters += charactersIn(stretched);
    await new Promise(setImmediate);
  }
  return { found, rest };
}

async function foundAmong(from: Handle, entries: Found[], { match, conditions }: Search): Promise<Found[]> {
  const worded = entries.filter((entry) => isFound(entry, match));
  if (conditions.length === 0 || worded.length === 0) return worded;
  const ids = await fulfilling(
    from,
    conditions,
    worded.map(({ id }) => id),
  );
  return worded.filter(({ id }) => ids.has(id));
}

function charactersIn(entries: readonly Found[]): number {
  return entries.reduce((sum, { words, more }) => sum + words.length + more.length, 0);
}

/**
 * The beginnings of words that are looked for in the entries that the rest of the match finds: an engine would read all
 * that holds one of so many words before it gave the first of it.
 */
async function broadBeginnings(from: Handle, { match }: Search): Promise<Set<Wording>> {
  const beginnings = beginningsIn(match.query);
  if (beginnings.length === 0) return new Set();
  const statements: Search = { match: { facets: [[EVERY.statement]], terms: null, query: null }, conditions: [] };
  return broadAmong(beginnings, await entriesByDate(from, statements, 'newest', { limit: USUAL, after: null }));
}
