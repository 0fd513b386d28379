import { isDeepStrictEqual } from 'node:util';
import { type Document, refTo, type Schema } from './document.ts';

/** Bytes that a reference saves at least where it is worth it. */
const SAVED_MIN = 60;

type Members = Record<string, unknown>;
type ObjectSchema = Schema & { properties: Members; required?: string[] };
type Base = { name: string; schema: ObjectSchema };

/**
 * What an answer has of another schema is told there: whatever has all members of a schema that has a name is that and
 * more (`StatementMade` is a `Statement` and what it is similar to, `SidePage` a `Page` with sides). Only for objects
 * that are open, since what is closed would refuse the members that the other part tells.
 */
export function extendSchemas({ components: { schemas } }: Document): void {
  const bases = Object.entries(schemas)
    .flatMap(([name, schema]) => (isOpenObject(schema) ? [{ name, schema: structuredClone(schema) }] : []))
    .sort((a, b) => JSON.stringify(b.schema).length - JSON.stringify(a.schema).length);
  for (const [name, schema] of Object.entries(schemas)) extendWithin(schema, bases, name);
}

function extendWithin(part: unknown, bases: Base[], name?: string): void {
  if (typeof part !== 'object' || part === null) return;
  if (isOpenObject(part)) extend(part, basesOf(part, bases, name));
  for (const inner of Object.values(part)) extendWithin(inner, bases);
}

/** The schemas that it is, the largest first; no member stands in two of them. */
function basesOf(schema: ObjectSchema, bases: Base[], name: string | undefined): Base[] {
  const taken: Base[] = [];
  let rest = schema;
  for (const base of bases) {
    if (base.name === name || !isMoreThan(rest, base.schema)) continue;
    const less = without(rest, base.schema);
    const saved = JSON.stringify(rest).length - JSON.stringify([less, refTo('schemas', base.name)]).length;
    if (saved < SAVED_MIN) continue;
    taken.push(base);
    rest = less;
  }
  return taken;
}

function extend(schema: ObjectSchema, bases: Base[]): void {
  if (bases.length === 0) return;
  const { properties, required } = bases.reduce((rest, base) => without(rest, base.schema), schema);
  const { type: _type, properties: _properties, required: _required, ...said } = schema;
  for (const key of Object.keys(schema)) delete schema[key];
  const more = { properties, ...(required?.length && { required }) };
  Object.assign(schema, said, { allOf: [...bases.map(({ name }) => refTo('schemas', name)), more] });
}

function without(schema: ObjectSchema, base: ObjectSchema): ObjectSchema {
  const properties = Object.fromEntries(
    Object.entries(schema.properties).filter(([name]) => !(name in base.properties)),
  );
  return { ...schema, properties, required: (schema.required ?? []).filter((name) => !base.required?.includes(name)) };
}

/** Of a schema that is another and has, if at all, members besides: the name of that other, whose example is one of it. */
export function optionalBase(schema: Schema | undefined): string | undefined {
  const [base, more, ...others] = (schema?.allOf ?? []) as { $ref?: string; required?: string[] }[];
  if (others.length > 0 || more?.required !== undefined) return undefined;
  return base?.$ref?.split('/').at(-1);
}

function isOpenObject(part: object): part is ObjectSchema {
  return 'properties' in part && 'type' in part && part.type === 'object' && !('additionalProperties' in part);
}

function isMoreThan(schema: ObjectSchema, base: ObjectSchema): boolean {
  const members = Object.entries(base.properties);
  if (members.length >= Object.keys(schema.properties).length) return false;
  const needed = new Set(schema.required);
  return (
    members.every(([name, member]) => isDeepStrictEqual(schema.properties[name], member)) &&
    (base.required ?? []).every((name) => needed.has(name)) &&
    members.every(([name]) => needed.has(name) === (base.required?.includes(name) ?? false))
  );
}
