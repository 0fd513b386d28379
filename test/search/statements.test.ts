import { describe, expect, test } from 'vitest';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';

describe.each(ENGINES)('words of statements on %s', (kind) => {
  test('200 finds the statements whose quotes hold the words', async () => {
    const { http } = await startService(kind, { content: 'demo' });
    for (const sort of ['saidAt', '-saidAt', 'createdAt', '-createdAt', 'relevance']) {
      const { body } = await http.get('/v1/statements').query({ q: 'blockade', sort, count: 'true' }).expect(200);
      console.log(
        kind,
        sort,
        body.total,
        body.items.map((i: { quote: string }) => i.quote.slice(0, 60)),
      );
    }
  });
});
