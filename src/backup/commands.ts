import { statSync } from 'node:fs';
import type { CommandContext } from '../access/route-context.ts';
import { Failure } from '../kernel/failure.ts';
import { withExamples } from '../platform/examples.ts';
import { progressOf } from '../platform/progress.ts';

/** `backup` and `restore`, of a SQLite file; PostgreSQL has tools of its own for both. */
export function backupCommands({ program, databaseUrl }: CommandContext): void {
  withExamples(program.command('backup'), 'backup /backups/counterclaim-2027-01-31.db')
    .description('copy the database into a new file, while the service goes on')
    .argument('<file>', 'the copy; it must not be there yet')
    .action(async (to: string) => {
      const { backupSqlite, fileOf } = await loaded();
      const file = fileOf(databaseUrl(), 'pg_dump, or pg_basebackup with the log beside it, make the backup');
      await withProgress((told) => backupSqlite(file, to, told));
      console.log(`${to}: ${sizeOf(to)}, as the database stood at one commit.`);
    });

  withExamples(
    program.command('restore'),
    'restore /backups/counterclaim-2027-01-31.db',
    'restore yesterday.db --force',
  )
    .description('put a backup in the place of the database; the service must be stopped')
    .argument('<file>', 'what `backup` made')
    .option('--force', 'also when there is a database already: it is gone then')
    .action(async (from: string, { force }: { force?: boolean }) => {
      const { restoreSqlite, fileOf } = await loaded();
      const file = fileOf(databaseUrl(), 'pg_restore, or a cluster that pg_basebackup copied, brings it back');
      await withProgress((told) => restoreSqlite(from, file, force === true, told));
      console.log(`${file}: ${sizeOf(file)}, restored from ${from}. The next start brings it to this version.`);
    });
}

async function loaded() {
  const [{ backupSqlite, restoreSqlite }, { sqliteFileOf }] = await Promise.all([
    import('../platform/engine/backup.ts'),
    import('../platform/engine/open.ts'),
  ]);
  const fileOf = (url: string, instead: string) => {
    const file = sqliteFileOf(url);
    if (file !== null) return file;
    throw new Failure('invalid', `DATABASE_URL names a PostgreSQL database: ${instead}. See docs/operations.md.`);
  };
  return { backupSqlite, restoreSqlite, fileOf };
}

async function withProgress(work: (told: (done: number, total: number) => void) => Promise<void>): Promise<void> {
  const progress = progressOf('pages');
  try {
    await work((done, total) => progress.tell(total === 0 ? 0 : done / total, done, `${done} of ${total} pages`));
  } finally {
    progress.end();
  }
}

function sizeOf(file: string): string {
  return `${(statSync(file).size / 1024 ** 2).toFixed(1)} MiB`;
}
