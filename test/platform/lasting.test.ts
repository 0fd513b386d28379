import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { Lasting } from '../../src/platform/engine/lasting.ts';
import { insertRow, updateRow } from '../../src/platform/engine/rows.ts';
import type { Handle, Tx } from '../../src/platform/engine/tables.ts';
import { getStatement } from '../../src/record/statements/store.ts';
import { touchesStatements } from '../../src/record/statements/touching.ts';
import { type Service, startService } from '../support/app.ts';
import { record, recordStory } from '../support/record.ts';

const OLD = { revision: 1, json: '{}' };

/** A record with two statements, and a connection of another process. */
async function twoStatements() {
  const service = await startService('sqlite');
  const { isOpen, isShut, anna } = await recordStory(service);
  const [one, two] = [await record(service, 'statements', isOpen), await record(service, 'statements', isShut)];
  const other = new Database(service.database.replace('file:', ''), { timeout: 1000 });
  onTestFinished(() => void other.close());
  // The first look is one at which nothing is known.
  service.engine.read.lasting();
  await note(service, two.id, 'watched');
  service.engine.read.lasting();
  await note(service, two.id, 'trusted');
  return { service, read: service.engine.read, one: one.id, two: two.id, article: one.article.id, anna, other };
}

/** What is told once is not kept yet. */
function keepTwice(lasting: Lasting, ...ids: string[]): void {
  for (const id of ids) for (const told of [OLD, OLD]) lasting.keep(id, told);
}

function note({ engine }: Service, id: string, text: string): Promise<void> {
  return engine.write((tx) => updateRow(tx, 'statements', id, { note: text }));
}

test('what was told outlives a commit that wrote to another row, and none that wrote to its own', async () => {
  const { service, read, one, two } = await twoStatements();
  keepTwice(read.lasting(), one, two);
  await note(service, two, 'another');
  expect(read.lasting().get(one)).toBe(OLD);
  expect(read.lasting().get(two)).toBeUndefined();
});

test('nothing outlives a commit of another process, nor what was told of before that was read', async () => {
  const { read, one, other } = await twoStatements();
  keepTwice(read.lasting(), one);
  other.prepare('update sides set name = name || 1').run();
  await new Promise(setImmediate);
  expect(read.lasting().get(one)).toBeUndefined();
});

test('nothing outlives a name that is written anew', async () => {
  const { service, read, one, anna } = await twoStatements();
  keepTwice(read.lasting(), one);
  await service.engine.write((tx) => updateRow(tx, 'speakers', anna.id, { name: 'Anna Renamed' }));
  expect(read.lasting().get(one)).toBeUndefined();
});

test('nothing that is told of a statement outlives a drift or a warning of it that is written or goes', async () => {
  const { service, read, one, article } = await twoStatements();
  const drift = { statementId: one, articleId: article, snapshot: 1, drift: 'gone', isEarlier: false } as const;
  const row = { ...drift, found: null, difference: null, atSort: '2024-01-01T00:00:00.000Z', isNewest: true };
  const writes: ((tx: Tx) => Promise<unknown>)[] = [
    (tx) => insertRow(tx, 'drifts', row),
    (tx) => tx.query('make older', ({ db, t }) => db.update(t.drifts).set({ isNewest: false })),
    (tx) => tx.query('drifts go', ({ db, t }) => db.delete(t.drifts)),
    (tx) => insertRow(tx, 'statementWarnings', { statementId: one, warning: 'duplicate' }),
    (tx) => tx.query('warnings go', ({ db, t }) => db.delete(t.statementWarnings)),
  ];
  for (const write of writes) {
    keepTwice(read.lasting(), one);
    expect(read.lasting().get(one)).toBe(OLD);
    await service.engine.write(write);
    expect(read.lasting().get(one)).toBeUndefined();
  }
});

test('what was read while a transaction wrote to it is forgotten once that is committed', async () => {
  const { service, read, one, two } = await twoStatements();
  await note(service, two, 'committed, and not looked at yet');
  await service.engine.write(async (tx) => {
    await updateRow(tx, 'statements', one, { note: 'not committed yet' });
    keepTwice(read.lasting(), one);
    expect(read.lasting().get(one)).toBe(OLD);
  });
  expect(read.lasting().get(one)).toBeUndefined();
});

test('what was asked for in one moment is kept in no later one', async () => {
  const { service, read, one, two } = await twoStatements();
  const before = read.lasting();
  await note(service, two, 'meanwhile');
  expect(read.lasting()).not.toBe(before);
  keepTwice(before, one);
  for (const lasting of [before, read.lasting()]) expect(lasting.get(one)).toBeUndefined();
});

test('what was told lasts after the file was written anew, and is still told of', async () => {
  const { service, read, one, two } = await twoStatements();
  expect(await service.engine.purge()).toBe(true);
  await new Promise(setImmediate);
  for (const [id, text] of [
    [two, 'first'],
    [one, 'second'],
  ] as const) {
    read.lasting();
    await note(service, id, text);
  }
  keepTwice(read.lasting(), one, two);
  await note(service, one, 'third');
  expect(read.lasting().get(one)).toBeUndefined();
  expect(read.lasting().get(two)).toBe(OLD);
});

test('no more is kept than has room, the least recently asked for going first; nor what was told but once', async () => {
  const { read, one } = await twoStatements();
  const lasting = read.lasting();
  lasting.keep(one, OLD);
  expect(lasting.get(one)).toBeUndefined();
  const long = { revision: 1, json: 'x'.repeat(1024 * 1024) };
  const ids = Array.from({ length: 10 }, (_, at) => `stm_${at}`);
  for (const id of ids) {
    for (const told of [long, long]) lasting.keep(id, told);
    lasting.get('stm_0');
  }
  expect(ids.filter((id) => lasting.get(id))).toEqual(['stm_0', ...ids.slice(4)]);
});

test('every table from which a statement is told is watched', async () => {
  const { read, one } = await twoStatements();
  const tables = new Set<string>();
  const watching: Handle = {
    ...read,
    query: (name, build, values) =>
      read.query(
        `watched: ${name}`,
        (from) => {
          const query = build(from);
          const { sql } = (query as unknown as { toSQL(): { sql: string } }).toSQL();
          for (const [, table] of sql.matchAll(/\b(?:from|join) "(\w+)"/g)) tables.add(table as string);
          return query;
        },
        values,
      ),
  };
  await getStatement(watching, one, { drafts: false });
  const watched = touchesStatements.writes.map(([after]) => /on (\w+)$/.exec(after)?.[1]);
  expect([...new Set(watched)].sort()).toEqual([...tables].sort());
});
