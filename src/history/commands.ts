import { Command } from 'commander';
import type { Engine } from '../tables.ts';
import { verifyChain } from './verify.ts';

/** How a command reaches the database, and where it says what it found. */
export type CommandDeps = {
  withEngine<Result>(work: (engine: Engine) => Promise<Result>): Promise<Result>;
  print(line: string): void;
  /** Told again and again while something long runs. */
  progress(text: string): void;
  fail(message: string): void;
};

/** `verify`: walks the chain of history and names the first line that does not hold. */
export function verifyCommand({ withEngine, print, progress, fail }: CommandDeps): Command {
  return new Command('verify')
    .description('walk the chain of history, and name the first line that is not what was written')
    .option('--expect <hash>', 'the hash of a line that was there before, such as the head that an earlier run printed')
    .action(async ({ expect }: { expect?: string }) => {
      const { lines, redacted, head, broken } = await withEngine((engine) =>
        verifyChain(engine.read, { expect, told: (read) => progress(`${read} lines`) }),
      );
      if (broken) {
        fail(`The chain breaks at line ${broken.seq}: ${broken.why}. ${lines} lines before it hold.`);
        return;
      }
      print(`${lines} lines of history hold, ${redacted} of them redacted.`);
      print(`Head: line ${head.seq}, hash ${head.hash}`);
      if (expect === undefined)
        print(
          'Lines cut off the end cannot be seen in the chain itself: note the head, and give it as --expect next time.',
        );
    });
}
