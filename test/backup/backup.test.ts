import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { backupSqlite, restoreSqlite } from '../../src/platform/engine/backup.ts';
import type { Engine } from '../../src/platform/engine/tables.ts';
import { brokenFullText, faultsOf } from '../faults/inspection.ts';
import { type Service, startService } from '../support/app.ts';
import { counterclaim } from '../support/command.ts';
import { freshDatabase } from '../support/database.ts';

const quietly = () => {};

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'counterclaim-backup-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

async function opened(file: string): Promise<Engine> {
  const engine = await openDatabase(`file:${file}`);
  onTestFinished(() => engine.close());
  return engine;
}

const linesOf = ({ read }: Pick<Engine, 'read'>) =>
  read.query('all lines', ({ db, t }) => db.select().from(t.changes).orderBy(t.changes.seq));

/** Writes without pause until it is told to stop. */
function keepWriting(service: Service): () => Promise<number> {
  let isOn = true;
  let written = 0;
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    while (isOn) {
      await service.as.write
        .post('/v1/sides')
        .send({ name: `Side ${writer} ${written}` })
        .expect(201);
      written += 1;
    }
  });
  return async () => {
    isOn = false;
    await Promise.all(writers);
    return written;
  };
}

describe('a backup', () => {
  test('made while writes go on, is the database as it stood at one commit', async () => {
    const service = await startService('sqlite', { content: 'demo' });
    const file = (service.engine.read.db as unknown as { $client: Database.Database }).$client.name;
    const to = join(folder(), 'copy.db');
    const before = (await linesOf(service.engine)).length;
    const stop = keepWriting(service);
    const told: number[] = [];
    for (const name of ['1', '2', '3']) await backupSqlite(file, `${to}${name}`, (done) => told.push(done));
    expect(await stop()).toBeGreaterThan(0);
    expect(told.length).toBeGreaterThan(0);
    const now = await linesOf(service.engine);
    let last = before;
    for (const name of ['1', '2', '3']) {
      const copy = await opened(`${to}${name}`);
      const lines = await linesOf(copy);
      expect(lines).toEqual(now.slice(0, lines.length));
      expect(lines.length).toBeGreaterThanOrEqual(last);
      last = lines.length;
      expect(await faultsOf(copy)).toEqual([]);
      expect(brokenFullText(`${to}${name}`)).toEqual([]);
    }
    expect(last).toBeGreaterThan(before);
  });

  test('holds everything that was acknowledged before it began, and nothing else is beside it', async () => {
    const file = (await freshDatabase('sqlite')).replace('file:', '');
    const source = await opened(file);
    const insert = (name: string) =>
      source.write((tx) => tx.query(`keep ${name}`, ({ db, t }) => db.insert(t.secrets).values({ name, value: 'x' })));
    await insert('before');
    const to = join(folder(), 'copy.db');
    await backupSqlite(file, to, quietly);
    await insert('after');
    expect(readdirSync(dirname(to))).toEqual(['copy.db']);
    const copy = await opened(to);
    const kept = await copy.read.query('secrets', ({ db, t }) => db.select().from(t.secrets));
    expect(kept.map(({ name }) => name)).toEqual(['before']);
  });

  test('overwrites nothing', async () => {
    const file = (await freshDatabase('sqlite')).replace('file:', '');
    const to = join(folder(), 'copy.db');
    writeFileSync(to, 'mine');
    await expect(backupSqlite(file, to, quietly)).rejects.toMatchObject({ code: 'conflict' });
    expect(readFileSync(to, 'utf8')).toBe('mine');
    expect(readdirSync(dirname(to))).toEqual(['copy.db']);
  });
});

