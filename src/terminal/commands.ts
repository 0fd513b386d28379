import { compareCommands } from './compare-commands.ts';
import { listCommands } from './list-commands.ts';
import { quoteCommands } from './quote-commands.ts';
import type { ReadingContext } from './reading.ts';

/** The commands that ask what the API answers, of the database or of a service that runs. */
export function readingCommands(context: ReadingContext): void {
  compareCommands(context);
  listCommands(context);
  quoteCommands(context);
}
