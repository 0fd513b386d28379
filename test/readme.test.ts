import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { Config } from '../src/platform/config.ts';
import { counterclaim, ROOT, start, startServing } from './support/command.ts';
import { ENGINES, freshDatabase } from './support/database.ts';
import { differenceFrom, examplesOf, tableUnder } from './support/readme.ts';

const ADDRESS = 'http://127.0.0.1:3000';
const page = readFileSync(join(ROOT, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

describe.each(ENGINES)('the README on %s', (kind) => {
  test('its commands, run one after another by a newcomer, give the answers it shows', async () => {
    const DATABASE_URL = await freshDatabase(kind);
    // However busy the machine is, nothing is refused.
    const { address } = await startServing({ DATABASE_URL, WAIT_MAX_MS: '0' });
    const tried = examplesOf(page.split('\n## Try it\n')[1]?.split('\n## ')[0] ?? '');
    const answers = await inOneShell(
      tried.map(({ command }) => command.replaceAll(ADDRESS, address)),
      { DATABASE_URL },
    );
    const shown = tried.filter(({ answer }) => answer !== null);
    expect(shown.length).toBeGreaterThanOrEqual(5);
    for (const [at, { command, answer, shows }] of tried.entries()) {
      if (answer === null) expect(answers[at]).toBe('');
      else if (shows === 'text') expect(answers[at]).toBe(answer);
      else
        expect({ command, differs: differenceFrom(answer, JSON.parse(answers[at] as string)) }).toEqual({
          command,
          differs: null,
        });
    }
  });
});

describe('the README', () => {
  test('starts the service by the commands that package.json has', () => {
    const [first] = examplesOf(page);
    expect(first?.command).toBe('npm ci\nnpm start\n');
    expect(scripts).toMatchObject({
      start: expect.stringMatching(/^node .*src\/counterclaim\.js serve$/),
      cli: 'node src/counterclaim.js',
    });
  });

  test('lists every setting with its default and its meaning, and no other', () => {
    const { properties = {} } = z.toJSONSchema(Config, { io: 'input' });
    const settings = Object.entries(properties as Record<string, { default?: unknown; description?: string }>);
    expect(tableUnder(page, 'Settings')).toEqual(
      settings.map(([name, { default: preset, description }]) => [
        `\`${name}\``,
        preset === undefined ? '–' : `\`${preset}\``,
        description,
      ]),
    );
  });

  test('maps every room, and no other', () => {
    const rooms = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const mapped = [...page.matchAll(/^\| \[src\/([\w-]+)\/\]\(src\/\1\/\) +\|/gm)].map(([, room]) => room);
    expect(mapped.sort()).toEqual(rooms.map(({ name }) => name).sort());
  });

  test('lists every command, and no other', async () => {
    const listed = tableUnder(page, 'Command line').map(([command]) => /^`([a-z ]+[a-z])/.exec(command as string)?.[1]);
    expect(listed.sort()).toEqual((await commandsUnder([])).sort());
  });

  test('links to files that are there', () => {
    const targets = [...page.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target]) => target as string);
    const missing = targets.filter((target) => !existsSync(join(ROOT, target)));
    expect(missing).toEqual([]);
  });
});

/** The commands that do something, as the help of the command line names them: `serve`, `key create`. */
async function commandsUnder(group: string[]): Promise<string[]> {
  const { stdout } = await counterclaim([...group, '--help']);
  const listed = stdout.split('\nCommands:\n')[1]?.split('\n\n')[0] ?? '';
  const names = [...listed.matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name as string);
  const below = names.filter((name) => name !== 'help').map((name) => commandsUnder([...group, name]));
  return below.length === 0 ? [group.join(' ')] : (await Promise.all(below)).flat();
}

/** What each of the commands prints, in one shell, so that later ones see the variables of earlier ones. */
async function inOneShell(commands: string[], environment: Record<string, string>): Promise<string[]> {
  const script = commands.map((command) => `${command}\nprintf '\\0'\n`).join('');
  const { code, stdout, stderr } = await start('sh', ['-euc', script], { PATH: await pathWithCurl(), ...environment })
    .ended;
  expect({ code, stderr: stderr.replace(/^key_.*\n/gm, '') }).toEqual({ code: 0, stderr: '' });
  return stdout.split('\0').slice(0, -1);
}

/** Tests need no system package: where there is no curl, a few lines stand in for what the page uses of it. */
async function pathWithCurl(): Promise<string> {
  const path = process.env.PATH ?? '';
  if (path.split(delimiter).some((folder) => existsSync(join(folder, 'curl')))) return path;
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-curl-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'curl'), `#!${process.execPath}\n${STAND_IN}`, { mode: 0o755 });
  return `${folder}${delimiter}${path}`;
}

const STAND_IN = `
const { values, positionals } = require('node:util').parseArgs({
  allowPositionals: true,
  options: {
    silent: { type: 'boolean', short: 's' },
    header: { type: 'string', short: 'H', multiple: true },
    data: { type: 'string', short: 'd' },
  },
});
const headers = (values.header ?? []).map((header) => header.split(/: (.*)/).slice(0, 2));
fetch(positionals[0], { headers, method: values.data ? 'POST' : 'GET', body: values.data })
  .then((answer) => answer.text())
  .then((text) => process.stdout.write(text));
`;
