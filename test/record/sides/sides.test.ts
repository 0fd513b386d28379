import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';

describe.each(ENGINES)('sides on %s', (kind) => {
  test('201 records a side under a slug made from its name, and its first line of history', async () => {
    const { as, changes } = await startService(kind);
    const { body, headers } = await as.write.post('/v1/sides').send({ name: 'Åland & Co' }).expect(201);
    expect(body).toMatchObject({ slug: 'aland-co', name: 'Åland & Co', revision: 1 });
    expect(body.id).toMatch(/^sid_[0-9a-z]{13}$/);
    expect(headers.location).toBe(`/v1/sides/${body.id}`);
    expect(headers.etag).toMatch(/^"1-/);
    expect(await changes()).toMatchObject([{ action: 'create', entityType: 'side', entityId: body.id, revision: 1 }]);
  });

  test('409 refuses a slug that is taken and writes nothing', async () => {
    const { as, changes } = await startService(kind);
    await as.write.post('/v1/sides').send({ name: 'One', slug: 'one' }).expect(201);
    const { body } = await as.write.post('/v1/sides').send({ name: 'Other', slug: 'one' }).expect(409);
    expect(body).toMatchObject({ code: 'conflict', errors: [{ pointer: '/slug' }] });
    expect(await changes()).toHaveLength(1);
  });

  test('412 tells the second of two editors, and keeps what the first wrote', async () => {
    const { as, http } = await startService(kind);
    const { body, headers } = await as.write.post('/v1/sides').send({ name: 'One' }).expect(201);
    const url = `/v1/sides/${body.slug}`;
    await as.write
      .patch(url)
      .set('If-Match', headers.etag as string)
      .send({ name: 'First' })
      .expect(200);
    const stale = await as.write
      .patch(url)
      .set('If-Match', headers.etag as string)
      .send({ name: 'Second' })
      .expect(412);
    expect(stale.body).toMatchObject({ code: 'stale-revision', revision: 2 });
    expect((await http.get(url)).body).toMatchObject({ name: 'First', revision: 2 });
  });
});
