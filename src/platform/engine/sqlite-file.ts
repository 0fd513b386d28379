import { statSync } from 'node:fs';
import { EngineBusy } from './refusals.ts';

/**
 * Gives what fails once the file that was opened is no longer what its name leads to: SQLite goes on with a file that was
 * deleted or replaced, and all that is written to it then is lost with the process.
 */
export function watchFile(file: string): () => void {
  const opened = identityOf(file);
  return () => {
    if (identityOf(file) !== opened)
      throw new EngineBusy('The database file was deleted or replaced while it was open. Restart the service.');
  };
}

function identityOf(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev} ${found.ino}`;
}
