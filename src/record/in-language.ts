import { or, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { canonicalLanguage } from '../kernel/language.ts';
import type { Condition } from '../platform/engine/pages.ts';
import type { Tables } from '../platform/engine/tables.ts';

/**
 * Fulfils a filter by languages: the column is one of the tags, or begins with one and a hyphen, so that `en` finds
 * `en-GB` (basic filtering, RFC 4647, section 3.3.1).
 */
export function isInLanguage(column: (t: Tables) => SQLiteColumn) {
  return (tags: readonly string[]): Condition<Tables>[] => {
    const asked = [...new Set(tags.map((tag) => canonicalLanguage(tag) as string))];
    // In the order of code points a full stop follows the hyphen.
    const values = asked.flatMap((tag, at) => [
      [`language ${at}`, tag],
      [`language ${at} from`, `${tag}-`],
      [`language ${at} to`, `${tag}.`],
    ]);
    return [
      {
        name: `in ${asked.length} languages`,
        values: Object.fromEntries(values),
        holds: ({ t, param }) =>
          or(
            ...asked.map((_, at) => {
              const isBelow = sql`(${column(t)} > ${param(`language ${at} from`)} and ${column(t)} < ${param(`language ${at} to`)})`;
              return sql`(${column(t)} = ${param(`language ${at}`)} or ${isBelow})`;
            }),
          ),
      },
    ];
  };
}
