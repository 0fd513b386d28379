import './platform/node-version.ts';
import { Command, CommanderError } from 'commander';
import { keyCommands } from './access/commands.ts';
import type { CommandContext } from './access/route-context.ts';
import { assistantCommands } from './assistant/commands.ts';
import { backupCommands } from './backup/commands.ts';
import { comparisonCommands } from './derived/commands.ts';
import { searchCommands } from './derived/full-text/commands.ts';
import { importCommands } from './exchange/commands.ts';
import { historyCommands } from './history/commands.ts';
import { readConfig } from './platform/config.ts';
import type { Engine } from './platform/engine/tables.ts';
import { VERSION } from './platform/version.ts';

// What a command does is loaded when it runs, so that help and a wrong call are answered at once.

/** How a command ended: done; refused, or a part of it was; called in a way that it does not understand. */
const EXIT = { done: 0, refused: 1, usage: 2 };

const program = new Command('counterclaim')
  .description('Keeps attributed statements linked to the articles that report them.')
  .version(VERSION)
  .addHelpText('after', '\nThe database is the one that DATABASE_URL names: file:… or postgres://…')
  .addHelpText('after', `Exit codes: ${EXIT.done} done, ${EXIT.refused} refused or in part, ${EXIT.usage} wrong usage.`)
  .exitOverride();

program
  .command('serve')
  .description('serve the API, as `npm start` does')
  .option('--no-demo', 'leave the demo out of an empty database')
  .action(async ({ demo }: { demo: boolean }) => {
    const { serve } = await import('./server.ts');
    await serve({ withDemo: demo });
  });

const rooms: CommandContext = { program, databaseUrl: () => readConfig(process.env).DATABASE_URL, withEngine };
keyCommands(rooms);
importCommands(rooms);
historyCommands(rooms, async function* ({ read }) {
  const { keptOtherwise } = await import('./record/against-rules.ts');
  yield* keptOtherwise(read);
});
searchCommands(rooms);
comparisonCommands(rooms);
backupCommands(rooms);
assistantCommands(rooms, () => readConfig(process.env).PUBLIC_URL ?? null);

try {
  await program.parseAsync();
} catch (error) {
  process.exit(await exitCodeOf(error));
}

async function withEngine<Result>(
  work: (engine: Engine) => Promise<Result>,
  { mustExist = false } = {},
): Promise<Result> {
  const { DATABASE_URL } = readConfig(process.env);
  const [{ openDatabase }, { upgradingWords }] = await Promise.all([
    import('./database.ts'),
    import('./platform/engine/migrate.ts'),
  ]);
  const upgrading = (steps: number) => console.error(upgradingWords(steps));
  const engine = await openDatabase(DATABASE_URL, { maintenance: true, mustExist, upgrading });
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
