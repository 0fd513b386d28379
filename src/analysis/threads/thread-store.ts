import { and, asc, eq } from 'drizzle-orm';
import type { Handle } from '../../platform/engine/tables.ts';
import { statementBriefs } from '../../record/statements/show.ts';
import { getStatement } from '../../record/statements/store.ts';
import { NODES_MAX, type Thread } from './thread.ts';

const PUBLISHED = { drafts: false };
/** Links read at one step; a step with more is cut short. */
const LINKS_MAX = 4 * NODES_MAX;

/**
 * By id, the nearest first, at most `nodesMax` statements; fails with `not-found`, for a draft too, and with `withdrawn`. Two
 * queries a step, however wide it is.
 */
export async function threadOf(
  from: Handle,
  reference: string,
  depth: number,
  nodesMax: number = NODES_MAX,
): Promise<Thread> {
  const { id } = await getStatement(from, reference, PUBLISHED);
  const depths = new Map([[id, 0]]);
  let truncated = false;
  for (let [step, frontier] = [1, [id]]; frontier.length > 0; step += 1) {
    const near = await neighboursOf(from, frontier);
    const fresh = [...new Set(near.ids)].filter((neighbour) => !depths.has(neighbour));
    const room = step > depth ? 0 : nodesMax - depths.size;
    truncated ||= near.isCut || fresh.length > room;
    frontier = fresh.slice(0, room);
    for (const neighbour of frontier) depths.set(neighbour, step);
  }
  const briefs = await statementBriefs(from, [...depths.keys()], PUBLISHED);
  const nodes = [...depths].flatMap(([node, steps]) => {
    const brief = briefs.get(node);
    return brief ? [{ ...brief, depth: steps }] : [];
  });
  const edges = await edgesAmong(
    from,
    nodes.map((node) => node.id),
  );
  return { statement: id, depth, truncated, nodes, edges };
}

/** Published statements that these answer or are answered by, in the order of their links. */
async function neighboursOf(from: Handle, ids: string[]): Promise<{ ids: string[]; isCut: boolean }> {
  const read = (near: 'statementId' | 'rebutsId', far: 'statementId' | 'rebutsId') =>
    from.query(
      `neighbours in a thread by ${near}`,
      ({ db, t, oneOf, bound }) =>
        db
          .select({ id: t.rebuttals[far] })
          .from(t.rebuttals)
          .innerJoin(t.statements, eq(t.statements.id, t.rebuttals[far]))
          .where(and(oneOf(t.rebuttals[near], 'ids'), eq(t.statements.status, 'published')))
          .orderBy(asc(t.rebuttals.id))
          .limit(bound('limit')),
      { ids, limit: LINKS_MAX },
    );
  const [answered, answers] = [await read('statementId', 'rebutsId'), await read('rebutsId', 'statementId')];
  return {
    ids: [...answered, ...answers].map((row) => row.id),
    isCut: answered.length === LINKS_MAX || answers.length === LINKS_MAX,
  };
}

function edgesAmong(from: Handle, ids: string[]): Promise<Thread['edges']> {
  return from.query(
    'edges of a thread',
    ({ db, t, oneOf }) =>
      db
        .select({
          id: t.rebuttals.id,
          kind: t.rebuttals.kind,
          from: t.rebuttals.statementId,
          to: t.rebuttals.rebutsId,
          note: t.rebuttals.note,
        })
        .from(t.rebuttals)
        .where(and(oneOf(t.rebuttals.statementId, 'ids'), oneOf(t.rebuttals.rebutsId, 'ids')))
        .orderBy(asc(t.rebuttals.id)),
    { ids },
  );
}
