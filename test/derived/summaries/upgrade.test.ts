import Database from 'better-sqlite3';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../src/database.ts';
import { recountAll } from '../../../src/derived/recount.ts';
import type { Engine } from '../../../src/platform/engine/tables.ts';
import { ENGINES, freshDatabase } from '../../support/database.ts';
import { keptAndRead, keptTermsIn, toldIn } from '../../support/kept.ts';
import { whenDone } from '../../support/lifetime.ts';

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

describe.each(ENGINES)('what is kept counted on %s', (kind) => {
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
    expect(await toldIn(engine)).not.toEqual(told);
    await recountAll(engine);
    expect(await toldIn(engine)).toEqual(told);
    expect((await keptAndRead(engine, [one, other])).kept).toEqual(read);
  });
});
