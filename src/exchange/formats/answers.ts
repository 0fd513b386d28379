import { z } from 'zod';
import { trueOrFalse } from '../../kernel/boolean.ts';
import type { Format, ListFormat, RequestedFormat } from '../../platform/http/format.ts';
import { VERSION } from '../../platform/version.ts';
import { atomFeed } from './atom.ts';
import { csvOf, type Table } from './csv-tables.ts';
import type { FeedEntry } from './feed.ts';
import { jsonFeed } from './json-feed.ts';
import type { Writing } from './written.ts';

const NDJSON = 'application/x-ndjson';
const JSON_LD = 'application/ld+json';
const BOM = trueOrFalse().describe('`true` begins CSV with a byte order mark, which some spreadsheets need');

/** Documents of schema.org: a `@graph` of a list, else one thing. */
export const JsonLdDocument = z
  .looseObject({ '@context': z.literal('https://schema.org'), '@type': z.string().optional() })
  .meta({ id: 'JsonLdDocument' });
const JsonFeed = z.looseObject({ version: z.string(), title: z.string() }).meta({ id: 'JsonFeed' });

export function writingOf({ base }: RequestedFormat): Writing {
  return { publicUrl: base, version: VERSION };
}

/** A list as a table, a row an item. */
export function csv<Item>(table: Table<Item>): ListFormat<Item> {
  return {
    mediaType: 'text/csv',
    name: 'csv',
    options: { bom: BOM },
    takes: 'all',
    writeList: (items, { options }) => csvOf(table, items, { bom: options.bom === true }),
  };
}

/** The newest of a list as Atom and as JSON Feed. */
export function feeds<Item>(
  title: string,
  entryOf: (item: Item, writing: Writing) => FeedEntry,
): readonly ListFormat<Item>[] {
  const written = (write: (feed: Parameters<typeof atomFeed>[0], entries: FeedEntry[], writing: Writing) => string) =>
    async function* writeList(items: AsyncIterable<Item>, asked: RequestedFormat): AsyncGenerator<string> {
      const writing = writingOf(asked);
      const entries: FeedEntry[] = [];
      for await (const item of items) entries.push(entryOf(item, writing));
      yield write({ title, self: asked.base + asked.url, home: asked.base, updated: null }, entries, writing);
    };
  return [
    { mediaType: 'application/atom+xml', name: 'atom', takes: 'newest', writeList: written(atomFeed) },
    {
      mediaType: 'application/feed+json',
      name: 'jsonfeed',
      schema: JsonFeed,
      takes: 'newest',
      writeList: written(jsonFeed),
    },
  ];
}

/** A list as one JSON-LD document, whose `@graph` has the items; `begin` gives what writes those of one list. */
export function graphOf<Item>(begin: () => (item: Item, writing: Writing) => Promise<object>): ListFormat<Item> {
  return {
    mediaType: JSON_LD,
    name: 'jsonld',
    schema: JsonLdDocument,
    takes: 'all',
    async *writeList(items, asked) {
      yield '{"@context":"https://schema.org","@graph":[';
      const nodeOf = begin();
      let comma = '';
      for await (const item of items) {
        const { '@context': _, ...node } = (await nodeOf(item, writingOf(asked))) as Record<string, unknown>;
        yield `${comma}\n${JSON.stringify(node)}`;
        comma = ',';
      }
      yield '\n]}\n';
    },
  };
}

/** One thing as JSON-LD. */
export function jsonLd<Answer>(nodeOf: (answer: Answer, writing: Writing) => Promise<object>): Format<Answer> {
  return {
    mediaType: JSON_LD,
    name: 'jsonld',
    schema: JsonLdDocument,
    write: async (answer, asked) => `${JSON.stringify(await nodeOf(answer, writingOf(asked)))}\n`,
  };
}

type Row = readonly (string | number | null | undefined)[];
/** The rows of one answer, under the names of their columns. */
export type Rows = { table: Table<Row>; rows: readonly Row[] };

/** One answer as the rows of a table, as NDJSON and as CSV; where there are several tables, `table=` says which. */
export function tablesOf<Answer, Name extends string>(
  first: Name,
  tables: Record<Name, (answer: Answer) => Rows>,
): readonly Format<Answer>[] {
  const names = Object.keys(tables) as [Name, ...Name[]];
  const table = z.enum(names).optional().describe(`Which table is told; \`${first}\`, when left out`);
  const chosen = (answer: Answer, { options }: RequestedFormat) =>
    tables[(options.table as Name | undefined) ?? first](answer);
  const options = names.length > 1 ? { table } : {};
  return [
    {
      mediaType: NDJSON,
      name: 'ndjson',
      options,
      write: (answer, asked) => {
        const { table, rows } = chosen(answer, asked);
        const objects = rows.map((row) => Object.fromEntries(table.columns.map((name, at) => [name, row[at] ?? null])));
        return objects.map((object) => `${JSON.stringify(object)}\n`).join('');
      },
    },
    {
      mediaType: 'text/csv',
      name: 'csv',
      options: { ...options, bom: BOM },
      write: async (answer, asked) => {
        const { table, rows } = chosen(answer, asked);
        let text = '';
        for await (const line of csvOf(table, rows, { bom: asked.options.bom === true })) text += line;
        return text;
      },
    },
  ];
}
