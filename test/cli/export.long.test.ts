import { spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { startService } from '../support/app.ts';
import { counterclaim, startServing } from '../support/command.ts';
import { ENGINES, freshDatabase } from '../support/database.ts';
import { ownFolder } from '../support/folder.ts';

const unhurried = { WAIT_MAX_MS: '0' };

describe.each(ENGINES)('counterclaim export on %s', (kind) => {
  test('0 and the whole record in a file, on stdout and from a service alike; an empty database takes it over', async () => {
    const { database: DATABASE_URL, keys } = await startService(kind, { content: 'demo' });
    const folder = await ownFolder();
    const file = join(folder, 'record.ndjson');
    expect(await counterclaim(['export', file], { DATABASE_URL })).toEqual({ code: 0, stdout: '', stderr: '' });
    const whole = await readFile(file, 'utf8');
    expect(whole).toMatch(/^\{"type":"export","of":"everything","version":1\}\n/);
    expect(await readdir(folder)).toEqual(['record.ndjson']);
    for (const args of [['export'], ['export', '-']])
      expect(await counterclaim(args, { DATABASE_URL })).toEqual({ code: 0, stdout: whole, stderr: '' });

    const { address } = await startServing({ DATABASE_URL, ...unhurried });
    const asked = (key: string, ...more: string[]) =>
      counterclaim(['export', '--url', address, ...more], { COUNTERCLAIM_KEY: key });
    expect(await asked(keys.admin)).toEqual({ code: 0, stdout: whole, stderr: '' });
    expect(await asked('', '--key', keys.admin)).toEqual({ code: 0, stdout: whole, stderr: '' });
    const told = await asked('');
    expect(told.code).toBe(0);
    expect(told.stdout).not.toMatch(/"type":"(export|change|snapshot)"/);
    expect(told.stdout.split('\n').length).toBeGreaterThan(40);

    const [packed, report] = [join(folder, 'record.ndjson.gz'), join(folder, 'report.csv')];
    await writeFile(packed, gzipSync(whole));
    const empty = { DATABASE_URL: await freshDatabase(kind) };
    const rows = whole.split('\n').length - 3;
    const taken = await counterclaim(['import', packed, '--report', report, '--json'], empty);
    expect(JSON.parse(taken.stdout)).toMatchObject({ read: rows, created: rows, rejected: 0 });
    expect((await readFile(report, 'utf8')).split('\r\n').slice(0, 2)).toEqual([
      'line,outcome,code,pointer,detail,warnings',
      '2,created,,,,',
    ]);
    expect((await counterclaim(['export'], empty)).stdout).toBe(whole);
    const again = await counterclaim(['import', packed], empty);
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toMatch(/Only an empty service takes an export of everything over/);
    // What was there stays where another file could not be written whole.
    const refused = await counterclaim(['export', file, '--url', address, '--key', 'cck_nobody'], {});
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(await readFile(file, 'utf8')).toBe(whole);
    expect((await readdir(folder)).sort()).toEqual(['record.ndjson', 'record.ndjson.gz', 'report.csv']);
  });
});

describe('counterclaim export', () => {
  test('ends quietly when who reads it has enough', async () => {
    const DATABASE_URL = await freshDatabase('sqlite', 'demo');
    const line = 'node src/counterclaim.js export | head -n 1';
    const child = spawn('sh', ['-c', line.replace('node', process.execPath)], {
      env: { PATH: process.env.PATH, DATABASE_URL },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (text) => {
      stdout += text;
    });
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    expect({ stdout, stderr }).toEqual({ stdout: '{"type":"export","of":"everything","version":1}\n', stderr: '' });
  });

  test.each([
    ['1 where there is no record', {}, ['export'], 1, /no record|There is no/],
    ['2 for a folder that is not there', {}, ['export', '/nowhere/at/all.ndjson'], 2, /cannot write/],
    ['1 where nobody answers', {}, ['export', '--url', 'http://127.0.0.1:9'], 1, /does not answer/],
    ['2 for two files', {}, ['export', 'a', 'b'], 2, /too many arguments/],
  ])('%s', async (_name, environment, args, code, words) => {
    const ended = await counterclaim(args, { DATABASE_URL: 'file:nowhere/at/all.db', ...environment });
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toMatch(words);
  });
});
