import type { z } from 'zod';
import type { Caller } from '../../access/guard.ts';
import type { Page } from '../../kernel/page.ts';
import type { Told } from '../../platform/engine/lasting.ts';
import type { Paging } from '../../platform/engine/pages.ts';
import type { Statement } from './statement.ts';

/** How statements are listed: by what is derived from them, too, so that the application hands it to the routes. */
export type StatementListing<Filter> = {
  filter: z.ZodRawShape;
  list(filter: Filter, paging: Paging, caller: Caller): Promise<Page<Statement, readonly string[]>>;
  /** The same, written as they are sent. */
  listTold(filter: Filter, paging: Paging, caller: Caller): Promise<Page<Told, readonly string[]>>;
  /** Those that were recorded last, the last first. */
  newest(filter: Filter, limit: number, caller: Caller): Promise<readonly Statement[]>;
};
