import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Running } from '../service.ts';
import type { Health } from './health.ts';
import type { Load, Loaded } from './load.ts';

/** Sends requests from a process of its own. */
export async function sendLoad(load: Load): Promise<Loaded> {
  const child = fork(fileURLToPath(new URL('load.ts', import.meta.url)));
  child.send(load);
  const [loaded] = await once(child, 'message');
  child.kill();
  return loaded;
}

/** Asks from a process of its own whether the service lives, until what this gives is called. */
export async function watchHealth({ url }: Running): Promise<() => Promise<Health>> {
  const child = fork(fileURLToPath(new URL('health.ts', import.meta.url)));
  child.send({ url });
  await once(child, 'message');
  return async () => {
    child.send('stop');
    const [health] = await once(child, 'message');
    child.kill();
    return health;
  };
}

/** What the process has in memory, in MiB: now, and the most it had since it started. */
export function memoryOf({ child: { pid } }: Running): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mib = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1024;
  return { now: mib('VmRSS'), peak: mib('VmHWM') };
}
