import { z } from 'zod';
import type { Page } from '../../kernel/page.ts';
import { PartialDate } from '../../kernel/time.ts';
import type { CursorPosition } from '../cursor.ts';
import type { Paging } from './list.ts';

type Entity = { id: string; revision: number };

/** What can be told of the past of every entity. */
export type EntityHistory<Caller> = {
  line: z.ZodType;
  /** Its lines of history, oldest first. `kind` is its name in the singular, such as `claim-relation`. */
  history(kind: string, reference: string, paging: Paging, caller: Caller): Promise<Page<unknown, CursorPosition>>;
  /** The entity as it stood at a time. */
  asOf(kind: string, reference: string, time: string, caller: Caller): Promise<Entity>;
};

/** The query of a GET that may ask for the past. */
export const AtATime = z.strictObject({
  asOf: PartialDate.optional().describe(
    'As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too',
  ),
});
