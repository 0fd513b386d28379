import { insertRows } from '../../platform/engine/rows.ts';
import type { Tables, Tx } from '../../platform/engine/tables.ts';
import { duplicatesOf } from '../../record/statements/duplicates.ts';
import { isAfter } from './order.ts';
import { type Answered, answeredBy, forgetWarning, type Warned, warnedRows, warningsThere } from './store.ts';

type Warning = Tables['statementWarnings']['$inferSelect']['warning'];

/**
 * Makes what is kept of the warnings of statements true to them as they are now. Doing so again changes nothing. Those
 * that are fresh were looked through for others with their words before they were written.
 */
export async function rewarn(tx: Tx, ids: readonly string[], fresh: ReadonlySet<string> = new Set()): Promise<void> {
  const rows = await warnedRows(tx, ids);
  const old = ids.filter((id) => !fresh.has(id));
  const there = Map.groupBy(await warningsThere(tx, old), ({ statementId }) => statementId);
  const answered = Map.groupBy(await answeredBy(tx, ids), ({ statementId }) => statementId);
  const added: Tables['statementWarnings']['$inferSelect'][] = [];
  for (const row of rows) {
    const { id } = row.row;
    const wanted = await warningsOf(tx, row, answered.get(id) ?? [], fresh.has(id));
    const known = new Set((there.get(id) ?? []).map(({ warning }) => warning));
    for (const warning of known) if (!wanted.has(warning)) await forgetWarning(tx, id, warning);
    for (const warning of wanted) if (!known.has(warning)) added.push({ statementId: id, warning });
  }
  await insertRows(tx, 'statementWarnings', added);
}

async function warningsOf(
  tx: Tx,
  { row, publishedAt }: Warned,
  answered: readonly Answered[],
  isFresh: boolean,
): Promise<Set<Warning>> {
  const { status, saidAt, anchor } = row;
  const found = new Set<Warning>();
  if (status === 'withdrawn') return found;
  for (const warning of anchor.warnings ?? []) found.add(warning);
  if (saidAt !== null && isAfter(saidAt, publishedAt)) found.add('said-after-publication');
  const isTold = (other: string) => other === 'published' || (status === 'draft' && other === 'draft');
  const isEarlier = (other: Answered) => saidAt !== null && other.saidAt !== null && isAfter(other.saidAt, saidAt);
  if (answered.some((other) => isTold(other.status) && isEarlier(other))) found.add('answers-later-words');
  // What is published tells nothing of drafts.
  if (!isFresh && (await duplicatesOf(tx, row)).some((other) => isTold(other.status))) found.add('duplicate');
  return found;
}
