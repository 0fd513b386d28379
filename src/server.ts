import './platform/node-version.ts';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { ensureFirstKey, findLiveKey } from './access/store.ts';
import { openDatabase } from './database.ts';
import { hasDemo, loadDemo } from './exchange/demo.ts';
import { closeAbandonedImports } from './exchange/jobs.ts';
import { type Config, readConfig } from './platform/config.ts';
import { upgradingWords } from './platform/engine/migrate.ts';
import type { ShareAcknowledged, StandbySettings } from './platform/engine/standbys.ts';
import type { Engine } from './platform/engine/tables.ts';
import type { Http } from './platform/http/http.ts';
import { listenOn } from './platform/http/listening.ts';
import { openLog } from './platform/log.ts';
import { giveBackMemory, giveBackMemoryAtRest } from './platform/memory.ts';
import { besideOthers, type Peers, peersOf } from './platform/peers.ts';
import { startProcesses } from './platform/primary.ts';
import { refusalOf } from './platform/refusal.ts';
import { VERSION } from './platform/version.ts';
import { quoteChecker } from './text/quotes/checker.ts';

/** How long requests that run may take to finish once the service is told to stop. */
const STOP_MAX_MS = 25_000;
/** How long after that a process is killed that has not ended by itself. */
const KILLED_AFTER_MS = 1_000;

/** Serves until it is told to stop. Fails when a setting is wrong, the database cannot be used or the port is taken. */
export async function serve({ withDemo }: { withDemo: boolean }): Promise<void> {
  const peers = peersOf(process.env);
  if (peers !== null) return serveBeside(peers);
  const config = readConfig(process.env);
  const isTerminal = process.stdout.isTTY === true;
  const log = openLog(config.LOG_LEVEL, isTerminal);
  const upgrading = (steps: number) => say(isTerminal ? null : log, upgradingWords(steps));
  const engine = await openDatabase(config.DATABASE_URL, {
    upgrading,
    standbys: config.WORKERS > 1 ? null : standbysOf(config, log),
  });
  const { ADMIN_KEY } = config;
  // Before it listens, so that whoever gave it is let in at once.
  if (ADMIN_KEY !== undefined) await ensureFirstKey(engine, ADMIN_KEY);
  await closeAbandonedImports(engine);
  const isDemoWanted = config.DEMO && withDemo;
  const demo = isDemoWanted ? await loadDemoInto(engine) : null;
  const { address, close } = await (config.WORKERS > 1
    ? serveByProcesses(config, log)
    : serveHere(engine, config, log));
  // Only now that nothing can fail any more: it is shown this once.
  const key = ADMIN_KEY === undefined ? await keyOrClose(close, engine) : null;
  for (const warning of await warningsOf(engine, ADMIN_KEY, isDemoWanted)) warn(isTerminal ? null : log, warning);
  greet(isTerminal ? null : log, {
    address,
    docs: `${config.PUBLIC_URL ?? address}/docs`,
    database: withoutPassword(config.DATABASE_URL),
    demo,
    key,
  });
  if (config.WORKERS > 1) await engine.close();
}

/** Serves, or says why not and ends. */
export async function serveOrExit(wanted: { withDemo: boolean }): Promise<void> {
  try {
    await serve(wanted);
  } catch (error) {
    const { words, isUsage } = refusalOf(error, process.env.LOG_LEVEL);
    console.error(words);
    process.exit(isUsage ? 2 : 1);
  }
}

function standbysOf(
  { DATABASE_READ_URLS: urls }: Config,
  log: Logger,
  share?: ShareAcknowledged,
): StandbySettings | null {
  const tell: StandbySettings['tell'] = (line, isTrouble) => log[isTrouble ? 'warn' : 'info'](line);
  return urls === undefined ? null : { urls, tell, ...(share && { share }) };
}

/** A service that listens, and what ends it. */
type Listening = { address: string; close(): Promise<unknown> };

/** What answers is loaded only where it does: the primary of several processes does not. */
async function serveHere(engine: Engine, config: Config, log: Logger): Promise<Listening> {
  const { buildApp } = await import('./app.ts');
  const app = await buildApp(engine, config, log);
  const address = await listen(app, () => listenOn(app, { host: config.HOST, port: config.PORT }));
  restWell(engine);
  stopOnSignals(app, { again: () => process.exit(1) });
  return { address, close: () => app.close() };
}

/** What the start needed is given back now, and what work leaves once it is over. */
function restWell(engine: Engine): void {
  giveBackMemory();
  giveBackMemoryAtRest(() => engine.giveBackMemory());
}

