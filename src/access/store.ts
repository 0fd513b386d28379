import { randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { Failure } from '../kernel/failure.ts';
import { advisoryLock } from '../platform/engine/advisory-lock.ts';
import { insertRow, rowById, updateRow } from '../platform/engine/rows.ts';
import type { Engine, Handle, Tx } from '../platform/engine/tables.ts';
import { hashOfKey, isSameHash, type Key, makeKey, type NewKey, type Scope } from './key.ts';

type KeyRow = Key & { hash: string };

/** The key as it is known, unless it was revoked or has expired by `now`. */
export async function findLiveKey(
  from: Handle,
  key: string,
  now: string,
): Promise<{ id: string; scope: Scope; lastUsedAt: string | null } | null> {
  const hash = hashOfKey(key);
  const rows = await from.query(
    'live key',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.keys)
        .where(
          and(
            eq(t.keys.hash, param('hash')),
            isNull(t.keys.revokedAt),
            or(isNull(t.keys.expiresAt), gt(t.keys.expiresAt, param('now'))),
          ),
        ),
    { hash, now },
  );
  const found = rows[0];
  return found && isSameHash(found.hash, hash) ? found : null;
}

/** Oldest first. */
export async function listKeys(from: Handle, limit: number, after: string): Promise<Key[]> {
  const rows = await from.query(
    'keys',
    ({ db, t, param, bound }) =>
      db
        .select()
        .from(t.keys)
        .where(gt(t.keys.id, param('after')))
        .orderBy(t.keys.id)
        .limit(bound('limit')),
    { after, limit },
  );
  return rows.map(withoutHash);
}

export async function countKeys(from: Handle): Promise<number> {
  const rows = await from.query('count of keys', ({ db, t }) =>
    db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(t.keys),
  );
  return rows[0]?.n ?? 0;
}

/** Makes a key; it is in the answer and nowhere else. Fails with `unprocessable` for one that has expired already. */
export async function createKey(
  tx: Tx,
  { name, scope, expiresAt }: NewKey,
  key = makeKey(),
): Promise<Key & { key: string }> {
  if (expiresAt !== null && Date.parse(expiresAt) <= Date.parse(tx.now)) {
    const faults = [{ pointer: '/expiresAt', detail: 'lies in the past' }];
    throw new Failure('unprocessable', '/expiresAt: lies in the past.', { faults });
  }
  const row: KeyRow = {
    id: tx.newId('key'),
    name,
    scope,
    hash: hashOfKey(key),
    createdAt: tx.now,
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    lastUsedAt: null,
    revokedAt: null,
  };
  await insertRow(tx, 'keys', row);
  return { ...withoutHash(row), key };
}

/** Fails with `not-found`. A key that is revoked already stays as it is. */
export async function revokeKey(tx: Tx, id: string): Promise<void> {
  const row = await rowById(tx, 'keys', id);
  if (!row) throw new Failure('not-found', `There is no key ${id}.`);
  if (row.revokedAt === null) await updateRow(tx, 'keys', id, { revokedAt: tx.now });
}

/** Fails with `conflict` for the last admin key that is valid: nobody could make another with what is left. */
export async function refuseToRevokeLast(tx: Tx, id: string): Promise<void> {
  await advisoryLock(tx, 'admin keys');
  const valid = await tx.query(
    'valid admin keys',
    ({ db, t, param }) =>
      db
        .select({ id: t.keys.id })
        .from(t.keys)
        .where(
          and(
            eq(t.keys.scope, 'admin'),
            isNull(t.keys.revokedAt),
            or(isNull(t.keys.expiresAt), gt(t.keys.expiresAt, param('now'))),
          ),
        )
        .limit(2),
    { now: tx.now },
  );
  if (valid.length > 1 || valid[0]?.id !== id) return;
  throw new Failure('conflict', 'This is the last admin key. Make another first, else nobody could make any.');
}

/** Those of these keys that were not revoked and have not expired by `now`. */
export async function liveKeys(from: Handle, ids: readonly string[], now: string): Promise<Set<string>> {
  const rows = await from.query(
    'live keys',
    ({ db, t, param, oneOf }) =>
      db
        .select({ id: t.keys.id })
        .from(t.keys)
        .where(
          and(
            oneOf(t.keys.id, 'ids'),
            isNull(t.keys.revokedAt),
            or(isNull(t.keys.expiresAt), gt(t.keys.expiresAt, param('now'))),
          ),
        ),
    { ids: [...ids], now },
  );
  return new Set(rows.map(({ id }) => id));
}

export async function touchKey(tx: Tx, id: string): Promise<void> {
  await updateRow(tx, 'keys', id, { lastUsedAt: tx.now });
}

/**
 * The first admin key of a database that has none: the one given, or a new one. Null when there is one already.
 */
export function ensureFirstKey(engine: Engine, given: string | undefined): Promise<string | null> {
  return engine.write(async (tx) => {
    await advisoryLock(tx, 'first admin key');
    const rows = await tx.query('an admin key', ({ db, t }) =>
      db.select({ id: t.keys.id }).from(t.keys).where(eq(t.keys.scope, 'admin')).limit(1),
    );
    if (rows.length > 0) return null;
    const made = await createKey(tx, { name: 'first admin key', scope: 'admin', expiresAt: null }, given);
    return made.key;
  });
}

/** The secret that cursors are signed with, made once for a database. */
export function cursorSecret(engine: Engine): Promise<string> {
  return engine.write(async (tx) => {
    await advisoryLock(tx, 'cursor secret');
    const rows = await tx.query('cursor secret', ({ db, t }) =>
      db.select().from(t.secrets).where(eq(t.secrets.name, 'cursors')),
    );
    if (rows[0]) return rows[0].value;
    const value = randomBytes(32).toString('base64url');
    await insertRow(tx, 'secrets', { name: 'cursors', value });
    return value;
  });
}

function withoutHash({ hash: _, ...key }: KeyRow): Key {
  return key;
}
