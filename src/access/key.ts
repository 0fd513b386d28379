import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { lineUpTo } from '../kernel/text.ts';
import { Timestamp } from '../kernel/time.ts';

/** What a key allows; each includes the one before: read, write, administer. */
export const Scope = z.enum(['read', 'write', 'admin']).meta({ id: 'Scope' });
export type Scope = z.infer<typeof Scope>;

/** What a route asks for: `open` for everyone always, `read` for everyone unless `PUBLIC_READ=false`, the rest a key. */
export type Needs = 'open' | 'read' | 'text' | 'write' | 'admin';

/** A key for the API. Only its hash is kept. */
export const Key = z
  .strictObject({
    id: idOf('key'),
    name: lineUpTo(200),
    scope: Scope,
    createdAt: Timestamp,
    expiresAt: Timestamp.nullable(),
    lastUsedAt: Timestamp.nullable(),
    revokedAt: Timestamp.nullable(),
  })
  .meta({ id: 'Key' });
export type Key = z.infer<typeof Key>;

export const NewKey = z.strictObject({
  name: Key.shape.name,
  scope: Scope,
  expiresAt: Timestamp.nullable().default(null),
});
export type NewKey = z.infer<typeof NewKey>;

/** A key as it is shown once, when it is made. */
export const NewKeyShown = z.strictObject({ ...Key.shape, key: z.string() }).meta({ id: 'NewKeyShown' });

const RANK: Record<Scope, number> = { read: 1, write: 2, admin: 3 };

export function allows(held: Scope | null, needed: Scope): boolean {
  return held !== null && RANK[held] >= RANK[needed];
}

/** A new key: 256 random bits, recognizable by `cck_`. */
export function makeKey(): string {
  return `cck_${randomBytes(32).toString('base64url')}`;
}

export function isKey(text: string): boolean {
  return /^cck_[\w-]{16,200}$/.test(text);
}

export function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Compares two hashes in constant time. */
export function isSameHash(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
