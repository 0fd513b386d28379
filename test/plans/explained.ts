import Database from 'better-sqlite3';
import pg from 'pg';

/** A query as it was prepared, by its name. */
export type Asked = { name: string; sql: string; parameters: number };
/** What a plan does that grows with the record. */
export type Finding = { query: string; step: string };

const SORTS = /^USE TEMP B-TREE FOR (.*ORDER BY|GROUP BY|DISTINCT)/;
/** As a request asks: without a number PostgreSQL takes a tenth of all rows for the bound. */
const withLimits = (sql: string) => sql.replace(/\blimit \$\d+/gi, 'limit 51');
const isBounded = (sql: string) => /\blimit\b/i.test(sql);

/** Scans of one of the tables, and sorts without a bound, in the plans that SQLite makes. */
export function findInSqlite(file: string, asked: readonly Asked[], large: ReadonlySet<string>): Finding[] {
  const connection = new Database(file, { readonly: true });
  const found = asked.flatMap(({ name, sql, parameters }) => {
    const rows = connection
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...Array.from({ length: parameters }, () => null)) as { detail: string }[];
    const isInOrder = isBounded(sql) && !rows.some(({ detail }) => SORTS.test(detail));
    return rows.flatMap(({ detail }) => {
      const [, scanned, by] = /^SCAN (\S+)(.*)$/.exec(detail) ?? [];
      const table = scanned && tableOf(sql, scanned);
      const isScan =
        table && large.has(table) && !/VIRTUAL TABLE/.test(by ?? '') && !isInOrder && !(by && isBounded(sql));
      return isScan || (SORTS.test(detail) && !isBounded(sql)) ? [{ query: name, step: detail }] : [];
    });
  });
  connection.close();
  return found;
}

/** The table that a name stands for in a query. */
function tableOf(sql: string, name: string): string {
  return new RegExp(`"(\\w+)" (?:as )?"${name}"`).exec(sql)?.[1] ?? name;
}

type Node = { 'Node Type': string; 'Relation Name'?: string; 'Plan Rows': number; Plans?: Node[] };

/** The same in the plans that PostgreSQL makes for whichever values. */
export async function findInPostgres(
  url: string,
  asked: readonly Asked[],
  large: ReadonlySet<string>,
): Promise<Finding[]> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query("SELECT set_config('random_page_cost', '1.1', false)");
  const found: Finding[] = [];
  for (const { name, sql } of asked) {
    const { rows } = await client.query(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${withLimits(sql)}`);
    const walk = (node: Node, isLimited: boolean): void => {
      const { 'Node Type': type, 'Relation Name': table } = node;
      if (type === 'Seq Scan' && table && large.has(table) && !isLimited)
        found.push({ query: name, step: `Seq Scan ${table}` });
      if (type === 'Sort' && !isBounded(sql)) found.push({ query: name, step: 'Sort' });
      for (const child of node.Plans ?? [])
        walk(child, isLimited || (type === 'Limit' && child['Node Type'] !== 'Sort'));
    };
    walk(rows[0]['QUERY PLAN'][0].Plan, false);
  }
  await client.end();
  return found;
}
