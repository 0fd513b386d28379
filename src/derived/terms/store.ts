import { and, asc, eq, sql } from 'drizzle-orm';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { stepping } from '../../platform/loop-turns.ts';
import { EVERY, type Match } from '../../text/words/match.ts';
import { findWording, type Token } from '../../text/words/token.ts';
import { matchesByDate } from '../full-text/store.ts';
import type { Wanted } from './counting.ts';

export type TermRow = Tables['terms']['$inferSelect'];

/** The terms with these wordings. */
export function termsNamed(from: Handle, wordings: readonly string[]): Promise<TermRow[]> {
  if (wordings.length === 0) return Promise.resolve([]);
  return from.query(
    'terms named',
    ({ db, t, oneOf }) => db.select().from(t.terms).where(oneOf(t.terms.wording, 'wordings')),
    {
      wordings: [...wordings],
    },
  );
}

/** Every term that a text is counted under, by each of its forms; none unlisted. */
export async function termsIn(from: Handle, tokens: readonly Token[]): Promise<TermRow[]> {
  const [terms] = await termsInEach(from, [tokens]);
  return terms ?? [];
}

/** The same of several texts, each told in its place. */
export async function termsInEach(from: Handle, texts: readonly (readonly Token[])[]): Promise<TermRow[][]> {
  const pause = stepping();
  const words: { of: string[]; distinct: ReadonlySet<string> }[] = [];
  for (const tokens of texts) {
    const of = tokens.map(({ token }) => token);
    await pause();
    words.push({ of, distinct: new Set(of) });
    await pause();
  }
  const begin = await termsThatBegin(from, new Set(words.flatMap(({ distinct }) => [...distinct])));
  const candidates = Map.groupBy(begin, ({ firstWord }) => firstWord);
  const there: TermRow[][] = [];
  for (const { of, distinct } of words) {
    const found: TermRow[] = [];
    for (const term of [...distinct].flatMap((word) => candidates.get(word) ?? [])) {
      await pause();
      if (findWording(of, { tokens: term.wording.split(' '), prefix: false }).length > 0) found.push(term);
    }
    there.push(found);
  }
  const known = new Map(begin.map((term) => [term.wording, term]));
  const others = there.flat().flatMap(({ variants }) => variants);
  const missing = new Set(others.filter((wording) => !known.has(wording)));
  for (const term of await termsNamed(from, [...missing])) known.set(term.wording, term);
  return there.map((terms) => {
    const counted = new Set(terms);
    for (const wording of terms.flatMap(({ variants }) => variants)) {
      const term = known.get(wording);
      if (term) counted.add(term);
    }
    return [...counted].filter(isListed);
  });
}

/** Words that are looked up together: in a few milliseconds. */
const WORDS_AT_ONCE = 5_000;

async function termsThatBegin(from: Handle, words: ReadonlySet<string>): Promise<TermRow[]> {
  const pause = stepping();
  const all = [...words];
  const terms: TermRow[] = [];
  for (let at = 0; at < all.length; at += WORDS_AT_ONCE) {
    await pause();
    const found = await from.query(
      'terms by their first words',
      ({ db, t, oneOf }) => db.select().from(t.terms).where(oneOf(t.terms.firstWord, 'words')),
      { words: all.slice(at, at + WORDS_AT_ONCE) },
    );
    terms.push(...found);
  }
  return terms;
}

export function wantedOf({ variants, claims }: Pick<TermRow, 'variants' | 'claims'>): Wanted {
  return { variants: variants.map((variant) => variant.split(' ')), claims: new Set(claims) };
}

/** Where a walk over statements or articles is to go on. */
export type Walk<Place> = { limit: number; after: Place | null };
type Found = { id: string; place: string };

/** The statements whose quote has the term by one of its variants, in the order of the index. */
export function statementsWith(
  from: Handle,
  term: Pick<TermRow, 'variants' | 'claims'>,
  walk: Walk<string>,
): Promise<Found[]> {
  const match = { facets: [[EVERY.statement]], terms: wordingsOf(term), query: null };
  return isListed(term) ? matchesByDate(from, { match, conditions: [] }, 'oldest', walk) : Promise.resolve([]);
}

/** The articles that have it in a text, of whatever snapshot, or in the title. */
export function articlesWith(
  from: Handle,
  term: Pick<TermRow, 'variants' | 'claims'>,
  walk: Walk<string>,
): Promise<Found[]> {
  const any = wordingsOf(term).map((wording) => ({ all: [wording], none: [] }));
  const match: Match = { facets: [[EVERY.article]], terms: null, query: { any } };
  return isListed(term) ? matchesByDate(from, { match, conditions: [] }, 'oldest', walk) : Promise.resolve([]);
}

function wordingsOf(term: Pick<TermRow, 'variants' | 'claims'>) {
  return wantedOf(term).variants.map((tokens) => ({ tokens, prefix: false }));
}

/** Of one that no claim lists any more nothing is counted. */
export const isListed = ({ variants }: Pick<TermRow, 'variants'>): boolean => variants.length > 0;

export type UsagePlace = { usage: string; saidSort: string; id: string };

/** The statements that are counted under a wording by now, in the order of an index. */
export function usagesOf(from: Handle, wording: string, { limit, after }: Walk<UsagePlace>): Promise<UsagePlace[]> {
  return from.query(
    `usages of a term${after === null ? '' : ' after'}`,
    ({ db, t, param, bound }) => {
      const { usage, saidSort, statementId } = t.termUsages;
      const place = sql`(${param('usage')}, ${param('saidSort')}, ${param('id')})`;
      return db
        .select({ usage, saidSort, id: statementId })
        .from(t.termUsages)
        .where(
          and(
            eq(t.termUsages.wording, param('wording')),
            after === null ? undefined : sql`(${usage}, ${saidSort}, ${statementId}) > ${place}`,
          ),
        )
        .orderBy(asc(usage), asc(saidSort), asc(statementId))
        .limit(bound('limit'));
    },
    { wording, limit, ...after },
  );
}

export type ArticlePlace = { outletId: string; id: string };

/** The articles of which it is kept by now where they have a wording, in the order of an index. */
export function articlesOf(
  from: Handle,
  wording: string,
  { limit, after }: Walk<ArticlePlace>,
): Promise<ArticlePlace[]> {
  return from.query(
    `articles of a term${after === null ? '' : ' after'}`,
    ({ db, t, param, bound }) => {
      const { outletId, articleId } = t.termPlaces;
      return db
        .select({ outletId, id: articleId })
        .from(t.termPlaces)
        .where(
          and(
            eq(t.termPlaces.wording, param('wording')),
            after === null ? undefined : sql`(${outletId}, ${articleId}) > (${param('outletId')}, ${param('id')})`,
          ),
        )
        .orderBy(asc(outletId), asc(articleId))
        .limit(bound('limit'));
    },
    { wording, limit, ...after },
  );
}

/** A term whose statements are not all counted. */
export async function termToCount(from: Handle): Promise<TermRow | null> {
  const rows = await from.query(
    'a term to count',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.terms)
        .where(sql`${t.terms.isWhole} = ${param('no')}`)
        .orderBy(t.terms.wording)
        .limit(1),
    { no: false },
  );
  return rows[0] ?? null;
}
