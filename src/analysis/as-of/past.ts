import { and, eq, lt, lte, max } from 'drizzle-orm';
import { applyPatch, type Operation } from 'rfc6902';
import type { State } from '../../history/change.ts';
import { patchOf, tellsLine } from '../../history/whole-lines.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { membersOf } from '../../record/columns.ts';
import type { PublicRow, RecordKind } from '../../record/kinds.ts';

type Line = Pick<Tables['changes']['$inferSelect'], 'at' | 'revision' | 'patch' | 'draft' | 'entityType' | 'entityId'>;

/** An entity as it stood at a time: the members every one has, and its state as history tells it, references as ids. */
export type Standing = {
  base: { id: string; revision: number; createdAt: string; updatedAt: string };
  /** Null once it was deleted, and where its words were removed since. */
  state: State | null;
  /** Its words were removed since: nothing of it can be told. */
  redacted: boolean;
  /** Only those knew of it then who see drafts, whatever was done to it. */
  hidden: boolean;
};

/** The record as it stood at one time, entity by entity; each is rebuilt once. */
export type Past = {
  from: Handle;
  /** The first moment that does not belong to it any more. */
  until: string;
  /** Null where it did not exist yet. */
  of(kind: string, id: string): Promise<Standing | null>;
  /** Reads the history of many entities at once, so that `of` has it at hand. */
  load(entities: readonly Named[]): Promise<void>;
};
export type Named = readonly [kind: string, id: string];

export function pastUntil(from: Handle, until: string): Past {
  const known = new Map<string, Promise<Standing | null>>();
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
  return standing === null || standing.state === null ? null : rowOf(kind, standing.base, standing.state);
}

/** A member that history did not know yet then is null. */
export function rowOf<Kind extends RecordKind>(kind: Kind, base: Standing['base'], state: State): PublicRow<Kind> {
  const columns = membersOf(kind).map(([column, member]) => [column, state[member] ?? null]);
  return { ...base, ...Object.fromEntries(columns) };
}

/** What the lines of one entity, oldest first, come to. */
function standingAfter(kind: string, id: string, lines: readonly Line[]): Standing | null {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || first.entityType !== kind) return null;
  const redacted = lines.some((line) => line.patch === null);
  let state: State | null = null;
  if (!redacted) for (const { patch } of lines) state = stateAfter(state, patch ?? []);
  // Clocks that go back do not take a change back.
  const updatedAt = lines
    .map(({ at }) => at)
    .sort()
    .at(-1) as string;
  const base = { id, revision: last.revision, createdAt: first.at, updatedAt };
  return { base, state, redacted, hidden: last.draft };
}

function stateAfter(state: State | null, patch: readonly Operation[]): State | null {
  const [first] = patch;
  if (first?.path === '') return first.op === 'add' ? (structuredClone(first.value) as State) : null;
  const next = structuredClone(state);
  const faults = applyPatch(next, [...patch]).filter((fault) => fault !== null);
  if (faults[0]) throw new Error(`A line of history does not fit the one before: ${faults[0].message}`);
  return next;
}

/**
 * Every line up to the last one of its entity that was written before a time. Clocks may go back, or differ from one
 * process to another: lines are in the order in which they were committed, and each fits the one before.
 */
async function linesOf(from: Handle, entities: readonly string[], until: string): Promise<Line[]> {
  if (entities.length === 0) return [];
  const found = await from.query(
    'lines of entities up to a time',
    (build) => {
      const { db, t, param, oneOf } = build;
      const { changes } = t;
      const ends = db
        .select({ entityId: changes.entityId, seq: max(changes.seq).as('end_seq') })
        .from(changes)
        .where(and(oneOf(changes.entityId, 'entities'), lt(changes.at, param('until'))))
        .groupBy(changes.entityId)
        .as('ends');
      return db
        .select({
          at: changes.at,
          revision: changes.revision,
          patch: changes.patch,
          toldByRow: changes.toldByRow,
          row: t.statements,
          draft: changes.draft,
          entityType: changes.entityType,
          entityId: changes.entityId,
        })
        .from(changes)
        .innerJoin(ends, and(eq(ends.entityId, changes.entityId), lte(changes.seq, ends.seq)))
        .leftJoin(t.statements, tellsLine(build))
        .where(oneOf(changes.entityId, 'entities'))
        .orderBy(changes.seq);
    },
    { entities: [...entities], until },
  );
  return found.map(({ toldByRow, row, patch, ...line }) => ({ ...line, patch: patchOf({ patch, toldByRow }, row) }));
}
