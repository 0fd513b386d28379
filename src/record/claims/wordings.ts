import { eq, sql } from 'drizzle-orm';
import type { Handle } from '../../platform/engine/tables.ts';
import { variantsOf } from '../../text/words/inflection.ts';
import { type Wording, wordsOf } from '../../text/words/token.ts';

/** Claims that are looked at for one wording. */
const CLAIMS_MAX = 1000;

/**
 * The wordings, as tokens, that count as the one asked for: itself and its inflections among those that a claim lists
 * with it; and the claims that list it.
 */
export async function wordsListedWith(
  from: Handle,
  term: string,
): Promise<{ variants: readonly (readonly string[])[]; claims: ReadonlySet<string> }> {
  const asked = wordsOf(term);
  const listing = asked.length === 0 ? [] : await claimsListing(from, asked.join(' '));
  const variants = new Map([[asked.join(' '), asked as readonly string[]]]);
  for (const { terms } of listing) {
    for (const variant of variantsOf(asked, terms.map(wordsOf))) variants.set(variant.join(' '), variant);
  }
  return { variants: [...variants.values()], claims: new Set(listing.map(({ id }) => id)) };
}

/** All wordings that the terms count, each once; none for terms without a word. */
export async function wordingsOf(from: Handle, terms: readonly string[]): Promise<Wording[]> {
  const listed = await Promise.all(terms.map((term) => wordsListedWith(from, term)));
  const wordings = new Map(listed.flatMap(({ variants }) => variants.map((tokens) => [tokens.join(' '), tokens])));
  wordings.delete('');
  return [...wordings.values()].map((tokens) => ({ tokens, prefix: false }));
}

function claimsListing(from: Handle, wording: string): Promise<{ id: string; terms: string[] }[]> {
  return from.query(
    'claims that list a wording',
    ({ db, t, param }) =>
      db
        // Who denies the claim that it was merged into denies its terms.
        .select({
          id: sql<string>`coalesce(${t.claims.rootId}, ${t.claims.id})`.mapWith(t.claims.id),
          terms: t.claims.terms,
        })
        .from(t.claimTerms)
        .innerJoin(t.claims, eq(t.claims.id, t.claimTerms.claimId))
        .where(eq(t.claimTerms.wording, param('wording')))
        .orderBy(t.claims.id)
        .limit(CLAIMS_MAX),
    { wording },
  );
}
