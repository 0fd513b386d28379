import { Failure } from '../kernel/failure.ts';
import { NoAnswer } from './client.ts';
import { ConfigError } from './config.ts';
import { NewerDatabase, OlderDatabase } from './engine/migrate.ts';
import { asFailure, EngineBusy, isOfDatabase } from './engine/refusals.ts';
import { ProcessesEnd } from './processes-end.ts';

/** What a person at the terminal is told of an error, and whether it lies in what they wrote. */
export type Refusal = { words: string; isUsage: boolean };

/** What nobody expected is told in its own words too; where it was thrown, to whoever sets LOG_LEVEL to debug or trace. */
export function refusalOf(error: unknown, logLevel: string | undefined): Refusal {
  const known = asFailure(error);
  if (known instanceof EngineBusy && known.cause !== undefined) {
    const words = `The database that DATABASE_URL names does not answer: ${reasonOf(known.cause)}.`;
    return { words: `${words} Check the address, and whether it runs.`, isUsage: false };
  }
  if (known instanceof Failure) return { words: known.message, isUsage: known.code === 'invalid' };
  if (known instanceof ConfigError) return { words: known.message, isUsage: true };
  if (known instanceof ProcessesEnd || known instanceof NoAnswer) return { words: known.message, isUsage: false };
  if (known instanceof NewerDatabase || known instanceof OlderDatabase) return { words: known.message, isUsage: false };
  if (isOfDatabase(known)) {
    return { words: `The database that DATABASE_URL names cannot be used: ${known.message}`, isUsage: false };
  }
  const unknown = known instanceof Error ? known : new Error(String(known));
  const { syscall, message, stack } = unknown as NodeJS.ErrnoException;
  if (syscall === 'listen' || syscall === 'bind') {
    return {
      words: `${message}. Set HOST and PORT to an address that is free; PORT=0 takes a free port.`,
      isUsage: false,
    };
  }
  if (syscall !== undefined || unknown instanceof AggregateError) return { words: reasonOf(unknown), isUsage: false };
  if (/^(debug|trace)$/.test(logLevel ?? '')) return { words: stack ?? message, isUsage: false };
  return { words: `This is a fault of Counterclaim: ${message}. LOG_LEVEL=debug tells where it is.`, isUsage: false };
}

/** Of a host with several addresses each has its reason. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0)
    return [...new Set(error.errors.map(reasonOf))].join('; ');
  return error instanceof Error ? error.message : String(error);
}
