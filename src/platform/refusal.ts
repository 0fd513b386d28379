import { Failure } from '../kernel/failure.ts';
import { ConfigError } from './config.ts';
import { NewerDatabase, OlderDatabase } from './engine/migrate.ts';
import { asFailure, isOfDatabase } from './engine/refusals.ts';

/** What a person at the terminal is told of an error, and whether it lies in what they wrote. */
export type Refusal = { words: string; isUsage: boolean };

/** What nobody expected is told with its stack, since it is a bug. */
export function refusalOf(error: unknown): Refusal {
  const known = asFailure(error);
  if (known instanceof Failure) return { words: known.message, isUsage: known.code === 'invalid' };
  if (known instanceof ConfigError) return { words: known.message, isUsage: true };
  if (known instanceof NewerDatabase || known instanceof OlderDatabase) return { words: known.message, isUsage: false };
  if (isOfDatabase(known)) {
    return { words: `The database that DATABASE_URL names cannot be used: ${known.message}`, isUsage: false };
  }
  const { syscall, message, stack } = (
    known instanceof Error ? known : new Error(String(known))
  ) as NodeJS.ErrnoException;
  if (syscall === 'listen' || syscall === 'bind') {
    return {
      words: `${message}. Set HOST and PORT to an address that is free; PORT=0 takes a free port.`,
      isUsage: false,
    };
  }
  if (syscall !== undefined) return { words: message, isUsage: false };
  return { words: stack ?? message, isUsage: false };
}
