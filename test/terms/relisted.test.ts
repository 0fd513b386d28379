import { describe, expect, test } from 'vitest';
import type { Engine } from '../../src/tables.ts';
import { countTerm } from '../../src/terms/counter.ts';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { keptAndRead, keptTermsIn } from '../support/kept.ts';
import { record, recordStory, revise } from '../support/record.ts';

describe.each(ENGINES)('a term that is being counted on %s', (kind) => {
  test('is counted as the claims list it, also when one listed it for a moment', async () => {
    const service = await startService(kind);
    const { open, shut, article, anna, dispute } = await recordStory(service, { text: null });
    for (let at = 0; at < 102; at += 1)
      await record(service, 'statements', {
        article: article.id,
        speaker: anna.id,
        dispute: dispute.id,
        quote: 'the quay is shut tight',
        quoteType: 'indirect',
        stances: [{ claim: shut.id, stance: 'deny' }],
      });
    await revise(service, `claims/${open.id}`, { terms: ['quay', 'gate'] });
    let writes = 0;
    const engine: Engine = {
      ...service.engine,
      read: service.engine.read,
      write: async (work) => {
        writes += 1;
        if (writes === 2) await revise(service, `claims/${shut.id}`, { terms: ['quay'] });
        if (writes === 3) await revise(service, `claims/${shut.id}`, { terms: [] });
        return service.engine.write(work);
      },
    };
    await countTerm(engine, 'quay');
    const quay = (await keptTermsIn(service.engine)).find(({ wording }) => wording === 'quay');
    const { kept, read } = await keptAndRead(service.engine, ['quay', 'gate']);
    if (quay?.isWhole) expect(kept).toEqual(read);
  });
});
