import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { type PostgresServer, postgresIn } from './postgres-server.ts';

export type StandbyServer = Omit<PostgresServer, 'database'> & {
  /** Makes it a server of its own, which takes writes. */
  promote(): Promise<void>;
};

type Source = Pick<PostgresServer, 'url' | 'folder' | 'port'>;

/** The name by which the primary knows its standbys. */
export const STANDBY = 'standby';
const TRIES_MAX = 200;

/** Copies a server that runs, and follows it from then on. */
export async function startStandby(primary: Source): Promise<StandbyServer> {
  const folder = `${primary.folder}-standby`;
  const standby = await postgresIn(folder);
  const label = await copyTo(folder, primary);
  const follows = `host=127.0.0.1 port=${primary.port} user=postgres password=postgres application_name=${STANDBY}`;
  const { uid, gid } = await stat(folder);
  for (const [name, text] of Object.entries({
    backup_label: label,
    'standby.signal': '',
    // Reads that are in the way of what is taken over are given up at once.
    'postgresql.auto.conf': `primary_conninfo = '${follows}'\nmax_standby_streaming_delay = 0\n`,
  })) {
    await writeFile(join(folder, name), text);
    await chown(join(folder, name), uid, gid);
  }
  const start = async () => {
    for (let tries = 1; ; tries += 1) {
      // It is ready for reads only, which the package does not take for a start; it ends while one of before is left.
      let hasEnded = false;
      standby.server.start().catch(() => {
        hasEnded = true;
      });
      for (let looks = 1; looks <= TRIES_MAX && !hasEnded; looks += 1) {
        if (await answers(standby.url)) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      if (tries === TRIES_MAX) throw new Error('The standby does not start.');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  await start();
  const { kill, stop, url, port } = standby;
  return {
    url,
    folder,
    port,
    kill,
    stop,
    restart: start,
    promote: () => execute(url, 'SELECT pg_promote()'),
  };
}

const CANCELED_BY_RECOVERY = '40001';

/** A copy of the files of a server that goes on meanwhile, as `pg_basebackup` makes one. */
async function copyTo(folder: string, { url, folder: from }: Source): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query("ALTER SYSTEM SET wal_keep_size = '256MB'");
  await client.query('SELECT pg_reload_conf()');
  await client.query("SELECT pg_backup_start('standby', true)");
  // Files that go while they are copied are none that it needs.
  await once(spawn('cp', ['-a', from, folder], { stdio: 'ignore' }), 'close');
  await rm(join(folder, 'postmaster.pid'), { force: true });
  const { rows } = await client.query('SELECT labelfile FROM pg_backup_stop(false)');
  await client.end();
  return rows[0].labelfile;
}

async function answers(url: string): Promise<boolean> {
  return execute(url, 'SELECT 1').then(
    () => true,
    () => false,
  );
}

/**
 * Says a statement to a server. A standby cancels what runs while it removes rows that it might see, that statement too with
 * which it was told to go on: such a one is said again.
 */
export async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  const isDone = await client
    .query(statement)
    .then(() => true)
    .catch((error: { code?: string }) => {
      if (error.code !== CANCELED_BY_RECOVERY) throw error;
      return false;
    })
    .finally(() => client.end());
  if (!isDone) await execute(url, statement);
}
