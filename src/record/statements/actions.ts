import type { Author } from '../../history/change.ts';
import { type ChangeVisibility, createEntity, isHidden } from '../../history/record.ts';
import { Failure } from '../../kernel/failure.ts';
import { insertRow, rowToRefer } from '../../platform/engine/rows.ts';
import type { Engine, Handle, Tx } from '../../platform/engine/tables.ts';
import type { QuoteChecker } from '../../text/quotes/checker.ts';
import type { QuoteHints } from '../../text/quotes/quote.ts';
import type { ArticleRow } from '../articles/actions.ts';
import { idReferred } from '../references.ts';
import { type Anchored, anchorQuote, refuseUnfoundQuote, type SoughtQuote } from './anchoring.ts';
import { columnsOf } from './columns.ts';
import { combinationKey } from './combination-key.ts';
import { refuseDuplicate } from './duplicates.ts';
import { pointedElsewhere, type Rebuts, refusal, type StatementRow, statementReferred, under } from './placing.ts';
import { resolve } from './resolving.ts';
import type { NewStatement, StanceState } from './statement.ts';

const ROUNDS_MAX = 5;

/**
 * The one way in for a statement, with the answer that is written inside it: both are stored, or neither.
 *
 * Gives the id. Fails with `duplicate`, `unknown-reference`, `quote-altered`, `quote-not-found`, `side-unknown`, `dispute-unknown`,
 * `wrong-dispute` and `unprocessable`.
 */
export async function recordStatement(
  engine: Pick<Engine, 'read' | 'writeTogether'>,
  checker: QuoteChecker,
  draft: NewStatement,
  by: Author,
): Promise<string> {
  return untilTextsRest(async () => {
    const looked = await lookUpQuotes(engine.read, checker, draft);
    return engine.writeTogether((tx) => storeStatement(tx, draft, looked, by));
  });
}

/** Looks quotes up and stores them, again while that gives null since a new text of an article came in between. */
export async function untilTextsRest<Result>(
  lookUpAndStore: (isLast: boolean) => Promise<Result | null>,
): Promise<Result> {
  for (let round = 1; round <= ROUNDS_MAX; round += 1) {
    const stored = await lookUpAndStore(round === ROUNDS_MAX);
    if (stored !== null) return stored;
  }
  throw textsKeepComing();
}

export function textsKeepComing(): Failure {
  return new Failure('overloaded', 'New texts of this article keep coming in. Try again in a moment.');
}

/** The quote's place and that of the answer inside it. */
export type LookedUp = { own: Anchored; rebuttal: Anchored | null };

/** Looks the quotes of a draft up, before and outside the transaction that stores it: this may take a while. */
export async function lookUpQuotes(from: Handle, checker: QuoteChecker, draft: NewStatement): Promise<LookedUp> {
  const articleId = await idReferred(from, 'article', draft.article, '/article');
  const own = await anchorQuote(from, checker, articleId, soughtOf(draft));
  const { rebuttal } = draft;
  if (!rebuttal) return { own, rebuttal: null };
  const itsArticle =
    rebuttal.article === undefined
      ? articleId
      : await idReferred(from, 'article', rebuttal.article, '/rebuttal/article');
  return { own, rebuttal: await anchorQuote(from, checker, itsArticle, soughtOf(rebuttal)) };
}

/**
 * Stores a draft whose quotes were looked up; null, and nothing written, when an article of it has a newer text by now.
 * With `mayLackSide` what is not to be published yet is kept without a side where none is known.
 */
export async function storeStatement(
  tx: Tx,
  draft: NewStatement,
  looked: LookedUp,
  by: Author,
  { mayLackSide = false } = {},
): Promise<string | null> {
  const ownArticle = await articleAsLookedUp(tx, looked.own);
  const itsArticle = looked.rebuttal ? await articleAsLookedUp(tx, looked.rebuttal) : ownArticle;
  if (!ownArticle || !itsArticle) return null;
  const row = await storeOne(tx, draft, ownArticle, looked.own.anchor, by, mayLackSide);
  if (!draft.rebuttal || !looked.rebuttal) return row.id;
  const { kind, article, saidAt, ...rest } = draft.rebuttal;
  const answer: NewStatement = {
    ...rest,
    article: article ?? row.articleId,
    saidAt: saidAt === undefined ? row.saidAt : saidAt,
    dispute: rest.dispute ?? row.disputeId,
    rebuts: [{ statement: row.id, kind, note: null }],
  };
  const { anchor } = looked.rebuttal;
  // That it answers the statement around it is not written in the body: where that does not fit, its dispute does not.
  const placeOf = (pointer: string) => (pointer === '/rebuts/0/statement' ? '/dispute' : null);
  await under('/rebuttal', () => pointedElsewhere(placeOf, () => storeOne(tx, answer, itsArticle, anchor, by)));
  return row.id;
}

/** The article, which gets no newer text until this transaction ends; null when it has one already, or is gone. */
async function articleAsLookedUp(tx: Tx, { articleId, snapshot }: Anchored): Promise<ArticleRow | null> {
  const article = await rowToRefer(tx, 'articles', articleId);
  return article?.newest === snapshot ? article : null;
}

