import { and, eq, lt } from 'drizzle-orm';
import { isAfter } from '../../derived/warnings/order.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import { newestOf } from '../../record/articles/snapshot.ts';
import type { PublicRow } from '../../record/kinds.ts';
import type { StatementWarning } from '../../record/statements/anchor.ts';
import { driftIn } from '../../record/statements/beside-store.ts';
import { duplicatesOf, quoteKeyOf } from '../../record/statements/duplicates.ts';
import type { Statement } from '../../record/statements/statement.ts';
import { type Past, rowThen } from './past.ts';

type StatementThen = PublicRow<'statement'>;

/** What is told beside a statement, from the texts and the statements that were there then. */
export async function besideThen(
  past: Past,
  row: StatementThen,
  answered: readonly { rebutsId: string }[],
): Promise<Pick<Statement, 'drift' | 'warnings'>> {
  const texts = await textsThen(past, row.articleId);
  return { drift: await driftThen(past, row, texts), warnings: await warningsThen(past, row, answered, texts) };
}

type Text = { number: number; retrievedAt: string };

function textsThen({ from, until }: Past, articleId: string): Promise<Text[]> {
  return from.query(
    'texts of an article up to a time',
    ({ db, t, param }) =>
      db
        .select({ number: t.snapshots.number, retrievedAt: t.snapshots.retrievedAt })
        .from(t.snapshots)
        .where(and(eq(t.snapshots.articleId, param('article')), lt(t.snapshots.createdAt, param('until')))),
    { article: articleId, until },
  );
}

/** Null where the quote is another now, or is anchored elsewhere: what became of what it was is not kept. */
async function driftThen({ from }: Past, row: StatementThen, texts: readonly Text[]): Promise<Statement['drift']> {
  const newest = newestOf(texts);
  if (row.anchor.snapshot === null || row.anchor.snapshot === newest) return null;
  return (await isAnchoredAlike(from, row)) ? driftIn(from, row.id, newest) : null;
}

async function isAnchoredAlike(from: Handle, { id, quote, articleId, anchor }: StatementThen): Promise<boolean> {
  const now = await rowById(from, 'statements', id);
  return (
    now !== null &&
    now.quote === quote &&
    now.articleId === articleId &&
    now.anchor.snapshot === anchor.snapshot &&
    now.anchor.start === anchor.start
  );
}

async function warningsThen(
  past: Past,
  row: StatementThen,
  answered: readonly { rebutsId: string }[],
  texts: readonly Text[],
): Promise<StatementWarning[]> {
  const found: StatementWarning[] = [];
  const isTold = (status: string) => status === 'published' || (row.status === 'draft' && status === 'draft');
  const article = await rowThen(past, 'article', row.articleId);
  if (row.saidAt !== null && article && isAfter(row.saidAt, article.publishedAt)) found.push('said-after-publication');
  const others = await rowsThen(
    past,
    answered.map(({ rebutsId }) => rebutsId),
  );
  const isLater = ({ saidAt }: StatementThen) => row.saidAt !== null && saidAt !== null && isAfter(saidAt, row.saidAt);
  if (others.some((other) => isTold(other.status) && isLater(other))) found.push('answers-later-words');
  const there = new Set(texts.map(({ number }) => number));
  const words = { ...row, quoteKey: quoteKeyOf(row.quote) };
  const same = await duplicatesOf(past.from, words, (snapshot) => there.has(snapshot));
  const sameThen = await rowsThen(
    past,
    same.map(({ id }) => id),
  );
  if (sameThen.some(({ status }) => isTold(status))) found.push('duplicate');
  return found;
}

async function rowsThen(past: Past, ids: readonly string[]): Promise<StatementThen[]> {
  await past.load(ids.map((id) => ['statement', id] as const));
  const rows = await Promise.all(ids.map((id) => rowThen(past, 'statement', id)));
  return rows.filter((row) => row !== null);
}
