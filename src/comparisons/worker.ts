import type { Moments } from '../platform/engine/engine.ts';
import { openReader } from '../platform/engine/open.ts';
import { type Tables, tables } from '../tables.ts';
import { type Making, makeIn, type Told } from './making.ts';

let reader: Moments<Tables> | null = null;

/** Makes one comparison. A worker belongs to one engine, so that its database is always the same. */
export default function make(making: Making): Promise<Told> {
  reader ??= openReader(making.database, tables);
  return makeIn(reader, making);
}
