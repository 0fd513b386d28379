import type { Dialect } from '../platform/engine/dialect.ts';
import type { KeptAnswer } from './once.ts';

export function defineIdempotency(d: Dialect) {
  /** Requests that were carried out under an Idempotency-Key; written with the record that they made. */
  const idempotencyKeys = d.table(
    'idempotency_keys',
    {
      caller: d.text('caller').notNull(),
      key: d.text('key').notNull(),
      fingerprint: d.text('fingerprint').notNull(),
      at: d.text('at').notNull(),
      entityId: d.idText('entity_id').notNull(),
      /** Null until it is composed, right after the commit; composed anew from the record when that did not happen. */
      answer: d.json<KeptAnswer>('answer'),
    },
    (t) => [d.primaryKey({ columns: [t.caller, t.key] }), d.index('idempotency_keys_by_age').on(t.at)],
  );
  return { idempotencyKeys };
}

declare module '../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineIdempotency> {}
}
