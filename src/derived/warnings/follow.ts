import type { Follower, Tables, Tx } from '../../platform/engine/tables.ts';
import { rewarn } from './rewarn.ts';
import { answersTo, sameWords, statementsOf, wordsTwice } from './store.ts';

type StatementRow = Tables['statements']['$inferSelect'];
type ArticleRow = Tables['articles']['$inferSelect'];
type RebuttalRow = Tables['rebuttals']['$inferSelect'];

/**
 * Keeps what an editor should look at of statements true to what was written. To be told after the chain of history,
 * when one writer at a time is let through: two statements that become one are told of each other.
 */
export const warnings: Follower = {
  name: 'warnings of statements',
  async follow(tx, written) {
    const ids = new Set<string>();
    const fresh = new Set<string>();
    for (const { kind, before, after, rechecked = [] } of written) {
      for (const { statement } of rechecked) ids.add(statement);
      if (kind === 'statement') {
        if (before === null) fresh.add((after as StatementRow).id);
        for (const id of await statementsBeside(tx, before as StatementRow | null, after as StatementRow | null))
          ids.add(id);
      }
      if (kind === 'rebuttal')
        for (const row of [before, after] as (RebuttalRow | null)[]) if (row) ids.add(row.statementId);
      if (kind === 'article' && before !== null && after !== null && isOtherDate(before, after))
        for (const id of await statementsOf(tx, (after as ArticleRow).id)) ids.add(id);
      if (kind === 'snapshot')
        for (const id of await wordsTwice(tx, (after as { article: string }).article)) ids.add(id);
    }
    if (ids.size > 0) await rewarn(tx, [...ids].sort(), fresh);
  },
};

function isOtherDate(before: object, after: object): boolean {
  return (before as ArticleRow).publishedAt !== (after as ArticleRow).publishedAt;
}

/** The statement, those that answer it where its date or its status is another, and those that have, or had, its words. */
async function statementsBeside(tx: Tx, before: StatementRow | null, after: StatementRow | null): Promise<string[]> {
  const ids = after ? [after.id] : [];
  if (before === null || after === null) return ids;
  if (before.saidAt !== after.saidAt || before.status !== after.status) ids.push(...(await answersTo(tx, after.id)));
  if (placeOf(before) !== placeOf(after))
    for (const row of [before, after]) if (row.quoteKey !== null) ids.push(...(await sameWords(tx, row)));
  return ids;
}

/** What tells whether it is another statement again. */
function placeOf({ articleId, speakerId, quoteKey, status, anchor }: StatementRow): string {
  return JSON.stringify([articleId, speakerId, quoteKey, status, anchor.result, anchor.snapshot, anchor.start]);
}
