import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { articleUrl } from '../kernel/address.ts';
import { Failure } from '../kernel/failure.ts';
import { ID_PREFIXES, type Kind, kindOfId } from '../kernel/id.ts';
import { Moved } from '../kernel/moved.ts';
import { type Condition, isOneOfIndexed } from '../platform/engine/pages.ts';
import type { Remembering } from '../platform/engine/remembering.ts';
import type { Handle, Tables } from '../platform/engine/tables.ts';
import { formerOwner, presentName } from './former-names.ts';
import { KINDS, type RecordKind } from './kinds.ts';
import { type Nearest, nearestTo } from './nearest.ts';
import { UNKNOWN_SIDE } from './sides/unknown-side.ts';

/** Of a claim that was merged: itself, or the one that it stands as. */
type Which = 'own' | 'root';
/** `isFormer`: the reference is what the entity was called before. */
type Found = { id: string; isFormer: boolean };

/**
 * The id that a reference (an id, a slug, an article's URL, or what these once were) leads to; null when it leads nowhere.
 * A claim that was merged leads to the one it was merged into.
 */
export async function findId(from: Handle, kind: RecordKind, reference: string): Promise<string | null> {
  return (await find(from, kind, reference, 'root'))?.id ?? null;
}

/** The id that a reference leads to, also where that claim was merged. */
export async function findOwnId(from: Handle, kind: RecordKind, reference: string): Promise<string | null> {
  return (await find(from, kind, reference, 'own'))?.id ?? null;
}

async function find(from: Handle, kind: RecordKind, reference: string, which: Which): Promise<Found | null> {
  if (reference === UNKNOWN_SIDE) return null;
  const names = namesIn(kind, reference);
  for (const { column, value } of names) {
    const id = await findNamed(from, kind, column, value, which);
    if (id !== null) return { id, isFormer: false };
  }
  for (const { column, value } of names) {
    const owner = column === 'id' ? null : await formerOwner(from, kind, value);
    const id = owner === null ? null : await findNamed(from, kind, 'id', owner, which);
    if (id !== null) return { id, isFormer: true };
  }
  return null;
}

type Name = { column: 'id' | 'slug' | 'url'; value: string };

/** What the reference may be: a URL is also looked for as it is written, since it may be kept so from an earlier version. */
function namesIn(kind: RecordKind, reference: string): Name[] {
  if (kindOfId(reference) === kind) return [{ column: 'id', value: reference }];
  const column = KINDS[kind].namedBy;
  if (column === null) return [];
  if (column === 'slug') return [{ column, value: reference }];
  const url = articleUrl(reference);
  return url === null ? [] : [...new Set([url, reference])].map((value) => ({ column, value }));
}

/** Looks up together what references lead to, so that each is found known; gives the ids. */
export async function namedAhead(
  from: Handle & Remembering,
  kind: Exclude<RecordKind, 'claim'>,
  references: readonly string[],
): Promise<string[]> {
  const ids: string[] = [];
  const names = new Map<Name['column'], Set<string>>();
  for (const { column, value } of [...new Set(references)].flatMap((one) => namesIn(kind, one).slice(0, 1)))
    names.set(column, (names.get(column) ?? new Set()).add(value));
  for (const [column, values] of names) {
    const rows = await from.query(
      `${kind}s by ${column}`,
      ({ db, t, oneOf }) => {
        const { id, [column]: name } = getTableColumns(t[KINDS[kind].table] as SQLiteTable);
        return db
          .select({ id: sql`${id}`.mapWith(id as Tables['claims']['id']), value: name as SQLiteColumn })
          .from(t[KINDS[kind].table] as SQLiteTable)
          .where(oneOf(name as SQLiteColumn, 'values'));
      },
      { values: [...values] },
    );
    for (const { id, value } of rows) {
      from.know(lookUpOf(kind, column), { value }, [{ id }]);
      ids.push(id);
    }
  }
  return ids;
}

/** The name of the look-up of one name. */
function lookUpOf(kind: RecordKind, column: Name['column']): string {
  return `${kind} by ${column}`;
}

async function findNamed(
  from: Handle,
  kind: RecordKind,
  column: Name['column'],
  value: string,
  which: Which,
): Promise<string | null> {
  const isRoot = kind === 'claim' && which === 'root';
  const rows = await from.lookUp(
    `${isRoot ? 'root ' : ''}${lookUpOf(kind, column)}`,
    ({ db, t, param }) => {
      const named: SQLiteTable = t[KINDS[kind].table];
      const { id, [column]: name } = getTableColumns(named);
      return db
        .select({
          id: (isRoot ? sql`coalesce(${t.claims.rootId}, ${id})` : sql`${id}`).mapWith(id as Tables['claims']['id']),
        })
        .from(named)
        .where(eq(name as SQLiteColumn, param('value')));
    },
    { value },
  );
  return rows[0]?.id ?? null;
}

/** For a reference in a path: fails with `not-found`, and with `Moved` for what it was called before. */
export async function idInPath(from: Handle, kind: RecordKind, reference: string): Promise<string> {
  return inPath(from, kind, reference, await find(from, kind, reference, 'root'));
}

/** For a reference in a path to the claim itself, also where it was merged: fails as `idInPath` does. */
export async function ownIdInPath(from: Handle, kind: RecordKind, reference: string): Promise<string> {
  return inPath(from, kind, reference, await find(from, kind, reference, 'own'));
}

/** For a reference in a path to what may have been deleted: null where it leads nowhere, else as `ownIdInPath`. */
export async function ownIdInPathIfAny(from: Handle, kind: RecordKind, reference: string): Promise<string | null> {
  const found = await find(from, kind, reference, 'own');
  return found && inPath(from, kind, reference, found);
}

async function inPath(from: Handle, kind: RecordKind, reference: string, found: Found | null): Promise<string> {
  if (found === null) throw await leadsNowhere(from, kind, reference);
  if (found.isFormer) throw new Moved(`${kind}s/${(await presentName(from, kind, found.id)) ?? found.id}`);
  return found.id;
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
