import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LAUNCHER = fileURLToPath(new URL('../../src/counterclaim.js', import.meta.url));
/** Long enough for a busy machine; what takes longer hangs. */
const WAIT_MAX_MS = 50_000;
/** A service lives as long as its test, and no longer than the longest of them. */
const SERVES_MAX_MS = 300_000;

export type Ended = { code: number | null; stdout: string; stderr: string };
type Environment = Record<string, string>;
type Started = { ended: Promise<Ended>; stdout(): string; stop(signal: NodeJS.Signals): void };

/** The command line as a person runs it, as a process of its own, without the settings of whoever runs the tests. */
export function counterclaim(args: readonly string[], environment: Environment = {}): Promise<Ended> {
  return start(process.execPath, [LAUNCHER, ...args], environment).ended;
}

/** Runs a program to its end; killed when it does not come to one. */
export function start(
  program: string,
  args: readonly string[],
  environment: Environment = {},
  timeout = WAIT_MAX_MS,
): Started {
  const { PATH = '', HOME = '', SystemRoot } = process.env;
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { PATH, HOME, ...(SystemRoot && { SystemRoot }), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout,
    killSignal: 'SIGKILL',
  });
  const text = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (chunk: string) => {
      text[stream] += chunk;
    });
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...text }));
  });
  return { ended, stdout: () => text.stdout, stop: (signal) => child.kill(signal) };
}

export type Serving = { address: string; adminKey: string | null; stop(): Promise<Ended>; log(): string };

/** `counterclaim serve` on a free port, once it says that it listens; it is stopped when the test ends. */
export async function startServing(environment: Environment, args: readonly string[] = []): Promise<Serving> {
  // A busy machine does not make the service refuse what a test asks.
  const settings = { PORT: '0', RATE_LIMIT: '0', WAIT_MAX_MS: '0', ...environment };
  const process_ = start(process.execPath, [LAUNCHER, 'serve', ...args], settings, SERVES_MAX_MS);
  const stop = () => {
    process_.stop('SIGTERM');
    return process_.ended;
  };
  onTestFinished(async () => void (await stop()));
  const isOver = process_.ended.then(({ stderr }) => {
    throw new Error(`The service ended before it listened: ${stderr}`);
  });
  isOver.catch(() => {});
  const address = await Promise.race([isOver, until(() => /listens on (\S+)/.exec(process_.stdout())?.[1])]);
  return {
    address,
    adminKey: /cck_[\w-]+/.exec(process_.stdout())?.[0] ?? null,
    stop,
    log: process_.stdout,
  };
}

async function until<Value>(look: () => Value | undefined): Promise<Value> {
  for (const since = Date.now(); Date.now() - since < WAIT_MAX_MS; ) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It did not come in time.');
}
