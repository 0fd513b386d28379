import { inArray, sql } from 'drizzle-orm';
import type { Handle } from '../../platform/engine/tables.ts';
import { type Wording, wordsOf } from '../../text/words/token.ts';
import type { TermsState } from './claim.ts';
import { deniesForms, termsIn, wordsOfForms } from './terms.ts';

/** Claims that are looked at for the forms of one wording at once, and forms that one term has at most. */
const CLAIMS_MAX = 1000;
const FORMS_MAX = 500;

/**
 * A term as claims list it: its forms as tokens, none where no claim lists it, and the claims whose stances decide how
 * it is used, which are those that list it and do not deny it in their own text.
 */
export type TermListed = { variants: readonly (readonly string[])[]; claims: ReadonlySet<string>; isListed: boolean };

/**
 * The term of a wording: itself and all forms that claims list in one entry with it, or with one of these. A wording
 * that no claim lists is a term of one form.
 */
export async function termListed(from: Handle, wording: string): Promise<TermListed> {
  const asked = wordsOf(wording);
  const forms = new Map([[asked.join(' '), asked]]);
  const claims = new Set<string>();
  const known = new Set<string>();
  let isListed = false;
  for (let fresh = asked.length === 0 ? [] : [asked.join(' ')]; fresh.length > 0; ) {
    const found = new Set<string>();
    for (const { ownId, id, text, terms } of await claimsListing(from, fresh)) {
      for (const [at, entry] of termsIn(terms).entries()) {
        const words = wordsOfForms(entry);
        const key = `${ownId} ${at}`;
        if (known.has(key) || !words.some((form) => forms.has(form.join(' ')))) continue;
        known.add(key);
        isListed = true;
        // Who denies the claim that it was merged into denies its terms.
        if (!deniesForms(text, entry)) claims.add(id);
        for (const form of words) {
          if (forms.has(form.join(' ')) || forms.size >= FORMS_MAX) continue;
          forms.set(form.join(' '), form);
          found.add(form.join(' '));
        }
      }
    }
    fresh = [...found];
  }
  return { variants: [...forms.values()], claims, isListed };
}

/** All forms that the terms count, each once; none for terms without a word. */
export async function wordingsOf(from: Handle, terms: readonly string[]): Promise<Wording[]> {
  const listed = await Promise.all(terms.map((term) => termListed(from, term)));
  const wordings = new Map(listed.flatMap(({ variants }) => variants.map((tokens) => [tokens.join(' '), tokens])));
  wordings.delete('');
  return [...wordings.values()].map((tokens) => ({ tokens, prefix: false }));
}

type Listing = { ownId: string; id: string; text: string; terms: TermsState };

function claimsListing(from: Handle, wordings: readonly string[]): Promise<Listing[]> {
  return from.query(
    'claims that list wordings',
    ({ db, t, oneOf }) =>
      db
        .select({
          ownId: t.claims.id,
          // Who denies the claim that it was merged into denies its terms.
          id: sql<string>`coalesce(${t.claims.rootId}, ${t.claims.id})`.mapWith(t.claims.id),
          text: t.claims.text,
          terms: t.claims.terms,
        })
        .from(t.claims)
        .where(
          inArray(
            t.claims.id,
            db.select({ id: t.claimTerms.claimId }).from(t.claimTerms).where(oneOf(t.claimTerms.wording, 'wordings')),
          ),
        )
        .orderBy(t.claims.id)
        .limit(CLAIMS_MAX),
    { wordings: [...wordings] },
  );
}
