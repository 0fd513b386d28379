import tab from '@bomb.sh/tab/commander';
import type { Command } from 'commander';

/** The shell completes the name of a file where nothing else is known; the library alone would say that there is none. */
const FILES = ':0';

/** `complete`: what a shell asks for, and what it needs to ask. Added last, so that it knows every command. */
export function completionCommand(program: Command): void {
  const root = tab(program);
  const known = root.parse.bind(root);
  root.parse = (args) => {
    const { log } = console;
    const told: string[] = [];
    console.log = (line: string) => told.push(line);
    try {
      known(args);
    } finally {
      console.log = log;
    }
    const word = args.at(-1) ?? '';
    log((told.length === 1 && !word.startsWith('-') ? [FILES] : told).join('\n'));
  };
  program.commands
    .find((command) => command.name() === 'complete')
    ?.description('print what makes a shell complete commands, options and their values')
    .addHelpText(
      'after',
      `
Examples:
  source <(counterclaim complete bash)
  counterclaim complete zsh > ~/.counterclaim-completion.zsh    # then: source it in ~/.zshrc
  counterclaim complete fish > ~/.config/fish/completions/counterclaim.fish`,
    );
}
