import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { recheckAll } from '../../../src/derived/rechecks/rechecker.ts';
import { insertRow, updateRow } from '../../../src/platform/engine/rows.ts';
import { quoteChecker } from '../../../src/text/quotes/checker.ts';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { record, recordStory, TEXT } from '../../support/record.ts';

describe.each(ENGINES)('what an older version stored, on %s,', (kind) => {
  test('is looked through: quotes anew, once, and names are folded', async () => {
    const service = await startService(kind);
    const { engine } = service;
    const checker = quoteChecker();
    const { isOpen, isShut, article, outlet } = await recordStory(service);
    const right = await record(service, 'statements', isOpen);
    const wrong = await record(service, 'statements', isShut);
    await record(service, `articles/${article.id}/snapshots`, { text: TEXT.replace('seen', 'not seen') });
    const asItIs = (await service.http.get(`/v1/statements/${wrong.id}`)).body;
    await engine.write(async (tx) => {
      // As an older version had them: a quote inside a word, no digest of its words, no drift of today's form.
      const anchor = { ...wrong.anchor, result: 'exact', start: 1, end: 5, hints: null, fragment: null };
      for (const member of ['url', 'warnings']) delete anchor[member];
      await updateRow(tx, 'statements', wrong.id, { anchor, quoteKey: null });
      await updateRow(tx, 'articles', article.id, { newest: 1 });
      await tx.query(
        'forget likenesses of a test',
        ({ db, t, param }) => db.delete(t.likenesses).where(eq(t.likenesses.entityId, param('id'))),
        { id: outlet.id },
      );
      for (const each of ['article', 'outlet', 'speaker', 'claim'] as const)
        await insertRow(tx, 'rechecks', { kind: each, after: '' });
    });
    await recheckAll(engine, checker);
    const now = (await service.http.get(`/v1/statements/${wrong.id}`)).body;
    expect(now).toMatchObject({ revision: 2, anchor: asItIs.anchor, drift: asItIs.drift });
    expect((await service.http.get(`/v1/statements/${right.id}`)).body).toMatchObject({ revision: 1 });
    const lines = await service.changes();
    expect(lines.at(-1)).toMatchObject({ actor: 'service', entityId: wrong.id, action: 'revise' });
    const like = await record(service, 'outlets', { name: `The ${outlet.name}` });
    expect(like.similar).toEqual([{ id: outlet.id, slug: outlet.slug, name: outlet.name }]);
    const refused = await service.as.write.post('/v1/statements').send({ ...isShut, quote: `${isShut.quote}.` });
    expect(refused.body.code).toMatch(/^(duplicate|quote-altered)$/);

    await engine.write((tx) => insertRow(tx, 'rechecks', { kind: 'article', after: '' }));
    const before = (await service.changes()).length;
    await recheckAll(engine, checker);
    expect(await service.changes(), 'again').toHaveLength(before);
    await checker.close();
  });
});
