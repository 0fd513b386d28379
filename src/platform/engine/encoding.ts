import {
  Column,
  is,
  isSQLWrapper,
  Param,
  Placeholder,
  SQL,
  type SQLWrapper,
  StringChunk,
  Subquery,
  sql,
} from 'drizzle-orm';
import { type Bound, codecOf, comparing } from './codec.ts';

/** A place in a query where something else can be put. */
type Slot = { chunks: unknown[]; at: number };
type Token = { text: string } | { codec: Bound | undefined } | Slot;

/** What stands between columns and the values that they are compared with. */
const COMPARES = /^[\s)]*(=|<>|<|>|<=|>=)[\s(]*\+?$/;
const NEXT_VALUE = /^\s*,\s*\+?$/;

/**
 * Has each value encoded as the column that it is compared with, also one that is given when the query runs: Drizzle does
 * so only with those that are there when it is built. `column = value`, and `(one, other) > (value, value)` are understood;
 * elsewhere `param` is told the column. A word that is there already is written into the query.
 */
export function encodeAsCompared(query: SQLWrapper): void {
  let text = '';
  let codecs: (Bound | undefined)[] = [];
  let values: Slot[] = [];

  function endOfValues(): void {
    const others = codecs.slice(-values.length);
    if (others.length === values.length) for (const [at, slot] of values.entries()) encode(slot, others[at]);
    values = [];
    codecs = [];
  }

  for (const token of tokensOf([query.getSQL()])) {
    if ('text' in token) {
      text += token.text;
      continue;
    }
    if ('codec' in token) {
      if (values.length > 0) endOfValues();
      codecs.push(token.codec);
    } else if (values.length > 0 && NEXT_VALUE.test(text)) values.push(token);
    else {
      if (values.length > 0) endOfValues();
      if (COMPARES.test(text)) values.push(token);
    }
    text = '';
  }
  if (values.length > 0) endOfValues();
}

/** Everything that stands in a query, in the order in which it is written. */
function* tokensOf(chunks: unknown[]): Generator<Token> {
  for (const [at, chunk] of chunks.entries()) {
    if (is(chunk, StringChunk)) yield { text: chunk.value.join('') };
    else if (is(chunk, Column)) yield { codec: codecOf(chunk) };
    else if (Array.isArray(chunk)) {
      yield { text: '(' };
      yield* tokensOf(chunk);
      yield { text: ')' };
    } else if (is(chunk, Param)) yield asLiteral({ chunks, at }, chunk);
    else if (is(chunk, Placeholder)) yield { chunks, at };
    else if (is(chunk, SQL)) {
      yield* tokensOf(chunk.queryChunks);
      if (codecOf(chunk)) yield { codec: codecOf(chunk) };
    } else if (is(chunk, SQL.Aliased)) {
      if (chunk.fieldAlias === undefined) yield* tokensOf(chunk.sql.queryChunks);
      yield { codec: codecOf(chunk) };
    } else if (is(chunk, Subquery)) yield* inside(chunk, chunk._.sql);
    else if (isSQLWrapper(chunk)) yield* inside(chunk, chunk.getSQL());
    else if (isValue(chunk)) yield { chunks, at };
    else yield { text: ' it ' };
  }
}

/** A query inside another; tables and names have nothing in them. */
function* inside(chunk: unknown, { queryChunks }: SQL): Generator<Token> {
  if (queryChunks.length === 1 && queryChunks[0] === chunk) yield { text: ' it ' };
  else {
    yield { text: '(' };
    yield* tokensOf(queryChunks);
    yield { text: ')' };
  }
}

function isValue(chunk: unknown): boolean {
  return typeof chunk === 'string' || typeof chunk === 'number' || typeof chunk === 'bigint';
}

function asLiteral(slot: Slot, { value, encoder }: Param): Token {
  const codec = codecOf(encoder);
  if (!codec?.isLiteral || is(value, Placeholder)) return slot;
  return writeInto(slot, codec, value);
}

function writeInto({ chunks, at }: Slot, codec: Bound, value: unknown): Token {
  const text = String(codec.compare(value));
  chunks[at] = sql.raw(text);
  return { text };
}

function encode({ chunks, at }: Slot, codec: Bound | undefined): void {
  const chunk = chunks[at];
  if (!codec || is(chunk, Param)) return;
  if (codec.isLiteral && isValue(chunk)) writeInto({ chunks, at }, codec, chunk);
  else chunks[at] = new Param(is(chunk, Placeholder) ? chunk : codec.bind(codec.compare(chunk)), comparing(codec));
}
