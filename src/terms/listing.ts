import { and, eq, sql } from 'drizzle-orm';
import { wordsListedWith } from '../claims/wordings.ts';
import { insertRow } from '../platform/engine/rows.ts';
import type { Handle, Tx } from '../tables.ts';
import { recountStatement } from './recount.ts';
import { articlesOf, articlesWith, statementsWith, type TermRow, termsNamed, usagesOf } from './store.ts';
import { recountArticle } from './voices.ts';

/** Statements, and articles, that are counted at once when a wording comes to be listed; more are counted bit by bit. */
const AT_ONCE_MAX = 100;

/**
 * Makes the terms true to the claims that list these wordings, and counts what has them where that is little; else it is
 * left to be counted (see `counter.ts`). Takes the transaction's turn among writers for granted.
 */
export async function relistTerms(tx: Tx, wordings: readonly string[]): Promise<void> {
  const toCount: Listing[] = [];
  for (const wording of wordings) {
    const listed = await listingOf(tx, wording);
    const [before] = await termsNamed(tx, [wording]);
    const isWhole = before?.isWhole === true && !(await isToCountAnew(tx, before, listed));
    await writeTerm(tx, { ...listed, isWhole });
    if (!isWhole) toCount.push(listed);
  }
  // Once all are listed: a statement is counted under each at once.
  for (const term of toCount) await countWhereFew(tx, term);
}

/** Makes all terms what the claims list, and leaves them to be counted. */
export async function relistAll(tx: Tx): Promise<void> {
  const listed = await tx.query('all wordings', ({ db, t }) =>
    db.selectDistinct({ wording: t.claimTerms.wording }).from(t.claimTerms),
  );
  const known = await tx.query('all terms', ({ db, t }) => db.select({ wording: t.terms.wording }).from(t.terms));
  for (const wording of new Set([...listed, ...known].map((row) => row.wording)))
    await writeTerm(tx, { ...(await listingOf(tx, wording)), isWhole: false });
}

type Listing = Omit<TermRow, 'isWhole'>;

/** The term as the claims list it now. */
export async function listingOf(from: Handle, wording: string): Promise<Listing> {
  const { variants, claims } = await wordsListedWith(from, wording);
  return {
    wording,
    firstWord: wording.split(' ', 1)[0] as string,
    variants: variants.map((words) => words.join(' ')).sort(),
    claims: [...claims].sort(),
  };
}

export async function writeTerm(tx: Tx, term: TermRow): Promise<void> {
  await forgetTerm(tx, term.wording);
  await insertRow(tx, 'terms', term);
}

async function countWhereFew(tx: Tx, term: Listing): Promise<void> {
  const few = { limit: AT_ONCE_MAX + 1, after: null };
  const statements = [...(await usagesOf(tx, term.wording, few)), ...(await statementsWith(tx, term, few))];
  const articles = [...(await articlesOf(tx, term.wording, few)), ...(await articlesWith(tx, term, few))];
  if (statements.length > AT_ONCE_MAX || articles.length > AT_ONCE_MAX) return;
  for (const id of new Set(statements.map((row) => row.id))) await recountStatement(tx, id);
  for (const id of new Set(articles.map((row) => row.id))) await recountArticle(tx, id);
  await finishTerm(tx, term);
}

/** All that has the term is counted now. Of one that no claim lists any more nothing is kept. */
export async function finishTerm(tx: Tx, term: Listing): Promise<void> {
  if (term.claims.length === 0) await forgetTerm(tx, term.wording);
  else await writeTerm(tx, { ...term, isWhole: true });
}

async function forgetTerm(tx: Tx, wording: string): Promise<void> {
  await tx.query(
    'forget a term',
    ({ db, t, param }) => db.delete(t.terms).where(eq(t.terms.wording, param('wording'))),
    { wording },
  );
}

/**
 * Whether it is listed no more, other words count as the term now, or a statement denies it that did not, or the other
 * way round.
 */
async function isToCountAnew(tx: Tx, before: Listing, after: Listing): Promise<boolean> {
  if (after.claims.length === 0 || before.variants.join('\n') !== after.variants.join('\n')) return true;
  const changed = [
    ...before.claims.filter((claim) => !after.claims.includes(claim)),
    ...after.claims.filter((claim) => !before.claims.includes(claim)),
  ];
  if (changed.length === 0) return false;
  const denials = await tx.query(
    'a denial of claims',
    ({ db, t, oneOf }) =>
      db
        .select({ id: t.stances.statementId })
        .from(t.stances)
        .where(
          and(
            oneOf(t.stances.claimId, 'claims'),
            sql`${t.stances.stance} = 'deny' and ${t.stances.status} = 'published'`,
          ),
        )
        .limit(sql`1` as never),
    { claims: changed },
  );
  return denials.length > 0;
}
