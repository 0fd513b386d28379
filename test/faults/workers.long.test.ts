import { rm } from 'node:fs/promises';
import { Agent, request as send } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { STORY } from '../bench/imports/files.ts';
import { startServing } from '../support/command.ts';
import { ENGINES, freshDatabase } from '../support/database.ts';
import { ndjson } from '../support/import.ts';
import { faultsOf } from './inspection.ts';
import { ADMIN_KEY } from './service-process.ts';
import { randomFrom, recordStory, Writer } from './writer.ts';

const MINUTES = 60_000;
/** Fewer than what would be taken for processes that end at once. */
const KILLS = Number(process.env.WORKER_KILLS ?? 3);
/** What was handed to a process in the moment in which it was killed is never answered. */
const ANSWER_MAX_MS = 20_000;
/** More than processes, so that each has some. */
const CONNECTIONS = 8;

function serving(DATABASE_URL: string, more: Record<string, string> = {}) {
  return startServing({ DATABASE_URL, WORKERS: '2', ADMIN_KEY, WAIT_MAX_MS: '0', ...more }, ['--no-demo']);
}

type Reply = { status: number; body: string };

/** Over a connection of its own: each goes to the next process. */
function ask(url: string, method = 'GET', body?: object, headers: Record<string, string> = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const authorization = `Bearer ${ADMIN_KEY}`;
    const type = body && { 'content-type': 'application/json' };
    const sending = send(
      url,
      {
        method,
        agent: new Agent(),
        signal: AbortSignal.timeout(ANSWER_MAX_MS),
        headers: { authorization, ...type, ...headers },
      },
      (reply) => {
        let text = '';
        reply.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        reply.on('end', () => resolve({ status: reply.statusCode ?? 0, body: text }));
        reply.on('error', reject);
      },
    );
    sending.on('error', reject);
    sending.end(body && JSON.stringify(body));
  });
}

/** As a client who asks again where no answer comes: what is handed to a process while that is killed has none. */
async function askAgain(url: string): Promise<Reply> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask(url);
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
}

function askMany(...asked: Parameters<typeof ask>): Promise<Reply[]> {
  return Promise.all(Array.from({ length: CONNECTIONS }, () => ask(...asked)));
}

