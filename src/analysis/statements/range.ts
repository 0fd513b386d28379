import { type SQLWrapper, sql } from 'drizzle-orm';
import { Failure } from '../../kernel/failure.ts';
import { endOf, startOf } from '../../kernel/time.ts';
import type { Build } from '../../platform/engine/engine.ts';
import type { Condition } from '../../platform/engine/pages.ts';
import type { Tables } from '../../platform/engine/tables.ts';

/** Both ends inclusive, in the precision in which they are given. */
export function inRange(
  name: string,
  column: (t: Tables) => SQLWrapper,
  from?: string,
  to?: string,
): Condition<Tables>[] {
  const [start, end] = [from === undefined ? null : startOf(from), to === undefined ? null : endOf(to)];
  if (start !== null && end !== null && start >= end) {
    throw new Failure('invalid', `${name}From: it is after ${name}To.`, {
      faults: [{ pointer: `${name}From`, detail: `is after ${name}To` }],
    });
  }
  return [
    ...(start === null
      ? []
      : [
          {
            name: `${name}From`,
            values: { [`${name}From`]: start },
            holds: ({ t, param }: Build<Tables>) => sql`${column(t)} >= ${param(`${name}From`)}`,
          },
        ]),
    ...(end === null
      ? []
      : [
          {
            name: `${name}To`,
            values: { [`${name}To`]: end },
            holds: ({ t, param }: Build<Tables>) => sql`${column(t)} < ${param(`${name}To`)}`,
          },
        ]),
  ];
}
