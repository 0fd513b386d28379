import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { another, record, recordStory, TEXT } from '../../support/record.ts';

describe.each(ENGINES)('drift on %s', (kind) => {
  const service = shared(() => startService(kind));

  test('200 tells of each anchored quote what became of it in each later text, and leaves its anchor', async () => {
    const { isOpen, isShut, article } = await recordStory(service());
    const stays = await record(service(), 'statements', isOpen);
    const goes = await record(service(), 'statements', isShut);
    const quote = 'The harbour office was not available for comment';
    const moves = await record(service(), 'statements', { ...isShut, quote, quoteType: 'indirect' });
    const path = `articles/${article.id}/snapshots`;
    const edited = TEXT.replace('Nobody has seen the key', 'Nobody has got the key').replace(`. ${quote}`, '');
    await record(service(), path, { text: `${edited}\n\n${quote}.` });
    await record(service(), path, { text: TEXT.replace(/Ben Sud disagreed[^\n]*\n\n/u, '') });

    const drifts = async (limit = 50) => {
      const items = [];
      let next: string | null = null;
      do {
        const cursor: string = next === null ? '' : `&cursor=${next}`;
        const { body } = await service()
          .http.get(`/v1/articles/${article.id}/drift?limit=${limit}${cursor}`)
          .expect(200);
        items.push(...body.items);
        next = body.next;
      } while (next !== null);
      return items;
    };
    const items = await drifts();
    expect(items.map(({ statement, to, drift }) => [statement.id, to.snapshot, drift])).toEqual([
      [moves.id, 3, 'moved'],
      [goes.id, 3, 'gone'],
      [stays.id, 3, 'unchanged'],
      [moves.id, 2, 'moved'],
      [goes.id, 2, 'altered'],
      [stays.id, 2, 'unchanged'],
    ]);
    expect(await drifts(1), 'page by page').toEqual(items);
    const { start, end } = stays.anchor;
    expect(items[5]).toMatchObject({
      statement: { id: stays.id, quote: isOpen.quote, speaker: { id: stays.speaker.id }, anchor: { result: 'exact' } },
      from: { snapshot: 1, start, end },
      to: { snapshot: 2, result: 'exact', start, end },
    });
    expect(items[5]).not.toHaveProperty('closest');
    expect(items[4]).toMatchObject({
      from: { snapshot: 1, start: goes.anchor.start },
      to: { snapshot: 2, result: 'altered', start: null, end: null },
      difference: 'words',
      closest: { text: 'Nobody has got the key since winter', firstDifference: { expected: 'g', found: 's' } },
    });
    expect(items[1]).toMatchObject({ to: { result: 'not-found', start: null } });
    for (const { id, anchor, revision } of [stays, goes, moves])
      expect((await service().http.get(`/v1/statements/${id}`)).body).toMatchObject({ anchor, revision });
    const { body } = await service().http.get(
      `/v1/articles/${encodeURIComponent(article.url)}/drift?count=true&limit=1`,
    );
    expect(body).toMatchObject({ total: 6, items: [{ drift: 'moved' }] });
  });

  test('200 looks a quote that never stood in the text up anew in each later one: no drift, an anchor once it stands', async () => {
    const { isOpen, article } = await recordStory(service());
    const quote = 'we never promised a date';
    const made = await record(service(), 'statements', { ...isOpen, quote, quoteType: 'indirect' });
    expect(made.anchor.result).toBe('not-found');
    await record(service(), `articles/${article.id}/snapshots`, { text: `${TEXT} She added that ${quote}.` });
    const { body } = await service().http.get(`/v1/statements/${made.id}`).expect(200);
    expect(body).toMatchObject({ revision: 2, anchor: { result: 'exact', snapshot: 2 } });
    expect((await service().http.get(`/v1/articles/${article.id}/drift`)).body).toEqual({ items: [], next: null });
  });

  test('201 anchors what is recorded while a new text comes in that text, or tells its drift there', async () => {
    const { isOpen, article } = await recordStory(service());
    const texts = [`First.\n${TEXT}`, `Second line, longer.\n${TEXT}`];
    const recording = Array.from({ length: 8 }, () => record(service(), 'statements', another(isOpen)));
    const [made] = await Promise.all([
      Promise.all(recording),
      ...texts.map((text) => record(service(), `articles/${article.id}/snapshots`, { text })),
    ]);
    const { body } = await service().http.get(`/v1/articles/${article.id}/drift?limit=200`).expect(200);
    for (const { id } of made) {
      const { anchor } = (await service().http.get(`/v1/statements/${id}`).expect(200)).body;
      expect(anchor.result).toBe('exact');
      const drifts = body.items.filter(({ statement }: { statement: { id: string } }) => statement.id === id);
      const told = drifts.map(({ to }: { to: { snapshot: number } }) => to.snapshot).sort();
      expect([anchor.snapshot, ...told]).toEqual([1, 2, 3].slice(anchor.snapshot - 1));
    }
  });

  test('404 tells that there is no such article', async () => {
    await service().http.get('/v1/articles/https%3A%2F%2Fnowhere.example%2F/drift').expect(404);
  });
});
