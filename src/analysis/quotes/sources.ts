import { sql } from 'drizzle-orm';
import type { Engine } from '../../platform/engine/tables.ts';
import type { ArticleBrief } from '../../record/articles/article.ts';
import { articleBriefs, findSnapshot, getArticle } from '../../record/articles/store.ts';
import { idReferred } from '../../record/references.ts';
import type { StatementBrief } from '../../record/statements/statement.ts';
import { searchRecord } from '../search/store.ts';
import { listStatements } from '../statements/list-store.ts';
import { SOURCES_MAX, type TextToCheck } from './text-check.ts';

/** A text that quotations are looked up in: of an article, or one that was sent along. */
export type Source = { text: string; article?: ArticleBrief; number?: number; snapshot?: number };
export type Recorded = { start: number; end: number; statement: StatementBrief };

const CANDIDATES_A_QUOTATION = 5;
const WORDS_MAX = 12;
const STATEMENTS_MAX = 200;
const PUBLIC = { drafts: false };

/** The sources that were named. Fails with `unknown-reference`, naming which. */
export async function namedSources(engine: Engine, { articles = [], texts = [] }: TextToCheck): Promise<Source[]> {
  const ids: string[] = [];
  for (const [at, reference] of articles.entries())
    ids.push(await idReferred(engine.read, 'article', reference, `/articles/${at}`));
  const held = await textsOf(engine, [...new Set(ids)]);
  return [...held, ...texts.map(({ text }, number) => ({ text, number }))];
}

/** The newest texts of the articles that the index finds likeliest to have the quotations, and of how many. */
export async function likeliestSources(
  engine: Engine,
  quotes: readonly string[],
  dispute: string | undefined,
): Promise<{ sources: Source[]; of: number }> {
  const of = await countTexts(engine);
  const within = dispute === undefined ? null : await idReferred(engine.read, 'dispute', dispute, '/dispute');
  const found = new Map<string, number>();
  for (const quote of new Set(quotes)) {
    for (const id of await candidatesFor(engine, quote)) found.set(id, (found.get(id) ?? 0) + 1);
  }
  const ids: string[] = [];
  for (const [id] of [...found].toSorted(([, one], [, other]) => other - one)) {
    if (ids.length === SOURCES_MAX) break;
    if (within === null || (await isOfDispute(engine, id, within))) ids.push(id);
  }
  return { sources: await textsOf(engine, ids), of };
}

/** What is published of an article's newest text, with its places; the first 200 of them. */
export async function recordedIn(engine: Engine, { article, snapshot }: Source): Promise<Recorded[]> {
  if (!article) return [];
  const filter = { article: [article.id], status: 'published' as const };
  const paging = { limit: STATEMENTS_MAX, after: null, count: false };
  const { items } = await listStatements(engine, filter, 'createdAt', paging, PUBLIC);
  return items.flatMap(({ anchor, ...statement }) => {
    const { start, end, result } = anchor;
    if (anchor.snapshot !== snapshot || start === null || end === null) return [];
    const { id, quote, quoteType, saidAt, speaker, side, article: at } = statement;
    return [
      { start, end, statement: { id, quote, quoteType, saidAt, speaker, side, article: at, anchor: { result } } },
    ];
  });
}

async function candidatesFor(engine: Engine, quote: string): Promise<string[]> {
  const words = quote
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'OR')
    .toSorted((one, other) => other.length - one.length)
    .slice(0, WORDS_MAX);
  if (words.length === 0) return [];
  const paging = { limit: CANDIDATES_A_QUOTATION, after: null, count: false };
  const { items } = await searchRecord(engine, words.join(' OR '), ['article', 'statement'], paging);
  const ids = items.flatMap((item) =>
    item.kind === 'article' ? [item.article.id] : item.kind === 'statement' ? [item.statement.article.id] : [],
  );
  return [...new Set(ids)];
}

async function isOfDispute(engine: Engine, article: string, dispute: string): Promise<boolean> {
  const filter = { article: [article], dispute: [dispute], status: 'published' as const };
  const { items } = await listStatements(engine, filter, 'createdAt', { limit: 1, after: null, count: false }, PUBLIC);
  return items.length > 0;
}

async function textsOf(engine: Engine, ids: readonly string[]): Promise<Source[]> {
  const briefs = await articleBriefs(engine.read, ids);
  const sources: Source[] = [];
  for (const id of ids) {
    const { snapshots: snapshot } = await getArticle(engine.read, id);
    const newest = snapshot === 0 ? null : await findSnapshot(engine.read, id, snapshot);
    const article = briefs.get(id);
    if (newest && article) sources.push({ text: newest.text, article, snapshot });
  }
  return sources;
}

async function countTexts(engine: Engine): Promise<number> {
  const rows = await engine.read.query('how many articles have a text', ({ db, t }) =>
    db.select({ n: sql<number>`count(*)` }).from(t.snapshots).where(sql`${t.snapshots.number} = 1`),
  );
  return Number(rows[0]?.n ?? 0);
}
