import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';

describe.each(ENGINES)('search beside comparisons on %s', (kind) => {
  test('200 finds speakers after claims were compared, and compares claims after speakers were found', async () => {
    const service = await startService(kind, { content: 'demo' });
    const find = () => service.http.get('/v1/search').query({ q: 'UN', kind: 'speaker' }).expect(200);
    const compare = () => service.http.get('/v1/comparisons/claims?claim=blockade&claim=limited-access').expect(200);
    const [compared, found] = [await compare(), await find()];
    expect(found.body.items.map(({ speaker }: { speaker: { slug: string } }) => speaker.slug)).toEqual([
      'united-nations',
    ]);
    expect((await compare()).body).toEqual(compared.body);
    expect((await find()).body).toEqual(found.body);
  });
});
