import { and, eq } from 'drizzle-orm';
import { insertRows } from '../../platform/engine/rows.ts';
import type { Handle, Tables, Tx } from '../../platform/engine/tables.ts';
import { findSnapshot } from '../../record/articles/store.ts';
import { combinationKey } from '../../record/statements/combination-key.ts';
import { languageRead } from '../../text/terms/usage.ts';
import { type Token, tokenize } from '../../text/words/token.ts';
import { revising } from '../summaries/upkeep.ts';
import { countedUnder } from './counting.ts';
import { isParaphrased, isToldByText } from './paraphrase.ts';
import { type TermRow, termsInEach, wantedOf } from './store.ts';

type UsageRow = Tables['termUsages']['$inferSelect'];
type StatementRow = Tables['statements']['$inferSelect'];

/** Statements that are read together. */
const AT_ONCE = 200;

/**
 * Makes what is kept of statements' usage of terms true to the statements as they are now. Doing so again changes nothing,
 * so it may be done whenever there is doubt. Takes the transaction's turn among writers for granted.
 */
export async function recountStatements(tx: Tx, ids: Iterable<string>): Promise<void> {
  const all = [...new Set(ids)];
  for (let from = 0; from < all.length; from += AT_ONCE) await recountSome(tx, all.slice(from, from + AT_ONCE));
}

async function recountSome(tx: Tx, ids: readonly string[]): Promise<void> {
  const there = await usagesIn(tx, ids);
  const wanted = await countedIn(tx, await statementsIn(tx, ids));
  const [kept, counted] = [new Set(there.map(wholeOf)), new Set(wanted.map(wholeOf))];
  const gone = there.filter((one) => !counted.has(wholeOf(one)));
  const fresh = wanted.filter((one) => !kept.has(wholeOf(one)));
  const changed = new Set([...gone, ...fresh].map(({ statementId }) => statementId));
  if (changed.size > 0) await revising(tx, 'usages', [...changed]);
  for (const one of gone) await forgetUsage(tx, one);
  await insertRows(tx, 'termUsages', fresh);
}

/** Counts statements of which nothing is kept yet, together. */
export async function countFresh(tx: Tx, rows: readonly StatementRow[]): Promise<void> {
  const usages = await countedIn(tx, rows);
  if (usages.length === 0) return;
  await revising(tx, 'usages', [...new Set(usages.map(({ statementId }) => statementId))]);
  await insertRows(tx, 'termUsages', usages);
}

/** What is counted of those that are published. */
async function countedIn(tx: Tx, rows: readonly StatementRow[]): Promise<UsageRow[]> {
  const texts = rows
    .filter(({ status }) => status === 'published')
    .map((row) => ({ row, tokens: tokenize(row.quote) }));
  const terms = await termsInEach(
    tx,
    texts.map(({ tokens }) => tokens),
  );
  const usages: UsageRow[] = [];
  for (const [at, { row, tokens }] of texts.entries())
    usages.push(...(await usagesOf(tx, row, tokens, terms[at] ?? [])));
  return usages;
}

async function usagesOf(
  tx: Tx,
  row: StatementRow,
  tokens: readonly Token[],
  terms: readonly TermRow[],
): Promise<UsageRow[]> {
  const text = terms.length === 0 ? null : await textToldBy(tx, row);
  const usages = terms.flatMap((term) => {
    const wanted = wantedOf(term);
    const counted = countedUnder(row, tokens, wanted);
    const paraphrased = isParaphrased(row, text, wanted.variants) ? 1 : 0;
    return counted === null ? [] : [{ wording: term.wording, usage: counted.usage, paraphrased }];
  });
  const together = combinationKey(usages.map(({ wording }) => wording));
  return usages.map(({ wording, usage, paraphrased }) => ({
    statementId: row.id,
    wording,
    usage,
    paraphrased,
    sideId: row.sideId,
    speakerId: row.speakerId,
    outletId: row.outletId,
    utteranceId: row.repeatsId ?? row.id,
    saidSort: row.saidSort,
    saidOn: row.saidOn,
    saidAs: row.saidAs,
    language: languageRead(row.language, row.quote),
    together,
  }));
}

/** The text in which the statement stands, where that tells whose its words are. */
export async function textToldBy(
  from: Handle,
  row: Pick<StatementRow, 'articleId' | 'quoteType' | 'anchor'>,
): Promise<string | null> {
  if (!isToldByText(row)) return null;
  return (await findSnapshot(from, row.articleId, row.anchor.snapshot as number))?.text ?? null;
}

/** All that is kept of a usage, whatever the order of its columns. */
function wholeOf(usage: UsageRow): string {
  return JSON.stringify(Object.entries(usage).sort());
}

function statementsIn(tx: Tx, ids: readonly string[]): Promise<StatementRow[]> {
  return tx.query(
    'statements to count',
    ({ db, t, oneOf }) => db.select().from(t.statements).where(oneOf(t.statements.id, 'ids')).orderBy(t.statements.id),
    { ids: [...ids] },
  );
}

function usagesIn(tx: Tx, statements: readonly string[]): Promise<UsageRow[]> {
  return tx.query(
    'usages of statements',
    ({ db, t, oneOf }) => db.select().from(t.termUsages).where(oneOf(t.termUsages.statementId, 'ids')),
    { ids: [...statements] },
  );
}

async function forgetUsage(tx: Tx, { statementId, wording }: UsageRow): Promise<void> {
  await tx.query(
    'forget a usage',
    ({ db, t, param }) =>
      db
        .delete(t.termUsages)
        .where(and(eq(t.termUsages.statementId, param('id')), eq(t.termUsages.wording, param('wording')))),
    { id: statementId, wording },
  );
}
