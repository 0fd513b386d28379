import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { startProcess } from './faults/service-process.ts';
import { recordStory, Writer } from './faults/writer.ts';
import { freshDatabase } from './support/database.ts';
import { whenDone } from './support/lifetime.ts';

/** What a small container has. */
const MEMORY_MAX_MIB = 448;
const READY_MAX_MIB = 150;
const AT_REST = { mib: 250, withinMs: 60_000 };

test('the service stays within 448 MiB while it writes, compares, searches and checks quotes for many, and gives back after it', async () => {
  const service = await startProcess(await freshDatabase('sqlite'));
  whenDone(() => service.kill());
  const story = await recordStory(service.address);
  const writers = await Promise.all([1, 2, 3].map((at) => Writer.start(service.address, `w${at}`, at, story)));
  let written = 0;
  let most = 0;
  const isOn = () => {
    written += 1;
    most = Math.max(most, residentMiB(service.pid));
    return written < 240;
  };
  const [one, other] = story.claims as [string, string];
  const text = 'The gates stand open day and night. '.repeat(6_000);
  const body = JSON.stringify({ text, quote: `${'nobody has seen the key since winter, '.repeat(30)}` });
  const ask = async (path: string, init?: RequestInit) => {
    const response = await fetch(service.address + path, init);
    await response.arrayBuffer();
    return response.status;
  };
  const asked: number[] = [];
  const reading = async () => {
    for (let at = 0; at < 12; at += 1) {
      asked.push(
        await ask(
          `/v1/comparisons/terms?${['gates', 'open', 'shut', 'key', 'port', 'quay'].map((term) => `term=${term}`).join('&')}`,
        ),
        await ask(`/v1/comparisons/claims?claim=${one}&claim=${other}`),
        await ask('/v1/search?q=gates'),
        await ask('/v1/statements?limit=200&count=true'),
        await ask('/v1/quotes/verify', { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
      );
    }
  };
  await Promise.all([
    ...writers.map((writer) => writer.write(service.address, isOn)),
    ...Array.from({ length: 6 }, reading),
  ]);
  expect(asked.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect(asked.filter((status) => status === 200).length).toBeGreaterThan(200);
  expect(most).toBeGreaterThan(50);
  expect(most).toBeLessThan(MEMORY_MAX_MIB);
  await expect
    .poll(() => residentMiB(service.pid), { timeout: AT_REST.withinMs, interval: 1_000 })
    .toBeLessThan(AT_REST.mib);
});

test('a service that has just started holds at most 150 MiB', async () => {
  const service = await startProcess(await freshDatabase('sqlite'));
  whenDone(() => service.kill());
  expect((await fetch(`${service.address}/health/ready`)).status).toBe(200);
  expect(residentMiB(service.pid)).toBeLessThan(READY_MAX_MIB);
});

/** What the process holds in memory now, as the operating system counts it. */
function residentMiB(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
