import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { counterclaim, startServing } from '../support/command.ts';
import { freshDatabase } from '../support/database.ts';

async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-start-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const quiet = { DEMO: 'false' };

describe('a start that fails', () => {
  test('makes no key: the next start that listens prints one', async () => {
    const DATABASE_URL = `file:${join(await ownFolder(), 'own.db')}`;
    const taken = await startServing({ DATABASE_URL: await freshDatabase('sqlite'), ...quiet });
    const PORT = new URL(taken.address).port;
    for (const settings of [{ PORT }, { HOST: '203.0.113.7', PORT: '0' }]) {
      const { code, stdout } = await counterclaim(['serve'], { DATABASE_URL, ...quiet, ...settings });
      expect({ code, isKeyShown: stdout.includes('cck_') }).toEqual({ code: 1, isKeyShown: false });
    }
    const { address, adminKey } = await startServing({ DATABASE_URL, ...quiet });
    const headers = { authorization: `Bearer ${adminKey}` };
    expect((await fetch(`${address}/v1/keys`, { headers })).status).toBe(200);
  });

  test.each([
    ['a folder that is not there', 'file:/nonexistent/own.db', /^There is no folder \/nonexistent\. /],
    ['a server that does not run', 'postgres://nobody:secret@127.0.0.1:1/none', /does not answer: .*127\.0\.0\.1:1/],
    ['a host that is none', 'postgres://nobody:secret@nohost.invalid/none', /does not answer: .*nohost\.invalid/],
  ])('names %s', async (_name, DATABASE_URL, words) => {
    const { code, stderr } = await counterclaim(['serve'], { DATABASE_URL, PORT: '0' });
    expect(code).toBe(1);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/secret|^ +at /m);
    expect(existsSync('/nonexistent')).toBe(false);
  });

  test.each(['users', 'statements'])('leaves the file of another program, with a table %s, as it is', async (table) => {
    const file = join(await ownFolder(), 'other.db');
    const other = new Database(file);
    other.exec(`CREATE TABLE ${table} (id integer)`);
    other.close();
    const before = await readFile(file);
    for (const command of [['serve'], ['verify'], ['key', 'create', 'desk', '--scope', 'read']]) {
      const { code, stderr } = await counterclaim(command, { DATABASE_URL: `file:${file}`, PORT: '0' });
      expect({ command, code }).toEqual({ command, code: 1 });
      expect(stderr).toMatch(new RegExp(`database of another program.*“${table}”`));
      expect((await readFile(file)).equals(before), command.join(' ')).toBe(true);
    }
  });
});

describe('what a start warns of', () => {
  test('is an ADMIN_KEY that does nothing, and a demo that is there already', async () => {
    const DATABASE_URL = await freshDatabase('sqlite', 'demo');
    const first = await startServing({ DATABASE_URL });
    await first.stop();
    expect(first.log()).not.toMatch(/ADMIN_KEY|already/);
    const second = await startServing({ DATABASE_URL, ADMIN_KEY: `cck_${'b'.repeat(40)}` }, ['--no-demo']);
    expect(second.log()).toMatch(/ADMIN_KEY is no admin key of this database/);
    expect(second.log()).toMatch(/The demo is in this database already/);
  });

  test('is nothing where ADMIN_KEY is the one that is stored', async () => {
    const settings = { DATABASE_URL: await freshDatabase('sqlite'), ADMIN_KEY: `cck_${'c'.repeat(40)}`, ...quiet };
    for (const _ of [1, 2]) {
      const { log, stop } = await startServing(settings);
      await stop();
      expect(log()).not.toMatch(/ADMIN_KEY|already/);
    }
  });
});

describe('a command that reads', () => {
  const READING = [
    ['verify'],
    ['key', 'list'],
    ['key', 'revoke', 'key_1'],
    ['rebuild', 'search'],
    ['rebuild', 'comparisons'],
  ];

  test.each(READING.map((command) => [command.join(' '), command] as const))(
    '1 for %s of a database that is not there, which it does not make',
    async (_name, command) => {
      const file = join(await ownFolder(), 'typo.db');
      for (const isEmpty of [false, true]) {
        if (isEmpty) await writeFile(file, '');
        const { code, stdout, stderr } = await counterclaim(command, { DATABASE_URL: `file:${file}` });
        expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
        expect(stderr).toMatch(isEmpty ? /^There is no record in / : /^There is no file .*typo\.db\. /);
        expect(existsSync(file) ? (await readFile(file)).length : null).toBe(isEmpty ? 0 : null);
      }
    },
  );
});

describe('a backup', () => {
  test('1 into a folder that is not there, in words', async () => {
    const DATABASE_URL = await freshDatabase('sqlite');
    const { code, stderr } = await counterclaim(['backup', '/no/such/folder/b.db'], { DATABASE_URL });
    expect(code).toBe(1);
    expect(stderr).toBe('There is no folder /no/such/folder.\n');
  });

  test('1 of a damaged database, and no file that would pass for a backup', async () => {
    const DATABASE_URL = await freshDatabase('sqlite', 'demo');
    const file = DATABASE_URL.replace('file:', '');
    const content = await readFile(file);
    content.fill(0x5a, content.length - 3 * 4096, content.length - 4096);
    await writeFile(file, content);
    const to = join(await ownFolder(), 'copy.db');
    const { code, stderr } = await counterclaim(['backup', to], { DATABASE_URL });
    expect(code).toBe(1);
    expect(stderr).toMatch(/is damaged .*: no backup is made/);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(existsSync(to)).toBe(false);
  });
});
