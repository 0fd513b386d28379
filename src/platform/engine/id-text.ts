import { is, SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { ID_PREFIXES } from '../../kernel/id.ts';
import { codecOf, idTextDecoder, KEY_DIGITS } from './codec.ts';

const ZEROS = sql.raw(`'${'0'.repeat(KEY_DIGITS)}'`);
const FIRST_DIGIT = sql.raw(String('stm_'.length + 1));

/**
 * The id of what has the key, as a column of `idText` keeps it (see `idTextCodec`), in what both engines read alike. Of
 * an expression it is known what it is mapped with.
 */
export function idTextOf(key: SQLiteColumn | SQL): SQL<string> {
  const kind = codecOf(key)?.kind;
  if (!kind) throw new Error(`${is(key, SQL) ? 'The expression' : key.name} has no keys.`);
  const prefix = sql.raw(`'${ID_PREFIXES[kind]}_'`);
  const digits = sql.raw(String(KEY_DIGITS));
  const padded = sql`(${prefix} || substr(${ZEROS} || ${key}, length(${key} || '') + 1, ${digits}))`;
  return padded.mapWith(idTextDecoder) as SQL<string>;
}

/** The key that stands first in what `idTextOf` wrote. SQLite finds some key in any text; PostgreSQL fails unless it has digits there. */
export function keyInText(text: SQLWrapper): SQL<number> {
  return sql<number>`cast(${digitsOf(text)} as bigint)`;
}

/** The same of what may be any text, in which PostgreSQL finds no key then. */
export function keyInAnyText(text: SQLWrapper): SQL<number> {
  return sql<number>`case when ${digitsOf(text)} ~ '^[0-9]+$' then ${keyInText(text)} end`;
}

function digitsOf(text: SQLWrapper): SQL {
  return sql`substr(${text}, ${FIRST_DIGIT}, ${sql.raw(String(KEY_DIGITS))})`;
}

/** The word that a column keeps as a number, as text; of a column that keeps text, the column. */
export function wordTextOf(column: SQLWrapper): SQLWrapper {
  const words = codecOf(column)?.words;
  return words
    ? sql.join([
        sql`case ${column}`,
        ...words.map((word, code) => sql.raw(` when ${code} then '${word}'`)),
        sql.raw(' end'),
      ])
    : column;
}

/** What the column keeps for a word that is told as text. */
export function codeOfWord(column: SQLiteColumn, word: SQLWrapper): SQL<number> {
  const words = codecOf(column)?.words;
  if (!words) throw new Error(`${column.name} keeps no words.`);
  const cases = words.map((one, code) => sql.raw(` when '${one}' then ${code}`));
  return sql.join([sql`case ${word}`, ...cases, sql.raw(' end')]) as SQL<number>;
}
