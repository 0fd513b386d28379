import { and, eq } from 'drizzle-orm';
import { indexText, toPoint } from '../../kernel/span.ts';
import { insertRow, rowById } from '../../platform/engine/rows.ts';
import type { Tables, Tx } from '../../platform/engine/tables.ts';
import { findSnapshot } from '../../record/articles/store.ts';
import { outsideOf, quotationsIn } from '../../text/terms/quotations.ts';
import { tokenize } from '../../text/words/token.ts';
import { anchoredIn } from './anchored-store.ts';
import { placesOf } from './counting.ts';
import { termsIn, wantedOf } from './store.ts';

type PlaceRow = Tables['termPlaces']['$inferSelect'];

/** Looks through the newest text of an article for terms, and keeps where it has them in words that nobody else said. */
export async function recountArticle(tx: Tx, id: string): Promise<void> {
  await forgetPlaces(tx, id);
  const article = await rowById(tx, 'articles', id);
  const snapshot = article && (await findSnapshot(tx, id, article.snapshots));
  if (!article || !snapshot) return;
  const tokens = tokenize(snapshot.text);
  const terms = await termsIn(tx, tokens);
  if (terms.length === 0) return;
  const quotations = quotationsIn(snapshot.text);
  const anchored = await anchoredIn(tx, id, article.snapshots);
  const index = indexText(snapshot.text);
  for (const term of terms) {
    const outside = outsideOf(quotations, placesOf(tokens, wantedOf(term).variants));
    const places = outside.map(({ start, end }) => ({ start: toPoint(index, start), end: toPoint(index, end) }));
    await insertRow(tx, 'termPlaces', {
      articleId: id,
      wording: term.wording,
      outletId: article.outletId,
      places: places.map(({ start, end }): [number, number] => [start, end]),
      ownVoice: outsideOf(anchored, places).length,
    });
  }
}

/** Counts what is in the outlet's own voice anew, after the statements of an article were written, or its outlet. */
export async function recountVoices(tx: Tx, articleId: string): Promise<void> {
  const kept = await placesIn(tx, articleId);
  const article = kept.length === 0 ? null : await rowById(tx, 'articles', articleId);
  if (!article) return;
  const anchored = await anchoredIn(tx, articleId, article.snapshots);
  for (const { places, ...row } of kept) {
    const ranges = places.map(([start, end]) => ({ start, end }));
    const ownVoice = outsideOf(anchored, ranges).length;
    if (ownVoice === row.ownVoice && article.outletId === row.outletId) continue;
    await updateVoice(tx, { ...row, ownVoice, outletId: article.outletId });
  }
}

function placesIn(tx: Tx, articleId: string): Promise<PlaceRow[]> {
  return tx.query(
    'places of terms in an article',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.termPlaces)
        .where(eq(t.termPlaces.articleId, param('article'))),
    { article: articleId },
  );
}

async function updateVoice(
  tx: Tx,
  { articleId, wording, outletId, ownVoice }: Omit<PlaceRow, 'places'>,
): Promise<void> {
  await tx.query(
    'own voice of an article',
    ({ db, t, param }) =>
      db
        .update(t.termPlaces)
        .set({ outletId: param('outlet', t.termPlaces.outletId) as never, ownVoice: param('voice') as never })
        .where(and(eq(t.termPlaces.articleId, param('article')), eq(t.termPlaces.wording, param('wording')))),
    { article: articleId, wording, outlet: outletId, voice: ownVoice },
  );
}

async function forgetPlaces(tx: Tx, articleId: string): Promise<void> {
  await tx.query(
    'forget places of terms',
    ({ db, t, param }) => db.delete(t.termPlaces).where(eq(t.termPlaces.articleId, param('article'))),
    { article: articleId },
  );
}
