import { z } from 'zod';
import { idOf, type Kind } from './id.ts';
import { Timestamp } from './time.ts';

const Revision = z.int().min(1).meta({ id: 'Revision', description: '1, 2, 3 …: how often this was written' });

/** What is known of the keeping of every entity. */
const Kept = z.strictObject({ revision: Revision, createdAt: Timestamp, updatedAt: Timestamp }).meta({ id: 'Kept' });

/** The members that every entity has. */
export function entityShape(kind: Kind) {
  return { id: idOf(kind), ...Kept.shape };
}

/** Which entity is meant, of whatever kind. */
export const EntityName = z.strictObject({ type: z.string(), id: z.string() }).meta({ id: 'EntityName' });

/** How other entities are named: by id, by slug, an article also by its URL. */
export const Reference = z
  .string()
  .min(1)
  .max(2048)
  .meta({ id: 'Reference', description: 'An id or a slug; for an article also its URL' });

const lists = new WeakMap<z.ZodType, z.ZodType>();

/** Repeated values of a query parameter are an OR; a single one is accepted as it is. */
export function oneOrMore<Item extends z.ZodType<unknown, string>>(item: Item) {
  return z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    listOf(item).optional(),
  );
}

/** The same for the same item, named where the item is, so that the documents tell it once. */
function listOf<Item extends z.ZodType<unknown, string>>(item: Item): z.ZodArray<Item> {
  const known = lists.get(item) as z.ZodArray<Item> | undefined;
  if (known) return known;
  const id = item.meta()?.id;
  const list = z.array(item).min(1).max(20);
  const named = id === undefined ? list : list.meta({ id: `${id}List` });
  lists.set(item, named);
  return named;
}

/** The body of a PATCH (RFC 7396): every member may be left out, at every depth, and what may be absent may be null, which removes it. */
export function mergePatchOf<Shape extends z.ZodRawShape>(whole: z.ZodObject<Shape>) {
  const members: Record<string, z.ZodType> = {};
  for (const [name, member] of Object.entries(whole.shape) as [string, z.ZodType][]) {
    const isRequired = !member.safeParse(undefined).success;
    const inner = unwrapped(member);
    const patch = inner instanceof z.ZodObject ? mergePatchOf(inner) : inner;
    members[name] = (isRequired ? patch : patch.nullable()).optional();
  }
  return z.strictObject(members);
}

function unwrapped(member: z.ZodType): z.ZodType {
  return member instanceof z.ZodDefault || member instanceof z.ZodOptional || member instanceof z.ZodNullable
    ? unwrapped(member.unwrap() as z.ZodType)
    : member;
}
