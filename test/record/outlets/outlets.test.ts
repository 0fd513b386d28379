import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { changesBy, record, recordStory, revise } from '../../support/record.ts';

describe.each(ENGINES)('outlets on %s', (kind) => {
  const service = shared(() => startService(kind));

  test('201 records an outlet with its defaults, and with every field', async () => {
    const bare = await record(service(), 'outlets', { name: 'The Daily Tide' });
    expect(bare).toEqual({
      id: expect.stringMatching(/^out_[0-9a-z]{13}$/),
      revision: 1,
      createdAt: expect.any(String),
      updatedAt: bare.createdAt,
      slug: 'the-daily-tide',
      name: 'The Daily Tide',
      homepage: null,
      kind: 'other',
      country: null,
    });
    for (const outletKind of ['newspaper', 'broadcaster', 'agency', 'government', 'platform', 'other']) {
      const fields = { name: `A ${outletKind}`, kind: outletKind, country: 'AM', homepage: 'https://tide.example/' };
      expect(await record(service(), 'outlets', fields)).toMatchObject(fields);
    }
  });

  test('200 removes what a patch sets to null, a kind back to its default', async () => {
    const fields = { name: 'Patched', kind: 'agency', country: 'DE', homepage: 'https://patched.example/' };
    const { id } = await record(service(), 'outlets', fields);
    expect(await revise(service(), `outlets/${id}`, { country: null, kind: null })).toMatchObject({
      name: 'Patched',
      homepage: 'https://patched.example/',
      kind: 'other',
      country: null,
      revision: 2,
    });
  });

  test.each([
    ['no name', {}, '/name'],
    ['an unknown kind', { name: 'N', kind: 'blog' }, '/kind'],
    ['a country in words', { name: 'N', country: 'Germany' }, '/country'],
    ['a homepage that is no web address', { name: 'N', homepage: 'javascript:alert(1)' }, '/homepage'],
    ['a name that is a number', { name: 7 }, '/name'],
    ['a name of 201 characters', { name: 'n'.repeat(201) }, '/name'],
  ])('400 refuses %s at its place and writes nothing', async (_name, body, pointer) => {
    const written = await changesBy(service(), async () => {
      const refused = await service().as.write.post('/v1/outlets').send(body).expect(400);
      expect(refused.body).toMatchObject({ code: 'invalid', errors: [{ pointer }] });
    });
    expect(written).toEqual([]);
  });

  test('409 refuses to delete an outlet that has articles, and counts them', async () => {
    const { outlet, article } = await recordStory(service());
    const remove = () => service().as.write.delete(`/v1/outlets/${outlet.slug}`).set('If-Match', '*');
    expect((await remove().expect(409)).body).toMatchObject({ code: 'in-use', references: { articles: 1 } });
    await service().as.write.delete(`/v1/articles/${article.id}`).set('If-Match', '*').expect(204);
    await remove().expect(204);
  });
});
