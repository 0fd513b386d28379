import { reviewRows } from './claimreview.ts';
import { isNode } from './json-ld.ts';
import { jsonValues } from './json-values.ts';
import { type Context, type ForeignRow, faulty, type Source } from './row.ts';

/**
 * A schema.org DataFeed, as Data Commons publishes it: item by item, however large. What stands in an element's `item`
 * (an object, a list, or null) is a row each; an element that holds nothing is told as a row that was rejected.
 */
export async function* readDataFeed(source: Source, context: Context): AsyncGenerator<ForeignRow> {
  for await (const read of jsonValues(source, 'dataFeedElement')) {
    if ('failure' in read) {
      yield read;
      continue;
    }
    const { line, pointer, value, warnings } = read;
    if (isNode(value) && Array.isArray(value.dataFeedElement) && value.dataFeedElement.length === 0) continue;
    if (isNode(value) && 'item' in value && value['@type'] !== 'ClaimReview') {
      const item = value.item;
      if (item === null || (Array.isArray(item) && item.length === 0))
        yield { line, pointer, failure: faulty('/item', 'holds no review', 'unprocessable') };
      else if (Array.isArray(item))
        for (const [at, one] of item.entries())
          yield* reviewRows({ line, pointer: `${pointer}/item/${at}`, value: beside(one, value), warnings }, context);
      else yield* reviewRows({ line, pointer: `${pointer}/item`, value: beside(item, value), warnings }, context);
    } else yield* reviewRows(read, context);
  }
}

/** The address of the review stands beside it, where it does not stand in it. */
function beside(item: unknown, element: Record<string, unknown>): unknown {
  return isNode(item) && item.url === undefined && element.url !== undefined ? { ...item, url: element.url } : item;
}
