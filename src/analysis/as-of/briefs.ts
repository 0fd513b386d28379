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

export async function reviewThen(past: Past, id: string): Promise<ReviewBrief> {
  const row = (await rowThen(past, 'review', id)) as PublicRow<'review'>;
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

/** The corrections of an entity then, the newest first; those that were deleted since are not found any more. */
export async function correctionsThen(past: Past, kind: Correctable, id: string): Promise<CorrectionNote[]> {
  const column = KINDS[kind].correctedBy;
  const ids = await past.from.query(
    `corrections of one ${kind}`,
    ({ db, t: { corrections }, oneOf }) =>
      db.select({ id: corrections.id }).from(corrections).where(oneOf(corrections[column], 'ids')),
    { ids: [id] },
  );
  await past.load(ids.map((row) => ['correction', row.id]));
  const rows = await byId(
    ids.map((row) => row.id),
    (one) => rowThen(past, 'correction', one),
  );
  const place = ({ effectiveAt, id: own }: CorrectionNote) => `${startOf(effectiveAt)} ${own}`;
  return [...rows.values()]
    .filter((row) => row[column] === id)
    .map((row) => ({ id: row.id, kind: row.kind, note: row.note, effectiveAt: row.effectiveAt }))
    .sort((a, b) => (place(a) < place(b) ? 1 : -1));
}
