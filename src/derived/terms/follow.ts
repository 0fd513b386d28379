import { eq } from 'drizzle-orm';
import type { Follower, Tables, Tx } from '../../platform/engine/tables.ts';
import type { Written } from '../../platform/engine/written.ts';
import { wordsOfForms } from '../../record/claims/terms.ts';
import { termListed } from '../../record/claims/wordings.ts';
import type { TextRead } from '../../text/read-text.ts';
import { countFreshVoices } from './fresh-voices.ts';
import { relistTerms } from './listing.ts';
import { countFresh, recountStatements } from './recount.ts';
import { termsNamed } from './store.ts';
import { recountArticle, recountVoice } from './voices.ts';

type Row<Table extends keyof Tables> = Tables[Table]['$inferSelect'];

/**
 * Keeps what is counted of terms true to what was written. To be told after the chain of history, when one writer at a
 * time is let through, and after the full-text index, by which what has a term is found.
 */
export const terms: Follower = {
  name: 'usage of terms',
  async follow(tx, written) {
    // Where no term comes to be listed in between, what is new is counted together.
    const isTogether = !written.some(listsTerms);
    const fresh = isTogether ? written.filter(isFresh) : [];
    await countFreshStatements(
      tx,
      fresh.map(({ after }) => after as Row<'statements'>),
    );
    for (const one of written) if (!isTogether || !isFresh(one)) await count(tx, one);
  },
};

const isFresh = ({ kind, before }: Written) => kind === 'statement' && before === null;

async function countFreshStatements(tx: Tx, rows: readonly Row<'statements'>[]): Promise<void> {
  if (rows.length === 0) return;
  await countFresh(tx, rows);
  await countFreshVoices(tx, rows);
}

async function count(tx: Tx, written: Written): Promise<void> {
  const { kind, before, after, textRead } = written;
  if (listsTerms(written)) await relistTermsOf(tx, before as Row<'claims'> | null, after as Row<'claims'> | null);
  if (kind === 'statement')
    await countStatement(tx, before as Row<'statements'> | null, after as Row<'statements'> | null);
  if (kind === 'snapshot') await recountWith(tx, after as { article: string; number: number }, textRead);
  if (kind === 'article' && before !== null && after !== null)
    await countArticle(tx, before as Row<'articles'>, after as Row<'articles'>);
}

/** Whether a claim lists other terms than before, or denies others itself, or lists them for another claim. */
export function listsTerms(written: Written): boolean {
  if (written.kind !== 'claim') return false;
  const [before, after] = [written.before as Row<'claims'> | null, written.after as Row<'claims'> | null];
  const listing = (row: Row<'claims'> | null) => JSON.stringify(row && row.terms.length > 0 && [row.terms, row.text]);
  return isMoved(before, after) || listing(before) !== listing(after);
}

/** Whether the claim stands as another than before. */
function isMoved(before: Row<'claims'> | null, after: Row<'claims'> | null): boolean {
  return before !== null && after !== null && before.rootId !== after.rootId;
}

async function relistTermsOf(tx: Tx, before: Row<'claims'> | null, after: Row<'claims'> | null): Promise<void> {
  const { id } = (after ?? before) as Row<'claims'>;
  const roots = isMoved(before, after)
    ? [id, before?.rootId, after?.rootId].filter((root): root is string => typeof root === 'string')
    : [];
  const own = wordsOfForms([...(before?.terms ?? []), ...(after?.terms ?? [])].flat()).map((words) => words.join(' '));
  const wordings = new Set([...own, ...(await wordingsUnder(tx, roots))]);
  await relistTerms(tx, await withTheirForms(tx, [...wordings]));
}

/** With all that counted as one term with one of these before, or does so now. */
async function withTheirForms(tx: Tx, wordings: readonly string[]): Promise<string[]> {
  const forms = new Set(wordings);
  for (const { variants } of await termsNamed(tx, wordings)) for (const form of variants) forms.add(form);
  const known = new Set<string>();
  for (const wording of wordings) {
    if (known.has(wording)) continue;
    for (const form of (await termListed(tx, wording)).variants) known.add(form.join(' '));
  }
  return [...new Set([...forms, ...known])].sort();
}

/** What the claims list that stand as these: what was merged into one goes with it where it goes. */
async function wordingsUnder(tx: Tx, roots: readonly string[]): Promise<string[]> {
  if (roots.length === 0) return [];
  const rows = await tx.query(
    'wordings of merged claims',
    ({ db, t, oneOf }) =>
      db
        .selectDistinct({ wording: t.claimTerms.wording })
        .from(t.claims)
        .innerJoin(t.claimTerms, eq(t.claimTerms.claimId, t.claims.id))
        .where(oneOf(t.claims.rootId, 'roots')),
    { roots },
  );
  return rows.map(({ wording }) => wording);
}

async function countStatement(
  tx: Tx,
  before: Row<'statements'> | null,
  after: Row<'statements'> | null,
): Promise<void> {
  const { id } = (after ?? before) as Row<'statements'>;
  await recountStatements(tx, [id]);
  if (placeOf(before) === placeOf(after)) return;
  for (const article of new Set([before, after].flatMap((row) => row?.articleId ?? [])))
    await recountVoice(tx, id, article);
}

async function recountWith(tx: Tx, { article, number }: { article: string; number: number }, read?: TextRead) {
  await recountArticle(tx, article, read && { snapshot: number, read });
}

/** What tells which words of its article are a statement's. */
function placeOf(row: Row<'statements'> | null): string {
  return JSON.stringify(row && [row.articleId, row.status, row.anchor]);
}

/** An article is told of without a change when its texts were blanked: then marks may be gone, too. */
async function countArticle(tx: Tx, before: Row<'articles'>, after: Row<'articles'>): Promise<void> {
  const isAnother = before.outletId !== after.outletId || before.publishedAt !== after.publishedAt;
  const isReworded = before.title !== after.title || before.language !== after.language;
  const isBlanked = before === after;
  if (isAnother || isBlanked) await recountStatements(tx, await statementsOf(tx, after.id));
  if (isAnother || isReworded || isBlanked) await recountArticle(tx, after.id);
}

async function statementsOf(tx: Tx, articleId: string): Promise<string[]> {
  const rows = await tx.query(
    'statements of an article to count',
    ({ db, t, param }) =>
      db
        .select({ id: t.statements.id })
        .from(t.statements)
        .where(eq(t.statements.articleId, param('article'))),
    { article: articleId },
  );
  return rows.map(({ id }) => id);
}
