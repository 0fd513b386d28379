import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import type { Author } from '../../history/change.ts';
import { type Expected, isHidden, isRevisedBy, reviseEntity, rowToRevise } from '../../history/record.ts';
import { mergedAndChecked } from '../../kernel/merge.ts';
import { rowById, rowsToWrite, rowToRefer } from '../../platform/engine/rows.ts';
import type { Handle, ReadWrite, Tx } from '../../platform/engine/tables.ts';
import type { QuoteChecker } from '../../text/quotes/checker.ts';
import { findId, idInPath, idReferred } from '../references.ts';
import { UNKNOWN_SIDE } from '../sides/unknown-side.ts';
import { firstReport, insertStances, refuseToRepeatDraft, soughtOf, untilTextsRest } from './actions.ts';
import { type Anchored, anchorQuote, refuseUnfoundQuote, type SoughtQuote } from './anchoring.ts';
import { bodyOf, columnsOf } from './columns.ts';
import { refuseDuplicate } from './duplicates.ts';
import { publishLinks, rebutsOf, relinkRebuttals } from './links.ts';
import { pointedElsewhere, refusal, type StancesTaken, type StatementRow } from './placing.ts';
import { resolve } from './resolving.ts';
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
  by: Author,
): Promise<string> {
  return untilTextsRest(async () => {
    const looked = await lookUpRevision(engine.read, checker, reference, patch);
    return engine.write(async (tx) => {
      // Before the statement, in the order in which a new text of the article takes them.
      if (looked) await rowToRefer(tx, 'articles', looked.sought.articleId);
      const row = await rowToRevise(tx, 'statement', await idInPath(tx, 'statement', reference), expected);
      refuseWithdrawn(row);
      const body = await revised(tx, row, patch);
      return pointedInto(patch, () => storeRevision(tx, row, body, looked, by));
    });
  });
}

/** What may be at fault where a statement does not fit together, the likeliest first. */
const MOVING = ['dispute', 'stances', 'rebuts', 'repeats', 'side', 'speaker', 'saidAt', 'article', 'status'];

/** Places faults of a statement that does not fit together in what the patch changes: of the rest its sender sent nothing. */
function pointedInto<Result>(patch: Record<string, unknown>, work: () => Promise<Result>): Promise<Result> {
  const moved = MOVING.find((member) => Object.hasOwn(patch, member));
  const isSent = (pointer: string) => Object.hasOwn(patch, pointer.split('/')[1] as string);
  return pointedElsewhere((pointer) => (moved === undefined || isSent(pointer) ? null : `/${moved}`), work);
}

/** `snapshot`: where only what is told of the quote changes, in the text where it was looked up before; else the newest. */
type Sought = SoughtQuote & { articleId: string; snapshot: number | null };
type Looked = { sought: Sought; anchored: Anchored } | null;

async function lookUpRevision(
  from: Handle,
  checker: QuoteChecker,
  reference: string,
  patch: Record<string, unknown>,
): Promise<Looked> {
  const row = await rowById(from, 'statements', await idInPath(from, 'statement', reference));
  if (!row) return null;
  refuseWithdrawn(row);
  const body = await revised(from, row, patch);
  const sought = soughtBy(row, body, await idReferred(from, 'article', body.article, '/article'));
  if (!sought) return null;
  return { sought, anchored: await anchorQuote(from, checker, sought.articleId, sought, sought.snapshot) };
}

/** What is to be looked up, and where; null when nothing that the statement's place depends on changes. */
function soughtBy(row: StatementRow, body: StatementRevision, articleId: string): Sought | null {
  const sought = { articleId, ...soughtOf(body) };
  const isSame =
    articleId === row.articleId &&
    sought.quote === row.quote &&
    JSON.stringify(sought.hints) === JSON.stringify(row.anchor.hints);
  if (!isSame) return { ...sought, snapshot: null };
  const isReadAlike = sought.quoteType === row.quoteType && (sought.language ?? row.language) === row.language;
  return isReadAlike || row.anchor.snapshot === null ? null : { ...sought, snapshot: row.anchor.snapshot };
}

