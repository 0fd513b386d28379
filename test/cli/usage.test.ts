import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { VERSION } from '../../src/platform/version.ts';
import { counterclaim, ROOT, start } from '../support/command.ts';
import { freshDatabase } from '../support/database.ts';

const OLD_NODE = "data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '20.1.0' })";

describe('a command that is called wrongly', () => {
  test.each([
    ['no command', [], /Usage: counterclaim/],
    ['a command nobody knows', ['publish'], /unknown command 'publish'/],
    ['an option nobody knows', ['key', 'list', '--all'], /unknown option '--all'/],
    ['a scope that is none', ['key', 'create', 'desk', '--scope', 'owner'], /Allowed choices are read, write, admin/],
    ['no scope', ['key', 'create', 'desk'], /--scope <scope>.* not specified/],
    ['an empty name', ['key', 'create', ' ', '--scope', 'read'], /\/name: must not be empty/],
    ['a day that does not exist', ['key', 'create', 'x', '--scope', 'read', '--expires', '2031-02-30'], /is no time/],
    ['a day that is over', ['key', 'create', 'x', '--scope', 'read', '--expires', '2020-01-01'], /lies in the past/],
    ['a format nobody knows', ['import', 'seeds/lachin.ndjson', '--format', 'xml'], /Allowed choices are record/],
    ['a file that is not there', ['import', 'nowhere.ndjson'], /cannot read nowhere\.ndjson/],
    ['a folder', ['import', 'seeds'], /cannot read seeds: it is a folder/],
  ])('2 for %s, in words, and nothing is written', async (_name, args, words) => {
    const DATABASE_URL = await freshDatabase('sqlite');
    const content = () => readFile(DATABASE_URL.replace('file:', ''));
    const before = await content();
    const { code, stdout, stderr } = await counterclaim(args, { DATABASE_URL });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/^ +at /m);
    expect((await content()).equals(before)).toBe(true);
  });

  test('2 for settings that cannot be right, all of them named', async () => {
    const { code, stderr } = await counterclaim(['key', 'list'], { DATABASE_URL: 'mysql://x', PORT: 'http' });
    expect(code).toBe(2);
    expect(stderr).toMatch(/DATABASE_URL: must be file:… or postgres:/);
    expect(stderr).toMatch(/PORT: /);
  });

  test('1 for a database that cannot be used, in words', async () => {
    for (const DATABASE_URL of ['file:package.json', 'postgres://nobody:secret@127.0.0.1:1/none']) {
      const { code, stdout, stderr } = await counterclaim(['key', 'list'], { DATABASE_URL });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/^The database /);
      expect(stderr).not.toMatch(/secret|^ +at /m);
    }
  });
});

describe('an older Node', () => {
  test.each([[[]], [['--v8-pool-size=1']], [['--v8-pool-size', '1']]])(
    'hands over to the Node that npm installed (%j)',
    async (options) => {
      const called = [...options, '--import', OLD_NODE, 'src/counterclaim.js', '--version'];
      const { code, stdout } = await start(process.execPath, called).ended;
      expect({ code, stdout }).toEqual({ code: 0, stdout: `${VERSION}\n` });
    },
  );

  test('says what is missing where none was installed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'counterclaim-launcher-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    for (const name of ['counterclaim.js', 'installed-node.js'])
      await copyFile(join(ROOT, 'src', name), join(folder, name));
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    const { code, stderr } = await start(process.execPath, ['--import', OLD_NODE, join(folder, 'counterclaim.js')])
      .ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Counterclaim needs Node 24; this is Node 20\.1\.0\. `npm ci` installs one/);
  });

  test.each(['src/cli.ts', 'src/server.ts'])('is told so by %s too', async (entry) => {
    const { code, stdout, stderr } = await start(process.execPath, ['--import', OLD_NODE, entry]).ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Counterclaim needs Node 24; this is Node 20\.1\.0\. Use `npm start`/);
  });
});
