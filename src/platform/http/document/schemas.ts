import { isDeepStrictEqual } from 'node:util';
import {
  type Answer,
  type Document,
  type Media,
  type Operation,
  operationsOf,
  refTo,
  type Schema,
  upperFirst,
} from './document.ts';

/** Keywords whose value is data, not a schema. */
const DATA = new Set(['example', 'examples', 'default', 'const', 'enum']);

/** Leaves out what says nothing: patterns beside a format that says the same, and bounds of every number. */
export function tidySchemas(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  const schema = part as Schema;
  for (const [key, inner] of Object.entries(schema)) if (!DATA.has(key)) tidySchemas(inner);
  joinNull(schema);
  if (schema.format === 'date-time' || schema.format === 'date') delete schema.pattern;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
}

/** What is of one type or null is of two types. */
function joinNull(schema: Schema): void {
  const [one, none, ...others] = (schema.anyOf ?? []) as Schema[];
  if (!one || none?.type !== 'null' || others.length > 0 || typeof one.type !== 'string' || 'enum' in one) return;
  delete schema.anyOf;
  Object.assign(schema, { ...one, ...schema, type: [one.type, 'null'] });
}

/** Answers may gain members, which a client that is older than they are passes over; bodies are refused with them. */
export function openAnswers(document: Document): void {
  const { schemas } = document.components;
  const bodies = [...operationsOf(document)].flatMap(({ operation }) => refsIn(operation.requestBody));
  const closed = reachable(bodies, schemas);
  for (const [name, schema] of Object.entries(schemas)) if (!closed.has(name)) openObjects(schema);
}

function openObjects(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  const schema = part as Schema;
  if (schema.additionalProperties === false) delete schema.additionalProperties;
  for (const [key, inner] of Object.entries(schema)) if (!DATA.has(key)) openObjects(inner);
}

/** Gives a name to every body and answer that an operation describes in place, so that clients have a type for it. */
export function nameSchemas(document: Document): void {
  const { schemas } = document.components;
  const give = (media: Media | undefined, as: string) => {
    if (media?.schema.type !== 'object') return;
    const page = itemName(media.schema);
    const name = page === undefined ? as : `${page}Page`;
    const known = schemas[name];
    if (known && !isDeepStrictEqual(known, media.schema)) throw new Error(`Two schemas would be called ${name}.`);
    schemas[name] = media.schema;
    media.schema = refTo('schemas', name);
  };
  for (const { operation } of operationsOf(document)) {
    for (const media of Object.values(operation.requestBody?.content ?? {})) give(media, bodyName(operation));
    for (const [status, answer] of Object.entries(operation.responses)) {
      if (status.startsWith('2') && 'content' in answer) nameAnswer(answer, answerName(operation), give);
    }
  }
}

/** What the items of a page are called; pages of the same items have one name. */
function itemName({ properties }: Schema): string | undefined {
  const { items, next } = (properties ?? {}) as Record<string, { items?: { $ref?: string } }>;
  return next === undefined ? undefined : items?.items?.$ref?.split('/').at(-1);
}

function nameAnswer({ content = {} }: Answer, as: string, name: (media: Media, as: string) => void): void {
  for (const media of Object.values(content)) name(media, as);
}

/** `createSide` takes a `NewSide`, `reviseSide` a `SideRevision`. */
function bodyName({ operationId }: Operation): string {
  if (operationId.startsWith('create')) return `New${operationId.slice('create'.length)}`;
  if (operationId.startsWith('revise')) return `${operationId.slice('revise'.length)}Revision`;
  return `${upperFirst(operationId)}Request`;
}

function answerName({ operationId }: Operation): string {
  if (operationId.startsWith('list')) return `${operationId.slice('list'.length)}Page`;
  if (operationId.startsWith('get')) return operationId.slice('get'.length);
  return `${upperFirst(operationId)}Answer`;
}

/** What helps to mend a request has its types in every problem, whichever room it is from. */
export function typeHelps({ components: { schemas } }: Document): void {
  const { Problem: problem, ProblemHelp: help } = schemas;
  if (problem && help) problem.properties = { ...(problem.properties as object), ...(help.properties as object) };
}

/**
 * Leaves out the schemas that nothing refers to, and puts the rest into the order of the alphabet. What answers have in
 * common may be used later.
 */
export function keepUsedSchemas(document: Document, later: readonly string[] = []): void {
  const { schemas } = document.components;
  const used = reachable([...later, ...refsIn(document.paths), ...refsIn(document.components.responses)], schemas);
  document.components.schemas = Object.fromEntries([...used].sort().map((name) => [name, schemas[name] as Schema]));
}

function reachable(from: string[], schemas: Document['components']['schemas']): Set<string> {
  const found = new Set<string>();
  const open = [...from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    open.push(...refsIn(schemas[name]));
  }
  return found;
}

function refsIn(part: unknown): string[] {
  return [...JSON.stringify(part ?? null).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name]) => name as string,
  );
}
