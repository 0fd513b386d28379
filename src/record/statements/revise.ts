import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import type { By } from '../../history/change.ts';
import { type Expected, isHidden, reviseEntity, rowToRevise } from '../../history/record.ts';
import { canonicalLanguage } from '../../kernel/language.ts';
import { mergedAndChecked } from '../../kernel/merge.ts';
import { startOf } from '../../kernel/time.ts';
import { rowById, rowToRefer } from '../../platform/engine/rows.ts';
import type { Handle, ReadWrite, Tx } from '../../platform/engine/tables.ts';
import type { QuoteChecker } from '../../text/quotes/checker.ts';
import type { QuoteHints } from '../../text/quotes/quote.ts';
import { findId, idInPath, idReferred } from '../references.ts';
import { firstReport, hintsOf, insertStances, untilTextsRest } from './actions.ts';
import { type Anchored, anchorQuote, refuseUnfoundQuote } from './anchoring.ts';
import { forgetDrifts } from './drift-store.ts';
import { publishLinks, rebutsOf, relinkRebuttals } from './links.ts';
import { placeStatement, rebutsReferred, refusal, type StatementRow, stancesReferred } from './placing.ts';
import { StatementRevision, type Translation } from './statement.ts';
import { refuseWithdrawn } from './store.ts';

/**
 * Changes a statement by a merge patch. The quote is looked up anew when it, its article or its hints change, in the
 * article's newest text; otherwise it keeps its anchor. Side and title follow a new speaker unless the patch names a side.
 */
export async function reviseStatement(
  engine: ReadWrite,
  checker: QuoteChecker,
  reference: string,
  expected: Expected,
  patch: Record<string, unknown>,
  by: By,
): Promise<string> {
  return untilTextsRest(async () => {
    const looked = await lookUpRevision(engine.read, checker, reference, patch);
    return engine.write(async (tx) => {
      // Before the statement, in the order in which a new text of the article takes them.
      if (looked) await rowToRefer(tx, 'articles', looked.sought.articleId);
      const row = await rowToRevise(tx, 'statement', await idInPath(tx, 'statement', reference), expected);
      refuseWithdrawn(row);
      return storeRevision(tx, row, await revised(tx, row, patch), looked, by);
    });
  });
}

type Sought = { articleId: string; quote: string; hints: QuoteHints | null };
type Looked = { sought: Sought; anchored: Anchored } | null;

async function lookUpRevision(
  from: Handle,
  checker: QuoteChecker,
  reference: string,
  patch: Record<string, unknown>,
): Promise<Looked> {
  const row = await rowById(from, 'statements', await idInPath(from, 'statement', reference));
  if (!row) return null;
  const body = await revised(from, row, patch);
  const sought = soughtBy(row, body, await idReferred(from, 'article', body.article, '/article'));
  if (!sought) return null;
  return { sought, anchored: await anchorQuote(from, checker, sought.articleId, sought.quote, sought.hints) };
}

/** What is to be looked up, and where; null when nothing that the statement's place depends on changes. */
function soughtBy(row: StatementRow, { quote, anchor }: StatementRevision, articleId: string): Sought | null {
  const hints = hintsOf(anchor);
  const isSame =
    articleId === row.articleId && quote === row.quote && JSON.stringify(hints) === JSON.stringify(row.anchor.hints);
  return isSame ? null : { articleId, quote, hints };
}

/** The statement as it could have been written, with the patch applied. */
async function revised(from: Handle, row: StatementRow, patch: Record<string, unknown>): Promise<StatementRevision> {
  const links = await rebutsOf(from, row.id);
  const { speaker, side } = patch;
  const isNewSpeaker = typeof speaker === 'string' && (await findId(from, 'speaker', speaker)) !== row.speakerId;
  const current = {
    article: row.articleId,
    speaker: row.speakerId,
    // A new speaker's side is inferred anew.
    ...((!isNewSpeaker || side !== undefined) && { side: row.sideId }),
    dispute: row.disputeId,
    quote: row.quote,
    quoteType: row.quoteType,
    cue: row.cue,
    saidAt: row.saidAt,
    setting: row.setting,
    context: row.context,
    language: row.language,
    groundRules: row.groundRules,
    original: row.original,
    translations: row.translations.map(({ stale: _, ...translation }) => translation),
    repeats: row.repeatsId,
    stances: row.ownStances ?? row.stances,
    rebuts: links.map(({ rebutsId, kind, note }) => ({ statement: rebutsId, kind, note })),
    ...(row.anchor.hints && { anchor: row.anchor.hints }),
    status: row.status === 'draft' ? ('draft' as const) : ('published' as const),
    note: row.note,
  };
  return mergedAndChecked(StatementRevision, current, patch);
}