/** The processes that answered, by the lines that they wrote. */
function answering(log: string): number[] {
  const lines = log.split('\n').filter((line) => line.includes('"msg":"request"'));
  return [...new Set(lines.map((line) => Number(/"pid":(\d+)/.exec(line)?.[1])))];
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe.each(ENGINES)('several processes over one %s database', (kind) => {
  test(
    '200 gives what any of them wrote to whoever reads next, wherever, also where an answer was kept',
    async () => {
      const service = await serving(await freshDatabase(kind));
      for (let at = 1; at <= 25; at += 1) {
        await askMany(`${service.address}/v1/sides?count=true`);
        const made = await ask(`${service.address}/v1/sides`, 'POST', { name: `Side ${at}` });
        expect(made.status).toBe(201);
        const { id } = JSON.parse(made.body);
        for (const { body } of await askMany(`${service.address}/v1/sides?count=true`))
          expect(JSON.parse(body).total).toBe(at);
        for (const { status } of await askMany(`${service.address}/v1/sides/${id}`)) expect(status).toBe(200);
      }
      expect(answering(service.log())).toHaveLength(2);
      const { code, stderr } = await service.stop();
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(answering(service.log()).filter(lives)).toEqual([]);
    },
    3 * MINUTES,
  );

  test(
    '201 answers the same Idempotency-Key once, whichever of them it is sent to at once',
    async () => {
      const service = await serving(await freshDatabase(kind));
      for (let at = 1; at <= 10; at += 1) {
        const key = { 'idempotency-key': `key-${at}` };
        const replies = await askMany(`${service.address}/v1/sides`, 'POST', { name: `Side ${at}` }, key);
        expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 201));
        expect(new Set(replies.map(({ body }) => JSON.parse(body).id)).size).toBe(1);
      }
      expect(JSON.parse((await ask(`${service.address}/v1/sides?count=true`)).body).total).toBe(10);
    },
    3 * MINUTES,
  );

  test(
    '429 counts what is sent to all of them together',
    async () => {
      const service = await serving(await freshDatabase(kind), { RATE_LIMIT: '5' });
      const replies = await askMany(`${service.address}/v1/sides`);
      expect(replies.filter(({ status }) => status === 429)).toHaveLength(CONNECTIONS - 5);
      expect(answering(service.log())).toHaveLength(2);
    },
    MINUTES,
  );

  test(
    'a stream of changes hears of what another wrote, and the figures are those of all',
    async () => {
      const service = await serving(await freshDatabase(kind));
      const followers = await Promise.all(
        Array.from({ length: 4 }, () =>
          fetch(`${service.address}/v1/changes/stream`, { headers: { connection: 'close' } }),
        ),
      );
      const made = await ask(`${service.address}/v1/sides`, 'POST', { name: 'North' });
      const { id } = JSON.parse(made.body);
      for (const { body } of followers) {
        let text = '';
        for await (const chunk of body as AsyncIterable<Uint8Array>) {
          text += Buffer.from(chunk).toString();
          if (text.includes(id)) break;
        }
        expect(text).toContain(id);
      }
      await askMany(`${service.address}/v1/sides/${id}`);
      const { body } = await ask(`${service.address}/metrics`);
      expect(body).toMatch(/duration_seconds_count\{method="GET",route="\/v1\/sides\/:ref",status="200"\} 8\n/);
    },
    MINUTES,
  );

  test(
    'one that is killed under load loses nothing that was acknowledged, and another takes its place',
    async () => {
      const url = await freshDatabase(kind);
      const service = await serving(url, { LOG_LEVEL: 'info' });
      const random = randomFrom(20_261_130);
      const story = await recordStory(service.address);
      const writers: Writer[] = [];
      for (let at = 1; at <= 6; at += 1) writers.push(await Writer.start(service.address, `w${at}`, at, story));
      for (let kill = 1; kill <= KILLS; kill += 1) {
        let isOn = true;
        const writing = writers.map((writer) => writer.write(service.address, () => isOn));
        await pause(100 + random() * 400);
        await askMany(`${service.address}/health/live`);
        const [pid] = answering(service.log()).filter(lives);
        process.kill(pid as number, 'SIGKILL');
        await pause(200);
        // The other goes on meanwhile.
        expect((await askAgain(`${service.address}/v1/sides`)).status).toBe(200);
        isOn = false;
        await Promise.all(writing);
        for (const writer of writers) await writer.check(service.address);
        await expect
          .poll(
            async () => {
              await askMany(`${service.address}/health/live`);
              return answering(service.log()).filter(lives).length;
            },
            { timeout: MINUTES },
          )
          .toBe(2);
      }
      expect(writers.flatMap(({ lost }) => lost)).toEqual([]);
      const acknowledged = writers.reduce((total, writer) => total + writer.acknowledged, 0);
      expect(acknowledged).toBeGreaterThan(0);
      expect((await service.stop()).code).toBe(0);
      const engine = await openDatabase(url);
      expect(await faultsOf(engine).finally(() => engine.close())).toEqual([]);
      console.log(`${kind}: processes killed ${KILLS}, acknowledged ${acknowledged}, lost 0`);
    },
    5 * MINUTES,
  );

  test(
    'an import whose process is killed is told as failed soon, and may be sent again',
    async () => {
      const service = await serving(await freshDatabase(kind));
      await askMany(`${service.address}/health/live`);
      const lines = Array.from({ length: 10_000 }, (_, at) => ({
        type: 'side',
        name: `Side ${at}`,
        slug: `side-no-${at}`,
      }));
      const post = async (body: string) => {
        const reply = await fetch(`${service.address}/v1/imports?format=record`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${ADMIN_KEY}`,
            'content-type': 'application/x-ndjson',
            connection: 'close',
          },
          body,
        });
        return ((await reply.json()) as { id: string }).id;
      };
      const state = async (id: string) => JSON.parse((await ask(`${service.address}/v1/imports/${id}`)).body).state;
      const id = await post(ndjson([...STORY, ...lines]));
      await expect.poll(() => state(id), { timeout: MINUTES, interval: 20 }).toBe('running');
      // One of them has it. Until the next one listens nobody does.
      for (const pid of answering(service.log())) process.kill(pid, 'SIGKILL');
      await expect.poll(() => state(id).catch(() => null), { timeout: MINUTES, interval: 200 }).toBe('failed');
      const again = await post(ndjson(STORY));
      await expect.poll(() => state(again), { timeout: MINUTES }).toBe('done');
    },
    5 * MINUTES,
  );
});

test(
  'a service whose processes end as soon as they start ends with 1 and says so',
  async () => {
    const url = await freshDatabase('sqlite');
    const service = await serving(url);
    await askMany(`${service.address}/health/live`);
    for (const end of ['', '-wal', '-shm']) await rm(`${url.replace('file:', '')}${end}`, { force: true });
    for (const pid of answering(service.log())) process.kill(pid, 'SIGKILL');
    await expect
      .poll(() => service.log(), { timeout: MINUTES })
      .toContain('Processes of the service end as soon as they start');
    expect((await service.stop()).code).toBe(1);
  },
  2 * MINUTES,
);

test(
  'the first key is told once, and a port that is taken ends the start with one clear line',
  async () => {
    const first = await startServing({ DATABASE_URL: await freshDatabase('sqlite'), WORKERS: '2' }, ['--no-demo']);
    expect(first.log().match(/cck_/g)).toHaveLength(1);
    const PORT = new URL(first.address).port;
    await expect(serving(await freshDatabase('sqlite'), { PORT })).rejects.toThrow(
      /EADDRINUSE.*\n.*ended before it listened/,
    );
  },
  MINUTES,
);
