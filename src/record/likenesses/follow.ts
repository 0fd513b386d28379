import { and, eq } from 'drizzle-orm';
import { insertRow, insertRows } from '../../platform/engine/rows.ts';
import type { Follower, Tables, Tx } from '../../platform/engine/tables.ts';
import { foldedAddress, foldedItem, foldedName, foldedText } from './folding.ts';

type Kind = Tables['likenesses']['$inferSelect']['kind'];
type Row<Of extends 'articles' | 'outlets' | 'speakers' | 'claims'> = Tables[Of]['$inferSelect'];

/**
 * Keeps by which folded names and addresses what may be the same is found. The rows belong to entities that the
 * transaction has locked, so it needs no turn among writers.
 */
export const likenesses: Follower = {
  name: 'likenesses',
  async follow(tx, written) {
    let fresh: Tables['likenesses']['$inferSelect'][] = [];
    const store = async () => {
      await insertRows(tx, 'likenesses', fresh);
      fresh = [];
    };
    for (const { kind, before, after } of written) {
      if (!isAlike(kind) || before === after) continue;
      const { id } = (after ?? before) as { id: string };
      const [old, now] = [foldedOf(kind, before), foldedOf(kind, after)];
      if (old.size > 0) await store();
      for (const folded of old) if (!now.has(folded)) await forget(tx, kind, folded, id);
      for (const folded of now) if (!old.has(folded)) fresh.push({ kind, folded, entityId: id });
    }
    await store();
  },
};

/** Keeps them of an entity that an older version wrote; doing so again changes nothing. */
export async function keepLikenesses(tx: Tx, kind: Kind, row: { id: string }): Promise<void> {
  const there = await tx.query(
    'likenesses of an entity',
    ({ db, t, param }) =>
      db
        .select({ folded: t.likenesses.folded })
        .from(t.likenesses)
        .where(eq(t.likenesses.entityId, param('id'))),
    { id: row.id },
  );
  const known = new Set(there.map(({ folded }) => folded));
  for (const folded of foldedOf(kind, row))
    if (!known.has(folded)) await insertRow(tx, 'likenesses', { kind, folded, entityId: row.id });
}

function isAlike(kind: string): kind is Kind {
  return ['article', 'outlet', 'speaker', 'claim'].includes(kind);
}

function foldedOf(kind: Kind, row: object | null): Set<string> {
  if (row === null) return new Set();
  if (kind === 'article') return new Set([foldedAddress((row as Row<'articles'>).url)]);
  if (kind === 'outlet') return new Set(foldedName((row as Row<'outlets'>).name));
  if (kind === 'claim') return new Set(foldedText((row as Row<'claims'>).text));
  const { name, aliases, wikidata } = row as Row<'speakers'>;
  const item = wikidata === null ? [] : [foldedItem(wikidata)];
  return new Set([...[name, ...aliases].flatMap(foldedName), ...item]);
}

async function forget(tx: Tx, kind: Kind, folded: string, entityId: string): Promise<void> {
  await tx.query(
    'forget a likeness',
    ({ db, t, param }) =>
      db
        .delete(t.likenesses)
        .where(
          and(
            eq(t.likenesses.kind, param('kind')),
            eq(t.likenesses.folded, param('folded')),
            eq(t.likenesses.entityId, param('id')),
          ),
        ),
    { kind, folded, id: entityId },
  );
}
