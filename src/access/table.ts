import type { Dialect } from '../platform/engine/dialect.ts';
import type { Scope } from './key.ts';

export function defineAccess(d: Dialect) {
  const keys = d.table(
    'keys',
    {
      id: d.key('id', 'key').primaryKey(),
      name: d.text('name').notNull(),
      scope: d.text('scope').$type<Scope>().notNull(),
      /** SHA-256 of the key, in hex. The key itself is kept nowhere. */
      hash: d.text('hash').notNull(),
      createdAt: d.text('created_at').notNull(),
      expiresAt: d.text('expires_at'),
      lastUsedAt: d.text('last_used_at'),
      revokedAt: d.text('revoked_at'),
    },
    (t) => [d.uniqueIndex('keys_hash').on(t.hash)],
  );

  /** Secrets of this database, made at its first start: what cursors are signed with. */
  const secrets = d.table('secrets', { name: d.text('name').primaryKey(), value: d.text('value').notNull() });

  return { keys, secrets };
}

declare module '../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineAccess> {}
}
