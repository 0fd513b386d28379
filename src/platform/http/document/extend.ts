import { isDeepStrictEqual } from 'node:util';
import { type Document, refTo, type Schema } from './document.ts';

/** Bytes that the members of a schema have at least for it to be worth a reference. */
const BASE_MIN = 250;

type Members = Record<string, unknown>;
type ObjectSchema = Schema & { properties: Members; required?: string[] };
type Base = { name: string; schema: ObjectSchema };

/**
 * What an answer has of another schema is told there: whatever has all members of a schema that has a name is that and
 * more (`StatementMade` is a `Statement` and what it is similar to). Only for objects that are open, since what is closed
 * would refuse the members that the other part tells.
 */
export function extendSchemas({ components: { schemas } }: Document): void {
  const bases = Object.entries(schemas)
    .flatMap(([name, schema]) => (isOpenObject(schema) ? [{ name, schema: structuredClone(schema) }] : []))
    .filter(({ schema }) => JSON.stringify(schema.properties).length >= BASE_MIN)
    .sort((a, b) => JSON.stringify(b.schema).length - JSON.stringify(a.schema).length);
  for (const [name, schema] of Object.entries(schemas)) extendWithin(schema, bases, name);
}

function extendWithin(part: unknown, bases: Base[], name?: string): void {
  if (typeof part !== 'object' || part === null) return;
  const base = isOpenObject(part) ? bases.find((one) => one.name !== name && isMoreThan(part, one.schema)) : undefined;
  if (base) extend(part as ObjectSchema, base);
  for (const inner of Object.values(part)) extendWithin(inner, bases);
}

function isOpenObject(part: object): part is ObjectSchema {
  return 'properties' in part && 'type' in part && part.type === 'object' && !('additionalProperties' in part);
}

function isMoreThan(schema: ObjectSchema, base: ObjectSchema): boolean {
  const { length } = Object.keys(base.properties);
  if (length >= Object.keys(schema.properties).length) return false;
  const needed = new Set(schema.required);
  return (
    Object.entries(base.properties).every(([name, member]) => isDeepStrictEqual(schema.properties[name], member)) &&
    (base.required ?? []).every((name) => needed.has(name))
  );
}

function extend(schema: ObjectSchema, { name, schema: base }: Base): void {
  const properties = Object.fromEntries(Object.entries(schema.properties).filter(([own]) => !(own in base.properties)));
  const required = (schema.required ?? []).filter((own) => !base.required?.includes(own));
  const { type: _type, properties: _properties, required: _required, ...rest } = schema;
  for (const key of Object.keys(schema)) delete schema[key];
  const more = { properties, ...(required.length > 0 && { required }) };
  Object.assign(schema, rest, { allOf: [refTo('schemas', name), more] });
}