async function storeRevision(
  tx: Tx,
  row: StatementRow,
  body: StatementRevision,
  looked: Looked,
  by: By,
): Promise<string | null> {
  const articleId = await idReferred(tx, 'article', body.article, '/article');
  const article = await rowById(tx, 'articles', articleId);
  // Another revision in between may ask for another look.
  if (!article || !isDeepStrictEqual(soughtBy(row, body, articleId), looked?.sought ?? null)) return null;
  if (looked && looked.anchored.snapshot !== article.snapshots) return null;
  if (row.status === 'published' && body.status === 'draft') {
    throw refusal(
      'unprocessable',
      '/status',
      'what was published does not become a draft again; DELETE withdraws it, with a reason',
    );
  }
  const speakerId = await idReferred(tx, 'speaker', body.speaker, '/speaker');
  const speaker = await rowById(tx, 'speakers', speakerId);
  const { stances, columns } = await stancesReferred(tx, body.stances, row);
  const rebuts = await rebutsReferred(tx, body.rebuts, row.id);
  const place = await placeStatement(tx, {
    disputeId: body.dispute === undefined ? null : await idReferred(tx, 'dispute', body.dispute, '/dispute'),
    sideId: body.side === undefined ? null : await idReferred(tx, 'side', body.side, '/side'),
    affiliations: speaker?.affiliations ?? [],
    date: body.saidAt ?? article.publishedAt,
    stances,
    rebuts,
  });
  if (place.disputeId !== row.disputeId) await refuseAnswersElsewhere(tx, row.id);
  const anchor = looked?.anchored.anchor ?? row.anchor;
  refuseUnfoundQuote(anchor, body.quoteType, body.status);
  // What a statement repeats may have been withdrawn since; that does not keep the rest from being revised.
  const isAsBefore = body.repeats === row.repeatsId && place.disputeId === row.disputeId;
  const keepsTitle =
    speakerId === row.speakerId &&
    place.sideId === row.sideId &&
    body.saidAt === row.saidAt &&
    articleId === row.articleId;
  const after = await reviseEntity(
    tx,
    'statement',
    row,
    {
      status: body.status,
      articleId,
      outletId: article.outletId,
      speakerId,
      ...place,
      title: keepsTitle ? row.title : place.title,
      quote: body.quote,
      quoteType: body.quoteType,
      cue: body.cue,
      groundRules: body.groundRules,
      language: canonicalLanguage(body.language ?? article.language) as string,
      original: body.original,
      translations: translationsAfter(row, body),
      saidAt: body.saidAt,
      saidSort: startOf(body.saidAt ?? article.publishedAt) as string,
      publishedSort: article.publishedSort,
      setting: body.setting,
      context: body.context,
      anchorResult: anchor.result,
      anchor,
      ...columns,
      repeatsId: isAsBefore ? row.repeatsId : await firstReport(tx, body.repeats, place.disputeId, row.id),
      note: body.note,
    },
    by,
  );
  await forgetStances(tx, row.id);
  await insertStances(tx, after, stances);
  if (looked) await forgetDrifts(tx, row.id);
  if (after.repeatsId !== null && after.repeatsId !== row.repeatsId)
    await leadCopiesTo(tx, row.id, after.repeatsId, by);
  await relinkRebuttals(tx, after, rebuts, by);
  if (isHidden(row) && !isHidden(after)) await publishLinks(tx, row.id, by);
  return row.id;
}

/** A translation is stale once the quote was revised after it, until it is written anew. */
function translationsAfter(row: StatementRow, body: StatementRevision): Translation[] {
  return body.translations.map((translation) => {
    const before = row.translations.find(
      ({ language, text }) => language === translation.language && text === translation.text,
    );
    return { ...translation, stale: before !== undefined && (before.stale || body.quote !== row.quote) };
  });
}

export async function forgetStances(tx: Tx, statementId: string): Promise<void> {
  await tx.query(
    'forget stances',
    ({ db, t, param }) => db.delete(t.stances).where(eq(t.stances.statementId, param('id'))),
    { id: statementId },
  );
}

/** What repeated a statement that turns out to be a copy itself repeats the first report from now on. */
async function leadCopiesTo(tx: Tx, copiedId: string, firstId: string, by: By): Promise<void> {
  const copies = await tx.query(
    'statements that repeat',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.statements)
        .where(eq(t.statements.repeatsId, param('id')))
        .orderBy(t.statements.id),
    { id: copiedId },
  );
  for (const copy of copies) await reviseEntity(tx, 'statement', copy, { repeatsId: firstId }, by);
  await tx.query(
    'lead stances of copies',
    ({ db, t, oneOf, param }) =>
      db
        .update(t.stances)
        .set({ utteranceId: param('first', t.stances.utteranceId) })
        .where(oneOf(t.stances.statementId, 'copies')),
    { copies: copies.map(({ id }) => id), first: firstId },
  );
}

async function refuseAnswersElsewhere(tx: Tx, statementId: string): Promise<void> {
  const answers = await tx.query(
    'an answer to a statement',
    ({ db, t, param }) =>
      db
        .select({ id: t.rebuttals.statementId })
        .from(t.rebuttals)
        .where(eq(t.rebuttals.rebutsId, param('id')))
        .limit(1),
    { id: statementId },
  );
  if (answers[0])
    throw refusal(
      'wrong-dispute',
      '/dispute',
      `statements of this dispute rebut it, such as ${answers[0].id}; remove those rebuttals first`,
    );
}
