import { and, eq, isNull } from 'drizzle-orm';
import type { By } from '../history/change.ts';
import { reviseEntity } from '../history/record.ts';
import { rowsToWrite } from '../platform/engine/rows.ts';
import type { Handle, Tables, Tx } from '../platform/engine/tables.ts';
import type { Finding, Lookup, QuoteChecker } from '../text/quotes/checker.ts';
import { isVerified } from '../text/quotes/quote.ts';
import { anchorState } from './statements/anchoring.ts';

type StatementRow = Tables['statements']['$inferSelect'];

/** What became of the quote of one statement in a new text of its article. */
export type DriftFound = { statement: string; drift: Extract<Finding, { drift: unknown }>['drift'] };

declare module '../platform/engine/written.ts' {
  interface Written {
    /** With a snapshot: what became in it of the quotes that stand in an earlier one. */
    readonly drifts?: readonly DriftFound[];
  }
}

/** Anchors anew what stood nowhere, and gives what became of the rest; null when the record changed in between. */
export type AnchorAnew = (tx: Tx, snapshot: number, by: By) => Promise<DriftFound[] | null>;

/**
 * Looks up in a text that is about to be stored what stood in the one before. This may take a while, so it is done
 * before and outside the transaction; what it gives is to be done inside.
 */
export async function lookUpAgain(
  from: Handle,
  checker: QuoteChecker,
  articleId: string,
  text: string,
): Promise<AnchorAnew> {
  const statements = await statementsIn(from, articleId);
  const findings = await checker.lookUp(text, statements.map(lookupOf));
  return async (tx, snapshot, by) => {
    // Locked before they are compared, so that nothing is written over a revision, or a redaction, in between.
    await rowsToWrite(
      tx,
      'statements',
      statements.map(({ id }) => id),
    );
    const now = await statementsIn(tx, articleId);
    if (now.length !== statements.length || now.some((row, at) => !isSameRevision(row, statements[at]))) return null;
    const lookedUp = now.filter((_, at) => !('drift' in (findings[at] as Finding)));
    await tx.revising(
      'statement',
      lookedUp.map(({ id }) => id),
    );
    const drifts: DriftFound[] = [];
    for (const [at, row] of now.entries()) {
      const finding = findings[at] as Finding;
      if ('drift' in finding) drifts.push({ statement: row.id, drift: finding.drift });
      else if ('check' in finding) {
        const anchor = anchorState(finding.check, text, snapshot, row.anchor.hints);
        await reviseEntity(tx, 'statement', row, { anchor, anchorResult: anchor.result }, by);
      }
    }
    return drifts;
  };
}

function isSameRevision(one: StatementRow, other: StatementRow | undefined): boolean {
  return one.id === other?.id && one.revision === other.revision;
}

/** Those whose words are still there, in the order of creation: what was withdrawn may be restored. */
function statementsIn(from: Handle, articleId: string): Promise<StatementRow[]> {
  return from.query(
    'statements in an article',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.statements)
        .where(and(eq(t.statements.articleId, param('id')), isNull(t.statements.redactedAt)))
        .orderBy(t.statements.id),
    { id: articleId },
  );
}

/** An anchored quote drifts; one that was never found is looked up anew. */
function lookupOf({ quote, anchor }: StatementRow): Lookup {
  const { result, start, end, prefix, suffix, hints } = anchor;
  if (start !== null && end !== null && (isVerified(result) || result === 'ambiguous')) {
    return { ask: 'drift', quote, start, end, prefix: prefix ?? '', suffix: suffix ?? '' };
  }
  return { ask: 'check', quote, hints: hints ?? {} };
}
