import type { Touching } from '../../platform/engine/lasting.ts';

const ALL = 'select null as key';
const ofStatement = (row: 'old' | 'new') => `select ${row}.statement_id as key where ${row}.statement_id is not null`;
const bothEnds = (row: 'old' | 'new') => `select ${row}.statement_id as key union all select ${row}.rebuts_id`;
/** A statement, and those that show it: what it rebuts, what rebuts it, and what repeats it. */
const beside = (row: 'old' | 'new') => `select ${row}.id as key
  union all select rebuts_id from rebuttals where statement_id = ${row}.id
  union all select statement_id from rebuttals where rebuts_id = ${row}.id
  union all select id from statements where repeats_id = ${row}.id`;

/** After which writes a statement is shown otherwise: to its own row, to what is shown with it, and to names in it. */
export const touchesStatements: Touching = {
  kind: 'statement',
  writes: [
    ['insert on statements', beside('new')],
    ['update on statements', beside('old')],
    ['delete on statements', beside('old')],
    ...['rebuttals'].flatMap((table) => written(table, bothEnds)),
    ...['corrections', 'drifts', 'statement_warnings'].flatMap((table) => written(table, ofStatement)),
    ...['speakers', 'sides', 'disputes', 'outlets', 'claims'].flatMap((table) => renamed(table)),
    // What an article is named by; it has a newest text, too, which is written oftener.
    ...renamed('articles', 'update of url, title, published_at, outlet_id'),
    // A stance on a claim that there is not is not shown.
    ['insert on claims', ALL],
  ],
};

function written(table: string, keysOf: (row: 'old' | 'new') => string): [string, string][] {
  return [
    [`insert on ${table}`, keysOf('new')],
    [`update on ${table}`, `${keysOf('old')} union all ${keysOf('new')}`],
    [`delete on ${table}`, keysOf('old')],
  ];
}

/** All are forgotten: who is named often is named in most. */
function renamed(table: string, update = 'update'): [string, string][] {
  return [
    [`${update} on ${table}`, ALL],
    [`delete on ${table}`, ALL],
  ];
}
