import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { articleUrl } from '../kernel/address.ts';
import { Failure } from '../kernel/failure.ts';
import { ID_PREFIXES, type Kind, kindOfId } from '../kernel/id.ts';
import { type Condition, isOneOfIndexed } from '../platform/engine/pages.ts';
import type { Handle, Tables } from '../platform/engine/tables.ts';
import { KINDS, type RecordKind } from './kinds.ts';
import { type Nearest, nearestTo } from './nearest.ts';

/**
 * The id that a reference (an id, a slug, an article's URL) leads to; null when it leads nowhere.
 * A claim that was merged leads to the one it was merged into.
 */
export async function findId(from: Handle, kind: RecordKind, reference: string): Promise<string | null> {
  return kind === 'claim' ? findClaim(from, reference, 'root') : findNamed(from, kind, reference);
}

/** The id that a reference leads to, also where that claim was merged. */
export function findOwnId(from: Handle, kind: RecordKind, reference: string): Promise<string | null> {
  return kind === 'claim' ? findClaim(from, reference, 'own') : findNamed(from, kind, reference);
}

async function findClaim(from: Handle, reference: string, which: 'own' | 'root'): Promise<string | null> {
  const column = kindOfId(reference) === 'claim' ? 'id' : 'slug';
  const rows = await from.query(
    `${which} claim by ${column}`,
    ({ db, t: { claims }, param }) =>
      db
        .select({
          id: which === 'own' ? sql<string>`${claims.id}` : sql<string>`coalesce(${claims.rootId}, ${claims.id})`,
        })
        .from(claims)
        .where(eq(claims[column], param('value'))),
    { value: reference },
  );
  return rows[0]?.id ?? null;
}

async function findNamed(from: Handle, kind: RecordKind, reference: string): Promise<string | null> {
  const { table, namedBy } = KINDS[kind];
  const isId = kindOfId(reference) === kind;
  const value = !isId && kind === 'article' ? articleUrl(reference) : reference;
  const column = isId ? 'id' : namedBy;
  if (column === null || value === null) return null;
  const rows = await from.query(
    `${kind} by ${column}`,
    ({ db, t, param }) => {
      const named: SQLiteTable = t[table];
      const { id, [column]: name } = getTableColumns(named);
      return db
        .select({ id: sql<string>`${id}` })
        .from(named)
        .where(eq(name as SQLiteColumn, param('value')));
    },
    { value },
  );
  return rows[0]?.id ?? null;
}

/** For a reference in a path: fails with `not-found`. */
export async function idInPath(from: Handle, kind: RecordKind, reference: string): Promise<string> {
  const id = await findId(from, kind, reference);
  if (id === null) throw await leadsNowhere(from, kind, reference);
  return id;
}

/** For a reference in a path to the claim itself, also where it was merged: fails with `not-found`. */
export async function ownIdInPath(from: Handle, kind: RecordKind, reference: string): Promise<string> {
  const id = await findOwnId(from, kind, reference);
  if (id === null) throw await leadsNowhere(from, kind, reference);
  return id;
}

/** For a reference in a body or a query: fails with `unknown-reference` that says where it stands. */
export async function idReferred(from: Handle, kind: RecordKind, reference: string, pointer: string): Promise<string> {
  const id = await findId(from, kind, reference);
  if (id === null) throw await unknownReference(from, kind, reference, pointer);
  return id;
}

/** For repeated values of a query parameter. */
export function idsReferred(
  from: Handle,
  kind: RecordKind,
  references: readonly string[],
  parameter: string,
): Promise<string[]> {
  return Promise.all(references.map((reference) => idReferred(from, kind, reference, parameter)));
}

/** Fulfils a filter by references: the column is one of those that they lead to. */
export function isReferred(from: Handle, kind: RecordKind, parameter: string, column: (t: Tables) => SQLiteColumn) {
  return async (references: readonly string[]): Promise<Condition<Tables>[]> =>
    isOneOfIndexed(parameter, column, await idsReferred(from, kind, references, parameter));
}

/** What a reference in a body or a query that leads nowhere is refused with; it names what may have been meant. */
export async function unknownReference(
  from: Handle,
  kind: RecordKind,
  reference: string,
  pointer: string,
): Promise<Failure> {
  const { detail, help } = await whyNowhere(from, kind, reference);
  const isListed = !pointer.startsWith('/') && reference.includes(',') && help === undefined;
  const told = isListed ? `${detail} Several values are written ${pointer}=…&${pointer}=….` : detail;
  return new Failure('unknown-reference', `${pointer}: ${told}`, {
    faults: [{ pointer, detail: told }],
    ...(help && { help }),
  });
}

/** What a reference in a path that leads nowhere is refused with; it names what may have been meant. */
export async function leadsNowhere(from: Handle, kind: RecordKind, reference: string): Promise<Failure> {
  const { detail, help } = await whyNowhere(from, kind, reference);
  return new Failure('not-found', detail, { ...(help && { help }) });
}

type Why = { detail: string; help?: { nearest: Nearest[] } };

async function whyNowhere(from: Handle, kind: RecordKind, reference: string): Promise<Why> {
  const shown = reference.length > 200 ? `${reference.slice(0, 200)}…` : reference;
  const other: Kind | null = kindOfId(reference);
  if (other !== null && other !== kind)
    return { detail: `${shown} is the id of a ${other}; the id of a ${kind} begins with ${ID_PREFIXES[kind]}_.` };
  const nearest = await nearestTo(from, kind, reference);
  const detail = `There is no ${kind} "${shown}".`;
  const [first] = nearest;
  if (!first) return { detail };
  const { id: _, ...names } = first;
  const [own, name] = Object.values(names);
  return { detail: `${detail} The nearest is "${own}"${name === undefined ? '' : ` (${name})`}.`, help: { nearest } };
}
