import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { another, record, recordStory, TEXT } from '../../support/record.ts';

describe.each(ENGINES)('drift in the whole record on %s', (kind) => {
  const service = shared(() => startService(kind));
  const list = async (query: string) => (await service().http.get(`/v1/drift?${query}`).expect(200)).body;

  /** A statement whose quote is altered, one whose quote is gone, one that stays, and a draft that is altered too. */
  async function edited() {
    const story = await recordStory(service(), { text: null });
    const path = `articles/${story.article.id}/snapshots`;
    await record(service(), path, { text: TEXT, retrievedAt: '2024-03-02' });
    const stays = await record(service(), 'statements', story.isOpen);
    const altered = await record(service(), 'statements', story.isShut);
    const gone = await record(service(), 'statements', { ...another(story.isShut), quote: 'he wrote in a letter' });
    const draft = await record(service(), 'statements', { ...story.isShut, quote: 'the key', status: 'draft' });
    const text = TEXT.replace('Nobody has seen the key', 'Nobody has not seen the keys').replace(
      '“The gates are shut,” he wrote in a letter. ',
      '',
    );
    const made = await record(service(), path, { text, retrievedAt: '2024-03-05' });
    return { ...story, stays, altered, gone, draft, made, path };
  }

  test('200 tells the newest texts first, without what is unchanged, drafts and older copies', async () => {
    const { dispute, stays, altered, gone, draft, made, path, article, ben, outlet, south, north } = await edited();
    expect(made.drift).toMatchObject({ unchanged: 1, gone: 1 });
    expect(made.drift.altered + made.drift.moved).toBe(2);
    const of = `dispute=${dispute.id}`;
    const { items } = await list(of);
    const ids = items.map(({ statement }: { statement: { id: string } }) => statement.id);
    expect(ids).toEqual([gone.id, altered.id]);
    expect(items[1]).toMatchObject({
      drift: 'altered',
      difference: 'negation',
      article: { id: article.id },
      from: { snapshot: 1, retrievedAt: '2024-03-02' },
      to: { snapshot: 2, retrievedAt: '2024-03-05' },
      closest: { text: 'Nobody has not seen the keys since winter' },
      at: '2024-03-05',
    });
    for (const [query, count] of [
      [`${of}&drift=altered`, 1],
      [`${of}&drift=unchanged&drift=gone`, 2],
      [`${of}&difference=negation`, 1],
      [`${of}&difference=numbers`, 0],
      [`speaker=${ben.slug}&outlet=${outlet.slug}&article=${article.id}&side=${south.slug}`, 2],
      [`${of}&side=${north.slug}`, 0],
      [`${of}&from=2024-03-05&to=2024-03`, 2],
      [`${of}&to=2024-03-04`, 0],
      [`${of}&from=2024-03-06`, 0],
    ] as const)
      expect((await list(`${query}&count=true`)).total, query).toBe(count);
    const first = await list(`${of}&limit=1`);
    expect(first.items).toEqual(items.slice(0, 1));
    expect((await list(`${of}&limit=1&cursor=${first.next}`)).items).toEqual(items.slice(1));
    await service().http.get('/v1/drift?side=nowhere').expect(422);
    await service().http.get('/v1/drift?mood=angry').expect(400);

    const older = await record(service(), path, { text: 'Nothing of it.', retrievedAt: '2024-03-01' });
    expect(older).toMatchObject({ number: 3, newest: false, drift: { gone: 4 } });
    expect((await list(of)).items).toEqual(items);
    expect((await service().http.get(`/v1/statements/${stays.id}`)).body.drift).toEqual({
      drift: 'unchanged',
      snapshot: 2,
    });
    const lines = (await service().http.get(`/v1/changes?type=snapshot&limit=200`)).body.items;
    const touched = lines.map(({ patch }: { patch: { value: { drift?: unknown } }[] }) => patch[0]?.value.drift);
    expect(touched).toContainEqual({ altered: [altered.id], gone: [gone.id] });
    expect(JSON.stringify(touched)).not.toContain(draft.id);
  });

  test('200 a statement tells its drift in the newest text, and lists filter by it', async () => {
    const { article, altered, isOpen, path } = await edited();
    const { body } = await service().http.get(`/v1/statements?article=${article.id}&drift=altered`).expect(200);
    expect(body.items).toMatchObject([
      { id: altered.id, drift: { drift: 'altered', snapshot: 2, difference: 'negation' } },
    ]);
    // An older copy never becomes the text in which quotes are looked up.
    await record(service(), path, { text: 'Nothing of it.', retrievedAt: '2023' });
    const refused = await service()
      .as.write.post('/v1/statements')
      .send({ ...isOpen, quote: 'Nothing of it' });
    expect(refused.body).toMatchObject({ code: 'quote-not-found', elsewhere: [{ in: 'snapshot', snapshot: 3 }] });
  });
});
