import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machine, median } from '../figures.ts';
import { recordOf } from '../kept-records.ts';
import type { Options } from '../options.ts';
import { recordStory } from '../overload/acknowledged.ts';
import { connectionsTo, type Sent } from '../overload/connections.ts';
import { KEY } from '../overload/mix.ts';
import { installPeers, type Peer, startPeers } from '../peers/start.ts';
import { copyToPostgres } from '../postgres.ts';
import { cpuMsOf, hasEnded, type Running, start, startService, stop } from '../service.ts';
import { type Asked, askedOf, askFor, type Round } from './asked.ts';
import { type Measured, printClients, SERVICE } from './print.ts';

const ROUND_MS = 1_000;
const WARM_UP_MS = 300;

/** One of those that are measured beside each other, and what it is asked; null for what it does not offer. */
type Subject = { name: string; running: Running; ask(asked: Asked): ((n: number) => Sent) | null };

/**
 * The service, bare node:http and bare Fastify that send the same bytes, and its peers over flat rows of the same statements,
 * by so many clients at once, each of whom asks again as soon as it was answered: one after another, in shuffled rounds.
 */
export async function measureClients({ sizes, rounds, engine, records, clients }: Options): Promise<Measured[]> {
  const [size = 100_000] = sizes;
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-clients-'));
  try {
    const { file } = await recordOf(size, records ?? folder);
    const own = join(folder, 'own.db');
    await copyFile(file, own);
    const server = engine === 'postgres' ? await copyToPostgres(own) : null;
    Object.assign(process.env, { ADMIN_KEY: KEY, WAIT_MAX_MS: '0' });
    const service = await startService(server?.url ?? `file:${own}`);
    await recordStory(service);
    const all = askedOf(size);
    const floors = await startFloors(service, all, join(folder, 'answers.json'));
    const failed = await installPeers();
    const peers = failed === null ? await startPeers(file, folder) : [];
    const left = failed === null ? peers.filter((peer) => 'failed' in peer) : [{ name: 'all peers', failed }];
    const subjects: Subject[] = [
      { name: SERVICE, running: service, ask: (asked) => asked.of },
      ...floors,
      ...peers.filter((peer) => 'running' in peer).map((peer) => subjectOf(peer, size)),
    ];
    const measured = await measureAll(subjects, all, clients, rounds);
    for (const { running } of subjects) await stop(running);
    await server?.stop();
    console.log(machine(engine));
    for (const { name, failed } of left) console.log(`\nNot measured: ${name}: ${failed}`);
    printClients(measured, clients);
    return measured;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function subjectOf({ name, running, ...requests }: Peer, size: number): Subject {
  return {
    ...{ name, running },
    ask({ peer, path }) {
      if (peer === null) return null;
      const isSame = path === 'id' || path === 'page' || path === 'brief';
      return (n) => requests[peer](isSame ? 1 : peer === 'byId' ? n % size : n);
    },
  };
}

/** Asks the service for some answers of each, and starts the bare servers that send them. */
async function startFloors(service: Running, all: Asked[], file: string): Promise<Subject[]> {
  const connections = connectionsTo(service.url, 1);
  const answers: Record<string, unknown[]> = {};
  for (const { path, of, samples, span } of all) {
    const some: unknown[] = [];
    for (let n = 0; n < samples; n += 1) {
      const asked = of(Math.floor((n * span) / samples));
      const { status, body } = await connections.send(asked);
      if (status !== 200 && status !== 201) throw new Error(`${asked.path}: ${status} ${body.slice(0, 300)}`);
      some.push(JSON.parse(body));
    }
    answers[path] = some;
  }
  connections.close();
  await writeFile(file, JSON.stringify(answers));
  const subjects: Subject[] = [];
  for (const [kind, name] of [
    ['http', 'node:http'],
    ['fastify', 'Fastify'],
  ] as const) {
    const running = await start('clients/floor.ts', [kind, file], {});
    const ask = ({ path, of, samples }: Asked) => {
      const { method, headers, body } = of(1);
      return (n: number) => ({ method, headers, path: `/${path}/${n % samples}`, ...(body !== undefined && { body }) });
    };
    subjects.push({ name, running, ask });
  }
  return subjects;
}

async function measureAll(subjects: Subject[], all: Asked[], clients: number[], rounds: number): Promise<Measured[]> {
  const lots = all.flatMap((asked) =>
    clients.flatMap((count) =>
      subjects.flatMap((subject) => {
        const of = subject.ask(asked);
        return of === null ? [] : [{ asked, clients: count, subject, of, seen: [] as Round[] }];
      }),
    ),
  );
  /** Where each goes on, so that what is different stays different, and what is written is new. */
  const next = new Map<string, number>();
  const ended = new Set<Subject>();
  for (let round = 0; round < rounds; round += 1) {
    for (const { asked, clients, subject, of, seen } of shuffled(lots, round)) {
      if (ended.has(subject)) continue;
      const connections = connectionsTo(subject.running.url, clients);
      const name = `${subject.name} ${asked.path}`;
      const ask = (ms: number) =>
        askFor(connections, { clients, ms, first: next.get(name) ?? 1 }, of, () => cpuMsOf(subject.running));
      try {
        next.set(name, (await ask(WARM_UP_MS)).next);
        const { next: following, ...one } = await ask(ROUND_MS);
        next.set(name, following);
        seen.push(one);
      } catch (error) {
        // json-server, which writes all it has at every write, has run out of memory with 64 clients.
        if (subject.name === SERVICE || !hasEnded(subject.running)) throw error;
        console.error(`${subject.name} ended while it was asked, and is not asked any more.`);
        ended.add(subject);
      } finally {
        connections.close();
      }
    }
    console.error(`round ${round + 1} of ${rounds}`);
  }
  const measured = lots.filter(({ seen }) => seen.length > 0);
  return measured.map(({ asked, clients, subject, seen }) => ({
    ...{ name: asked.name, subject: subject.name, clients },
    rate: median(seen.map(({ rate }) => rate)),
    cpuMs: median(seen.map(({ cpuMs }) => cpuMs)),
    wrong: seen.reduce((sum, { wrong }) => sum + wrong, 0),
  }));
}

function shuffled<Item>(items: Item[], seed: number): Item[] {
  const place = (at: number) => ((at + 1) * 7919 + (seed + 1) * 104_729 * (at + 3)) % 65_537;
  return items
    .map((item, at) => ({ item, at }))
    .sort((a, b) => place(a.at) - place(b.at))
    .map(({ item }) => item);
}
