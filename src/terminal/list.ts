import { z } from 'zod';
import type { Client } from '../platform/client.ts';

export const ITEMS_MAX = 10_000;
export const ITEMS_SHOWN = 50;
const PAGE_MAX = 200;

type Filter = Record<string, string | boolean | readonly string[] | undefined>;

/** So many items of a list of the API, over as many pages as that takes: as they came, and what was looked for in them. */
export type Listed<Item> = { body: { items: unknown[]; next: string | null }; items: Item[] };

export async function itemsOf<Item>(
  client: Client,
  path: string,
  filter: Filter,
  limit: number,
  shape: z.ZodType<Item>,
): Promise<Listed<Item>> {
  const Page = z.object({ items: z.array(shape), next: z.string().nullable() });
  const Raw = z.object({ items: z.array(z.unknown()) });
  const [raw, items]: [unknown[], Item[]] = [[], []];
  for (let cursor: string | undefined; ; ) {
    const wanted = Math.min(PAGE_MAX, limit - items.length);
    const { body, read } = await client.get(path, { ...filter, limit: wanted, cursor }, Page);
    raw.push(...Raw.parse(body).items);
    items.push(...read.items);
    if (read.next === null || items.length >= limit) return { body: { items: raw, next: read.next }, items };
    cursor = read.next;
  }
}
