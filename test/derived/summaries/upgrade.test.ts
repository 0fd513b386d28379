import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../src/database.ts';
import { recountAll } from '../../../src/derived/recount.ts';
import { foldAll } from '../../../src/derived/summaries/folder.ts';
import { termCounter } from '../../../src/derived/terms/counter.ts';
import type { Engine } from '../../../src/platform/engine/tables.ts';
import { counterclaim } from '../../support/command.ts';
import { ENGINES, freshDatabase } from '../../support/database.ts';
import { keptAndRead, keptTermsIn, toldIn } from '../../support/kept.ts';
import { whenDone } from '../../support/lifetime.ts';
import { expectWholeSummaries } from '../../support/summaries.ts';

const LATER_TABLES = ['former_names', 'import_reports', 'likenesses', 'rechecks', 'statement_warnings'];
const LATER_INDEXES = ['drifts_by_date', 'drifts_of_note', 'drifts_now', 'drifts_by_article', 'statements_by_words'];
const LATER_COLUMNS = [
  ...['difference', 'at_sort', 'is_earlier', 'is_newest'].map((column) => ['drifts', column]),
  ...[
    ['articles', 'newest'],
    ['imported_ids', 'is_alias'],
    ['statements', 'quote_key'],
  ],
];
const KEPT_TABLES = ['tallies', 'tally_sizes', 'terms', 'term_usages', 'term_places', 'answered'];

/** Of one of the first migrations what is in the pattern, each statement by itself. */
function statementsOf(kind: string, migration: string, pattern: RegExp): string[] {
  const text = readFileSync(`migrations/${kind}/${migration}.sql`, 'utf8');
  return text.split('--> statement-breakpoint').filter((statement) => pattern.test(statement));
}

const KEEPERS = /CREATE (CONSTRAINT )?(TRIGGER|VIEW|FUNCTION)/;

/** Makes a database what it was when only so many migrations were there, and believe so. */
function backTo(kind: string, migrations: 3 | 4 | 5 | 6 | 7): string {
  const tallied = migrations < 4 ? [] : statementsOf(kind, '0003_tallies', /CREATE TABLE .tally_members/);
  const dropped = migrations < 4 ? KEPT_TABLES.map((name) => `DROP TABLE ${name}`) : [];
  const columns = ['DROP INDEX articles_by_text', 'ALTER TABLE stances DROP COLUMN together'];
  const later = ['whole', 'rebutted', 'moved', 'moved_too'].map((name) => `DROP INDEX changes_by_${name}`);
  return [
    ...later,
    ...LATER_INDEXES.map((name) => `DROP INDEX ${name}`),
    ...LATER_COLUMNS.map(([table, column]) => `ALTER TABLE ${table} DROP COLUMN ${column}`),
    'CREATE INDEX drifts_by_article ON drifts (article_id, statement_id, snapshot)',
    ...LATER_TABLES.map((name) => `DROP TABLE ${name}`),
    ...['summary_marks', 'tally_members'].map((name) => `DROP TABLE ${name}`),
    ...dropped,
    ...(migrations < 4 ? columns : []),
    ...statementsOf(kind, '0000_record', /CREATE TABLE .stance_totals/),
    'DROP INDEX statements_counted',
    'CREATE INDEX statements_answering ON statements (id, status, dispute_id, side_id, said_at)',
    ...tallied,
    ...statementsOf(kind, '0002_totals', KEEPERS),
    ...(migrations < 4 ? [] : statementsOf(kind, '0003_tallies', KEEPERS)),
    ...(migrations < 5 ? [] : statementsOf(kind, '0004_often', /CREATE INDEX/)),
    ...(migrations < 5 ? [] : statementsOf(kind, '0004_often', KEEPERS)),
    `DELETE FROM migrations_applied
     WHERE made_at >= (SELECT made_at FROM migrations_applied ORDER BY made_at LIMIT 1 OFFSET ${migrations})`,
  ]
    .map((statement) => statement.trim().replace(/;?$/, ';'))
    .join('\n');
}

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

/** Every combination of subjects that is kept, with how many there are of each subject. */
async function combinationsIn({ read }: Engine) {
  const members = await read.query('all combinations', ({ db, t }) =>
    db
      .select()
      .from(t.tallyMembers)
      .where(eq(t.tallyMembers.kind, 'set'))
      .orderBy(t.tallyMembers.subject, t.tallyMembers.member),
  );
  const sizes = await read.query('all sizes of combinations', ({ db, t }) =>
    db.select().from(t.tallySizes).where(eq(t.tallySizes.kind, 'set')).orderBy(t.tallySizes.subject),
  );
  return { members, sizes };
}