/** Has other processes serve, over a database that is ready for them. */
async function serveByProcesses({ WORKERS, HOST, PORT }: Config, log: Logger): Promise<Listening> {
  const processes = await startProcesses(WORKERS, { host: HOST, port: PORT, warn: (line) => log.warn(line) });
  let isStopping = false;
  const stop = (signal: string) => {
    if (isStopping) return processes.kill();
    isStopping = true;
    log.info(`${signal}: stopping`);
    processes.stop(STOP_MAX_MS + KILLED_AFTER_MS);
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  void processes.ended.then((code) => process.exit(code));
  return {
    address: processes.address,
    async close() {
      processes.kill();
    },
  };
}

/** Serves as one of several processes, which the primary has made everything ready for. */
async function serveBeside(peers: Peers): Promise<void> {
  const config = readConfig(process.env);
  const log = openLog(config.LOG_LEVEL, process.stdout.isTTY === true);
  const engine = await openDatabase(config.DATABASE_URL, {
    isCurrent: true,
    takeTurn: peers.takeTurn,
    standbys: standbysOf(config, log, peers.shareAcknowledged),
  });
  const { buildApp } = await import('./app.ts');
  const app = await buildApp(besideOthers(engine, peers), config, log, { peers });
  const stop = stopOnSignals(app);
  peers.onStop(() => stop('the service ends'));
  restWell(engine);
  // The primary takes connections on, and does nothing else.
  peers.listens(await listen(app, () => app.listen({ host: config.HOST, port: config.PORT })));
}

async function keyOrClose(close: Listening['close'], engine: Engine): Promise<string | null> {
  try {
    return await ensureFirstKey(engine, undefined);
  } catch (error) {
    await close();
    throw error;
  }
}

/** What was asked for and is not so, although the service starts. */
async function warningsOf(engine: Engine, given: string | undefined, isDemoWanted: boolean): Promise<string[]> {
  const warnings = [];
  const found = given === undefined ? null : await findLiveKey(engine.read, given, new Date().toISOString());
  if (given !== undefined && found?.scope !== 'admin')
    warnings.push(
      'ADMIN_KEY is no admin key of this database, and does nothing: it is taken only where there was no admin key yet. Make another with `counterclaim key create NAME --scope admin`.',
    );
  if (!isDemoWanted && (await hasDemo(engine)))
    warnings.push(
      'The demo is in this database already: leaving it out concerns empty ones. Set DATABASE_URL to another database for a record without it.',
    );
  return warnings;
}

async function loadDemoInto(engine: Engine): Promise<number | null> {
  const checker = quoteChecker();
  try {
    return await loadDemo({ engine, checker });
  } finally {
    await checker.close();
  }
}

/** Fastify's own line about the address is left out: the greeting says it. */
async function listen(app: Http, listening: () => Promise<string>): Promise<string> {
  const { level } = app.log;
  app.log.level = 'warn';
  try {
    return await listening();
  } catch (error) {
    await app.close();
    throw error;
  } finally {
    app.log.level = level;
  }
}

/** Whatever the log level: a line for a person, or a line like the log's where it is kept. */
function say(log: Logger | null, line: string): void {
  if (log === null) console.log(line);
  else log.child({}, { level: 'info' }).info(line);
}

/** The same of what somebody should look at. */
function warn(log: Logger | null, line: string): void {
  if (log === null) console.error(line);
  else log.child({}, { level: 'info' }).warn(line);
}

type Greeting = { address: string; docs: string; database: string; demo: number | null; key: string | null };

/** Says where the service is, whatever the log level: lines for a person, or lines like the log's where it is kept. */
function greet(log: Logger | null, { address, docs, database, demo, key }: Greeting): void {
  if (log === null) {
    console.log(`\n  Counterclaim ${VERSION}\n`);
    console.log(`  Address    ${address}`);
    console.log(`  Docs       ${docs}`);
    console.log(`  Database   ${database}`);
    if (demo !== null) console.log(`  Demo       ${demo} statements loaded; --no-demo leaves them out`);
    if (key !== null) console.log(`  Admin key  ${key}\n             shown this once: keep it`);
    console.log('');
    return;
  }
  const lines = log.child({}, { level: 'info' });
  if (demo !== null) lines.info(`Loaded the demo record: ${demo} statements.`);
  if (key !== null) lines.info(`Admin key: ${key} (shown this once)`);
  // Last, so that whoever waits for it has read the rest.
  lines.info(`Counterclaim ${VERSION} listens on ${address} , its documentation is at ${docs} .`);
}

function withoutPassword(url: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^:/@]*):[^@]*@/, '$1:…@');
}

/**
 * Finishes what runs, refuses what comes, closes the database; too long a wait ends at once, and `again` says what a second
 * signal does. What this gives does so without a signal.
 */
function stopOnSignals(app: Http, { again = () => {} } = {}): (signal: string) => void {
  let isStopping = false;
  const stop = (signal: string) => {
    if (isStopping) return again();
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
  return stop;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await serveOrExit({ withDemo: !process.argv.includes('--no-demo') });
}
