import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Similar } from '../../kernel/similar.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';

type Kind = Tables['likenesses']['$inferSelect']['kind'];

const SIMILAR_MAX = 5;
const TABLES = { article: 'articles', outlet: 'outlets', speaker: 'speakers', claim: 'claims' } as const;

/** The entity, with what it may be the same as where there is any: the first five in the order of creation. */
export async function withSimilar<Entity extends { id: string }>(
  from: Handle,
  kind: Kind,
  entity: Entity,
): Promise<Entity & { similar?: Similar }> {
  const ids = await alike(from, kind, entity.id);
  if (ids.length === 0) return entity;
  return { ...entity, similar: await named(from, kind, ids) };
}

async function alike(from: Handle, kind: Kind, id: string): Promise<string[]> {
  const rows = await from.query(
    'what is like an entity',
    ({ db, t: { likenesses }, param, bound }) => {
      const own = db
        .select({ folded: likenesses.folded })
        .from(likenesses)
        .where(eq(likenesses.entityId, param('own')));
      return db
        .selectDistinct({ id: likenesses.entityId })
        .from(likenesses)
        .where(
          and(
            eq(likenesses.kind, param('kind')),
            inArray(likenesses.folded, own),
            ne(likenesses.entityId, param('self')),
          ),
        )
        .orderBy(likenesses.entityId)
        .limit(bound('limit'));
    },
    { own: id, self: id, kind, limit: SIMILAR_MAX },
  );
  return rows.map((row) => row.id);
}

async function named(from: Handle, kind: Kind, ids: readonly string[]): Promise<Similar> {
  const rows = await from.query(
    `names of similar ${TABLES[kind]}`,
    ({ db, t, oneOf }) => {
      const { articles, outlets, speakers, claims } = t;
      if (kind === 'article')
        return db
          .select({ id: articles.id, key: articles.url, name: articles.title })
          .from(articles)
          .where(oneOf(articles.id, 'ids'))
          .orderBy(articles.id);
      if (kind === 'claim')
        return db
          .select({ id: claims.id, key: claims.slug, name: claims.text })
          .from(claims)
          .where(oneOf(claims.id, 'ids'))
          .orderBy(claims.id);
      const table = kind === 'outlet' ? outlets : speakers;
      return db
        .select({ id: table.id, key: table.slug, name: table.name })
        .from(table)
        .where(oneOf(table.id, 'ids'))
        .orderBy(table.id);
    },
    { ids: [...ids] },
  );
  return rows.map(({ id, key, name }) =>
    kind === 'article' ? { id, url: key, title: name } : { id, slug: key, name },
  );
}
