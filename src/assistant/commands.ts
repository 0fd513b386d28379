import type { CommandContext } from '../access/route-context.ts';

/** The same for an assistant that starts it itself, as desktop clients do. */
export function assistantCommands({ program, withEngine }: CommandContext, publicUrl: () => string | null): void {
  program
    .command('mcp')
    .description('answer an assistant over stdin and stdout, by the Model Context Protocol; it only reads')
    .addHelpText('after', '\nDesktop clients start it themselves: the README has the lines for two of them.')
    .action(async () => {
      const { serveAssistant } = await import('./stdio.ts');
      await withEngine((engine) => serveAssistant(engine, publicUrl()), { mustExist: true });
    });
}
