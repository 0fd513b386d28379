import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { z } from 'zod';
import type { Page } from '../kernel/page.ts';
import { lengthInCodePoints } from '../kernel/text.ts';
import type { Build } from '../platform/engine/engine.ts';
import { type Condition, type Paging, pageInOrderOfCreation } from '../platform/engine/pages.ts';
import type { Handle, Tables } from '../platform/engine/tables.ts';
import { parseQuery, QUERY_POINTS_MAX, type Query } from '../text/words/query.ts';
import { findWording, type Wording, wordsOf } from '../text/words/token.ts';

/** Rows that one request looks through for words; a walk that ends there leads on. */
const ROWS_MAX = 10_000;
const ROWS_AT_ONCE = 500;

/** A filter by words, as search reads them. */
export const withWords = (where: string) =>
  z
    .string()
    .refine((text) => lengthInCodePoints(text) <= QUERY_POINTS_MAX, `must have at most ${QUERY_POINTS_MAX} characters`)
    .optional()
    .describe(
      `**Words** that ${where} must hold together. A page may hold fewer than \`limit\` while \`next\` leads on`,
    )
    .meta({ maxLength: QUERY_POINTS_MAX });

type Row = { id: string };
type Named<Of extends Row> = {
  table: keyof Tables & string;
  select(from: Build<Tables>): unknown;
  conditions: Condition<Tables>[];
  /** What of a row the words are looked for in; a phrase stands in one of these. */
  texts(row: Of): readonly string[];
};

/**
 * One page in the order of creation, oldest first, of the rows whose texts hold the words; of all rows where none are
 * asked for. Looks through so many rows at most, and counts so many: then the page is short, and `next` leads on.
 */
export async function pageWithWords<Of extends Row>(
  from: Handle,
  { table, select, conditions, texts }: Named<Of>,
  q: string | undefined,
  { limit, after, count }: Paging,
): Promise<Page<Of, readonly string[]>> {
  const read = (paging: Paging) =>
    pageInOrderOfCreation<Tables & Record<string, SQLiteTable>, Of>(from, table, select, conditions, paging);
  if (q === undefined) return read({ limit, after, count });
  const query = parseQuery(q);
  const isFound = (row: Of) => holds(query, texts(row).map(wordsOf));
  const { found, rest } =
    query.any.length === 0 ? { found: [], rest: null } : await walk(read, isFound, after, limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const next = found.length > limit && last ? [last.id] : rest;
  return { items, next, ...(count && (await total(read, isFound, query))) };
}

type Read<Of> = (paging: Paging) => Promise<Page<Of, readonly string[]>>;
type Walked<Of> = { found: Of[]; rest: readonly string[] | null };

/** The first rows that are found; `rest` is where the walk ended before it had found so many or seen all. */
async function walk<Of>(
  read: Read<Of>,
  isFound: (row: Of) => boolean,
  after: readonly string[] | null,
  wanted: number,
): Promise<Walked<Of>> {
  const found: Of[] = [];
  let place = after;
  for (let rows = 0; rows < ROWS_MAX; rows += ROWS_AT_ONCE) {
    const { items, next } = await read({ limit: ROWS_AT_ONCE, after: place, count: false });
    found.push(...items.filter(isFound));
    if (next === null || found.length >= wanted) return { found, rest: null };
    place = next;
    await new Promise(setImmediate);
  }
  return { found, rest: place };
}

async function total<Of>(read: Read<Of>, isFound: (row: Of) => boolean, query: Query) {
  if (query.any.length === 0) return { total: 0 };
  const { found, rest } = await walk(read, isFound, null, Number.POSITIVE_INFINITY);
  return rest === null ? { total: found.length } : { total: null, totalAtLeast: found.length };
}

/** Whether texts, each as its words, hold what is asked for. */
function holds({ any }: Query, texts: readonly string[][]): boolean {
  const has = (wording: Wording) => texts.some((words) => findWording(words, wording).length > 0);
  return any.some(({ all, none }) => all.every(has) && !none.some(has));
}