async function opened(database: string): Promise<Engine> {
  const engine = await openDatabase(database);
  whenDone(() => engine.close());
  return engine;
}

describe.each(ENGINES)('what is kept counted on %s', (kind) => {
  test('is counted in a database from before when it is opened, and its terms bit by bit', async () => {
    const database = await freshDatabase(kind, 'demo');
    const before = await openDatabase(database);
    const told = await toldIn(before);
    const terms = await keptTermsIn(before);
    await before.close();
    expect(told.claims.kept).toEqual(told.claims.counted);
    expect(told.balances.some(({ sides }) => sides.some((side) => side.medianHoursToRebuttal !== null))).toBe(true);
    expect(terms.length).toBeGreaterThan(5);

    await execute(database, backTo(kind, 3));
    const engine = await opened(database);
    expect(await toldIn(engine)).toEqual(told);

    await termCounter(engine).done();
    expect(await keptTermsIn(engine)).toEqual(terms);
    for (let at = 0; at + 1 < terms.length; at += 2) {
      const some = terms.slice(at, at + 2).map(({ wording }) => wording);
      const { kept, read } = await keptAndRead(engine, some);
      expect(kept).toEqual(read);
    }
  });

  test('is folded in bit by bit in a database from before it was, and told alike meanwhile', async () => {
    const database = await freshDatabase(kind, 'demo');
    const before = await openDatabase(database);
    const told = await toldIn(before);
    await before.close();
    await execute(database, backTo(kind, 7));
    const engine = await opened(database);
    expect(await toldIn(engine)).toEqual(told);
    await expectWholeSummaries(engine);
    expect(await toldIn(engine)).toEqual(told);
  });

  test('is completed in a database from before answers were kept counted', async () => {
    const database = await freshDatabase(kind, 'demo');
    const before = await openDatabase(database);
    const told = await toldIn(before);
    await before.close();
    await execute(database, backTo(kind, 4));
    expect(await toldIn(await opened(database))).toEqual(told);
  });

  test('tells the subjects of combinations apart in a database from before they could be', async () => {
    const database = await freshDatabase(kind, 'demo');
    const before = await openDatabase(database);
    const told = await toldIn(before);
    const combinations = await combinationsIn(before);
    await before.close();
    expect(combinations.members.map(({ member }) => member)).toContainEqual(expect.stringMatching(/^set_,.* .*,$/));

    const withSpaces = `UPDATE $1 SET together = 'set_' || replace(trim(substr(together, 5), ','), ',', ' ');`;
    const rewritten = ['stances', 'term_usages'].map((table) => withSpaces.replace('$1', table));
    await execute(database, `${rewritten.join(' ')} ${backTo(kind, 5)}`);
    const engine = await opened(database);
    await foldAll(engine);
    expect(await combinationsIn(engine)).toEqual(combinations);
    expect(await toldIn(engine)).toEqual(told);
  });

  test('reads how terms are used anew in a database from before it was read as it is now', async () => {
    const database = await freshDatabase(kind, 'demo');
    const before = await openDatabase(database);
    const terms = await keptTermsIn(before);
    await before.close();
    await execute(database, `UPDATE term_usages SET usage = 'mention'; ${backTo(kind, 6)}`);
    const engine = await opened(database);
    expect((await keptTermsIn(engine)).filter(({ isWhole }) => isWhole)).toEqual([]);
    await termCounter(engine).done();
    const wordings = terms.map(({ wording }) => wording).slice(0, 6);
    const { kept, read } = await keptAndRead(engine, wordings);
    expect(kept).toEqual(read);
    expect(await keptTermsIn(engine)).toEqual(terms);
  });

  test('is told of to whoever waits while a database from before is brought to this version', async () => {
    const database = await freshDatabase(kind, 'demo');
    await execute(database, backTo(kind, 7));
    const listed = () => counterclaim(['key', 'list'], { DATABASE_URL: database });
    expect(await listed()).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^Bringing the database .*5 steps/),
    });
    expect(await listed()).toMatchObject({ code: 0, stderr: '' });
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
       DELETE FROM answered; UPDATE term_usages SET usage = 'mention';
       DELETE FROM term_places; DELETE FROM terms;`,
    );
    expect(await toldIn(engine)).not.toEqual(told);
    await recountAll(engine);
    expect(await toldIn(engine)).toEqual(told);
    expect((await keptAndRead(engine, [one, other])).kept).toEqual(read);
  });
});
