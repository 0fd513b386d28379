import { and, eq, isNull } from 'drizzle-orm';
import type { Author } from '../history/change.ts';
import { reviseEntity } from '../history/record.ts';
import { indexText, type TextIndex } from '../kernel/span.ts';
import { startOf } from '../kernel/time.ts';
import { rowsToWrite } from '../platform/engine/rows.ts';
import type { Handle, Tables, Tx } from '../platform/engine/tables.ts';
import { stepping } from '../platform/loop-turns.ts';
import type { Finding, Lookup, QuoteChecker } from '../text/quotes/checker.ts';
import type { Drift } from '../text/quotes/quote.ts';
import { isVerified } from '../text/quotes/quote.ts';
import { sentencesBeside } from '../text/quotes/sentence.ts';
import type { TextRead } from '../text/read-text.ts';
import { findSnapshot } from './articles/store.ts';
import { anchorState, askedOf } from './statements/anchoring.ts';

type StatementRow = Tables['statements']['$inferSelect'];
type Spoken = { row: StatementRow; names: readonly string[] };

/** What became of the quote of one statement in another text of its article, and whether the statement is there for all. */
export type DriftFound = {
  statement: string;
  status: StatementRow['status'];
  drift: Drift;
  /** Whether the text was retrieved before the one where the quote is anchored. */
  isEarlier: boolean;
};

declare module '../platform/engine/written.ts' {
  interface Written {
    /** With a snapshot: what became in it of the quotes that stand in another one. */
    readonly drifts?: readonly DriftFound[];
    /** With a snapshot: whether it is the newest text of its article. */
    readonly isNewest?: boolean;
    /** With a snapshot: what was read of its text before the transaction. */
    readonly textRead?: TextRead;
  }
}

/**
 * Anchors anew what stood nowhere, where the text is the newest, and gives what became of the rest; null when the record
 * changed in between.
 */
export type AnchorAnew = (tx: Tx, text: NewText, by: Author) => Promise<DriftFound[] | null>;

/** The text that is stored, whether it is the newest, and when all texts of the article were retrieved. */
export type NewText = { number: number; isNewest: boolean; retrievals: readonly Retrieval[] };
type Retrieval = { number: number; retrievedAt: string };

/** Whether one text of an article was retrieved before another. */
export function isRetrievedBefore(retrievals: readonly Retrieval[], one: number, other: number): boolean {
  const at = (number: number) => startOf(retrievals.find((each) => each.number === number)?.retrievedAt ?? '') ?? '';
  return at(one) < at(other);
}

/**
 * Looks up in a text that is about to be stored what stands in the others. This may take a while, so it is done before
 * and outside the transaction; what it gives is to be done inside.
 */
export async function lookUpAgain(
  from: Handle,
  checker: QuoteChecker,
  articleId: string,
  text: string,
): Promise<AnchorAnew> {
  const statements = await statementsIn(from, articleId);
  const findings = await checker.lookUp(text, await lookupsOf(from, articleId, statements));
  return async (tx, { number, isNewest, retrievals }, by) => {
    // Locked before they are compared, so that nothing is written over a revision, or a redaction, in between.
    await rowsToWrite(
      tx,
      'statements',
      statements.map(({ row }) => row.id),
    );
    const now = await statementsIn(tx, articleId);
    if (now.length !== statements.length || now.some(({ row }, at) => !isSameRevision(row, statements[at]?.row)))
      return null;
    const rows = now.map(({ row }) => row);
    const lookedUp = isNewest ? rows.filter((_, at) => 'check' in (findings[at] as Finding)) : [];
    await tx.revising(
      'statement',
      lookedUp.map(({ id }) => id),
    );
    const drifts: DriftFound[] = [];
    const pause = stepping();
    for (const [at, row] of rows.entries()) {
      await pause();
      const finding = findings[at] as Finding;
      if ('drift' in finding) {
        const isEarlier = isRetrievedBefore(retrievals, number, row.anchor.snapshot ?? number);
        drifts.push({ statement: row.id, status: row.status, drift: finding.drift, isEarlier });
      }
      if (isNewest && 'check' in finding) {
        const anchor = anchorState(finding, text, number, row.anchor.hints);
        await reviseEntity(tx, 'statement', row, { anchor, anchorResult: anchor.result }, by);
      }
    }
    return drifts;
  };
}

function isSameRevision(one: StatementRow, other: StatementRow | undefined): boolean {
  return one.id === other?.id && one.revision === other.revision;
}

/** Those whose words are still there, in the order of creation, with the names of who said them: what was withdrawn may be restored. */
async function statementsIn(from: Handle, articleId: string): Promise<Spoken[]> {
  const rows = await from.query(
    'statements in an article',
    ({ db, t, param }) =>
      db
        .select({ row: t.statements, name: t.speakers.name, aliases: t.speakers.aliases, kind: t.speakers.kind })
        .from(t.statements)
        .innerJoin(t.speakers, eq(t.speakers.id, t.statements.speakerId))
        .where(and(eq(t.statements.articleId, param('id')), isNull(t.statements.redactedAt)))
        .orderBy(t.statements.id),
    { id: articleId },
  );
  return rows.map(({ row, name, aliases, kind }) => ({
    row,
    names: kind === 'unattributed' ? [] : [name, ...aliases],
  }));
}

/** An anchored quote drifts, with what stood around it; one that was never found is looked up anew. */
export async function lookupsOf(from: Handle, articleId: string, statements: readonly Spoken[]): Promise<Lookup[]> {
  const texts = new Map<number, TextIndex | null>();
  const lookups: Lookup[] = [];
  const pause = stepping();
  for (const { row, names } of statements) {
    await pause();
    const { quote, language, anchor } = row;
    const { result, snapshot, start, end, prefix, suffix, hints } = anchor;
    if (snapshot === null || start === null || end === null || !(isVerified(result) || result === 'ambiguous')) {
      lookups.push({ ask: 'check', quote, hints: askedOf({ ...row, hints }) });
      continue;
    }
    if (!texts.has(snapshot)) {
      const found = await findSnapshot(from, articleId, snapshot);
      texts.set(snapshot, found && indexText(found.text));
    }
    const text = texts.get(snapshot);
    const beside = text ? sentencesBeside(text, { start, end }, language) : {};
    const place = { start, end, prefix: prefix ?? '', suffix: suffix ?? '' };
    lookups.push({ ask: 'drift', quote, ...place, ...beside, names, language });
  }
  return lookups;
}
