import { eq } from 'drizzle-orm';
import type { Written } from '../../followers.ts';
import type { Tables, Tx } from '../../platform/engine/tables.ts';
import { wordsOf } from '../../text/words/token.ts';
import { relistTerms } from './listing.ts';
import { recountStatement } from './recount.ts';
import { recountArticle, recountVoices } from './voices.ts';

type Row<Table extends keyof Tables> = Tables[Table]['$inferSelect'];

/**
 * Keeps what is counted of terms true to what was written. The work is done right before the commit, after the line of
 * history and the entries of search, when one writer at a time is let through.
 */
export function followInTerms(tx: Tx, { kind, before, after }: Written): void {
  if (kind === 'claim') followClaim(tx, before as Row<'claims'> | null, after as Row<'claims'> | null);
  if (kind === 'statement') followStatement(tx, before as Row<'statements'> | null, after as Row<'statements'> | null);
  if (kind === 'snapshot') tx.last.push(() => recountArticle(tx, (after as { article: string }).article));
  if (kind === 'article' && before !== null && after !== null)
    followArticle(tx, before as Row<'articles'>, after as Row<'articles'>);
}

function followClaim(tx: Tx, before: Row<'claims'> | null, after: Row<'claims'> | null): void {
  const isMoved = before !== null && after !== null && before.rootId !== after.rootId;
  if (!isMoved && JSON.stringify(before?.terms) === JSON.stringify(after?.terms)) return;
  const { id } = (after ?? before) as Row<'claims'>;
  const roots = isMoved ? [id, before.rootId, after.rootId].filter((root) => root !== null) : [];
  const own = [...(before?.terms ?? []), ...(after?.terms ?? [])].map((term) => wordsOf(term).join(' '));
  tx.last.push(async () => {
    const wordings = new Set([...own, ...(await wordingsUnder(tx, roots))]);
    wordings.delete('');
    await relistTerms(tx, [...wordings].sort());
  });
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

function followStatement(tx: Tx, before: Row<'statements'> | null, after: Row<'statements'> | null): void {
  const { id } = (after ?? before) as Row<'statements'>;
  tx.last.push(() => recountStatement(tx, id, before === null));
  if (placeOf(before) === placeOf(after)) return;
  for (const article of new Set([before, after].flatMap((row) => row?.articleId ?? [])))
    tx.last.push(() => recountVoices(tx, article));
}

/** What tells which words of its article are a statement's. */
function placeOf(row: Row<'statements'> | null): string {
  return JSON.stringify(row && [row.articleId, row.status, row.anchor]);
}

/** An article is told of without a change when its texts were blanked. */
function followArticle(tx: Tx, before: Row<'articles'>, after: Row<'articles'>): void {
  if (before === after) tx.last.push(() => recountArticle(tx, after.id));
  if (before.outletId === after.outletId && before.publishedSort === after.publishedSort) return;
  tx.last.push(async () => {
    for (const id of await statementsOf(tx, after.id)) await recountStatement(tx, id);
    await recountVoices(tx, after.id);
  });
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
