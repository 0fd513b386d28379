import './platform/node-version.ts';
import { Command, CommanderError } from 'commander';
import { keyCommands } from './access/commands.ts';
import type { CommandContext } from './access/route-context.ts';
import { assistantCommands } from './assistant/commands.ts';
import { backupCommands } from './backup/commands.ts';
import { rebuildCommands } from './derived/commands.ts';
import { exportCommands, importCommands } from './exchange/commands.ts';
import { historyCommands } from './history/commands.ts';
import { readConfig } from './platform/config.ts';
import type { Engine } from './platform/engine/tables.ts';
import { withExamples } from './platform/examples.ts';
import type { Http } from './platform/http/http.ts';
import { VERSION } from './platform/version.ts';
import { readingCommands } from './terminal/commands.ts';
import { completionCommand } from './terminal/completion.ts';

// What a command does is loaded when it runs, so that help and a wrong call are answered at once.

/** How a command ended: done; refused, or a part of it was; called in a way that it does not understand. */
const EXIT = { done: 0, refused: 1, usage: 2 };

const program = new Command('counterclaim')
  .description('Keeps attributed statements linked to the articles that report them.')
  .version(VERSION)
  .addHelpText(
    'after',
    `
The database is the one that DATABASE_URL names: file:… or postgres://…
Commands with --url ask a service that runs instead, with the key of --key or COUNTERCLAIM_KEY.

Exit codes:
  ${EXIT.done}  done
  ${EXIT.refused}  refused, or in part: a line that is rejected, a quote that does not stand, a chain that breaks, no answer
  ${EXIT.usage}  called in a way that is not understood, or with settings that cannot be right

Examples:
  counterclaim serve
  counterclaim compare blockade "limited access"
  counterclaim quote "there was no blockade" --in interview.txt
  counterclaim help compare`,
  )
  .exitOverride();

withExamples(program.command('serve'), 'serve --no-demo', 'serve    # settings such as PORT come from the environment')
  .description('serve the API, as `npm start` does; with WORKERS=n in the environment, by n processes over one port')
  .option('--no-demo', 'leave the demo out of an empty database')
  .action(async ({ demo }: { demo: boolean }) => {
    const { serve } = await import('./server.ts');
    await serve({ withDemo: demo });
  });

withExamples(program.command('migrate'), 'migrate')
  .description('bring the database to this version, or make it; `serve` does so at its start')
  .action(async () => {
    let steps = 0;
    await withEngine(async () => {}, {
      upgrading: (count) => {
        steps = count;
      },
    });
    console.log(steps === 0 ? 'The database is at this version.' : 'The database was brought to this version.');
  });

const rooms: CommandContext = {
  program,
  databaseUrl: () => readConfig(process.env).DATABASE_URL,
  serviceKey: process.env.COUNTERCLAIM_KEY || undefined,
  withEngine,
};
keyCommands(rooms);
importCommands(rooms);
exportCommands(rooms);
historyCommands(rooms, async function* ({ read }) {
  const [{ keptOtherwise }, { keptTwice }] = await Promise.all([
    import('./record/against-rules.ts'),
    import('./derived/warnings/audit.ts'),
  ]);
  yield* keptOtherwise(read);
  yield* keptTwice(read);
});
rebuildCommands(rooms);
backupCommands(rooms);
assistantCommands(rooms, () => readConfig(process.env).PUBLIC_URL ?? null);
readingCommands({ ...rooms, withApp });
completionCommand(program);

// Whoever reads the beginning only, such as `head`, has what was asked for.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.done);
});

try {
  await program.parseAsync();
} catch (error) {
  process.exit(await exitCodeOf(error));
}

/** The application over the database. Whoever can open that may read its texts, too. */
async function withApp<Result>(work: (app: Http) => Promise<Result>): Promise<Result> {
  const [{ buildApp }, { default: pino }] = await Promise.all([import('./app.ts'), import('pino')]);
  const own = { PUBLIC_READ: true, PUBLIC_TEXT: true, RATE_LIMIT: 0, WAIT_MAX_MS: 0 };
  const config = { ...readConfig(process.env), ...own };
  const isTold = config.LOG_LEVEL === 'debug' || config.LOG_LEVEL === 'trace';
  const log = pino({ level: isTold ? 'error' : 'silent' }, pino.destination({ dest: 2, sync: true }));
  return withEngine(
    async (engine) => {
      const app = await buildApp(engine, config, log, { foldsBeside: false });
      try {
        return await work(app);
      } finally {
        await app.close();
      }
    },
    { mustExist: true, maintenance: false },
  );
}

async function withEngine<Result>(
  work: (engine: Engine) => Promise<Result>,
  { mustExist = false, maintenance = true, upgrading = (_: number) => {} } = {},
): Promise<Result> {
  const { DATABASE_URL } = readConfig(process.env);
  const [{ openDatabase }, { upgradingWords }] = await Promise.all([
    import('./database.ts'),
    import('./platform/engine/migrate.ts'),
  ]);
  const told = (steps: number) => {
    console.error(upgradingWords(steps));
    upgrading(steps);
  };
  const engine = await openDatabase(DATABASE_URL, { maintenance, mustExist, upgrading: told });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

async function exitCodeOf(error: unknown): Promise<number> {
  // Commander has told what is wrong already; asking for help is not wrong.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  const { refusalOf } = await import('./platform/refusal.ts');
  const { words, isUsage } = refusalOf(error, process.env.LOG_LEVEL);
  console.error(words);
  return isUsage ? EXIT.usage : EXIT.refused;
}
