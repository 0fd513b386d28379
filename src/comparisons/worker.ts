import { openReader } from '../platform/engine/open.ts';
import { letOthersFirst } from '../platform/threads.ts';
import { type Handle, tables } from '../tables.ts';
import { type Making, makeIn, type Told } from './making.ts';

letOthersFirst();
let handle: Handle | null = null;

/** Makes one comparison. A worker belongs to one engine, so that its database is always the same. */
export default function make(making: Making): Promise<Told> {
  handle ??= openReader(making.database, tables);
  return makeIn(handle, making);
}
