import { describe, expect, test } from 'vitest';
import { HERE_BYTES_MAX } from '../../src/exchange/jobs.ts';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { imported, ndjson } from '../support/import.ts';
import { SEED } from './seed.ts';

const STATEMENTS = 400;
const FAULTY = 200;

/** The seed, and so many statements more that a thread of its own reads them in; one of them is faulty. */
const MANY = [
  ...SEED,
  ...Array.from({ length: STATEMENTS }, (_, n) => ({
    type: 'statement',
    id: `many-${n}`,
    article: 'https://courier.example/a',
    speaker: n === FAULTY ? 'nobody' : 'anna',
    quote: `The road number ${n} was closed by a blockade`,
    quoteType: 'indirect',
    saidAt: '2024-03-05',
  })),
];
const BODY = ndjson(MANY);

describe.each(ENGINES)('an import of a large file on %s', (kind) => {
  test('stores every line but the faulty one, and all that follows from them, as a small one does', async () => {
    expect(BODY.length).toBeGreaterThan(HERE_BYTES_MAX);
    const service = await startService(kind);
    const job = await imported(service, BODY);
    expect(job).toMatchObject({ state: 'done', read: MANY.length, created: MANY.length - 1, rejected: 1 });
    expect(job.errors).toMatchObject([{ line: SEED.length + FAULTY + 1, code: 'unknown-reference' }]);
    const search = await service.http.get('/v1/statements?q=blockade&count=true&limit=1').expect(200);
    expect(search.body.total ?? search.body.totalAtLeast).toBeGreaterThanOrEqual(STATEMENTS - 1);
    const terms = await service.http.get('/v1/comparisons/terms?term=blockade&term=closed').expect(200);
    expect(terms.body.columns[0].n).toBe(STATEMENTS - 1);
    const rows = await service.as.write.get(`/v1/imports/${job.id}/rows`).expect(200);
    expect(rows.text.trim().split('\n')).toHaveLength(MANY.length);
    const again = await imported(service, BODY);
    expect(again).toMatchObject({ state: 'done', created: 0, unchanged: MANY.length - 1, rejected: 1 });
  });

  test('lets what others write by, and what they wrote counts with it', async () => {
    const service = await startService(kind);
    await imported(service, ndjson(SEED));
    const reading = imported(service, BODY);
    const written = [];
    for (let n = 0; n < 5; n += 1) {
      const side = { slug: `beside-${n}`, name: `Beside ${n}` };
      written.push((await service.as.write.post('/v1/sides').send(side)).status);
    }
    expect(written).toEqual([201, 201, 201, 201, 201]);
    expect(await reading).toMatchObject({ state: 'done', rejected: 1 });
    const changes = await service.changes();
    expect(changes.filter(({ entityType }) => entityType === 'statement').length).toBeGreaterThanOrEqual(
      STATEMENTS - 1,
    );
  });
});
