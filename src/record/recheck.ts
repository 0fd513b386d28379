import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Author } from '../history/change.ts';
import { reviseEntity } from '../history/record.ts';
import { rowById, rowsToWrite, rowToWrite, updateRow } from '../platform/engine/rows.ts';
import type { Handle, ReadWrite, Tables, Tx } from '../platform/engine/tables.ts';
import type { Finding, QuoteChecker } from '../text/quotes/checker.ts';
import type { Checked } from '../text/quotes/looking.ts';
import { type Drift, isVerified } from '../text/quotes/quote.ts';
import { newestOf } from './articles/snapshot.ts';
import { findSnapshot, retrievalsOf } from './articles/store.ts';
import { keepLikenesses } from './likenesses/follow.ts';
import { isRetrievedBefore, lookupsOf } from './new-text.ts';
import type { AnchorState } from './statements/anchor.ts';
import { anchorState, askedOf } from './statements/anchoring.ts';
import { quoteKeyOf } from './statements/duplicates.ts';

type StatementRow = Tables['statements']['$inferSelect'];

/** What became of quotes, looked up anew, in each text in which that is kept; and whose warnings are to be read anew. */
export type Rechecked = {
  statement: string;
  drifts: { snapshot: number; at: string; isEarlier: boolean; isNewest: boolean; drift: Drift }[];
};

declare module '../platform/engine/written.ts' {
  interface Written {
    /** With a recheck: the statements of an article that an older version had looked up. */
    readonly rechecked?: readonly Rechecked[];
  }
}

const BATCH_MAX = 50;
const ROUNDS_MAX = 5;
const BY: Author = { actor: 'service', comment: 'The quote was checked anew by a newer version of the service.' };

/**
 * Looks the quotes of one article up anew, each in the text where it is anchored, as a newer version of the rule does; what
 * is the same stays untouched, so that doing so again changes nothing. `rest` is called between transactions.
 */
export async function recheckArticle(
  engine: ReadWrite,
  checker: QuoteChecker,
  articleId: string,
  rest: () => Promise<boolean>,
): Promise<void> {
  const isThere = await engine.write((tx) => renewArticle(tx, articleId));
  if (!isThere) return;
  let after = '';
  for (let rounds = 0; await rest(); ) {
    const batch = await statementsAfter(engine.read, articleId, after);
    if (batch.length === 0) return;
    const found = await lookUp(engine.read, checker, articleId, batch);
    const isDone = await engine.write((tx) => storeAll(tx, articleId, found));
    rounds = isDone ? 0 : rounds + 1;
    if (isDone || rounds >= ROUNDS_MAX) after = (batch.at(-1) as Spoken).row.id;
  }
}

async function renewArticle(tx: Tx, id: string): Promise<boolean> {
  const article = await rowToWrite(tx, 'articles', id);
  if (!article) return false;
  await keepLikenesses(tx, 'article', article);
  const newest = newestOf(await retrievalsOf(tx, id));
  if (newest !== article.newest) await updateRow(tx, 'articles', id, { newest });
  return true;
}

type Spoken = { row: StatementRow; names: readonly string[] };
type Found = { row: StatementRow; anchor: AnchorState; drifts: Rechecked['drifts'] };

async function lookUp(
  from: Handle,
  checker: QuoteChecker,
  articleId: string,
  batch: readonly Spoken[],
): Promise<Found[]> {
  const article = await rowById(from, 'articles', articleId);
  const newest = article?.newest ?? 0;
  const anchored = await anchorAll(from, checker, articleId, batch, ({ anchor }) => anchor.snapshot);
  // What is found nowhere is looked up in the newest text, as when that came in.
  const lost = batch.filter(({ row }) => !hasPlace(anchored.get(row.id)) && row.anchor.snapshot !== newest);
  const again = await anchorAll(from, checker, articleId, lost, () => (newest === 0 ? null : newest));
  const found: Found[] = batch.map(({ row }) => ({
    row,
    anchor: again.get(row.id) ?? anchored.get(row.id) ?? row.anchor,
    drifts: [],
  }));
  const times = await retrievalsOf(from, articleId);
  const kept = await driftsKept(from, articleId, batch);
  for (const [snapshot, ids] of kept) {
    const text = await findSnapshot(from, articleId, snapshot);
    const those = found.filter(
      ({ row, anchor }) => ids.has(row.id) && hasPlace(anchor) && anchor.snapshot !== snapshot,
    );
    const spoken = those.map(({ row, anchor }) => ({
      row: { ...row, anchor },
      names: batch.find((one) => one.row.id === row.id)?.names ?? [],
    }));
    const findings = text ? await checker.lookUp(text.text, await lookupsOf(from, articleId, spoken)) : [];
    const at = times.find(({ number }) => number === snapshot)?.retrievedAt ?? '';
    for (const [index, one] of those.entries()) {
      const finding = findings[index];
      if (!finding || !('drift' in finding)) continue;
      const isEarlier = isRetrievedBefore(times, snapshot, one.anchor.snapshot ?? snapshot);
      one.drifts.push({ snapshot, at, isEarlier, isNewest: snapshot === newest, drift: finding.drift });
    }
  }
  return found;
}

