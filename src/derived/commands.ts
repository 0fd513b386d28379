import type { CommandContext } from '../access/route-context.ts';

/** `comparisons recount`. */
export function comparisonCommands({ program, withEngine }: CommandContext): void {
  program
    .command('comparisons')
    .description('what is kept counted for comparisons, positions and balances')
    .command('recount')
    .description('count it anew from the record; the service may go on meanwhile')
    .action(async () => {
      const { recountAll } = await import('./recount.ts');
      await withEngine(recountAll, { mustExist: true });
      console.log('Everything that is kept counted was counted anew.');
    });
}
