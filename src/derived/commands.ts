import type { CommandContext } from '../access/route-context.ts';
import { withExamples } from '../platform/examples.ts';
import { progressOf } from '../platform/progress.ts';

/** `rebuild search` and `rebuild comparisons`. */
export function rebuildCommands({ program, withEngine }: CommandContext): void {
  const rebuild = program.command('rebuild').description('make anew what follows from the record');

  withExamples(rebuild.command('search'), 'rebuild search')
    .description('make the index of full-text search anew; the service may go on meanwhile')
    .action(async () => {
      const { rebuildSearch } = await import('./full-text/rebuild.ts');
      await withEngine(
        async (engine) => {
          const progress = progressOf('entities');
          const told = (count: number, of: number) =>
            progress.tell(count / Math.max(of, 1), count, `${count} of ${of}`);
          const { entities } = await rebuildSearch(engine, told).finally(() => progress.end());
          console.log(`The search index was made anew from ${entities} statements, claims, speakers and articles.`);
        },
        { mustExist: true },
      );
    });

  withExamples(rebuild.command('comparisons'), 'rebuild comparisons')
    .description('count anew what is kept for comparisons, positions and balances; the service may go on meanwhile')
    .action(async () => {
      const { recountAll } = await import('./recount.ts');
      await withEngine(recountAll, { mustExist: true });
      console.log('Everything that is kept counted was counted anew.');
    });
}
