import { eq, sql } from 'drizzle-orm';
import { articleUrl } from '../kernel/address.ts';
import { Failure } from '../kernel/failure.ts';
import { ID_PREFIXES, type Kind, kindOfId } from '../kernel/id.ts';
import type { Handle } from '../platform/engine/tables.ts';

/** The kinds that a reference can lead to, their tables, and what names them besides their id. */
const NAMED_BY = {
  side: ['sides', 'slug'],
  dispute: ['disputes', 'slug'],
  question: ['questions', 'slug'],
  outlet: ['outlets', 'slug'],
  article: ['articles', 'url'],
  speaker: ['speakers', 'slug'],
  claim: ['claims', 'slug'],
  'claim-relation': ['claimRelations', null],
  statement: ['statements', null],
  rebuttal: ['rebuttals', null],
  review: ['reviews', null],
  correction: ['corrections', null],
} as const;

export type Referable = keyof typeof NAMED_BY;

export function tableNameOf(kind: Referable) {
  return NAMED_BY[kind][0];
}

/**
 * The id that a reference (an id, a slug, an article's URL) leads to; null when it leads nowhere.
 * A claim that was merged leads to the one it was merged into.
 */
export async function findId(from: Handle, kind: Referable, reference: string): Promise<string | null> {
  return kind === 'claim' ? findClaim(from, reference, 'root') : findNamed(from, kind, reference);
}

/** The id that a reference leads to, also where that claim was merged. */
export function findOwnId(from: Handle, kind: Referable, reference: string): Promise<string | null> {
  return kind === 'claim' ? findClaim(from, reference, 'own') : findNamed(from, kind, reference);
}

async function findClaim(from: Handle, reference: string, which: 'own' | 'root'): Promise<string | null> {
  const column = kindOfId(reference) === 'claim' ? 'id' : 'slug';
  const rows = await from.query(
    `${which} claim by ${column}`,
    ({ db, t: { claims }, param }) =>
      db
        .select({
          id: which === 'own' ? claims.id : sql<string>`coalesce(${claims.rootId}, ${claims.id})`.mapWith(claims.id),
        })
        .from(claims)
        .where(eq(claims[column], param('value'))),
    { value: reference },
  );
  return rows[0]?.id ?? null;
}

async function findNamed(from: Handle, kind: Referable, reference: string): Promise<string | null> {
  const [table, name] = NAMED_BY[kind];
  const isId = kindOfId(reference) === kind;
  const value = !isId && kind === 'article' ? articleUrl(reference) : reference;
  const column = isId ? 'id' : name;
  if (column === null || value === null) return null;
  const rows = await from.query(
    `${kind} by ${column}`,
    ({ db, t, param }) => {
      const named = t[table] as Handle['t']['sides'];
      return db
        .select({ id: named.id })
        .from(named)
        .where(eq(named[column as 'id'], param('value')));
    },
    { value },
  );
  return rows[0]?.id ?? null;
}

/** For a reference in a path: fails with `not-found`. */
export async function idInPath(from: Handle, kind: Referable, reference: string): Promise<string> {
  const id = await findId(from, kind, reference);
  if (id === null) throw leadsNowhere(kind, reference);
  return id;
}

/** For a reference in a path to the claim itself, also where it was merged: fails with `not-found`. */
export async function ownIdInPath(from: Handle, kind: Referable, reference: string): Promise<string> {
  const id = await findOwnId(from, kind, reference);
  if (id === null) throw leadsNowhere(kind, reference);
  return id;
}

/** For a reference in a body or a query: fails with `unknown-reference` that says where it stands. */
export async function idReferred(from: Handle, kind: Referable, reference: string, pointer: string): Promise<string> {
  const id = await findId(from, kind, reference);
  if (id === null) throw unknownReference(kind, reference, pointer);
  return id;
}

/** For repeated values of a query parameter. */
export function idsReferred(
  from: Handle,
  kind: Referable,
  references: readonly string[],
  parameter: string,
): Promise<string[]> {
  return Promise.all(references.map((reference) => idReferred(from, kind, reference, parameter)));
}

export function unknownReference(kind: Referable, reference: string, pointer: string): Failure {
  const detail = whyNowhere(kind, reference);
  return new Failure('unknown-reference', `${pointer}: ${detail}`, { faults: [{ pointer, detail }] });
}

/** What a reference in a path that leads nowhere is refused with. */
export function leadsNowhere(kind: Referable, reference: string): Failure {
  return new Failure('not-found', whyNowhere(kind, reference));
}

function whyNowhere(kind: Referable, reference: string): string {
  const shown = reference.length > 200 ? `${reference.slice(0, 200)}…` : reference;
  const other: Kind | null = kindOfId(reference);
  if (other !== null && other !== kind)
    return `${shown} is the id of a ${other}; the id of a ${kind} begins with ${ID_PREFIXES[kind]}_.`;
  return `There is no ${kind} "${shown}".`;
}