function hasPlace(anchor: AnchorState | undefined): boolean {
  return anchor !== undefined && (isVerified(anchor.result) || anchor.result === 'ambiguous');
}

/** Looks each up in the text that is said, and gives what it would keep; nothing of those for which there is none. */
async function anchorAll(
  from: Handle,
  checker: QuoteChecker,
  articleId: string,
  batch: readonly Spoken[],
  textOf: (row: StatementRow) => number | null,
): Promise<Map<string, AnchorState>> {
  const anchors = new Map<string, AnchorState>();
  for (const [number, some] of Map.groupBy(batch, ({ row }) => textOf(row))) {
    const text = number === null ? null : await findSnapshot(from, articleId, number);
    if (number === null || text === null) continue;
    const lookups = some.map(({ row: { quote, quoteType, language, anchor } }) => ({
      ask: 'check' as const,
      quote,
      hints: askedOf({ quoteType, language, hints: anchor.hints }),
    }));
    const findings: Finding[] = await checker.lookUp(text.text, lookups);
    for (const [at, { row }] of some.entries())
      anchors.set(row.id, anchorState(findings[at] as Checked, text.text, number, row.anchor.hints));
  }
  return anchors;
}

/** False, and nothing stored, when one of them was revised in between. */
async function storeAll(tx: Tx, articleId: string, found: readonly Found[]): Promise<boolean> {
  const ids = found.map(({ row }) => row.id);
  await rowToWrite(tx, 'articles', articleId);
  const rows = await rowsToWrite(tx, 'statements', ids);
  const now = new Map(rows.map((row) => [row.id, row]));
  if (found.some(({ row }) => now.get(row.id)?.revision !== row.revision)) return false;
  const changed = found.filter(({ row, anchor }) => !isSame(row.anchor, anchor));
  await tx.revising(
    'statement',
    changed.map(({ row }) => row.id),
  );
  for (const { row } of found) {
    const quoteKey = quoteKeyOf(row.quote);
    if (quoteKey === row.quoteKey) continue;
    await updateRow(tx, 'statements', row.id, { quoteKey });
    row.quoteKey = quoteKey;
  }
  for (const { row, anchor } of changed)
    await reviseEntity(tx, 'statement', row, { anchor, anchorResult: anchor.result }, BY);
  const rechecked = found.map(({ row, drifts }) => ({ statement: row.id, drifts }));
  tx.changed({ kind: 'recheck', before: null, after: { article: articleId }, line: null, rechecked });
  return true;
}

/** Where the words may be otherwise is told when a quote is refused, and not looked for anew. */
function isSame({ elsewhere: _, ...one }: AnchorState, { elsewhere: _other, ...other }: AnchorState): boolean {
  const members = (anchor: object) => Object.entries(anchor).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(members(one)) === JSON.stringify(members(other));
}

async function statementsAfter(from: Handle, articleId: string, after: string): Promise<Spoken[]> {
  const rows = await from.query(
    'statements of an article to check anew',
    ({ db, t, param, bound }) =>
      db
        .select({ row: t.statements, name: t.speakers.name, aliases: t.speakers.aliases })
        .from(t.statements)
        .innerJoin(t.speakers, eq(t.speakers.id, t.statements.speakerId))
        .where(
          and(
            eq(t.statements.articleId, param('article')),
            isNull(t.statements.redactedAt),
            gt(t.statements.id, param('after')),
          ),
        )
        .orderBy(t.statements.id)
        .limit(bound('limit')),
    { article: articleId, after, limit: BATCH_MAX },
  );
  return rows.map(({ row, name, aliases }) => ({ row, names: [name, ...aliases] }));
}

/** The texts in which it is kept what became of these quotes, with those of which it is. */
async function driftsKept(
  from: Handle,
  articleId: string,
  batch: readonly Spoken[],
): Promise<Map<number, Set<string>>> {
  const rows = await from.query(
    'texts with drifts of statements',
    ({ db, t, param, oneOf }) =>
      db
        .select({ id: t.drifts.statementId, snapshot: t.drifts.snapshot })
        .from(t.drifts)
        .where(and(oneOf(t.drifts.statementId, 'ids'), eq(t.drifts.articleId, param('article')))),
    { ids: batch.map(({ row }) => row.id), article: articleId },
  );
  return new Map(
    [...Map.groupBy(rows, ({ snapshot }) => snapshot)].map(([snapshot, some]) => [
      snapshot,
      new Set(some.map(({ id }) => id)),
    ]),
  );
}
