import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { FIRST_MS, ID_LETTERS, ID_PREFIXES, KEYS_OF_MS } from '../../kernel/id.ts';
import { codecOf } from './codec.ts';

const LETTER_BITS = 5;
const TIME_LETTERS = 10;
const COUNT_LETTERS = 3;

/** The id of what has the key in the column, as `idFromKey` writes it, in what both engines read alike. */
export function idTextOf(column: SQLiteColumn): SQL<string> {
  const kind = codecOf(column)?.kind;
  if (!kind) throw new Error(`${column.name} has no keys.`);
  return sql.join([
    sql.raw(`('${ID_PREFIXES[kind]}_' || `),
    sql.join(
      [
        ...letters(sql`(${column} / ${sql.raw(`${KEYS_OF_MS} + ${FIRST_MS}`)})`, TIME_LETTERS),
        ...letters(sql`(${column} % ${sql.raw(`${KEYS_OF_MS}`)})`, COUNT_LETTERS),
      ],
      sql.raw(' || '),
    ),
    sql.raw(')'),
  ]) as SQL<string>;
}

function letters(number: SQL, count: number): SQL[] {
  return Array.from({ length: count }, (_, at) => {
    const shift = sql.raw(String((count - 1 - at) * LETTER_BITS));
    return sql`substr(${sql.raw(`'${ID_LETTERS}'`)}, cast((${number} >> ${shift}) & 31 as integer) + 1, 1)`;
  });
}
