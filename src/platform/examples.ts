import type { Command } from 'commander';

/** Calls that a person can start from, at the end of a command's help. */
export function withExamples(command: Command, ...calls: string[]): Command {
  return command.addHelpText('after', `\nExamples:\n${calls.map((call) => `  counterclaim ${call}`).join('\n')}`);
}
