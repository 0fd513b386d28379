import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { type RowOf, reviseEntity } from '../../history/record.ts';
import { Failure } from '../../kernel/failure.ts';
import { sliceSpan } from '../../kernel/span.ts';
import { insertRow, rowById, rowsToWrite } from '../../platform/engine/rows.ts';
import type { Handle, ReadWrite, Tx } from '../../platform/engine/tables.ts';
import type { Finding, Lookup, QuoteChecker } from '../../text/quotes/checker.ts';
import { textFragment } from '../../text/quotes/fragment.ts';
import { isVerified, type QuoteCheck, type QuoteHints } from '../../text/quotes/quote.ts';
import type { ArticleFollower } from '../articles/actions.ts';
import { findSnapshot } from '../articles/store.ts';
import type { AnchorState, QuoteType } from './statement.ts';

type StatementRow = RowOf<'statement'>;

/** Where a quote stands in the newest text of its article, and which article and text that was. */
export type Anchored = { articleId: string; snapshot: number; anchor: AnchorState };

/** Looks the quote up in the article's newest snapshot; `no-text` when there is none yet. */
export async function anchorQuote(
  from: Handle,
  checker: QuoteChecker,
  articleId: string,
  quote: string,
  hints: QuoteHints | null,
): Promise<Anchored> {
  const article = await rowById(from, 'articles', articleId);
  const snapshot = article?.snapshots ?? 0;
  const text = snapshot === 0 ? null : await findSnapshot(from, articleId, snapshot);
  if (text === null) return { articleId, snapshot: 0, anchor: withoutText(hints) };
  const check = await checker.check(text.text, quote, hints ?? {});
  return { articleId, snapshot, anchor: anchorState(check, text.text, snapshot, hints) };
}

/** Fails with `quote-altered` or `quote-not-found`, with what was found, unless the words are the reporter's or a draft. */
export function refuseUnfoundQuote(
  { result, closest }: AnchorState,
  quoteType: QuoteType,
  status: string,
  pointer = '',
): void {
  if (quoteType === 'indirect' || status !== 'published') return;
  if (result !== 'altered' && result !== 'not-found') return;
  const detail =
    result === 'altered' && closest
      ? `the article has “${shorten(closest.text)}” instead`
      : 'does not stand in the newest text of the article';
  throw new Failure(
    result === 'altered' ? 'quote-altered' : 'quote-not-found',
    `${pointer}/quote: ${detail}. Correct the quote, say that it is indirect, or record it as a draft.`,
    { faults: [{ pointer: `${pointer}/quote`, detail }], help: { result, ...(closest && { closest }) } },
  );
}

function withoutText(hints: QuoteHints | null): AnchorState {
  return {
    result: 'no-text',
    snapshot: null,
    start: null,
    end: null,
    prefix: null,
    suffix: null,
    fragment: null,
    hints,
  };
}

function anchorState(check: QuoteCheck, text: string, snapshot: number, hints: QuoteHints | null): AnchorState {
  const { result, anchor, parts, occurrences, closest } = check;
  const exact = anchor ? (parts ?? [anchor]).map((span) => sliceSpan(text, span)) : [];
  return {
    result,
    snapshot,
    start: anchor?.start ?? null,
    end: anchor?.end ?? null,
    prefix: anchor?.prefix ?? null,
    suffix: anchor?.suffix ?? null,
    ...(parts && { parts }),
    ...(occurrences && { occurrences }),
    ...(closest && { closest }),
    ...(result !== 'exact' && anchor && { exact }),
    fragment: anchor ? fragmentOf(text, anchor, result === 'ambiguous' || hints !== null) : null,
    hints,
  };
}

/** What follows `#` in the deep link. The surroundings are named where the words alone could lead elsewhere. */
function fragmentOf(text: string, anchor: NonNullable<QuoteCheck['anchor']>, isRepeated: boolean): string | null {
  const link = textFragment('', sliceSpan(text, anchor), isRepeated ? anchor : {});
  return link === '' ? null : link.replace(/^#/, '');
}

function shorten(text: string): string {
  const points = Array.from(text);
  return points.length > 300 ? `${points.slice(0, 300).join('')}…` : text;
}

/** Keeps the statements of an article true to it: their dates and outlet, and what became of their quotes in a new text. */
export function articleFollower(engine: ReadWrite, checker: QuoteChecker): ArticleFollower {
  return {
    async revised(tx, { id, outletId, publishedSort }) {
      await tx.query(
        'follow an article',
        ({ db, t, param }) =>
          db
            .update(t.statements)
            .set({
              outletId: param('outlet', t.statements.outletId),
              publishedSort: param('date', t.statements.publishedSort),
              saidSort: sql`case when ${t.statements.saidAt} is null then ${param('date', t.statements.saidSort)} else ${t.statements.saidSort} end`,
            })
            .where(eq(t.statements.articleId, param('id'))),
        { id, outlet: outletId, date: publishedSort },
      );
      await tx.query(
        'follow an article in stances',
        ({ db, t, param }) => {
          const ofArticle = db
            .select({ id: t.statements.id })
            .from(t.statements)
            .where(eq(t.statements.articleId, param('id')));
          const saidSort = db
            .select({ saidSort: t.statements.saidSort })
            .from(t.statements)
            .where(eq(t.statements.id, t.stances.statementId));
          return db
            .update(t.stances)
            .set({ saidSort: sql`${saidSort}`, outletId: param('outlet', t.statements.outletId) })
            .where(inArray(t.stances.statementId, ofArticle));
        },
        { id, outlet: outletId },
      );
    },

    async lookedUp(articleId, text) {
      const statements = await statementsIn(engine.read, articleId);
      const findings = await checker.lookUp(text, statements.map(lookupOf));
      return async (tx, snapshot, by) => {
        // Locked before they are compared, so that nothing is written over a revision, or a redaction, in between.
        await rowsToWrite(
          tx,
          'statements',
          statements.map(({ id }) => id),
        );
        const now = await statementsIn(tx, articleId);
        if (
          now.length !== statements.length ||
          now.some(({ id, revision }, at) => id !== statements[at]?.id || revision !== statements[at]?.revision)
        ) {
          return false;
        }
        for (const [at, row] of now.entries()) {
          const finding = findings[at] as Finding;
          if ('drift' in finding) await storeDrift(tx, row, snapshot, finding);
          else {
            const anchor = anchorState(finding.check, text, snapshot, row.anchor.hints);
            await reviseEntity(tx, 'statement', row, { anchor, anchorResult: anchor.result }, by);
          }
        }
        return true;
      };
    },
  };
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

async function storeDrift(
  tx: Tx,
  row: StatementRow,
  snapshot: number,
  { drift }: Extract<Finding, { drift: unknown }>,
): Promise<void> {
  const { drift: kind, ...found } = drift;
  await insertRow(tx, 'drifts', { statementId: row.id, articleId: row.articleId, snapshot, drift: kind, found });
}
