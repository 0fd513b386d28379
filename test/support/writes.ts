import { sql } from 'drizzle-orm';
import { insertRow } from '../../src/platform/engine/rows.ts';
import type { Handle, Tx } from '../../src/platform/engine/tables.ts';

/** Writes one row under a name that is unique: the smallest write there is. */
export function keep(tx: Tx, name: string): Promise<void> {
  return insertRow(tx, 'secrets', { name, value: 'kept' });
}

/** The names that were kept, in order. */
export async function kept(from: Handle): Promise<string[]> {
  const rows = await from.query('secrets kept', ({ db, t }) =>
    db.select({ name: t.secrets.name }).from(t.secrets).where(sql`${t.secrets.value} = 'kept'`).orderBy(t.secrets.name),
  );
  return rows.map(({ name }) => name);
}

/** Names in order, `write-0000` and so on. */
export function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `write-${String(at).padStart(4, '0')}`);
}
