import type pg from 'pg';

/**
 * A place in PostgreSQL's log, in bytes from its beginning: a server that has it has all that was committed before. It
 * grows with every write, on the primary first and then on those that copy it.
 */
export type LogPosition = number;

/** Where a commit of this session that was acknowledged stands before: on disk, unless commits do not wait for that. */
const WRITTEN = `CASE current_setting('synchronous_commit')
  WHEN 'off' THEN pg_current_wal_insert_lsn() ELSE pg_current_wal_flush_lsn() END`;

const inBytes = (position: string) => `((${position}) - '0/0'::pg_lsn)::text`;

/** Tells the position in one go with the commit: an answer of its own costs no round trip. */
export const COMMIT_AND_TELL = `COMMIT; SELECT ${inBytes(WRITTEN)} AS position`;

const HOW_FAR = `SELECT pg_is_in_recovery() AS copies,
  ${inBytes(`CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE ${WRITTEN} END`)} AS position`;

type Told = { copies: boolean; position: string };

/** How far the server of a connection is, and whether it copies another. */
export async function howFar(on: pg.Pool | pg.PoolClient): Promise<{ copies: boolean; position: LogPosition }> {
  const { rows } = await on.query<Told>(HOW_FAR);
  const [{ copies, position }] = rows as [Told];
  return { copies, position: Number(position) };
}

const WHAT = `SELECT (SELECT system_identifier::text FROM pg_control_system()) || ' ' || oid AS cluster
  FROM pg_database WHERE datname = current_database()`;

/** What only a server and its copies have in common; null where it may not be asked for. */
export async function identityOf(on: pg.Pool): Promise<string | null> {
  const { rows } = await on.query<{ cluster: string }>(WHAT).catch(() => ({ rows: [] }));
  return rows[0]?.cluster ?? null;
}

const TOKEN = /^[0-9a-z]{1,11}$/;

/** As clients are told it, who have no use for what it means. */
export function tokenOf(position: LogPosition): string {
  return position.toString(36);
}

/** Null for what is no such token. */
export function positionOfToken(token: string): LogPosition | null {
  const position = TOKEN.test(token) ? Number.parseInt(token, 36) : Number.NaN;
  return Number.isSafeInteger(position) ? position : null;
}
