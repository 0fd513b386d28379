import type { z } from 'zod';
import { canonicalLanguage } from '../../kernel/language.ts';
import type { Whole } from '../../kernel/merge.ts';
import { startOf } from '../../kernel/time.ts';
import { datingOf } from '../../kernel/written-date.ts';
import type { ArticleRow } from '../articles/actions.ts';
import type { RowOf } from '../kinds.ts';
import { UNKNOWN_SIDE } from '../sides/unknown-side.ts';
import type { AnchorState } from './anchor.ts';
import { quoteKeyOf } from './duplicates.ts';
import type { Names } from './names.ts';
import type { Resolved } from './resolving.ts';
import type { StatementBrief, StatementRevision, Translation } from './statement.ts';

/** The columns that a body says; the others say what was done to the statement since. */
type Written = Omit<
  RowOf<'statement'>,
  | ('id' | 'revision' | 'createdAt' | 'updatedAt')
  | ('withdrawnAt' | 'withdrawnReason' | 'withdrawnFrom' | 'redactedAt' | 'redactedLines')
>;

/** How a statement's row keeps what a body says, recorded and revised alike: a column left out here does not compile. */
export function columnsOf(
  body: StatementRevision,
  article: ArticleRow,
  { speakerId, taken, place }: Resolved,
  { anchor, translations, repeatsId }: { anchor: AnchorState; translations: Translation[]; repeatsId: string | null },
): Written {
  return {
    status: body.status,
    articleId: article.id,
    outletId: article.outletId,
    speakerId,
    ...place,
    quote: body.quote,
    quoteType: body.quoteType,
    cue: body.cue,
    groundRules: body.groundRules,
    language: canonicalLanguage(body.language ?? article.language) as string,
    original: body.original,
    translations,
    saidAt: body.saidAt,
    saidSort: startOf(body.saidAt ?? article.publishedAt) as string,
    ...datingOf(body.saidAt, article.publishedAt),
    publishedSort: article.publishedSort,
    setting: body.setting,
    context: body.context,
    anchorResult: anchor.result,
    anchor,
    ...taken.columns,
    repeatsId,
    quoteKey: quoteKeyOf(body.quote),
    note: body.note,
  };
}

/** The body that says what the row keeps; a patch is applied to it. */
export function bodyOf(
  row: RowOf<'statement'>,
  rebuts: StatementRevision['rebuts'],
): Whole<z.input<typeof StatementRevision>> {
  return {
    article: row.articleId,
    speaker: row.speakerId,
    side: row.sideId === UNKNOWN_SIDE ? undefined : row.sideId,
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
    rebuts,
    anchor: row.anchor.hints ?? undefined,
    status: row.status === 'draft' ? 'draft' : 'published',
    note: row.note,
  };
}

/** What the brief of a statement is made of. */
export type BriefRow = Pick<
  RowOf<'statement'>,
  | ('id' | 'status' | 'title' | 'quote' | 'quoteType' | 'saidAt' | 'anchorResult')
  | ('speakerId' | 'sideId' | 'disputeId' | 'articleId')
>;

/** A statement as other answers name it. */
export function showBrief(row: BriefRow, names: Names): StatementBrief {
  return {
    id: row.id,
    quote: row.quote,
    quoteType: row.quoteType,
    saidAt: row.saidAt,
    ...attribution(row, names),
    article: names.article(row.articleId),
    anchor: { result: row.anchorResult },
  };
}

function attribution(row: Pick<BriefRow, 'speakerId' | 'title' | 'sideId' | 'disputeId'>, names: Names) {
  return { speaker: shownSpeaker(row, names), side: shownSide(row, names) };
}

/** With the title that the speaker had then. */
export function shownSpeaker({ speakerId, title }: Pick<BriefRow, 'speakerId' | 'title'>, names: Names) {
  return { ...names.speaker(speakerId), title };
}

export function shownSide({ sideId, disputeId }: Pick<BriefRow, 'sideId' | 'disputeId'>, names: Names) {
  return sideId === UNKNOWN_SIDE ? null : names.side(sideId, disputeId);
}
