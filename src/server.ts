import { ensureFirstKey } from './access/store.ts';
import { buildApp } from './app.ts';
import { loadDemo } from './exchange/demo.ts';
import { closeAbandonedImports } from './exchange/jobs.ts';
import { type Config, ConfigError, readConfig } from './platform/config.ts';
import { NewerDatabase } from './platform/engine/migrate.ts';
import { openEngine } from './platform/engine/open.ts';
import type { Http } from './platform/http/resource.ts';
import { openLog } from './platform/log.ts';
import { quoteChecker } from './quotes/checker.ts';
import { articleFollower } from './statements/anchoring.ts';
import { type Engine, tables } from './tables.ts';

/** How long requests that run may take to finish once the service is told to stop. */
const STOP_MAX_MS = 25_000;

async function serve(): Promise<void> {
  const config = readConfig(process.env);
  const log = openLog(config.LOG_LEVEL, process.stdout.isTTY === true);
  const engine: Engine = await openEngine(config.DATABASE_URL, tables);
  const key = await ensureFirstKey(engine, config.ADMIN_KEY);
  await closeAbandonedImports(engine);
  if (config.DEMO && !process.argv.includes('--no-demo')) await loadDemoInto(engine);
  const app = await buildApp(engine, config, log);
  stopOnSignals(app);
  const address = await app.listen({ host: config.HOST, port: config.PORT });
  greet(config, address, config.ADMIN_KEY === undefined ? key : null);
}

async function loadDemoInto(engine: Engine): Promise<void> {
  const checker = quoteChecker();
  const statements = await loadDemo({ engine, checker, follower: articleFollower(engine, checker) });
  await checker.close();
  if (statements !== null) console.log(`Loaded the demo record: ${statements} statements.`);
}

function greet({ PUBLIC_URL }: Config, address: string, key: string | null): void {
  const url = PUBLIC_URL ?? address;
  console.log(`Counterclaim listens on ${address}`);
  console.log(`Documentation: ${url}/docs`);
  if (key !== null) console.log(`Admin key, shown this once: ${key}`);
}

/** Finishes what runs, refuses what comes, closes the database; a second signal, or too long a wait, ends at once. */
function stopOnSignals(app: Http): void {
  let isStopping = false;
  const stop = (signal: string) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    app.log.info(`${signal}: stopping`);
    setTimeout(() => process.exit(1), STOP_MAX_MS).unref();
    app.close().then(
      () => process.exit(0),
      (error) => {
        app.log.error({ err: error }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
}

serve().catch((error) => {
  if (error instanceof ConfigError || error instanceof NewerDatabase) console.error(error.message);
  else if ((error as { code?: string }).code === 'EADDRINUSE')
    console.error(`${error.message}. Set PORT to another port, or to 0 for a free one.`);
  else console.error(error);
  process.exit(1);
});
