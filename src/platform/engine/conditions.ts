import { and, type SQL } from 'drizzle-orm';
import type { Build } from './engine.ts';

/** One optional filter: its name marks the query's shape, its values are given when it runs. */
export type Condition<Tables> = {
  name: string;
  values: Record<string, unknown>;
  holds(from: Build<Tables>): SQL | undefined;
  /** Whether an index finds the rows of the table that fulfil it, and no others are read for that. */
  isIndexed?: boolean;
};

/** Several conditions as one. */
export function allOf<Tables>(conditions: readonly Condition<Tables>[]): Condition<Tables> {
  return {
    name: conditions.map(({ name }) => name).join(' '),
    values: Object.assign({}, ...conditions.map(({ values }) => values)),
    holds: (build) => and(...conditions.map(({ holds }) => holds(build))),
  };
}
