import { z } from 'zod';
import { trueOrFalse } from './boolean.ts';
import { wholeNumberOr } from './number.ts';

export const PAGE_LIMIT_MAX = 200;

/** Rows that are read to count a list; where it would take more, `total` is null. */
export const COUNT_ROWS_MAX = 100_000;

/**
 * One page of a list. `next` is the place after its last item; null at the end. Where a list is too long to count,
 * `total` is null and `totalAtLeast` says how many were counted.
 */
export type Page<Item, Place = string> = {
  items: Item[];
  next: Place | null;
  total?: number | null;
  totalAtLeast?: number;
};

const inDigits = (n: number) => n.toLocaleString('en');

/**
 * Which members of each entity are asked for, in the order in which it has them; `anchor.result` where of a member only
 * one of its own is.
 */
export type Members = readonly string[];

/** What every list takes besides its filters. */
export const pageQuery = {
  limit: wholeNumberOr(50, 1, PAGE_LIMIT_MAX).describe('How many items a page has'),
  cursor: z.string().min(1).max(1000).optional().describe('`next` of the page before'),
  count: trueOrFalse().describe(
    `\`true\` adds \`total\`, exact as long as no more than ${inDigits(COUNT_ROWS_MAX)} rows are read for it; beyond that \`total\` is null, and \`totalAtLeast\` says how many were counted`,
  ),
};

const Next = z
  .string()
  .nullable()
  .meta({ id: 'Next', description: 'The cursor of the next page; null on the last one' });
const Total = z.int().min(0).nullable().meta({
  id: 'Total',
  description: 'How many items the whole list has; only with `count=true`, and null where that is too many to count',
});
const TotalAtLeast = z
  .int()
  .min(0)
  .meta({ id: 'TotalAtLeast', description: 'Where `total` is null: there are more than this' });

/** What every page has besides its items. */
const PageEnd = z
  .object({ next: Next, total: Total.optional(), totalAtLeast: TotalAtLeast.optional() })
  .meta({ id: 'Page' });

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), ...PageEnd.shape });
}

/** Cuts a page out of `limit + 1` rows: the one too many only says that there is more. */
export function cutPage<Row, Place>(rows: Row[], limit: number, placeOf: (row: Row) => Place): Page<Row, Place> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? placeOf(last) : null };
}
