import { and, eq, sql } from 'drizzle-orm';
import { insertRow, rowById } from '../../platform/engine/rows.ts';
import type { Handle, Tables, Tx } from '../../platform/engine/tables.ts';
import { stepping } from '../../platform/loop-turns.ts';
import { findSnapshot } from '../../record/articles/store.ts';
import { readInTurns, type TextRead } from '../../text/read-text.ts';
import {
  beginsWith,
  coveredBy,
  type OutletText,
  outletText,
  type VoicePlace,
  voicePlaces,
} from '../../text/terms/own-voice.ts';
import type { Usage } from '../../text/terms/term.ts';
import { languageRead } from '../../text/terms/usage.ts';
import { anchoredIn, anchoredOf } from './anchored-store.ts';
import { occurrencesIn, type Wanted } from './counting.ts';
import { termsIn, wantedOf } from './store.ts';
import type { KeptPlace } from './table.ts';

type ArticleRow = Tables['articles']['$inferSelect'];
export type PlaceRow = Tables['termPlaces']['$inferSelect'];
export type CoverRow = Tables['termCovers']['$inferSelect'];

/** The title and the newest text of an article, as they are looked through; the title is null where the text begins with it. */
export type ArticleVoice = { snapshot: number; title: OutletText | null; text: OutletText };

/** What was read of a text of an article. */
export type ReadOfArticle = { snapshot: number; read: TextRead };

/** Null while no text is held: of such an article nothing can be said. What was read of its newest text may be given. */
export async function voiceOf(from: Handle, article: ArticleRow, given?: ReadOfArticle): Promise<ArticleVoice | null> {
  const snapshot = article.newest;
  const held = await findSnapshot(from, article.id, snapshot);
  if (!held) return null;
  const language = languageRead(article.language, held.text);
  const read = given?.snapshot === snapshot ? given.read : await readInTurns(held.text);
  const [title, text] = [outletText(article.title, language), outletText(held.text, language, read)];
  return { snapshot, title: beginsWith(text, title) ? null : title, text };
}

/** Where the outlet has a term outside quotation marks, in its title and in its text. */
export async function voicesFor({ title, text }: ArticleVoice, { variants }: Pick<Wanted, 'variants'>) {
  const placesIn = async (one: OutletText | null): Promise<VoicePlace[]> =>
    one === null ? [] : voicePlaces(one, occurrencesIn(one.tokens, variants));
  return { inTitle: await placesIn(title), inText: await placesIn(text) };
}

/** Looks through an article for terms, and keeps where it has them and on which of these places statements lie. */
export async function recountArticle(tx: Tx, id: string, given?: ReadOfArticle): Promise<void> {
  await forget(tx, 'termPlaces', id);
  await forget(tx, 'termCovers', id);
  const article = await rowById(tx, 'articles', id);
  const voice = article && (await voiceOf(tx, article, given));
  if (!article || !voice) return;
  const terms = await termsIn(tx, [...(voice.title?.tokens ?? []), ...voice.text.tokens]);
  if (terms.length === 0) return;
  const anchored = await anchoredIn(tx, id, voice.snapshot);
  const pause = stepping();
  for (const term of terms) {
    await pause();
    const { inTitle, inText } = await voicesFor(voice, wantedOf(term));
    const covers: CoverRow[] = [];
    for (const { id: statementId, spans } of anchored) {
      await pause();
      for (const { start } of coveredBy(inText, spans))
        covers.push({ statementId, articleId: id, wording: term.wording, start });
    }
    const covered = new Set(covers.map(({ start }) => start));
    const own = [...inTitle, ...inText.filter(({ start }) => !covered.has(start))];
    const countOf = (usage: Usage) => own.filter((place) => place.usage === usage).length;
    await insertRow(tx, 'termPlaces', {
      ...{ articleId: id, wording: term.wording, outletId: article.outletId, language: voice.text.language },
      places: inText.map(({ start, end, usage }): KeptPlace => [start, end, usage]),
      ...{ ownUse: countOf('use'), ownDenial: countOf('denial') },
      ...{ ownMention: countOf('mention'), ownUnread: countOf('unread') },
    });
    for (const cover of covers) {
      await pause();
      await insertRow(tx, 'termCovers', cover);
    }
  }
}

/**
 * Counts what is in the outlet's own voice by the difference that one statement makes, after it was written: no other
 * statement of the article is read.
 */
