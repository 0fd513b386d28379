import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import Database from 'better-sqlite3';
import { id } from '../record.ts';

/** A statement as peers serve it: a row of texts. */
export type FlatRow = Record<
  'id' | 'quote' | 'speaker' | 'side' | 'dispute' | 'outlet' | 'article' | 'saidAt' | 'language',
  string
>;
export const COLUMNS = 'id quote speaker side dispute outlet article saidAt language'.split(' ') as (keyof FlatRow)[];

type Stored = Record<'id' | 'speaker' | 'side' | 'dispute' | 'outlet' | 'article', number> &
  Record<'quote' | 'saidAt' | 'language', string>;

/** Writes the statements of a generated record as flat rows: into a SQLite file, and into JSON as json-server reads it. */
export async function writeFlatRows(record: string, database: string, json: string): Promise<void> {
  const from = new Database(record, { readonly: true });
  const to = new Database(database);
  to.exec(`CREATE TABLE statements (${COLUMNS.map((name) => `"${name}" TEXT NOT NULL`).join(', ')}, PRIMARY KEY (id))`);
  to.pragma('journal_mode = WAL');
  const insert = to.prepare(`INSERT INTO statements VALUES (${COLUMNS.map((name) => `@${name}`).join(', ')})`);
  const out = createWriteStream(json);
  const rows = from.prepare<[], Stored>(
    `SELECT id, quote, speaker_id AS speaker, side_id AS side, dispute_id AS dispute, outlet_id AS outlet,
       article_id AS article, said_at AS saidAt, language FROM statements ORDER BY id`,
  );
  let before = '{"statements":[';
  to.exec('BEGIN');
  for (const stored of rows.iterate()) {
    const row = flat(stored);
    insert.run(row);
    if (!out.write(before + JSON.stringify(row))) await new Promise<void>((done) => void out.once('drain', done));
    before = ',\n';
  }
  to.exec('COMMIT');
  to.close();
  from.close();
  out.end(']}');
  await finished(out);
}

function flat({ quote, saidAt, language, ...ids }: Stored): FlatRow {
  return {
    ...{ quote, saidAt, language },
    ...{ id: id('stm', ids.id), speaker: id('spk', ids.speaker), side: id('sid', ids.side) },
    ...{ dispute: id('dsp', ids.dispute), outlet: id('out', ids.outlet), article: id('art', ids.article) },
  };
}
