import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startPostgres } from '../faults/postgres-server.ts';
import { ADMIN_KEY, type ServiceProcess, startProcess } from '../faults/service-process.ts';
import { NOBODY, readingSteps, type Step, writingSteps } from './story.ts';

/**
 * Holds two versions of the service against each other: the same random requests to both, each answer compared but for
 * ids, the time of the run, hashes and cursors, for which the order of their appearance stands.
 *
 *   node test/differential/run.ts --before ../other-checkout [--engine postgres] [--seeds 5] [--seed 1] [--statements 80]
 */
const { values } = parseArgs({
  options: {
    before: { type: 'string' },
    engine: { type: 'string', default: 'sqlite' },
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '3' },
    statements: { type: 'string', default: '120' },
    differences: { type: 'string', default: '10' },
  },
});
if (values.before === undefined) throw new Error('--before names the folder of the other version.');

/** One of the two, with the ids that it gave to what was made. */
class Version {
  readonly #ids = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #service: ServiceProcess;

  constructor(service: ServiceProcess) {
    this.#service = service;
  }

  async ask({ method, path, body, headers, makes }: Step): Promise<string> {
    const named = (text: string) => text.replace(/\$([a-z]+\d+)/g, (whole, name) => this.#names.get(name) ?? whole);
    const response = await fetch(this.#service.address + named(path), {
      method,
      redirect: 'manual',
      headers: {
        ...(body && { 'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' }),
        ...(headers?.authorization === NOBODY ? {} : { authorization: `Bearer ${ADMIN_KEY}`, ...headers }),
      },
      ...(body && { body: named(JSON.stringify(body)) }),
    });
    const text = await response.text();
    if (makes !== undefined && response.status === 201) this.#names.set(makes, (JSON.parse(text) as { id: string }).id);
    const location = response.headers.get('location') ?? '';
    return this.#canonical(`${response.status} ${location.replace(this.#service.address, '')} ${text}`);
  }

  close(): Promise<void> {
    return this.#service.kill();
  }

  #canonical(text: string): string {
    return text
      .replace(/\b(sid|dsp|qst|out|art|snp|spk|clm|rel|stm|reb|rev|cor|key)_[0-9a-z]{13,26}\b/g, (id, prefix) => {
        const known = this.#ids.get(id) ?? `${prefix}#${this.#ids.size}`;
        this.#ids.set(id, known);
        return known;
      })
      .replaceAll(this.#service.address, '')
      .replace(/\b20(?:2[6-9]|[3-9]\d)-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z\b/g, '<now>')
      .replace(/\bon 20(?:2[6-9]|[3-9]\d)-\d\d-\d\d\b/g, 'on <today>')
      .replace(/"hash":"[0-9a-f]{64}"/g, '"hash":"<hash>"')
      .replace(/"next":"[^"]+"/g, '"next":"<cursor>"');
  }
}

const seeds = Array.from({ length: Number(values.seeds) }, (_, at) => Number(values.seed) + at);
const server = values.engine === 'postgres' ? await startPostgres() : null;
let asked = 0;
let differing = 0;
const statuses = new Map<string, number>();
try {
  for (const seed of seeds) await compare(seed);
} finally {
  await server?.stop();
}
console.log(`Statuses: ${[...statuses].map(([status, n]) => `${status} ${n}`).join(', ')}`);
console.log(`${asked} answers compared on ${values.engine}, seeds ${seeds[0]} to ${seeds.at(-1)}: ${differing} differ`);
process.exit(differing === 0 ? 0 : 1);

async function compare(seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'counterclaim-differential-'));
  const start = async (name: string, root?: string) => {
    const url = server ? await freshDatabase(server.url, `${name}_${seed}`) : `file:${join(folder, name)}.db`;
    return new Version(await startProcess(url, root));
  };
  const [before, after] = [await start('before', resolve(values.before as string)), await start('after')];
  try {
    for (const step of [...writingSteps(seed, Number(values.statements)), ...readingSteps(seed)]) {
      const [was, is] = [await before.ask(step), await after.ask(step)];
      asked += 1;
      statuses.set(was.slice(0, 3), (statuses.get(was.slice(0, 3)) ?? 0) + 1);
      if (was === is) continue;
      differing += 1;
      if (differing > Number(values.differences)) continue;
      const at = [...was].findIndex((character, index) => character !== is[index]);
      const around = (text: string) => text.slice(Math.max(0, at - 120), at + 160);
      console.log(`seed ${seed}: ${step.method} ${step.path} ${JSON.stringify(step.body ?? '')}`);
      console.log(`  before …${around(was)}\n  after  …${around(is)}`);
    }
  } finally {
    await Promise.all([before.close(), after.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function freshDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`create database "${name}"`);
  await client.end();
  return url.replace(/\/postgres$/, `/${name}`);
}
