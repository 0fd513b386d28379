import type { z } from 'zod';

/** A request, as what writes its answer needs to know it. */
export type RequestedFormat = {
  /** What the addresses of this service begin with, as the caller reaches it; no slash at its end. */
  base: string;
  /** The path and the query. */
  url: string;
  /** What the query says of the fields that the format adds to it. */
  options: Readonly<Record<string, unknown>>;
};

type Named = {
  /** Without parameters. What is text is in UTF-8. */
  mediaType: string;
  /** What `?format=` calls it. */
  name: string;
  /** What it is, where that is JSON; else it is text. */
  schema?: z.ZodType;
  /** Fields of the query that say how it is to be written; none of them has to be given. */
  options?: Readonly<Record<string, z.ZodType>>;
};

/** A way to write an answer besides JSON. */
export type Format<Answer = unknown> = Named & {
  write(answer: Answer, asked: RequestedFormat): string | Promise<string>;
};

/** A way to write a list besides JSON: all of it, over all its pages, or as a feed the newest 50. */
export type ListFormat<Item = unknown> = Named & {
  takes: 'all' | 'newest';
  /** Asks for items one by one and gives the text bit by bit, so that no list needs to be in memory. */
  writeList(items: AsyncIterable<Item>, asked: RequestedFormat): AsyncIterable<string>;
};

export type AnyFormat = Format | ListFormat;

/** The items of a list that a feed has. */
export const NEWEST_MAX = 50;

/** One item a line. */
export const ndjson: ListFormat = {
  mediaType: 'application/x-ndjson',
  name: 'ndjson',
  takes: 'all',
  async *writeList(items) {
    for await (const item of items) yield `${JSON.stringify(item)}\n`;
  },
};

export function isOfLists(format: AnyFormat): format is ListFormat {
  return 'writeList' in format;
}

/** The header, which says that text is UTF-8; other types have an encoding of their own. */
export function contentTypeOf({ mediaType }: AnyFormat): string {
  return mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
}
