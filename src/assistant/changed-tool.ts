import { z } from 'zod';
import { DriftOfStatement } from '../analysis/drift/item.ts';
import { listDrifts } from '../analysis/drift/store.ts';
import { inOneSentence } from '../analysis/quotes/one-sentence.ts';
import { Reference } from '../kernel/entity.ts';
import { pageOf } from '../kernel/page.ts';
import { idReferred } from '../record/references.ts';
import { counted, cursor, filtersIn, limit, listOf } from './asked.ts';
import { tool } from './tool.ts';

export const changedQuotes = tool({
  name: 'changed_quotes',
  title: 'Quotes that were changed after publication',
  description:
    'Quotes whose article was edited after they were recorded, so that it has other words now (altered, with what stands there instead) or none (gone). The newest first.',
  input: z.strictObject({
    article: Reference.optional().describe('Only in this article: id or URL'),
    dispute: Reference.optional().describe('Only in this dispute, by id or slug'),
    limit,
    cursor,
  }),
  result: pageOf(DriftOfStatement),
  async tell({ limit, cursor, ...asked }, { engine, cursors, seesTexts }) {
    const [article, dispute] = [
      asked.article && (await idReferred(engine.read, 'article', asked.article, '/article')),
      asked.dispute && (await idReferred(engine.read, 'dispute', asked.dispute, '/dispute')),
    ];
    const list = listOf('changed_quotes', { article, dispute });
    const after = cursor === undefined ? null : cursors.open(list, cursor);
    const changed = {
      drift: ['altered', 'gone'],
      ...(article && { article: [article] }),
      ...(dispute && { dispute: [dispute] }),
    };
    const page = await listDrifts(engine.read, changed, { limit, after, count: true });
    const items = page.items.map((item) =>
      item.closest && !seesTexts
        ? { ...item, closest: inOneSentence(item.statement.quote, item.closest, undefined).closest }
        : item,
    );
    const searched = `Every later text of every article that is held was compared with the quotes recorded from it ${filtersIn(asked)}: ${counted(page)} were altered or are gone.`;
    return { result: { ...page, items, next: page.next && cursors.seal(list, page.next) }, searched };
  },
});
