import { and, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Engine, Follower, Handle, ReadWrite, Tx } from '../platform/engine/tables.ts';
import { KEPT_MS, type KeptAnswer, type Once } from './once.ts';

/** Rows that one transaction removes, so that others get their turn. */
const PURGED_AT_ONCE = 500;

/** What was carried out under an Idempotency-Key. */
export type Claim = { fingerprint: string; at: string; entityId: string; answer: KeptAnswer | null };

/** The same request was carried out by another transaction, which committed first. */
export class AlreadyCarriedOut extends Error {}

/**
 * Takes the transaction that carries the request out: both commit or neither, so nothing is ever made twice.
 *
 * Waits while another transaction carries the same request out. Throws `AlreadyCarriedOut` when that one commits.
 */
export async function claimOnce(tx: Tx, once: Once, entityId: string): Promise<void> {
  const rows = await tx.query(
    'claim idempotency key',
    ({ db, t, param }) =>
      db
        .insert(t.idempotencyKeys)
        .values({
          caller: sql.placeholder('caller'),
          key: sql.placeholder('key'),
          fingerprint: sql.placeholder('fingerprint'),
          at: sql.placeholder('now'),
          entityId: sql.placeholder('entityId'),
          answer: null,
        })
        .onConflictDoUpdate({
          target: [t.idempotencyKeys.caller, t.idempotencyKeys.key],
          set: {
            fingerprint: sql`excluded.fingerprint`,
            at: sql`excluded.at`,
            entityId: sql`excluded.entity_id`,
            answer: sql`null`,
          },
          setWhere: lt(t.idempotencyKeys.at, param('liveSince')),
        })
        .returning({ at: t.idempotencyKeys.at }),
    { ...once, now: tx.now, entityId, liveSince: liveSince(new Date(tx.now)) },
  );
  if (rows.length === 0) throw new AlreadyCarriedOut('This request was carried out by another process.');
}

/**
 * Claims each request that is to be carried out once, for what it makes or else for what it changes first: before the first
 * line of its history is written, so that of two at once the second waits here and not in everybody's way.
 */
export const claim: Follower = {
  name: 'claim of an Idempotency-Key',
  async follow(tx, written) {
    const lines = written.flatMap(({ line }) => line ?? []);
    for (const once of new Set(lines.flatMap(({ by }) => by.once ?? []))) {
      const own = lines.filter(({ by }) => by.once === once);
      const made = own.find(({ action }) => action === 'create') ?? own[0];
      if (made) await claimOnce(tx, once, made.entityId);
    }
  },
};

/** What was carried out under this key in the last 24 hours, with whatever body. */
export async function findClaim(from: Handle, { caller, key }: Once, now: Date): Promise<Claim | null> {
  const rows = await from.query(
    'idempotency key',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.idempotencyKeys)
        .where(
          and(
            eq(t.idempotencyKeys.caller, param('caller')),
            eq(t.idempotencyKeys.key, param('key')),
            gte(t.idempotencyKeys.at, param('liveSince')),
          ),
        ),
    { caller, key, liveSince: liveSince(now) },
  );
  return rows[0] ?? null;
}

/** Keeps the answer for the next time, unless one is kept already. */
export async function keepAnswer(engine: ReadWrite, { caller, key }: Once, answer: KeptAnswer): Promise<void> {
  await engine.write((tx) =>
    tx.query(
      'keep answer',
      ({ db, t, param }) =>
        db
          .update(t.idempotencyKeys)
          .set({ answer: sql.placeholder('answer') as never })
          .where(
            and(
              eq(t.idempotencyKeys.caller, param('caller')),
              eq(t.idempotencyKeys.key, param('key')),
              isNull(t.idempotencyKeys.answer),
            ),
          ),
      { caller, key, answer },
    ),
  );
}

/** Where words left the record, no kept answer repeats them. */
export const forgetting: Follower = {
  name: 'kept answers forget redacted words',
  async follow(tx, written) {
    if (written.some(({ line }) => line?.action === 'redact')) await forgetAnswers(tx);
  },
};

/** Repeated requests get the record as it is. */
export async function forgetAnswers(tx: Tx): Promise<void> {
  await tx.query('forget answers', ({ db, t }) => db.update(t.idempotencyKeys).set({ answer: null }));
}

/** Removes what is older than 24 hours, some rows at a time; gives how many. */
export async function purgeClaims(engine: Engine, now: Date): Promise<number> {
  let purged = 0;
  for (;;) {
    const rows = await engine.write((tx) => purgeSome(tx, liveSince(now)));
    purged += rows.length;
    if (rows.length < PURGED_AT_ONCE) return purged;
  }
}

function purgeSome(tx: Tx, since: string) {
  return tx.query(
    'purge idempotency keys',
    ({ db, t, param }) => {
      const { idempotencyKeys: old } = t;
      const keys = db
        .select({ both: sql`${old.caller} || ' ' || ${old.key}` })
        .from(old)
        .where(lt(old.at, param('since')))
        .orderBy(old.at)
        .limit(PURGED_AT_ONCE);
      return db
        .delete(old)
        .where(and(lt(old.at, param('since')), inArray(sql`${old.caller} || ' ' || ${old.key}`, keys)))
        .returning({ key: old.key });
    },
    { since },
  );
}

function liveSince(now: Date): string {
  return new Date(now.getTime() - KEPT_MS).toISOString();
}
