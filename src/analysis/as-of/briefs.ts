import { type Attached, type End, everOf } from '../../history/attached.ts';
import { isHidden } from '../../history/record.ts';
import type { CorrectionNote } from '../../kernel/correction.ts';
import { startOf } from '../../kernel/time.ts';
import type { ArticleBrief } from '../../record/articles/article.ts';
import { showArticleBrief } from '../../record/articles/store.ts';
import type { Brief, BriefKind } from '../../record/briefs.ts';
import type { Correctable } from '../../record/corrections-of.ts';
import { KINDS, type PublicRow } from '../../record/kinds.ts';
import type { ReviewBrief } from '../../record/reviews/review.ts';
import { showReviewBrief } from '../../record/reviews/store.ts';
import { type BriefRow, showBrief } from '../../record/statements/columns.ts';
import type { Names, Referring } from '../../record/statements/names.ts';
import type { StatementBrief } from '../../record/statements/statement.ts';
import { type Named, type Past, rowThen } from './past.ts';

/** What others name an entity by; of one that was not known then, its id alone. */
export async function briefThen<Kind extends BriefKind>(past: Past, kind: Kind, id: string): Promise<Brief<Kind>> {
  const row: Record<string, unknown> | null = await rowThen(past, kind, id);
  const told = KINDS[kind].brief.map((member) => [member, row?.[member] ?? '']);
  return { id, ...Object.fromEntries(told) };
}

export function briefsThen<Kind extends BriefKind>(past: Past, kind: Kind, ids: readonly string[]) {
  return byId(ids, (id) => briefThen(past, kind, id));
}

export async function articleThen(past: Past, id: string): Promise<ArticleBrief> {
  const row = (await rowThen(past, 'article', id)) as PublicRow<'article'>;
  return showArticleBrief(row, await briefThen(past, 'outlet', row.outletId));
}

/** Null where it is of a statement that was no part of the record then. */
export async function reviewThen(past: Past, id: string, drafts: boolean): Promise<ReviewBrief | null> {
  const row = await rowThen(past, 'review', id);
  if (row === null) return null;
  const { statementId } = row;
  if (statementId !== null && !(await statementsThen(past, [statementId], drafts)).has(statementId)) return null;
  return showReviewBrief(row, await briefThen(past, 'outlet', row.publisherId));
}

/** Those that were a part of the record then: no draft for those who may not see it, nothing withdrawn or redacted since. */
export async function statementsThen(past: Past, ids: readonly string[], drafts: boolean) {
  await past.load(ids.map((id) => ['statement', id]));
  const rows = await byId(ids, (id) => rowThen(past, 'statement', id));
  const seen = [...rows.values()].filter((row) => row.status !== 'withdrawn' && (drafts || !isHidden(row)));
  const names = await namesThen(past, seen, []);
  return new Map<string, StatementBrief>(seen.map((row) => [row.id, showBrief(asBrief(row), names)]));
}

/** History tells the result of a look-up with its place, and not apart from it. */
function asBrief(row: PublicRow<'statement'>): BriefRow {
  return { ...row, anchorResult: row.anchor.result };
}

/** The names that statements need, as they were then. */
export async function namesThen(
  past: Past,
  statements: readonly Referring[],
  claimIds: readonly string[],
): Promise<Names> {
  const idsOf = (column: keyof Referring) => statements.map((row) => row[column]);
  await past.load([
    ...statements.flatMap(({ speakerId, sideId, disputeId, articleId }): Named[] => [
      ['speaker', speakerId],
      ['side', sideId],
      ['dispute', disputeId],
      ['article', articleId],
    ]),
    ...claimIds.map((id): Named => ['claim', id]),
  ]);
  const reported = await byId(idsOf('articleId'), (id) => rowThen(past, 'article', id));
  await past.load([...reported.values()].map(({ outletId }) => ['outlet', outletId]));
  const speakers = await briefsThen(past, 'speaker', idsOf('speakerId'));
  const sides = await briefsThen(past, 'side', idsOf('sideId'));
  const disputes = await briefsThen(past, 'dispute', idsOf('disputeId'));
  const taking = await byId(idsOf('disputeId'), (id) => rowThen(past, 'dispute', id));
  const articles = await byId(idsOf('articleId'), (id) => articleThen(past, id));
  const claims = await briefsThen(past, 'claim', claimIds);
  const of = <Named>(known: ReadonlyMap<string, Named>, id: string) => known.get(id) as Named;
  return {
    speaker: (id) => of(speakers, id),
    side: (id, disputeId) => {
      const role = taking.get(disputeId)?.sides.find(({ side }) => side === id)?.role ?? null;
      return { ...of(sides, id), role };
    },
    dispute: (id) => of(disputes, id),
    article: (id) => of(articles, id),
    claim: (id) => claims.get(id),
  };
}

/** Each once, by its id, and without those of which nothing is known. */
export async function byId<Found>(
  ids: readonly string[],
  find: (id: string) => Promise<Found | null>,
): Promise<Map<string, Found>> {
  const known = new Map<string, Found>();
  for (const id of new Set(ids)) {
    const found = await find(id);
    if (found !== null) known.set(id, found);
  }
  return known;
}

/** The corrections of an entity then, the newest first, also those that were deleted or moved since. */
export async function correctionsThen(past: Past, kind: Correctable, id: string): Promise<CorrectionNote[]> {
  const column = KINDS[kind].correctedBy;
  const rows = await everOfThen(past, 'correction', 'of', id, (row) => row[column] === id, CORRECTIONS_MAX);
  const place = ({ effectiveAt, id: own }: CorrectionNote) => `${startOf(effectiveAt)} ${own}`;
  return rows
    .map((row) => ({ id: row.id, kind: row.kind, note: row.note, effectiveAt: row.effectiveAt }))
    .sort((a, b) => (place(a) < place(b) ? 1 : -1));
}

/** Of more corrections of one thing no answer tells. */
const CORRECTIONS_MAX = 1_000;
const AT_ONCE = 200;

/** The first so many entities of a kind that were of another then, in the order of creation, whatever became of them since. */
export async function everOfThen<Kind extends Exclude<Attached, 'snapshot'>>(
  past: Past,
  kind: Kind,
  end: End,
  id: string,
  isThen: (row: PublicRow<Kind>) => boolean,
  limit: number,
): Promise<PublicRow<Kind>[]> {
  const then: PublicRow<Kind>[] = [];
  for (let after = ''; then.length < limit; ) {
    const ids = await everOf(past.from, kind, end, id, { after, limit: AT_ONCE });
    await past.load(ids.map((one) => [kind, one]));
    const rows = await byId(ids, (one) => rowThen(past, kind, one));
    then.push(...[...rows.values()].filter(isThen));
    if (ids.length < AT_ONCE) break;
    after = ids.at(-1) as string;
  }
  return then.slice(0, limit);
}
