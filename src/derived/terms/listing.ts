import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { insertRow } from '../../platform/engine/rows.ts';
import type { Tx } from '../../platform/engine/tables.ts';
import { type TermListed, termListed } from '../../record/claims/wordings.ts';
import { recountStatements } from './recount.ts';
import { articlesOf, articlesWith, isListed, statementsWith, type TermRow, termsNamed, usagesOf } from './store.ts';
import { recountArticle } from './voices.ts';

/** What is counted at once when a wording comes to be listed, in about 20 ms; more is counted bit by bit. */
const AT_ONCE_MAX = { statements: 100, articles: 5 };

/**
 * Makes the terms true to the claims that list these wordings, and counts what has them where that is little; else it is
 * left to be counted (see `counter.ts`). Takes the transaction's turn among writers for granted.
 */
export async function relistTerms(tx: Tx, wordings: readonly string[]): Promise<void> {
  const toCount: TermRow[] = [];
  const known = new Map<string, TermListed>();
  for (const wording of wordings) {
    const [before] = await termsNamed(tx, [wording]);
    const term = known.get(wording) ?? (await termListed(tx, wording));
    // All forms of a term are listed alike.
    for (const form of term.variants) known.set(form.join(' '), term);
    const listed = relisted(term, wording, before);
    const isWhole = before?.isWhole === true && !(await isToCountAnew(tx, before, listed));
    await writeTerm(tx, { ...listed, isWhole });
    if (!isWhole) toCount.push(listed);
  }
  // Once all are listed: a statement is counted under each at once.
  for (const term of toCount) await countWhereFew(tx, term);
}

/** The term as the claims list it now, not counted. */
function relisted(term: TermListed, wording: string, before: TermRow | undefined): TermRow {
  const variants = term.isListed ? term.variants.map((words) => words.join(' ')).sort() : [];
  const now = { variants, claims: [...term.claims].sort() };
  const isSame = before && JSON.stringify(now) === JSON.stringify({ variants: before.variants, claims: before.claims });
  return {
    wording,
    firstWord: wording.split(' ', 1)[0] as string,
    ...now,
    listing: isSame ? before.listing : randomUUID(),
    isWhole: false,
  };
}

/** Makes a term what the claims list, and leaves it to be counted. */
export async function relistTerm(tx: Tx, wording: string): Promise<TermRow> {
  const [before] = await termsNamed(tx, [wording]);
  const listed = relisted(await termListed(tx, wording), wording, before);
  await writeTerm(tx, listed);
  return listed;
}

/** Makes all terms what the claims list, and leaves them to be counted. */
export async function relistAll(tx: Tx): Promise<void> {
  const listed = await tx.query('all wordings', ({ db, t }) =>
    db.selectDistinct({ wording: t.claimTerms.wording }).from(t.claimTerms),
  );
  const known = await tx.query('all terms', ({ db, t }) => db.select({ wording: t.terms.wording }).from(t.terms));
  for (const wording of new Set([...listed, ...known].map((row) => row.wording))) await relistTerm(tx, wording);
}

async function writeTerm(tx: Tx, term: TermRow): Promise<void> {
  await forgetTerm(tx, term.wording);
  await insertRow(tx, 'terms', term);
}

async function countWhereFew(tx: Tx, term: TermRow): Promise<void> {
  const some = { limit: AT_ONCE_MAX.statements + 1, after: null };
  const found = [...(await usagesOf(tx, term.wording, some)), ...(await statementsWith(tx, term, some))];
  // An article is found once for each of its texts and their passages.
  const reported = [...(await articlesOf(tx, term.wording, some)), ...(await articlesWith(tx, term, some))];
  const [statements, articles] = [new Set(found.map(({ id }) => id)), new Set(reported.map(({ id }) => id))];
  if (found.length > AT_ONCE_MAX.statements || reported.length > AT_ONCE_MAX.statements) return;
  if (articles.size > AT_ONCE_MAX.articles) return;
  await recountStatements(tx, statements);
  for (const id of articles) await recountArticle(tx, id);
  await finishTerm(tx, term);
}

/**
 * All that has the term is counted now, unless it was listed otherwise meanwhile: then it is left to be counted. Of one
 * that no claim lists any more nothing is kept.
 */
export async function finishTerm(tx: Tx, term: TermRow): Promise<void> {
  const [now] = await termsNamed(tx, [term.wording]);
  if (now?.listing !== term.listing) return;
  if (!isListed(term)) await forgetTerm(tx, term.wording);
  else await writeTerm(tx, { ...term, isWhole: true });
}

async function forgetTerm(tx: Tx, wording: string): Promise<void> {
  await tx.query(
    'forget a term',
    ({ db, t, param }) => db.delete(t.terms).where(eq(t.terms.wording, param('wording'))),
    { wording },
  );
}

/** Whether it is listed no more, other words count as the term now, or other stances decide how a statement uses it. */
async function isToCountAnew(tx: Tx, before: TermRow, after: TermRow): Promise<boolean> {
  if (!isListed(after) || before.variants.join('\n') !== after.variants.join('\n')) return true;
  const changed = [
    ...before.claims.filter((claim) => !after.claims.includes(claim)),
    ...after.claims.filter((claim) => !before.claims.includes(claim)),
  ];
  if (changed.length === 0) return false;
  const stances = await tx.query(
    'a stance on claims',
    ({ db, t, oneOf }) =>
      db
        .select({ id: t.stances.statementId })
        .from(t.stances)
        .where(and(oneOf(t.stances.claimId, 'claims'), eq(t.stances.status, 'published')))
        .limit(1),
    { claims: changed },
  );
  return stances.length > 0;
}
