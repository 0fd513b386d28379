import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Endpoint } from './endpoints.ts';
import { median, quantile } from './figures.ts';
import { answerOf, type Running } from './service.ts';

/** How long and how often one statement is read beside each comparison. */
const ROUND_MS = 4_000;
const READS_PER_SECOND = 500;
const ALONE = 'nothing';

export type Beside = { name: string; medianMs: number; p99Ms: number; timesAlone: number };
type Times = { medianMs: number; p99Ms: number };

/**
 * How long it takes to read one statement, 500 times a second, while another client asks for one comparison after another
 * without a pause, each of which is made anew. What is sent does not wait for what is answered. Figures are medians of those of the rounds.
 */
export async function measureBeside({ url }: Running, endpoints: Endpoint[], rounds: number): Promise<Beside[]> {
  const [reading, ...others] = endpoints as [Endpoint, ...Endpoint[]];
  const beside = [
    { name: ALONE, path: null },
    ...others.filter(({ path }) => /comparisons|positions|balance/.test(path)),
  ];
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  for (const { path } of beside) if (path !== null) await answerOf(agent, url + path);
  await readFor(agent, url + reading.path);
  const times = beside.map((): Times[] => []);
  const other = fork(fileURLToPath(new URL('asker.ts', import.meta.url)));
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, { path }] of beside.entries()) {
      const read = () => readFor(agent, url + reading.path);
      times[at]?.push(path === null ? await read() : await whileAsking(other, url + path, read));
    }
    console.error(`round ${round + 1} of ${rounds}`);
  }
  other.kill();
  const measured = beside.map(({ name }, at) => ({
    name,
    medianMs: median((times[at] as Times[]).map(({ medianMs }) => medianMs)),
    p99Ms: median((times[at] as Times[]).map(({ p99Ms }) => p99Ms)),
  }));
  const alone = measured.find(({ name }) => name === ALONE)?.p99Ms ?? Number.NaN;
  return measured.map((one) => ({ ...one, timesAlone: one.p99Ms / alone }));
}

async function whileAsking<Result>(other: ChildProcess, address: string, work: () => Promise<Result>): Promise<Result> {
  other.send(address);
  const result = await work();
  const stopped = once(other, 'message');
  other.send(null as never);
  await stopped;
  return result;
}

async function readFor(agent: Agent, address: string): Promise<Times> {
  const times: number[] = [];
  const answers: Promise<unknown>[] = [];
  const began = performance.now();
  for (let passed = 0; passed < ROUND_MS; passed = performance.now() - began) {
    while (answers.length < (passed / 1000) * READS_PER_SECOND) {
      const sent = performance.now();
      answers.push(answerOf(agent, address).then(() => times.push(performance.now() - sent)));
    }
    await setTimeout(1);
  }
  await Promise.all(answers);
  times.sort((a, b) => a - b);
  return { medianMs: quantile(times, 0.5), p99Ms: quantile(times, 0.99) };
}
