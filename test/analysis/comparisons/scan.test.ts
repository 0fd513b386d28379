import { describe, expect, test } from 'vitest';
import { scanTerms } from '../../../src/analysis/comparisons/terms/scan-terms.ts';
import { READ_MAX, TermQuery } from '../../../src/analysis/comparisons/terms/term-comparison.ts';
import { termListed } from '../../../src/record/claims/wordings.ts';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { record, recordStory } from '../../support/record.ts';

const TERMS = ['zebra', 'quagga'];

describe.each(ENGINES)('words that no claim lists, on %s', (kind) => {
  test('are read in a worker where that is much, to what reading them in place finds, and no further than told', async () => {
    const service = await startService(kind);
    const { isOpen, article, outlet } = await recordStory(service, { text: null });
    const long = 'a zebra is not a quagga, and so it goes on. '.repeat(220);
    for (let at = 0; at < 12; at += 1)
      await record(service, 'statements', { ...isOpen, quoteType: 'indirect', quote: `${at} ${long}` });
    await record(service, `articles/${article.id}/snapshots`, { text: 'One more zebra stood there.' });

    const query = TermQuery.parse({ term: TERMS });
    const wanted = await Promise.all(TERMS.map((term) => termListed(service.engine.read, term)));
    const whole = await scanTerms(service.engine.read, query, wanted, READ_MAX);
    expect(whole.counts).toMatchObject({ total: 12, read: { statements: 12, isComplete: true } });

    const { body } = await service.http.get('/v1/comparisons/terms?term=zebra&term=quagga').expect(200);
    expect(body.countedIn).toEqual({ statements: 12, isComplete: true });
    expect(
      body.columns.map(({ use, denial, mention, unread }: Record<string, number>) => ({
        use,
        denial,
        mention,
        unread,
      })),
    ).toEqual(whole.counts.columns.map(({ usages }) => usages));
    expect(body.columns[0].outlets).toMatchObject([
      { outlet: { id: outlet.id }, inQuotes: 0, paraphrased: 12, ownVoice: { use: 1 } },
    ]);

    const few = { ...READ_MAX, statements: 5 };
    expect((await scanTerms(service.engine.read, query, wanted, few)).counts).toMatchObject({
      total: 5,
      read: { statements: 5, isComplete: false },
    });
    const short = await scanTerms(service.engine.read, query, wanted, {
      ...READ_MAX,
      characters: 2 * long.length + 20,
    });
    expect(short.counts.read).toEqual({ statements: 2, isComplete: false });
    const none = await scanTerms(service.engine.read, query, wanted, { ...READ_MAX, characters: 10 });
    expect(none).toMatchObject({ counts: { total: 0 }, voice: { articles: 0, isComplete: false } });
  });
});
