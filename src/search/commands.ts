import type { Command } from 'commander';
import type { Engine } from '../tables.ts';
import { rebuildSearch } from './rebuild.ts';

/** `search rebuild`; `withEngine` opens the database, hands it over and closes it. */
export function searchCommands(
  program: Command,
  withEngine: (work: (engine: Engine) => Promise<void>) => Promise<void>,
): void {
  const search = program.command('search').description('The index of full-text search');
  search
    .command('rebuild')
    .description('Makes the index anew from the record')
    .action(() =>
      withEngine(async (engine) => {
        const { entities } = await rebuildSearch(engine);
        console.log(`The search index was made anew from ${entities} statements, claims, speakers and articles.`);
      }),
    );
}
