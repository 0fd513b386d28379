import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const ADMIN_KEY = 'cck_a-key-for-the-tests-of-faults';

/** As `npm start` has them. */
const FLAGS = ['--v8-pool-size=1', '--max-semi-space-size=8'];

export type ServiceProcess = { address: string; pid: number; kill(): Promise<void> };

/**
 * The real service as a process of its own, of the version in the folder `root`; `kill` ends it as a power cut would: at
 * once, with nothing finished.
 */
export async function startProcess(databaseUrl: string, root = ROOT): Promise<ServiceProcess> {
  const child = spawn(process.execPath, [...FLAGS, 'src/counterclaim.js', 'serve'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DEMO: 'false',
      RATE_LIMIT: '0',
      WAIT_MAX_MS: '0',
      LOG_LEVEL: 'warn',
      ADMIN_KEY,
      DATABASE_URL: databaseUrl,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const found = /listens on (http:\S+)/.exec(said)?.[1];
        if (found) resolve(found);
      });
    }
    gone.then(() => reject(new Error(`The service ended before it listened: ${said}`)));
  });
  return {
    address,
    pid: child.pid as number,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
