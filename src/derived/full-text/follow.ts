import { eq } from 'drizzle-orm';
import { remembering } from '../../platform/engine/remembering.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Follower, Tx } from '../../platform/engine/tables.ts';
import type { Written } from '../../platform/engine/written.ts';
import type { KindWith, RowOf } from '../../record/kinds.ts';
import type { TextRead } from '../../text/read-text.ts';
import {
  entriesOfArticle,
  entriesOfClaim,
  entriesOfSnapshot,
  entriesOfSpeaker,
  entriesOfStatement,
  type NewEntry,
} from './entries.ts';
import { addEntries, replaceEntries } from './entry-store.ts';

/**
 * Keeps the index true to what was written. To be told after the chain of history, which lets one writer through at a
 * time: so places are counted without a gap and what is read is what will be committed.
 */
export const fullText: Follower = {
  name: 'full-text index',
  async follow(tx, written) {
    // Nothing of what entities are found by is written here.
    const from = remembering(tx);
    let fresh: NewEntry[] = [];
    for (const { kind, before, after, ...others } of written) {
      if (before === null && after !== null && isSearched(kind)) fresh.push(...(await entriesOf(from, kind, after)));
      else {
        await addEntries(tx, fresh);
        fresh = [];
        await index(tx, { kind, before, after, ...others });
      }
    }
    await addEntries(tx, fresh);
  },
};

async function index(tx: Tx, { kind, before, after, textRead }: Written): Promise<void> {
  if (kind === 'snapshot') {
    const { article, number } = after as { article: string; number: number };
    await addSnapshot(tx, article, number, textRead);
  }
  if (!isSearched(kind)) return;
  const { id } = (after ?? before) as { id: string };
  const entries = after === null ? [] : await entriesOf(tx, kind, after);
  await replaceEntries(
    tx,
    kind,
    new Map([[id, entries]]),
    kind === 'statement' && before !== null && isDated(before, after),
  );
  if (kind === 'article' && before !== null && after !== null && movesStatements(before, after))
    await refreshStatementsOf(tx, id, isPublishedAnew(before, after));
}

export type Searched = KindWith<'isSearched'>;

/** What an entity of each kind that is found is found by. A rebuild reads them in this order. */
const ENTRIES: { [Kind in Searched]: (tx: Tx, row: RowOf<Kind>) => NewEntry[] | Promise<NewEntry[]> } = {
  statement: entriesOfStatement,
  claim: (_tx, row) => entriesOfClaim(row),
  speaker: (_tx, row) => entriesOfSpeaker(row),
  article: entriesOfArticle,
};
export const SEARCHED = Object.keys(ENTRIES) as Searched[];

function isSearched(kind: string): kind is Searched {
  return Object.hasOwn(ENTRIES, kind);
}

/** What an entity is found by. */
export async function entriesOf<Kind extends Searched>(tx: Tx, kind: Kind, row: object): Promise<NewEntry[]> {
  return ENTRIES[kind](tx, row as RowOf<Kind>);
}

async function addSnapshot(tx: Tx, articleId: string, number: number, read?: TextRead): Promise<void> {
  const article = await rowById(tx, 'articles', articleId);
  if (article) await addEntries(tx, await entriesOfSnapshot(tx, article, number, read));
}

/** Whether a statement is said at another time now. */
function isDated(before: object, after: object | null): boolean {
  return after !== null && (before as RowOf<'statement'>).saidSort !== (after as RowOf<'statement'>).saidSort;
}

/** Statements take their outlet from the article, and its date where none is known. */
function movesStatements(before: object, after: object): boolean {
  const [one, other] = [before as RowOf<'article'>, after as RowOf<'article'>];
  return one.outletId !== other.outletId || isPublishedAnew(one, other);
}

function isPublishedAnew(before: object, after: object): boolean {
  return (before as RowOf<'article'>).publishedSort !== (after as RowOf<'article'>).publishedSort;
}

async function refreshStatementsOf(tx: Tx, articleId: string, isDateChanged: boolean): Promise<void> {
  const rows = await tx.query(
    'statements of an article to search',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.statements)
        .where(eq(t.statements.articleId, param('article')))
        .orderBy(t.statements.id),
    { article: articleId },
  );
  const wanted = new Map<string, NewEntry[]>();
  for (const row of rows) wanted.set(row.id, await entriesOfStatement(tx, row));
  await replaceEntries(tx, 'statement', wanted, isDateChanged);
}
