import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { another, changesBy, record, recordStory, revise } from '../../support/record.ts';

describe.each(ENGINES)('speakers on %s', (kind) => {
  const service = shared(() => startService(kind));
  const ids = async (query: string) =>
    (await service().http.get(`/v1/speakers?${query}`).expect(200)).body.items.map(({ id }: { id: string }) => id);

  test('201 records a speaker with its defaults: a person without aliases and affiliations', async () => {
    const bare = await record(service(), 'speakers', { name: 'Łukasz Ðorđe' });
    expect(bare).toEqual({
      id: expect.stringMatching(/^spk_[0-9a-z]{13}$/),
      revision: 1,
      createdAt: expect.any(String),
      updatedAt: bare.createdAt,
      slug: 'lukasz-dorde',
      name: 'Łukasz Ðorđe',
      kind: 'person',
      aliases: [],
      wikidata: null,
      affiliations: [],
    });
  });

  test('201 records every field, affiliations by id and slug with open ends', async () => {
    const { north, south } = await recordStory(service());
    const made = await record(service(), 'speakers', {
      name: 'Everything',
      slug: 'every-field',
      kind: 'organization',
      aliases: ['All', 'The lot'],
      wikidata: 'Q214378',
      affiliations: [
        { side: north.slug, title: 'Envoy', from: '2019-04', until: '2024-06-30' },
        { side: south.id, from: '2024-07-01' },
      ],
    });
    expect(made).toMatchObject({
      slug: 'every-field',
      kind: 'organization',
      aliases: ['All', 'The lot'],
      wikidata: 'Q214378',
      affiliations: [
        {
          side: { id: north.id, slug: north.slug, name: north.name },
          title: 'Envoy',
          from: '2019-04',
          until: '2024-06-30',
        },
        { side: { id: south.id }, title: null, from: '2024-07-01', until: null },
      ],
    });
    expect((await service().http.get('/v1/speakers/every-field').expect(200)).body).toEqual(made);
  });

  test('200 lists speakers by side, kind and Wikidata item', async () => {
    const { north, south, anna, ben } = await recordStory(service());
    const both = await record(service(), 'speakers', {
      name: 'Turncoat',
      kind: 'unattributed',
      wikidata: 'Q42',
      affiliations: [
        { side: north.id, until: '2020' },
        { side: south.id, from: '2021' },
        { side: south.id, from: '2022' },
      ],
    });
    expect(await ids(`side=${north.slug}`)).toEqual([anna.id, both.id]);
    expect(await ids(`side=${north.slug}&side=${south.id}&count=true`)).toEqual([anna.id, ben.id, both.id]);
    expect(await ids(`side=${south.slug}&kind=unattributed`)).toEqual([both.id]);
    expect(await ids('wikidata=Q42')).toEqual([both.id]);
    await revise(service(), `speakers/${both.id}`, { affiliations: null });
    expect(await ids(`side=${north.slug}`)).toEqual([anna.id]);
  });

  test('200 leaves what was said before as it was when a speaker changes sides or title', async () => {
    const { anna, south, isOpen, north } = await recordStory(service());
    const before = await record(service(), 'statements', isOpen);
    expect(before).toMatchObject({ side: { id: north.id, role: 'party' }, speaker: { title: 'Mayor' } });
    await revise(service(), `speakers/${anna.id}`, { affiliations: [{ side: south.id, title: 'Defector' }] });
    const { http } = service();
    expect((await http.get(`/v1/statements/${before.id}`)).body).toMatchObject({
      revision: 1,
      side: { id: north.id },
      speaker: { title: 'Mayor' },
    });
    for (const patch of [{ note: 'checked' }, { speaker: anna.slug, cue: 'said' }]) {
      expect(await revise(service(), `statements/${before.id}`, patch)).toMatchObject({
        side: { id: north.id },
        speaker: { title: 'Mayor' },
      });
    }
    expect(await record(service(), 'statements', { ...another(isOpen), note: 'later' })).toMatchObject({
      side: { id: south.id },
      speaker: { title: 'Defector' },
    });
  });

  test.each([
    ['an affiliation that ends before it starts', [{ side: 'S', from: '2024-02', until: '2024-01-31' }], 400, 'until'],
    ['an affiliation to an unknown side', [{ side: 'nowhere' }], 422, 'side'],
    ['an affiliation from 2023-02-30', [{ side: 'S', from: '2023-02-30' }], 400, 'from'],
    ['an affiliation without a side', [{ title: 'Envoy' }], 400, 'side'],
  ])('refuses %s at its place and writes nothing', async (_name, affiliations, status, member) => {
    const { north, anna } = await recordStory(service());
    const sent = affiliations.map((one) => ('side' in one && one.side === 'S' ? { ...one, side: north.id } : one));
    const { as } = service();
    const written = await changesBy(service(), async () => {
      const refusal = { status, errors: [{ pointer: `/affiliations/0/${member}` }] };
      const body = { name: 'N', affiliations: sent };
      expect((await as.write.post('/v1/speakers').send(body)).body).toMatchObject(refusal);
      const patching = as.write.patch(`/v1/speakers/${anna.id}`).set('If-Match', '*').send({ affiliations: sent });
      expect((await patching).body).toMatchObject(refusal);
    });
    expect(written).toEqual([]);
  });

  test('409 refuses to delete a speaker to whom a statement is attributed, a withdrawn one too', async () => {
    const { anna, ben, isOpen } = await recordStory(service());
    const { as } = service();
    const statement = await record(service(), 'statements', isOpen);
    const remove = (id: string) => as.write.delete(`/v1/speakers/${id}`).set('If-Match', '*');
    expect((await remove(anna.slug).expect(409)).body).toMatchObject({ code: 'in-use', references: { statements: 1 } });
    await as.write.delete(`/v1/statements/${statement.id}`).set('If-Match', '*').expect(204);
    await remove(anna.slug).expect(409);
    await remove(ben.slug).expect(204);
  });
});