describe('restoring', () => {
  async function backedUp() {
    const file = (await freshDatabase('sqlite', 'demo')).replace('file:', '');
    const to = join(folder(), 'copy.db');
    await backupSqlite(file, to, quietly);
    return { file, backup: to };
  }

  test('brings the record back as it was', async () => {
    const { file, backup } = await backedUp();
    const target = join(folder(), 'new.db');
    await restoreSqlite(backup, target, false, quietly);
    const [before, after] = [await opened(file), await opened(target)];
    expect(await linesOf(after)).toEqual(await linesOf(before));
    expect(await faultsOf(after)).toEqual([]);
    expect(readdirSync(dirname(target)).filter((name) => name.includes('part'))).toEqual([]);
  });

  test('409 leaves a database that is there alone, unless it is forced', async () => {
    const { backup } = await backedUp();
    const target = (await freshDatabase('sqlite')).replace('file:', '');
    const engine = await openDatabase(`file:${target}`);
    await engine.write((tx) => tx.query('keep', ({ db, t }) => db.insert(t.secrets).values({ name: 'n', value: 'v' })));
    await engine.close();
    const before = readFileSync(target);
    await expect(restoreSqlite(backup, target, false, quietly)).rejects.toMatchObject({ code: 'conflict' });
    expect(readFileSync(target).equals(before)).toBe(true);
    await restoreSqlite(backup, target, true, quietly);
    const after = await opened(target);
    expect((await linesOf(after)).length).toBeGreaterThan(0);
    expect(await after.read.query('secrets', ({ db, t }) => db.select().from(t.secrets))).not.toContainEqual({
      name: 'n',
      value: 'v',
    });
  });

  test('409 leaves a database alone that a service has open, even when it is forced', async () => {
    const { backup } = await backedUp();
    const target = (await freshDatabase('sqlite')).replace('file:', '');
    const engine = await opened(target);
    await expect(restoreSqlite(backup, target, true, quietly)).rejects.toThrow(/Stop the service/);
    await engine.write((tx) => tx.query('keep', ({ db, t }) => db.insert(t.secrets).values({ name: 'n', value: 'v' })));
  });

  test.each([
    ['a damaged backup', (file: string) => damage(file), /damaged/],
    ['what is no database', (file: string) => writeFileSync(file, 'x'.repeat(10_000)), /no database/],
    ['a database of something else', (file: string) => other(file), /no database of Counterclaim/],
    ['a backup of a newer version', (file: string) => renew(file), /newer version/],
  ])('refuses %s, and leaves nothing', async (_name, change, words) => {
    const { backup } = await backedUp();
    change(backup);
    const target = join(folder(), 'new.db');
    await expect(restoreSqlite(backup, target, false, quietly)).rejects.toThrow(words);
    expect(existsSync(target)).toBe(false);
  });
});

/** Overwrites the middle of the file, where rows are. */
function damage(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 64 * 1024);
  writeFileSync(file, bytes);
}

function other(file: string): void {
  rmSync(file);
  const connection = new Database(file);
  connection.exec('CREATE TABLE things (id)');
  connection.close();
}

function renew(file: string): void {
  const connection = new Database(file);
  connection.exec(`INSERT INTO migrations_applied (made_at, hash) VALUES (32503680000000, 'from the future')`);
  connection.close();
}

describe('the command line', () => {
  test('backs up and restores, and says so', async () => {
    const DATABASE_URL = await freshDatabase('sqlite', 'demo');
    const to = join(folder(), 'copy.db');
    const made = await counterclaim(['backup', to], { DATABASE_URL });
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/MiB, as the database stood at one commit/) });
    const again = await counterclaim(['backup', to], { DATABASE_URL });
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('is not overwritten') });
    const target = `file:${join(folder(), 'new.db')}`;
    const restored = await counterclaim(['restore', to], { DATABASE_URL: target });
    expect(restored).toMatchObject({ code: 0, stdout: expect.stringContaining('restored from') });
    const refused = await counterclaim(['restore', to], { DATABASE_URL: target });
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('--force') });
    expect(await counterclaim(['restore', to, '--force'], { DATABASE_URL: target })).toMatchObject({ code: 0 });
    const engine = await opened(target.replace('file:', ''));
    expect((await linesOf(engine)).length).toBeGreaterThan(0);
  });

  test('points to the tools of PostgreSQL for its databases', async () => {
    const DATABASE_URL = await freshDatabase('postgres');
    const to = join(folder(), 'copy.db');
    for (const [args, tool] of [
      [['backup', to], 'pg_dump'],
      [['restore', to], 'pg_restore'],
    ] as const) {
      const { code, stderr } = await counterclaim(args, { DATABASE_URL });
      expect([code, stderr]).toEqual([2, expect.stringContaining(tool)]);
    }
    expect(existsSync(to)).toBe(false);
  });
});