async function storeOne(
  tx: Tx,
  draft: NewStatement,
  article: ArticleRow,
  anchor: Anchored['anchor'],
  by: Author,
  mayLackSide = false,
): Promise<StatementRow> {
  const resolved = await resolve(tx, draft, article, null, mayLackSide);
  const { taken, rebuts, place } = resolved;
  refuseUnfoundQuote(anchor, draft.quoteType, draft.status);
  const columns = columnsOf(draft, article, resolved, {
    anchor,
    translations: draft.translations.map((translation) => ({ ...translation, stale: false })),
    repeatsId: await firstReport(tx, draft, place.disputeId, null),
  });
  await refuseDuplicate(tx, columns, null);
  const row = await createEntity(tx, 'statement', { ...columns, ...AS_WRITTEN }, by);
  await insertStances(tx, row, taken.stances);
  for (const link of rebuts) await linkRebuttal(tx, row, link, by);
  return row;
}

/** What was done to a statement that has just been written: nothing. */
const AS_WRITTEN = {
  withdrawnAt: null,
  withdrawnReason: null,
  withdrawnFrom: null,
  redactedAt: null,
  redactedLines: null,
};

/**
 * The statement that first reported the utterance: of one that itself repeats another, that other. Fails with
 * `unprocessable` for itself, and for a draft unless the one that repeats is a draft too: history would name it.
 */
export async function firstReport(
  tx: Tx,
  { repeats, status }: Pick<NewStatement, 'repeats' | 'status'>,
  disputeId: string,
  self: string | null,
): Promise<string | null> {
  if (repeats === null) return null;
  const row = await statementReferred(tx, repeats, '/repeats');
  const first = await firstOf(tx, row);
  if (first.id === self) throw refusal('unprocessable', '/repeats', 'a statement does not repeat itself');
  refuseToRepeatDraft(first, status);
  if (row.disputeId !== disputeId)
    throw refusal('wrong-dispute', '/repeats', `the statement ${row.id} belongs to another dispute`);
  return first.id;
}

/** Fails with `unprocessable` where a published statement would name a draft. */
export function refuseToRepeatDraft(first: StatementRow, status: NewStatement['status']): void {
  if (status === 'draft' || !isHidden(first)) return;
  throw refusal('unprocessable', '/repeats', `the statement ${first.id} is not published yet; publish it first`);
}

/** The first report, which stays that until this transaction ends. */
async function firstOf(tx: Tx, row: StatementRow): Promise<StatementRow> {
  if (row.repeatsId === null) return row;
  return firstOf(tx, (await rowToRefer(tx, 'statements', row.repeatsId)) as StatementRow);
}

/** Writes the rows that stances are joined and counted by, from the statement's own. */
export async function insertStances(
  tx: Tx,
  row: StatementRow,
  stances: readonly { claim: { id: string; questionId: string }; stance: StanceState['stance'] }[],
) {
  const questions = stances.map(({ claim }) => claim.questionId);
  const together = combinationKey(stances.map(({ claim }) => claim.id));
  for (const [at, { claim, stance }] of stances.entries()) {
    await insertRow(tx, 'stances', {
      statementId: row.id,
      claimId: claim.id,
      stance,
      questionId: claim.questionId,
      sideId: row.sideId,
      speakerId: row.speakerId,
      outletId: row.outletId,
      articleId: row.articleId,
      utteranceId: row.repeatsId ?? row.id,
      status: row.status,
      saidSort: row.saidSort,
      saidOn: row.saidOn,
      saidAs: row.saidAs,
      ofQuestion: questions.indexOf(claim.questionId) === at ? 1 : 0,
      ofStatement: at === 0 ? 1 : 0,
      together,
    });
  }
}

export async function linkRebuttal(
  tx: Tx,
  answer: StatementRow,
  { statement, kind, note }: Rebuts,
  by: Author,
): Promise<string> {
  const row = { statementId: answer.id, rebutsId: statement.id, kind, note };
  return (await createEntity(tx, 'rebuttal', row, by, hiddenWith(answer, statement))).id;
}

/** A rebuttal is for those only who see drafts as long as one of its statements is. */
export function hiddenWith(...statements: StatementRow[]): ChangeVisibility {
  const hidden = statements.some(isHidden);
  return { hidden: { before: hidden, after: hidden } };
}

export function soughtOf({
  quote,
  quoteType,
  language,
  anchor,
}: Pick<NewStatement, 'quote' | 'quoteType' | 'language' | 'anchor'>): SoughtQuote {
  return { quote, quoteType, language, hints: hintsOf(anchor) };
}

export function hintsOf(anchor: NewStatement['anchor'] | null): QuoteHints | null {
  if (!anchor) return null;
  const given = Object.entries(anchor).filter(([, value]) => value !== undefined);
  return given.length === 0 ? null : (Object.fromEntries(given) as QuoteHints);
}
