import { isHidden } from '../../history/record.ts';
import type { CorrectionNote } from '../../kernel/correction.ts';
import { startOf } from '../../kernel/time.ts';
import type { ArticleBrief } from '../../record/articles/article.ts';
import type { ClaimBrief } from '../../record/claims/claim.ts';
import type { Correctable } from '../../record/corrections-of.ts';
import type { DisputeBrief } from '../../record/disputes/dispute.ts';
import type { QuestionBrief } from '../../record/disputes/question.ts';
import { KINDS } from '../../record/kinds.ts';
import type { OutletBrief } from '../../record/outlets/outlet.ts';
import type { ReviewBrief } from '../../record/reviews/review.ts';
import type { SideBrief } from '../../record/sides/side.ts';
import type { SpeakerBrief } from '../../record/speakers/speaker.ts';
import type { StatementBrief } from '../../record/statements/statement.ts';
import type { Past } from './past.ts';

/** The state of an entity then; null when there was none, it was deleted, or its words were removed since. */
export async function stateThen<State>(past: Past, kind: string, id: string): Promise<State | null> {
  const standing = await past.of(kind, id);
  return standing === null || standing === 'redacted' ? null : (standing.state as State | null);
}

type Named = { slug: string; name: string; text: string; title: string };

export async function sideThen(past: Past, id: string): Promise<SideBrief> {
  const side = await stateThen<Named>(past, 'side', id);
  return { id, slug: side?.slug ?? '', name: side?.name ?? '' };
}

export async function disputeThen(past: Past, id: string): Promise<DisputeBrief> {
  const dispute = await stateThen<Named>(past, 'dispute', id);
  return { id, slug: dispute?.slug ?? '', title: dispute?.title ?? '' };
}

export async function questionThen(past: Past, id: string): Promise<QuestionBrief & { dispute: string }> {
  const question = await stateThen<Named & { dispute: string }>(past, 'question', id);
  return { id, slug: question?.slug ?? '', text: question?.text ?? '', dispute: question?.dispute ?? '' };
}

export async function outletThen(past: Past, id: string): Promise<OutletBrief> {
  const outlet = await stateThen<Named>(past, 'outlet', id);
  return { id, slug: outlet?.slug ?? '', name: outlet?.name ?? '' };
}

export async function claimThen(past: Past, id: string): Promise<ClaimBrief> {
  const claim = await stateThen<Named>(past, 'claim', id);
  return { id, slug: claim?.slug ?? '', text: claim?.text ?? '' };
}

export async function speakerThen(past: Past, id: string, title: string | null): Promise<SpeakerBrief> {
  const speaker = await stateThen<Named>(past, 'speaker', id);
  return { id, slug: speaker?.slug ?? '', name: speaker?.name ?? '', title };
}

export async function articleThen(past: Past, id: string): Promise<ArticleBrief> {
  type Article = { url: string; title: string; publishedAt: string; outlet: string };
  const { url, title, publishedAt, outlet } = (await stateThen<Article>(past, 'article', id)) as Article;
  return { id, url, title, publishedAt, outlet: await outletThen(past, outlet) };
}

/** Null where it was no part of the record then: a draft for those who may not see it, withdrawn, or redacted since. */
export async function statementThen(past: Past, id: string, drafts: boolean): Promise<StatementBrief | null> {
  const state = await stateThen<StatementState>(past, 'statement', id);
  if (state === null || state.status === 'withdrawn' || (isHidden(state) && !drafts)) return null;
  return {
    id,
    quote: state.quote,
    quoteType: state.quoteType,
    saidAt: state.saidAt,
    ...(await attributionThen(past, state)),
    article: await articleThen(past, state.article),
    anchor: { result: state.anchor.result },
  };
}

export type StatementState = Omit<StatementBrief, 'id' | 'speaker' | 'side' | 'article' | 'anchor'> & {
  status: 'draft' | 'published' | 'withdrawn';
  speaker: string;
  side: string;
  dispute: string;
  article: string;
  title: string | null;
  anchor: { result: StatementBrief['anchor']['result']; fragment: string | null };
};

export async function attributionThen(past: Past, { speaker, side, dispute, title }: StatementState) {
  type Dispute = { sides: { side: string; role: NonNullable<StatementBrief['side']['role']> }[] };
  const sides = (await stateThen<Dispute>(past, 'dispute', dispute))?.sides ?? [];
  const role = sides.find((one) => one.side === side)?.role ?? null;
  return {
    speaker: await speakerThen(past, speaker, title),
    side: { ...(await sideThen(past, side)), role },
  };
}

export async function reviewThen(past: Past, id: string): Promise<ReviewBrief> {
  type Review = ReviewBrief['rating'] & { url: string | null; title: string | null; publisher: string };
  const { url, title, publisher, label, normalized } = (await stateThen<Review>(past, 'review', id)) as Review;
  return { id, url, title, publisher: await outletThen(past, publisher), rating: { label, normalized } };
}

/** The corrections of an entity then, the newest first; those that were deleted since are not found any more. */
export async function correctionsThen(past: Past, kind: Correctable, id: string): Promise<CorrectionNote[]> {
  const rows = await past.from.query(
    `corrections of one ${kind}`,
    ({ db, t: { corrections }, oneOf }) =>
      db.select({ id: corrections.id }).from(corrections).where(oneOf(corrections[KINDS[kind].correctedBy], 'ids')),
    { ids: [id] },
  );
  const notes: CorrectionNote[] = [];
  for (const row of rows) {
    const state = await stateThen<CorrectionNote & Record<Correctable, string | null>>(past, 'correction', row.id);
    if (state?.[kind] === id)
      notes.push({ id: row.id, kind: state.kind, note: state.note, effectiveAt: state.effectiveAt });
  }
  const place = ({ effectiveAt, id: own }: CorrectionNote) => `${startOf(effectiveAt)} ${own}`;
  return notes.sort((a, b) => (place(a) < place(b) ? 1 : -1));
}