export async function recountVoice(tx: Tx, statementId: string, articleId: string): Promise<void> {
  const kept = await placesIn(tx, articleId);
  const article = kept.length === 0 ? null : await rowById(tx, 'articles', articleId);
  if (!article) return;
  const anchored = await anchoredOf(tx, statementId, articleId, article.newest);
  const before = await coversOf(tx, statementId, articleId);
  for (const { wording, places } of kept) {
    const all = placesOf(places);
    const there = new Set(before.filter((cover) => cover.wording === wording).map(({ start }) => start));
    const now = new Set(coveredBy(all, anchored?.spans ?? []).map(({ start }) => start));
    for (const { start, usage } of all) {
      if (there.has(start) === now.has(start)) continue;
      const cover = { statementId, articleId, wording, start };
      if (now.has(start)) await insertRow(tx, 'termCovers', cover);
      else await forgetCover(tx, cover);
      if (!(await isCoveredByOthers(tx, cover))) await addToVoice(tx, cover, usage, now.has(start) ? -1 : 1);
    }
  }
}

/** The places as they are kept, by name. */
export function placesOf(places: readonly KeptPlace[]): VoicePlace[] {
  return places.map(([start, end, usage]) => ({ start, end, usage }));
}

function placesIn(tx: Tx, articleId: string): Promise<Pick<PlaceRow, 'wording' | 'places'>[]> {
  return tx.query(
    'places of terms in an article',
    ({ db, t, param }) =>
      db
        .select({ wording: t.termPlaces.wording, places: t.termPlaces.places })
        .from(t.termPlaces)
        .where(eq(t.termPlaces.articleId, param('article'))),
    { article: articleId },
  );
}

function coversOf(tx: Tx, statementId: string, articleId: string): Promise<CoverRow[]> {
  return tx.query(
    'places that a statement covers',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.termCovers)
        .where(and(eq(t.termCovers.statementId, param('statement')), eq(t.termCovers.articleId, param('article')))),
    { statement: statementId, article: articleId },
  );
}

async function isCoveredByOthers(tx: Tx, { statementId, articleId, wording, start }: CoverRow): Promise<boolean> {
  const rows = await tx.query(
    'others that cover a place',
    ({ db, t: { termCovers: c }, param }) =>
      db
        .select({ id: c.statementId })
        .from(c)
        .where(
          and(
            ...[eq(c.articleId, param('article')), eq(c.wording, param('wording')), eq(c.start, param('start'))],
            sql`${c.statementId} <> ${param('statement')}`,
          ),
        )
        .limit(1),
    { statement: statementId, article: articleId, wording, start },
  );
  return rows.length > 0;
}

async function forgetCover(tx: Tx, { statementId, articleId, wording, start }: CoverRow): Promise<void> {
  await tx.query(
    'forget a cover',
    ({ db, t: { termCovers: c }, param }) =>
      db
        .delete(c)
        .where(
          and(
            ...[eq(c.statementId, param('statement')), eq(c.articleId, param('article'))],
            ...[eq(c.wording, param('wording')), eq(c.start, param('start'))],
          ),
        ),
    { statement: statementId, article: articleId, wording, start },
  );
}

const COLUMNS = { use: 'ownUse', denial: 'ownDenial', mention: 'ownMention', unread: 'ownUnread' } as const;

/** Adds so many places, or takes so many away, to what an article has of a term in the outlet's own voice. */
export async function addToVoice(
  tx: Tx,
  { articleId, wording }: Pick<CoverRow, 'articleId' | 'wording'>,
  usage: Usage,
  n: number,
): Promise<void> {
  await tx.query(
    `own voice of an article ${usage}`,
    ({ db, t: { termPlaces: p }, param }) =>
      db
        .update(p)
        .set({ [COLUMNS[usage]]: sql`${p[COLUMNS[usage]]} + cast(${sql.placeholder('n')} as integer)` })
        .where(and(eq(p.articleId, param('article')), eq(p.wording, param('wording')))),
    { article: articleId, wording, n },
  );
}

async function forget(tx: Tx, name: 'termPlaces' | 'termCovers', articleId: string): Promise<void> {
  await tx.query(
    `forget ${name} of an article`,
    ({ db, t, param }) => db.delete(t[name]).where(eq(t[name].articleId, param('article'))),
    { article: articleId },
  );
}
