import type { FailureCode } from '../../kernel/failure.ts';
import type { Answer, Document, Operation, Parameter, Ref, Schema } from '../../platform/http/document/document.ts';

/** An operation with where it is called, and what the documentation calls it. */
export type Entry = { id: string; method: string; path: string; tag: string; operation: Operation };
export type Group = { name: string; description: string; entries: Entry[] };
type Uses = { operations: Entry[]; schemas: string[] };

/** The OpenAPI document as its pages need it. */
export type Reference = {
  document: Document;
  about: { summary: string; description: string; version: string };
  groups: Group[];
  entryOf: ReadonlyMap<string, Entry>;
  /** What refers to a schema by its name. */
  usesOf(name: string): Uses;
} & Told;

/** What the routes know of the document and of problems. */
export type Told = {
  operations: readonly { path: string; method: string; operation: Operation }[];
  /** The codes that any request can meet. */
  unexpected: readonly FailureCode[];
  /** What problems with this code name as their type. */
  typeOf(code: FailureCode): string;
};

/** What a reader looks for first; groups that are named nowhere stand between these and `LAST`. */
const FIRST =
  'disputes statements pairs comparisons claims search quotes speakers articles drift rebuttals reviews corrections questions sides outlets claim-relations'.split(
    ' ',
  );
const LAST = 'changes exports imports assistants documents health keys'.split(' ');

export function referenceOf(document: Document, told: Told): Reference {
  const entries = told.operations.map(({ path, method, operation }) => ({
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    tag: operation.tags[0] ?? '',
    operation,
  }));
  const rank = ({ name }: { name: string }) =>
    FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length + 1 + LAST.indexOf(name);
  let uses: Map<string, Uses> | undefined;
  return {
    ...told,
    document,
    about: document.info as Reference['about'],
    groups: [...document.tags]
      .sort((a, b) => rank(a) - rank(b))
      .map((tag) => ({ ...tag, entries: entries.filter((one) => one.tag === tag.name) })),
    entryOf: new Map(entries.map((entry) => [entry.id, entry])),
    usesOf(name) {
      uses ??= allUses(document, entries);
      return uses.get(name) ?? { operations: [], schemas: [] };
    },
  };
}

/** The last part of what a reference names. */
export function nameIn($ref: unknown): string {
  return String($ref ?? '')
    .split('/')
    .at(-1) as string;
}

/** The schema itself, where it is told by its name. */
export function resolved({ document }: Reference, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const { $ref, ...own } = schema;
  return { ...document.components.schemas[nameIn($ref)], ...own };
}

export function answersOf({ document }: Reference, { responses }: Operation): [status: string, answer: Answer][] {
  const whole = Object.entries(responses).map(([status, answer]): [string, Answer] => [
    status,
    '$ref' in answer ? (document.components.responses[nameIn(answer.$ref)] as Answer) : answer,
  ]);
  return whole.sort(([a], [b]) => (a === 'default' ? 1 : b === 'default' ? -1 : Number(a) - Number(b)));
}

/** Its parameters, those too that it shares with others. */
export function parametersOf({ document }: Pick<Reference, 'document'>, { parameters = [] }: Operation): Parameter[] {
  const { components } = document;
  return parameters.flatMap((one) => ('$ref' in one ? (components.parameters[nameIn(one.$ref)] ?? []) : [one]));
}

export function parametersIn(reference: Reference, operation: Operation, place: Parameter['in']): Parameter[] {
  return parametersOf(reference, operation).filter((parameter) => parameter.in === place);
}

/** The first example of it; undefined where there is none. */
export function exampleIn(
  { document }: Reference,
  { example, examples, schema }: Pick<Parameter, 'example' | 'schema'> & { examples?: Record<string, object> },
): unknown {
  if (example !== undefined) return example;
  const [first] = Object.values(examples ?? {}) as (Ref | { value: unknown })[];
  if (first !== undefined)
    return '$ref' in first ? document.components.examples[nameIn(first.$ref)]?.value : first.value;
  return (schema.examples as unknown[] | undefined)?.[0];
}

/** What the operation needs of who calls it. */
export function scopeOf({ document }: Reference, { security = document.security ?? [] }: Operation) {
  if (security.length === 0) return 'open' as const;
  if (security.some((one) => Object.keys(one).length === 0)) return 'read-if-closed' as const;
  return security[0]?.key?.[0] as 'read' | 'write' | 'admin';
}

function allUses(document: Document, entries: readonly Entry[]): Map<string, Uses> {
  const uses = new Map<string, Uses>();
  const usesOf = (name: string) => {
    const known = uses.get(name) ?? { operations: [], schemas: [] };
    uses.set(name, known);
    return known;
  };
  for (const entry of entries)
    for (const name of referred([entry.operation, parametersOf({ document }, entry.operation)]))
      usesOf(name).operations.push(entry);
  for (const [by, schema] of Object.entries(document.components.schemas))
    for (const name of referred(schema)) if (name !== by) usesOf(name).schemas.push(by);
  return uses;
}

/** The names of the schemas that it refers to itself. */
function referred(part: unknown, names = new Set<string>()): Set<string> {
  if (typeof part !== 'object' || part === null) return names;
  for (const [key, value] of Object.entries(part)) {
    if (key === '$ref' && String(value).startsWith('#/components/schemas/')) names.add(nameIn(value));
    else if (key !== 'example' && key !== 'examples') referred(value, names);
  }
  return names;
}
