import { and, lt } from 'drizzle-orm';
import { applyPatch, type Operation } from 'rfc6902';
import type { State } from '../../history/change.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { membersOf } from '../../record/columns.ts';
import type { PublicRow, RecordKind } from '../../record/kinds.ts';

type Line = Pick<
  Tables['changes']['$inferSelect'],
  'at' | 'revision' | 'patch' | 'redacted' | 'entityType' | 'entityId'
>;

/** An entity as it stood at a time: the members every one has, and its state as history tells it, references as ids. */
export type Standing = {
  base: { id: string; revision: number; createdAt: string; updatedAt: string };
  /** Null once it was deleted. */
  state: State | null;
};

/** The record as it stood at one time, entity by entity; each is rebuilt once. */
export type Past = {
  from: Handle;
  /** The first moment that does not belong to it any more. */
  until: string;
  /** Null where it did not exist yet, `redacted` where its words were removed since. */
  of(kind: string, id: string): Promise<Standing | 'redacted' | null>;
  /** Reads the history of many entities at once, so that `of` has it at hand. */
  load(entities: readonly Named[]): Promise<void>;
};
export type Named = readonly [kind: string, id: string];

export function pastUntil(from: Handle, until: string): Past {
  const known = new Map<string, Promise<Standing | 'redacted' | null>>();
  const load = (entities: readonly Named[]) => {
    const kinds = new Map(entities.filter(([, id]) => !known.has(id)).map(([kind, id]) => [id, kind]));
    const lines = linesOf(from, [...kinds.keys()], until).then((all) => Map.groupBy(all, ({ entityId }) => entityId));
    for (const [id, kind] of kinds)
      known.set(
        id,
        lines.then((of) => standingAfter(kind, id, of.get(id) ?? [])),
      );
    return lines;
  };
  return {
    from,
    until,
    async of(kind, id) {
      if (!known.has(id)) await load([[kind, id]]);
      return known.get(id) ?? null;
    },
    async load(entities) {
      await load(entities);
    },
  };
}

/** The row of an entity then; null when there was none, it was deleted, or its words were removed since. */
export async function rowThen<Kind extends RecordKind>(
  past: Past,
  kind: Kind,
  id: string,
): Promise<PublicRow<Kind> | null> {
  const standing = await past.of(kind, id);
  return standing === null || standing === 'redacted' || standing.state === null
    ? null
    : rowOf(kind, standing.base, standing.state);
}

/** A member that history did not know yet then is null. */
export function rowOf<Kind extends RecordKind>(kind: Kind, base: Standing['base'], state: State): PublicRow<Kind> {
  const columns = membersOf(kind).map(([column, member]) => [column, state[member] ?? null]);
  return { ...base, ...Object.fromEntries(columns) };
}

/** What the lines of one entity, oldest first, come to. */
function standingAfter(kind: string, id: string, lines: readonly Line[]): Standing | 'redacted' | null {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || first.entityType !== kind) return null;
  if (lines.some(({ redacted }) => redacted)) return 'redacted';
  let state: State | null = null;
  for (const { patch } of lines) state = stateAfter(state, patch ?? []);
  return { base: { id, revision: last.revision, createdAt: first.at, updatedAt: last.at }, state };
}

function stateAfter(state: State | null, patch: readonly Operation[]): State | null {
  const [first] = patch;
  if (first?.path === '') return first.op === 'add' ? (structuredClone(first.value) as State) : null;
  const next = structuredClone(state);
  const faults = applyPatch(next, [...patch]).filter((fault) => fault !== null);
  if (faults[0]) throw new Error(`A line of history does not fit the one before: ${faults[0].message}`);
  return next;
}

async function linesOf(from: Handle, entities: readonly string[], until: string): Promise<Line[]> {
  if (entities.length === 0) return [];
  return from.query(
    'lines of entities up to a time',
    ({ db, t: { changes }, param, oneOf }) =>
      db
        .select({
          at: changes.at,
          revision: changes.revision,
          patch: changes.patch,
          redacted: changes.redacted,
          entityType: changes.entityType,
          entityId: changes.entityId,
        })
        .from(changes)
        .where(and(oneOf(changes.entityId, 'entities'), lt(changes.at, param('until'))))
        .orderBy(changes.seq),
    { entities: [...entities], until },
  );
}
