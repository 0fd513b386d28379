import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../src/database.ts';
import { recountAll } from '../../../src/derived/recount.ts';
import { foldNext } from '../../../src/derived/summaries/fold.ts';
import { foldAll } from '../../../src/derived/summaries/folder.ts';
import { markIn } from '../../../src/derived/summaries/mark.ts';
import type { Engine } from '../../../src/platform/engine/tables.ts';
import { ENGINES, type EngineKind, freshDatabase } from '../../support/database.ts';
import { keptAndRead, keptTermsIn, toldIn } from '../../support/kept.ts';
import { whenDone } from '../../support/lifetime.ts';
import { countedSources, writeRandomRecord } from '../../support/random-record.ts';
import { expectWholeSummaries, summariesIn } from '../../support/summaries.ts';

async function execute(url: string, statements: string): Promise<void> {
  if (url.startsWith('file:')) {
    const connection = new Database(url.replace('file:', ''));
    connection.exec(statements);
    connection.close();
    return;
  }
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statements).finally(() => client.end());
}

async function opened(database: string): Promise<Engine> {
  const engine = await openDatabase(database);
  whenDone(() => engine.close());
  return engine;
}

/** The statements that undo the migration which gave subjects numbers, with rows as the summaries had them before. */
function undoing(kind: EngineKind): string[] {
  const first = readFileSync(`migrations/${kind}/0000_record.sql`, 'utf8').split('--> statement-breakpoint');
  const { entries } = JSON.parse(readFileSync(`migrations/${kind}/meta/_journal.json`, 'utf8')) as {
    entries: { tag: string; when: number }[];
  };
  const migration = entries.find(({ tag }) => tag.endsWith('summaries-by-number'));
  return [
    ...['tallies', 'tally_members', 'tally_sizes', 'tally_subjects', 'repeated'].map((table) => `DROP TABLE ${table}`),
    ...first.filter((statement) => /CREATE (TABLE|INDEX) .tall(ies|y_members|y_sizes)/.test(statement)),
    `INSERT INTO tallies SELECT 'clm_' || substr('0000000000000000' || claim_id, length(claim_id || '') + 1, 16), 'all', '', side_id, 'support', 7
      FROM stances WHERE of_statement = 1 AND statement_id = (SELECT min(statement_id) FROM stances)`,
    `INSERT INTO tally_members VALUES ('dsp_0000000000000001', 'stm', 'stm_0000000000000001', 3)`,
    `INSERT INTO tally_sizes VALUES ('dsp_0000000000000001', 'stm', 1)`,
    `DELETE FROM summary_marks`,
    `INSERT INTO summary_marks SELECT 'statements', max(id), 3 FROM statements`,
    `DELETE FROM migrations_applied WHERE made_at = ${migration?.when}`,
  ];
}

describe.each(ENGINES)('what is kept counted on %s', (kind) => {
  test('is counted anew after the version that counted it under names, and told the same before that is done', async () => {
    const database = await freshDatabase(kind);
    const before = await openDatabase(database, { sources: countedSources() });
    await writeRandomRecord(before, 12, 40);
    await foldAll(before);
    const told = await toldIn(before);
    const held = await summariesIn(before);
    await before.close();
    for (const statement of undoing(kind)) await execute(database, statement);

    const engine = await opened(database);
    expect(await markIn(engine.read)).toEqual({ statementId: '', folds: 0 });
    expect(await toldIn(engine)).toEqual(told);
    await engine.write((tx) => foldNext(tx, 7));
    expect(await toldIn(engine)).toEqual(told);
    await foldAll(engine);
    expect(await toldIn(engine)).toEqual(told);
    expect(await summariesIn(engine)).toEqual(held);
    await expectWholeSummaries(engine);
  });

  test('is made anew from the record, whatever became of it', async () => {
    const database = await freshDatabase(kind, 'demo');
    const engine = await opened(database);
    const told = await toldIn(engine);
    const [one, other] = (await keptTermsIn(engine)).map(({ wording }) => wording) as [string, string];
    const { read } = await keptAndRead(engine, [one, other]);
    await execute(
      database,
      `UPDATE tallies SET n = n + 1; DELETE FROM tally_members WHERE n > 1; UPDATE tally_sizes SET n = 7;
       DELETE FROM answered; UPDATE term_usages SET usage = 1;
       DELETE FROM term_places; DELETE FROM terms;`,
    );
    // What others commit is read from the next round of the event loop on.
    await new Promise(setImmediate);
    expect(await toldIn(engine)).not.toEqual(told);
    await recountAll(engine);
    expect(await toldIn(engine)).toEqual(told);
    expect((await keptAndRead(engine, [one, other])).kept).toEqual(read);
  });
});
