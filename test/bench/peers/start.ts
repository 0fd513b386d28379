import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sent } from '../overload/connections.ts';
import { id } from '../record.ts';
import { type Running, start } from '../service.ts';
import { writeFlatRows } from './flat.ts';

/** What a peer is asked for the same as the service. */
export type PeerRequests = { byId(n: number): Sent; page(n: number): Sent; write(n: number): Sent };
export type Peer = PeerRequests & { name: string; running: Running };

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PAGES = 1_000;
const get = (path: string): Sent => ({ method: 'GET', path, headers: {} });
const post = (path: string, body: object): Sent => ({
  ...{ method: 'POST', path },
  ...{ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
});
const rowOf = (n: number) => ({
  ...{ id: `new_${process.pid}_${n}`, quote: `The ${n}th thing that was said`, speaker: id('spk', n % 100) },
  ...{ side: id('sid', 0), dispute: id('dsp', 0), outlet: id('out', 0), article: id('art', 0) },
  ...{ saidAt: '2024-01-01', language: 'en' },
});

/** Installs the peers on first use, as their lockfile says; the reason where that fails. */
export async function installPeers(): Promise<string | null> {
  if (existsSync(join(HERE, 'node_modules'))) return null;
  console.error('The peers are installed into test/bench/peers …');
  const npm = process.env.npm_execpath;
  const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const child = spawn(command, [...first, 'ci', '--ignore-scripts'], {
    cwd: HERE,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  child.stderr.on('data', (chunk) => {
    told += chunk;
  });
  const code = await new Promise((ended) => {
    child.once('error', () => ended(1));
    child.once('exit', ended);
  });
  return code === 0 ? null : `npm ci failed: ${told.trim().split('\n').slice(-3).join(' ')}`;
}

/** The peers over the statements of a generated record, each over files of its own; those that do not start with the reason. */
export async function startPeers(record: string, folder: string): Promise<(Peer | { name: string; failed: string })[]> {
  const [one, json] = [join(folder, 'platformatic.db'), join(folder, 'db.json')];
  await writeFlatRows(record, one, json);
  const other = join(folder, 'soul.db');
  await copyFile(one, other);
  const bin = (name: string) => new URL(`node_modules/.bin/${name}`, import.meta.url).href;
  const peers = [
    {
      name: '@platformatic/db',
      start: () => startPeer(new URL('start-platformatic.js', import.meta.url).href, [folder, one]),
      byId: (n: number) => get(`/statements/${id('stm', n)}`),
      page: (n: number) => get(`/statements/?limit=50&offset=${50 * (n % PAGES)}`),
      write: (n: number) => post('/statements/', rowOf(n)),
    },
    {
      name: 'soul-cli',
      start: () => startPeer(bin('soul'), ['-d', other, '-p', '8000']),
      byId: (n: number) => get(`/api/tables/statements/rows/${id('stm', n)}`),
      page: (n: number) => get(`/api/tables/statements/rows?_page=${1 + (n % PAGES)}&_limit=50`),
      write: (n: number) => post('/api/tables/statements/rows', { fields: rowOf(n) }),
    },
    {
      name: 'json-server',
      start: () => startPeer(bin('json-server'), [json, '--quiet']),
      byId: (n: number) => get(`/statements/${id('stm', n)}`),
      page: (n: number) => get(`/statements?_page=${1 + (n % PAGES)}&_limit=50`),
      write: (n: number) => post('/statements', rowOf(n)),
    },
  ];
  const started: (Peer | { name: string; failed: string })[] = [];
  for (const { start: begin, ...peer } of peers)
    started.push(
      await begin().then(
        (running) => ({ ...peer, running }),
        (error: Error) => ({ name: peer.name, failed: error.message.slice(0, 300) }),
      ),
    );
  return started;
}

function startPeer(script: string, parameters: string[]): Promise<Running> {
  const before = new URL('loopback.js', import.meta.url).href;
  return start(script, parameters, { NODE_OPTIONS: `--import ${before}`, NODE_ENV: 'production' });
}
