import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import type pg from 'pg';
import { Failure } from '../../kernel/failure.ts';
import { LEDGER } from './migrate.ts';

/** Whose a database is, by its tables: this service's, nobody's yet, or another program's, of which one table is named. */
export type Content = 'ours' | 'nothing' | { foreign: string };

/** Looks at a file without changing a byte of it. */
export function contentOfSqlite(file: string): Content {
  if (!existsSync(file) || statSync(file).size === 0) return 'nothing';
  const connection = new Database(file, { readonly: true, timeout: 5_000 });
  try {
    const names = connection.prepare("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").pluck().all();
    return contentWith(names as string[]);
  } finally {
    connection.close();
  }
}

/** Tables of extensions are nobody's. */
export async function contentOfPostgres(pool: pg.Pool): Promise<Content> {
  const { rows } = await pool.query<{ name: string }>(`
    SELECT relname AS name FROM pg_class
    WHERE relkind IN ('r', 'v', 'm', 'p') AND relnamespace = current_schema()::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')`);
  return contentWith(rows.map(({ name }) => name));
}

function contentWith(tables: readonly string[]): Content {
  if (tables.includes(LEDGER)) return 'ours';
  const [other] = tables.filter((name) => !name.startsWith('sqlite_'));
  return other === undefined ? 'nothing' : { foreign: other };
}

/** Fails with `conflict` for a database of another program; with `not-found` for none, where one `mustExist`. */
export function refuseForeign(content: Content, mustExist: boolean, file?: string): void {
  const where = file === undefined ? 'the database that DATABASE_URL names' : file;
  if (typeof content === 'object') {
    const detail = `${where} is the database of another program: it has a table “${content.foreign}”, and none of this service's.`;
    throw new Failure(
      'conflict',
      `${detail.slice(0, 1).toUpperCase()}${detail.slice(1)} Nothing was changed. Set DATABASE_URL to another.`,
    );
  }
  if (!mustExist || content === 'ours') return;
  const isMissing = file !== undefined && !existsSync(file);
  const detail = isMissing ? `There is no file ${file}.` : `There is no record in ${where} yet.`;
  throw new Failure('not-found', `${detail} Check DATABASE_URL; \`counterclaim serve\` makes one.`);
}
