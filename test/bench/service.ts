import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { type Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';

export type Running = { child: ChildProcess; url: string };

const started = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of started) child.kill('SIGKILL');
});

/** The service on a database, on a free port, without a limit of requests and without a log. */
export function startService(database: string, withDemo = false): Promise<Running> {
  return start('../../src/counterclaim.js', ['serve'], {
    DATABASE_URL: database,
    DEMO: String(withDemo),
    RATE_LIMIT: '0',
    LOG_LEVEL: 'silent',
    PORT: '0',
  });
}

/** As `npm start` calls Node. */
const AS_STARTED = ['--v8-pool-size=1', '--max-semi-space-size=8'];

/** Resolves once the script says at which address it listens. */
export function start(script: string, parameters: string[], environment: Record<string, string>): Promise<Running> {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [...AS_STARTED, file, ...parameters], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.add(child);
  return new Promise((resolve, reject) => {
    let output = '';
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}: ${output}`)));
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (url) resolve({ child, url });
    });
  });
}

export function hasEnded({ child }: Running): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

export function stop({ child }: Running): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

/** What a request says besides its address: its headers, and the fields of a form that is posted. */
export type Asked = { headers?: Record<string, string> | undefined; form?: Record<string, string> | undefined };
/** An answer as it was sent: compressed, where that was asked for. */
export type Answer = { type: string; encoding: string | undefined; body: Buffer };

/** Fails for any but 200. */
export function answerOf(agent: Agent, url: string, { headers, form }: Asked = {}): Promise<Answer> {
  const written = form && new URLSearchParams(form).toString();
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        agent,
        method: written === undefined ? 'GET' : 'POST',
        headers: { ...headers, ...(written !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => {
          const body = Buffer.concat(chunks);
          const { 'content-type': type = '', 'content-encoding': encoding } = response.headers;
          if (response.statusCode === 200) resolve({ type, encoding, body });
          else reject(new Error(`${url}: ${response.statusCode} ${body.toString().slice(0, 300)}`));
        });
        response.on('error', reject);
      },
    );
    asked
      .on('error', (error: NodeJS.ErrnoException) => {
        // A kept connection may be closed in the moment in which it is used again; it is for the client to ask anew.
        if (error.code === 'ECONNRESET' && asked.reusedSocket && written === undefined)
          answerOf(agent, url, { headers }).then(resolve, reject);
        else reject(error);
      })
      .end(written);
  });
}

/** What is read of an answer in JSON. */
export async function jsonOf(agent: Agent, url: string) {
  return JSON.parse((await answerOf(agent, url)).body.toString());
}

/** The time that the threads of a process ran, as Linux counts it. */
export async function cpuMsOf({ child: { pid } }: Running): Promise<number> {
  let ns = 0;
  for (const thread of await readdir(`/proc/${pid}/task`)) {
    const figures = await readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').catch(() => '0');
    ns += Number(figures.split(' ')[0]);
  }
  return ns / 1e6;
}
