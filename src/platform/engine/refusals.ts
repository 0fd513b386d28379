import Database from 'better-sqlite3';
import { DrizzleQueryError } from 'drizzle-orm';
import pg from 'pg';
import { Failure } from '../../kernel/failure.ts';

const GONE = 'The database does not answer. Try again in a moment.';
const CONNECTION_LOST = new Set(
  'ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH'.split(' '),
);
/** A statement that was canceled, and waits that others have set a limit to: for a lock, for the next statement, in all. */
const TOOK_TOO_LONG = new Set(['57014', '55P03', '25P03', '25P04']);
const NOT_LOCKED_IN_TIME = '55P03';
const CANCELED = '57014';
/** What a server that became a standby, or is kept from writing, says to a write. */
const READ_ONLY = '25006';

/** The engine cannot answer at the moment, whoever asks for whatever: it is gone, or has too much to do. */
export class EngineBusy extends Failure {
  constructor(detail: string, cause?: unknown) {
    super('overloaded', detail);
    this.cause = cause;
  }
}

/** What a refusal of the engine means to a caller; what is no refusal comes back as it is. */
export function asFailure(error: unknown): unknown {
  const cause = causeOf(error);
  if (cause instanceof Database.SqliteError) return sqliteFailure(cause) ?? error;
  if (cause instanceof pg.DatabaseError) return postgresFailure(cause) ?? error;
  if (isConnectionLoss(cause)) return new EngineBusy(GONE, cause);
  return cause instanceof EngineBusy ? cause : error instanceof MaybeCommitted ? cause : error;
}

/** What a file that cannot grow any more means to a caller: no room on its disk, or none left of what its owner may use. */
export function asStorageFull(error: unknown): unknown {
  const { code } = (error ?? {}) as { code?: unknown };
  return code === 'ENOSPC' || code === 'EDQUOT' ? storageFull() : error;
}

/** Whether an engine itself says it, and nothing of ours. */
export function isOfDatabase(error: unknown): error is Error {
  return error instanceof Database.SqliteError || error instanceof pg.DatabaseError;
}

/**
 * Whether it is the doing of the server that was asked, so that another may answer: that is gone, or gave the query up for
 * a reason of its own. What takes too long takes long anywhere.
 */
export function isOfServer(error: unknown): boolean {
  const isBusy = error instanceof EngineBusy;
  const cause = isBusy ? error.cause : causeOf(error);
  if (cause instanceof pg.DatabaseError && cause.code === CANCELED) return false;
  return isBusy || isOfDatabase(cause) || isConnectionLoss(cause);
}

/** Whether the server takes no writes, as one that became a standby. */
export function isReadOnly(error: unknown): boolean {
  const cause = causeOf(error);
  return cause instanceof pg.DatabaseError && cause.code === READ_ONLY;
}

/** Serialization failure and deadlock. */
const IN_THE_WAY = new Set(['40001', '40P01']);
const TAKEN = '23505';

/**
 * Why PostgreSQL's transaction is to be run again: others were in its way, or another took a unique value after this one
 * had looked, which it then sees and answers to. Null when running it again would change nothing.
 */
export function reasonToRetry(error: unknown): 'in the way' | 'taken' | null {
  const cause = causeOf(error);
  if (!(cause instanceof pg.DatabaseError)) return null;
  if (cause.code === TAKEN) return 'taken';
  return IN_THE_WAY.has(cause.code ?? '') ? 'in the way' : null;
}

/** Whether another row has the key that SQLite was to store one under, which is drawn anew at the next try. */
export function isKeyTaken(error: unknown): boolean {
  const cause = causeOf(error);
  return (
    cause instanceof Database.SqliteError &&
    cause.code === 'SQLITE_CONSTRAINT_PRIMARYKEY' &&
    /^UNIQUE constraint failed: \w+\.id$/.test(cause.message)
  );
}

/** Whether a part of a transaction was refused for what it asks, and others of it may go on: no disk is full, no server gone. */
export function isOfPart(error: unknown): error is Failure {
  return error instanceof Failure && error.code !== 'storage-full' && !(error instanceof EngineBusy);
}

/** Whether a part of a transaction is to be done by itself: others were in its way, or it would have waited for long. */
export function isInTheWay(error: unknown): boolean {
  const cause = causeOf(error);
  const isLocked = cause instanceof pg.DatabaseError && cause.code === NOT_LOCKED_IN_TIME;
  return isLocked || reasonToRetry(error) !== null || isKeyTaken(error);
}

/** What failed when the transaction was being committed, or after that: it is not to be done again. */
export class MaybeCommitted extends Error {
  constructor(cause: unknown) {
    super('A transaction failed when it was being committed.', { cause });
  }
}

/** What an engine said, where the query builder wrapped it. */
export function causeOf(error: unknown): unknown {
  return error instanceof DrizzleQueryError || error instanceof MaybeCommitted ? error.cause : error;
}

function sqliteFailure({ code }: { code: string }): Failure | null {
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return alreadyThere();
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return referredTo();
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE') return storageFull();
  if (code.startsWith('SQLITE_BUSY'))
    return new EngineBusy('Another process is writing to the database. Try again in a moment.');
  return null;
}

function postgresFailure(error: pg.DatabaseError): Failure | null {
  const { code = '' } = error;
  if (code === TAKEN) return alreadyThere();
  if (code === '23503') return referredTo();
  if (code === '53100') return storageFull();
  if (code.startsWith('08') || code.startsWith('57P') || code.startsWith('53')) {
    return new EngineBusy(GONE, error);
  }
  if (code === READ_ONLY) return new EngineBusy('The database takes no writes now. Try again in a moment.', error);
  if (IN_THE_WAY.has(code)) {
    return new EngineBusy('Other writes were in the way of this one each time. Try again in a moment.', error);
  }
  if (TOOK_TOO_LONG.has(code))
    return new EngineBusy('The database took too long. Ask for less, or try again later.', error);
  return null;
}

function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    CONNECTION_LOST.has(code) ||
    /Connection terminated|not queryable|Query read timeout|timeout exceeded when trying to connect/.test(error.message)
  );
}

function alreadyThere(): Failure {
  return new Failure('conflict', 'This is recorded already.');
}

function referredTo(): Failure {
  return new Failure('in-use', 'Others refer to this, or what it refers to has just been deleted.');
}

function storageFull(): Failure {
  return new Failure(
    'storage-full',
    'There is no room left to write. Nothing of this request was stored; reading goes on.',
  );
}
