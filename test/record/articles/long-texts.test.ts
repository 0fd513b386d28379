import { describe, expect, test } from 'vitest';
import { rebuildSearch } from '../../../src/derived/full-text/rebuild.ts';
import { recountArticle } from '../../../src/derived/terms/voices.ts';
import type { Engine } from '../../../src/platform/engine/tables.ts';
import { type Service, startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { record, recordStory, revise } from '../../support/record.ts';

const WORDS =
  'harbour quay gate key winter storm mayor office boat letter reporter repair morning council anchor'.split(' ');

/** Sentences of many words, some in quotation marks, with a term in each; of nearly a mebibyte. */
function longText(seed: number): string {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const sentence = () => {
    const words = Array.from({ length: 12 }, () => `${WORDS[random(WORDS.length)]}${random(900)}`);
    const said = `the quay blockade is no ${words.join(' ')}`;
    return random(4) === 0 ? `“${said},” she said 🚢.` : `${said}.`;
  };
  return Array.from({ length: 7_000 }, (_, at) => `${sentence()}${at % 9 === 8 ? '\n\n' : ' '}`).join('');
}

async function derivedOf(engine: Engine, article: string) {
  const entries = await engine.read.query('all entries of the test', ({ db, t }) => db.select().from(t.searchEntries));
  const places = await engine.read.query('all places of the test', ({ db, t }) => db.select().from(t.termPlaces));
  return {
    entries: entries
      .filter(({ entityId, snapshot }) => String(entityId) === article || snapshot !== null)
      .map(({ place: _, ...entry }) => JSON.stringify(entry))
      .sort(),
    places: places.filter(({ articleId }) => articleId === article),
  };
}

async function storyWithTerm(service: Service) {
  const { article, question } = await recordStory(service, { text: null });
  await record(service, 'claims', { question: question.id, text: 'There is a blockade', terms: [['quay blockade']] });
  return article;
}

describe.each(ENGINES)('texts of a mebibyte on %s', (kind) => {
  const service = shared(() => startService(kind));

  test('strangers are answered all the while such a text is stored, and see nothing of it until it is', async () => {
    const article = await storyWithTerm(service());
    const path = `/v1/articles/${article.id}`;
    const { writesWaiting } = service().engine;
    let isStored = false;
    const seen: { isInTurn: boolean; snapshots: number }[] = [];
    const storing = record(service(), `articles/${article.id}/snapshots`, { text: longText(1) }).finally(() => {
      isStored = true;
    });
    while (!isStored) {
      const isInTurn = writesWaiting === null || Atomics.load(writesWaiting, 0) > 0;
      const { snapshots } = (await service().app.inject(path)).json();
      await new Promise(setImmediate);
      if (!isStored) seen.push({ isInTurn, snapshots });
    }
    await storing;
    const before = seen.filter(({ snapshots }) => snapshots === 0);
    // Stored whole in one turn of the loop, nobody would be answered between the beginning of the write and its end.
    expect(before.filter(({ isInTurn }) => isInTurn).length).toBeGreaterThan(8);
    expect(seen.slice(0, before.length)).toEqual(before);
    expect((await service().http.get(path)).body.snapshots).toBe(1);
  });

  test('what is found and counted of it is what is found and counted when it is read anew', async () => {
    const article = await storyWithTerm(service());
    const { engine } = service();
    await record(service(), `articles/${article.id}/snapshots`, { text: longText(2) });
    const first = await derivedOf(engine, article.id);
    expect(first.entries.length).toBeGreaterThan(40);
    expect(first.places).toMatchObject([{ wording: 'quay blockade' }]);
    expect(first.places[0]?.places.length).toBeGreaterThan(4_000);
    await engine.write((tx) => recountArticle(tx, article.id));
    await rebuildSearch(engine);
    expect(await derivedOf(engine, article.id)).toEqual(first);
  });

  test('an article that is named otherwise leaves others their turns while its texts are read anew', async () => {
    const article = await storyWithTerm(service());
    await record(service(), `articles/${article.id}/snapshots`, { text: longText(3) });
    let isDone = false;
    let answered = 0;
    const renaming = revise(service(), `articles/${article.id}`, { title: 'Of other things' }).finally(() => {
      isDone = true;
    });
    while (!isDone) {
      await service().app.inject('/health/live');
      await new Promise(setImmediate);
      answered += 1;
    }
    await renaming;
    expect(answered).toBeGreaterThan(8);
  });
});
