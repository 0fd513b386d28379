import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type Database from 'better-sqlite3';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import type { Engine, Tx } from '../../src/platform/engine/tables.ts';
import { startService } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { keep, kept, numbered } from '../support/writes.ts';

async function openFile(): Promise<{ engine: Engine; file: string }> {
  const url = await freshDatabase('sqlite');
  const engine = await openDatabase(url);
  onTestFinished(() => engine.close());
  return { engine, file: url.replace('file:', '') };
}

/** The commits in the write-ahead log: frames that say how large the database is then. */
function commitsIn(file: string): number {
  const log = existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0);
  if (log.length === 0) return 0;
  const frame = 24 + log.readUInt32BE(8);
  let commits = 0;
  for (let at = 32; at + frame <= log.length; at += frame) if (log.readUInt32BE(at + 4) !== 0) commits += 1;
  return commits;
}

/** Another process that holds the file's write lock until it is told to let go. */
async function holdWriteLock(file: string): Promise<{ letGo(): Promise<void> }> {
  const script = `
    const connection = new (require('better-sqlite3'))(process.argv[1]);
    connection.exec('BEGIN IMMEDIATE');
    console.log('held');
    process.stdin.once('data', () => { connection.exec('COMMIT'); connection.close(); process.exit(0); });`;
  const holder: ChildProcess = spawn(process.execPath, ['-e', script, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void holder.kill('SIGKILL'));
  const lines = createInterface({ input: holder.stdout as NodeJS.ReadableStream });
  await new Promise((held) => lines.once('line', held));
  return {
    letGo: () =>
      new Promise((gone) => {
        holder.once('exit', () => gone());
        holder.stdin?.write('let go\n');
      }),
  };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the writer of SQLite', () => {
  test('writes that wait together share one commit, and one alone has its own', async () => {
    const { engine, file } = await openFile();
    const before = commitsIn(file);
    for (const name of ['a', 'b', 'c']) await engine.write((tx) => keep(tx, name));
    expect(commitsIn(file) - before).toBe(3);
    await Promise.all(numbered(200).map((name) => engine.write((tx) => keep(tx, name))));
    expect(commitsIn(file) - before).toBe(4);
    expect(await kept(engine.read)).toHaveLength(203);
  });

  test('a group has a bound, so that nobody waits for everybody', async () => {
    const { engine, file } = await openFile();
    const before = commitsIn(file);
    await Promise.all(numbered(600).map((name) => engine.write((tx) => keep(tx, name))));
    expect(commitsIn(file) - before).toBe(3);
  });

  test('no write is told as done before the commit that it shares', async () => {
    const { engine, file } = await openFile();
    const before = commitsIn(file);
    let told = 0;
    const seen = numbered(20).map(async (name) => {
      await engine.write(async (tx) => {
        await keep(tx, name);
        expect([told, commitsIn(file) - before]).toEqual([0, 0]);
      });
      told += 1;
      return commitsIn(file) - before;
    });
    expect(await Promise.all(seen)).toEqual(numbered(20).map(() => 1));
  });

  test('works run one after another, in the order in which they came', async () => {
    const { engine } = await openFile();
    const steps: string[] = [];
    await Promise.all(
      numbered(10).map((name) =>
        engine.write(async (tx) => {
          steps.push(`${name} begins`);
          await keep(tx, name);
          await kept(tx);
          steps.push(`${name} ends`);
        }),
      ),
    );
    expect(steps).toEqual(numbered(10).flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  test.each([
    ['before it wrote, the others are not run again', false, 1],
    ['after it wrote, the others are undone with it and run once more', true, 2],
  ])('where a write fails %s', async (_what, writes, times) => {
    const { engine, file } = await openFile();
    const before = commitsIn(file);
    const runs = new Map<string, number>();
    const outcomes = await Promise.allSettled(
      numbered(9).map((name, at) =>
        engine.write(async (tx) => {
          runs.set(name, (runs.get(name) ?? 0) + 1);
          if (at !== 4 || writes) await keep(tx, name);
          if (at === 4) throw new Error('fails');
        }),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(
      numbered(9).map((_, at) => (at === 4 ? 'rejected' : 'fulfilled')),
    );
    expect(await kept(engine.read)).toEqual(numbered(9).filter((_, at) => at !== 4));
    expect([runs.get(numbered(1)[0] as string), runs.get(numbered(9)[8] as string), commitsIn(file) - before]).toEqual([
      times,
      1,
      1,
    ]);
  });

  test('a part that fails after it wrote is undone alone, though whoever ran it goes on as if nothing were', async () => {
    const { engine } = await openFile();
    const failing = (tx: Tx, name: string) =>
      tx.attempt(async () => {
        await keep(tx, name);
        throw new Error('the part fails');
      });
    await Promise.all(
      numbered(6).map((name) =>
        engine.write(async (tx) => {
          await keep(tx, `${name} before`);
          await failing(tx, `${name} undone`).catch(() => {});
          await keep(tx, `${name} after`);
        }),
      ),
    );
    expect(await kept(engine.read)).toEqual(numbered(6).flatMap((name) => [`${name} after`, `${name} before`]));
  });

  test('a write waits for another process that writes, while reading goes on', async () => {
    const { engine, file } = await openFile();
    const holder = await holdWriteLock(file);
    let isDone = false;
    const waiting = engine
      .write((tx) => keep(tx, 'patient'))
      .then(() => {
        isDone = true;
      });
    for (let turn = 0; turn < 20; turn += 1) {
      await new Promise(setImmediate);
      expect(await kept(engine.read)).toEqual([]);
    }
    expect(isDone).toBe(false);
    await holder.letGo();
    await waiting;
    expect(await kept(engine.read)).toEqual(['patient']);
  });

  test('503 tells a write that waited too long for another process, and later writes go on', async () => {
    const { engine, file } = await openFile();
    const holder = await holdWriteLock(file);
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const refused = expect(engine.write((tx) => keep(tx, 'impatient'))).rejects.toMatchObject({
      name: 'Failure',
      code: 'overloaded',
    });
    await vi.advanceTimersByTimeAsync(60_000);
    await refused;
    vi.useRealTimers();
    await holder.letGo();
    await engine.write((tx) => keep(tx, 'later'));
    expect(await kept(engine.read)).toEqual(['later']);
  });
});

/** The connection that reads, and what is prepared on it from now on. */
function watchReads(engine: Engine): { connection: Database.Database; prepared: string[] } {
  const connection = (engine.read.db as unknown as { $client: Database.Database }).$client;
  const prepared: string[] = [];
  const prepare = connection.prepare.bind(connection);
  connection.prepare = ((text: string) => {
    prepared.push(text);
    return prepare(text);
  }) as typeof connection.prepare;
  return { connection, prepared };
}

describe('prepared queries of SQLite', () => {
  const byId = 'select * from statements join articles on articles.id = statements.article_id where statements.id = ';

  test('a value that could sway the plan is bound as +?, in every query of every list and entity', async () => {
    const { app, engine, http } = await startService('sqlite', { content: 'demo' });
    const { prepared } = watchReads(engine);
    const paths = Object.entries(app.swagger().paths ?? {}).filter(
      ([path, item]) => item?.get && !path.includes('{id}'),
    );
    for (const [path] of paths.filter(([path]) => path.startsWith('/v1/') && !path.includes('{'))) {
      const { body } = await http.get(path).query({ limit: '1' });
      if (body.items?.[0]) await http.get(`${path}/${body.items[0].id}`);
      if (body.next) await http.get(path).query({ limit: '1', cursor: body.next });
    }
    await http.get('/v1/statements').query({ side: 'armenia', claim: 'blockade', stance: 'support', limit: 2 });
    expect(prepared.length).toBeGreaterThan(20);
    const plain = prepared.filter((text) => /(?<!\+|json_each\()\?/.test(text));
    expect(plain).toEqual([]);
  });

  test('a page of the statements on a claim follows the stances on it, however few they are among all statements', async () => {
    const { engine, http } = await startService('sqlite', { content: 'demo' });
    const { connection, prepared } = watchReads(engine);
    const first = await http.get('/v1/statements').query({ claim: 'blockade', limit: 1 }).expect(200);
    await http.get('/v1/statements').query({ claim: 'blockade', limit: 1, cursor: first.body.next }).expect(200);
    const pages = prepared.filter((text) => /^select distinct .* from "stances" where/.test(text));
    expect(pages).toHaveLength(2);
    for (const page of pages) {
      const steps = connection.prepare(`explain query plan ${page.replaceAll('+?', "'1'")}`).all() as {
        detail: string;
      }[];
      expect(steps[0]?.detail).toMatch(/SEARCH stances USING PRIMARY KEY \(claim_id=\? AND status=\?/);
      expect(steps.map(({ detail }) => detail).join()).not.toMatch(/SCAN|TEMP B-TREE/);
    }
  });

  test('running one costs less than half of preparing it', async () => {
    const { engine } = await startService('sqlite', { content: 'demo' });
    const connection = (engine.read.db as unknown as { $client: Database.Database }).$client;
    const rows = await engine.read.query('ids', ({ db, t }) => db.select({ id: t.statements.id }).from(t.statements));
    const id = rows[0]?.id;
    const statement = connection.prepare(`${byId} +?`);
    const median = (work: () => unknown) => {
      const times = Array.from({ length: 301 }, () => {
        const start = process.hrtime.bigint();
        work();
        return Number(process.hrtime.bigint() - start);
      });
      return times.sort((a, b) => a - b)[150] as number;
    };
    const prepare = () => connection.prepare(`${byId} +?`);
    median(prepare);
    const [running, preparing] = [median(() => statement.get(id)), median(prepare)];
    expect(running / preparing).toBeLessThan(0.5);
  });
});
