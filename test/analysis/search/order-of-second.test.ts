import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { record, recordStory, revise } from '../../support/record.ts';

describe.each(ENGINES)('statements with words, of one day, on %s', (kind) => {
  test('are in the order of all, though those of one article and then those of another were dated anew', async () => {
    const service = await startService(kind);
    const { isOpen, article, outlet } = await recordStory(service);
    const other = await record(service, 'articles', {
      url: 'https://courier.example/other',
      title: 'Another',
      outlet: outlet.id,
      publishedAt: '2024-03-01',
    });
    const said = { ...isOpen, quoteType: 'indirect', saidAt: '2024-02-29' };
    const made: string[] = [];
    for (const [at, of] of [article, other, article].entries())
      made.push(
        (await record(service, 'statements', { ...said, article: of.id, quote: `The quay is closed, ${at}` })).id,
      );
    for (const [at, of] of [article, other, article].entries())
      await revise(service, `articles/${of.id}`, { publishedAt: `2024-03-0${at + 2}` });
    const { body } = await service.http.get('/v1/statements').query({ q: 'closed', sort: 'saidAt' }).expect(200);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(made);
  });
});
