import Database from 'better-sqlite3';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { openEngine } from '../../src/platform/engine/open.ts';
import { tables } from '../../src/tables.ts';
import { termCounter } from '../../src/terms/counter.ts';
import { ENGINES, freshDatabase } from '../support/database.ts';
import { keptAndCounted, keptAndRead, keptTermsIn } from '../support/kept.ts';
import { whenDone } from '../support/lifetime.ts';

const TABLES = ['tallies', 'tally_members', 'tally_sizes', 'terms', 'term_usages', 'term_places'];

/** Makes the demo what it was before anything was kept counted. */
const BACK: Record<(typeof ENGINES)[number], string> = {
  sqlite: `
    DROP VIEW tally_changes; DROP TRIGGER stances_counted; DROP TRIGGER stances_uncounted; DROP TRIGGER stances_recounted;
    DROP INDEX articles_by_text; ${TABLES.map((table) => `DROP TABLE ${table};`).join(' ')}
    ALTER TABLE stances DROP COLUMN together;`,
  postgres: `
    DROP FUNCTION change_tallies CASCADE; DROP FUNCTION stances_tallied CASCADE;
    DROP FUNCTION term_usages_tallied CASCADE; DROP FUNCTION tally_members_changed CASCADE;
    DROP INDEX articles_by_text; DROP TABLE ${TABLES.join(', ')} CASCADE; ALTER TABLE stances DROP COLUMN together;`,
};
const FORGET =
  'DELETE FROM migrations_applied WHERE made_at >= (SELECT made_at FROM migrations_applied ORDER BY made_at LIMIT 1 OFFSET 3)';

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

describe.each(ENGINES)('a database of %s from before anything was kept counted', (kind) => {
  test('is counted when it is opened, and bit by bit, to what counting it all finds', async () => {
    const database = await freshDatabase(kind, 'demo');
    await execute(database, `${BACK[kind]} ${FORGET};`);
    const engine = await openEngine(database, tables);
    whenDone(() => engine.close());
    const claims = await engine.read.query('all claims', ({ db, t }) =>
      db.select().from(t.claims).orderBy(t.claims.id),
    );
    expect(claims.length).toBeGreaterThan(10);
    const { kept, counted } = await keptAndCounted(
      engine,
      claims.map(({ id }) => id),
    );
    expect(kept).toEqual(counted);

    await termCounter(engine).done();
    const terms = await keptTermsIn(engine);
    expect(terms.length).toBeGreaterThan(5);
    expect(terms.every(({ isWhole }) => isWhole)).toBe(true);
    for (let at = 0; at + 1 < terms.length; at += 2) {
      const some = terms.slice(at, at + 2).map(({ wording }) => wording);
      const { kept: ofTerms, read } = await keptAndRead(engine, some);
      expect(ofTerms).toEqual(read);
    }
  });
});
