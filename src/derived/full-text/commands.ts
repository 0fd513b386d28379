import type { CommandContext } from '../../access/route-context.ts';

/** `search rebuild`. */
export function searchCommands({ program, withEngine }: CommandContext): void {
  program
    .command('search')
    .description('the index of full-text search')
    .command('rebuild')
    .description('make the index anew from the record; the service may go on meanwhile')
    .action(async () => {
      const { rebuildSearch } = await import('./rebuild.ts');
      await withEngine(
        async (engine) => {
          const { entities } = await rebuildSearch(engine);
          console.log(`The search index was made anew from ${entities} statements, claims, speakers and articles.`);
        },
        { mustExist: true },
      );
    });
}