/** The statement as it could have been written, with the patch applied. */
async function revised(from: Handle, row: StatementRow, patch: Record<string, unknown>): Promise<StatementRevision> {
  const links = await rebutsOf(from, row.id);
  const { speaker, side } = patch;
  const isNewSpeaker = typeof speaker === 'string' && (await findId(from, 'speaker', speaker)) !== row.speakerId;
  const rebuts = links.map(({ rebutsId, kind, note }) => ({ statement: rebutsId, kind, note }));
  const current = bodyOf(row, rebuts);
  // A new speaker's side is inferred anew.
  if (isNewSpeaker && side === undefined) current.side = undefined;
  return mergedAndChecked(StatementRevision, current, patch);
}

async function storeRevision(
  tx: Tx,
  row: StatementRow,
  body: StatementRevision,
  looked: Looked,
  by: Author,
): Promise<string | null> {
  const articleId = await idReferred(tx, 'article', body.article, '/article');
  const article = await rowToRefer(tx, 'articles', articleId);
  // Another revision in between may ask for another look.
  if (!article || !isDeepStrictEqual(soughtBy(row, body, articleId), looked?.sought ?? null)) return null;
  if (looked && looked.anchored.snapshot !== (looked.sought.snapshot ?? article.newest)) return null;
  if (row.status === 'published' && body.status === 'draft') {
    throw refusal(
      'unprocessable',
      '/status',
      'what was published does not become a draft again; DELETE withdraws it, with a reason',
    );
  }
  const resolved = await resolve(tx, body, article, row, row.sideId === UNKNOWN_SIDE);
  const { speakerId, taken, rebuts, place } = resolved;
  if (place.disputeId !== row.disputeId) await refuseAnswersElsewhere(tx, row.id);
  const anchor = looked?.anchored.anchor ?? row.anchor;
  refuseUnfoundQuote(anchor, body.quoteType, body.status);
  // What a statement repeats may have been withdrawn since; that does not keep the rest from being revised.
  const isAsBefore = body.repeats === row.repeatsId && place.disputeId === row.disputeId;
  const first = isAsBefore && row.repeatsId !== null ? await rowToRefer(tx, 'statements', row.repeatsId) : null;
  if (first && isHidden(row)) refuseToRepeatDraft(first, body.status);
  const columns = columnsOf(body, article, resolved, {
    anchor,
    translations: translationsAfter(row, body),
    repeatsId: isAsBefore ? row.repeatsId : await firstReport(tx, body, place.disputeId, row.id),
  });
  // What an older version stored twice may still be revised in other things.
  if (looked || speakerId !== row.speakerId || (isHidden(row) && body.status === 'published')) {
    const keepsDrifts = looked === null || looked.sought.snapshot !== null;
    await refuseDuplicate(tx, columns, { id: row.id, keepsDrifts });
  }
  const keepsTitle =
    speakerId === row.speakerId &&
    place.sideId === row.sideId &&
    body.saidAt === row.saidAt &&
    articleId === row.articleId;
  const title = keepsTitle ? row.title : place.title;
  const after = await rewritten(tx, row, { ...columns, title }, taken.stances, by);
  if (after.repeatsId !== null && after.repeatsId !== row.repeatsId)
    await leadCopiesTo(tx, row.id, after.repeatsId, by);
  await relinkRebuttals(tx, after, rebuts, by);
  if (isHidden(row) && !isHidden(after)) await publishLinks(tx, row.id, by);
  return row.id;
}

/** Where nothing differs nothing is written, as for most lines of a file that is read in again. */
async function rewritten(
  tx: Tx,
  row: StatementRow,
  columns: Partial<StatementRow>,
  stances: StancesTaken['stances'],
  by: Author,
): Promise<StatementRow> {
  if (!isRevisedBy(row, columns)) return row;
  await tx.revising('statement', [row.id]);
  const after = await reviseEntity(tx, 'statement', row, columns, by);
  await forgetStances(tx, row.id);
  await insertStances(tx, after, stances);
  return after;
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
async function leadCopiesTo(tx: Tx, copiedId: string, firstId: string, by: Author): Promise<void> {
  const found = await tx.query(
    'statements that repeat',
    ({ db, t, param }) =>
      db
        .select({ id: t.statements.id })
        .from(t.statements)
        .where(eq(t.statements.repeatsId, param('id'))),
    { id: copiedId },
  );
  const rows = await rowsToWrite(
    tx,
    'statements',
    found.map(({ id }) => id),
  );
  // Another transaction may have made it repeat something else since.
  const copies = rows.filter(({ repeatsId }) => repeatsId === copiedId);
  await tx.revising(
    'statement',
    copies.map(({ id }) => id),
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
