import {
  type Answer,
  type Document,
  type Operation,
  operationsOf,
  type Parameter,
  type Ref,
  refTo,
  type Schema,
  upperFirst,
} from './document.ts';

/**
 * What a schema looks like in a request and in an answer has one name where it is the same, and where it stands in
 * requests alone: then the suffix says nothing.
 */
export function uniteInputs(document: Document): void {
  const { schemas } = document.components;
  const base = (name: string) => name.replace(/Input$/, '');
  const inputs = Object.keys(schemas).filter((name) => name.endsWith('Input'));
  const plain = (part: unknown) => JSON.stringify(part).replace(/(schemas\/\w+?)Input"/g, '$1"');
  const united = inputs.filter((name) => {
    const other = schemas[base(name)];
    return other === undefined || plain(other) === plain(schemas[name]);
  });
  for (const name of united) {
    schemas[base(name)] ??= schemas[name] as Schema;
    delete schemas[name];
  }
  const names = new Set(united);
  renameRefs(document, (name) => (names.has(name) ? base(name) : name));
}

function renameRefs(part: unknown, renamed: (name: string) => string): void {
  if (typeof part !== 'object' || part === null) return;
  const schema = part as Schema;
  if (typeof schema.$ref === 'string') {
    schema.$ref = schema.$ref.replace(
      /^#\/components\/schemas\/(.*)$/,
      (_, name) => refTo('schemas', renamed(name)).$ref,
    );
  }
  for (const inner of Object.values(schema)) renameRefs(inner, renamed);
}

/** Parameters and answers that several operations have become components, which they refer to. */
export function shareParts(document: Document): Document {
  const all = [...operationsOf(document)].map(({ operation }) => operation);
  const parameters = all.flatMap((operation) =>
    (operation.parameters ?? [])
      .filter(isWhole<Parameter>)
      .map((part) => ({ part, names: parameterNames(part, operation) })),
  );
  const answers = all.flatMap((operation) =>
    Object.entries(operation.responses)
      .filter((entry): entry is [string, Answer] => isWhole<Answer>(entry[1]))
      .map(([status, part]) => ({ part, names: answerNames(part, status, operation) })),
  );
  const named = {
    parameters: shared(parameters, document.components.parameters),
    responses: shared(answers, document.components.responses),
  };
  for (const operation of all) {
    if (operation.parameters) operation.parameters = operation.parameters.map((part) => named.parameters(part) ?? part);
    for (const [status, part] of Object.entries(operation.responses)) {
      operation.responses[status] = named.responses(part) ?? part;
    }
  }
  return document;

  /** Puts what stands more than once into the components, what is used most first; gives what refers to it. */
  function shared<Part extends object>(found: Found<Part>[], components: Record<string, Part>) {
    const places = Map.groupBy(found, ({ part }) => JSON.stringify(part));
    const references = new Map<string, Ref>();
    const kind = components === document.components.parameters ? 'parameters' : 'responses';
    const several = [...places].filter(([, uses]) => uses.length > 1).sort(([, a], [, b]) => b.length - a.length);
    for (const [text, [{ part, names } = { names: [] }]] of several) {
      // Generators give schemas and parameters names in one space.
      const isTaken = (name: string) =>
        name in components || (kind === 'parameters' && name in document.components.schemas);
      const name = names.find((name) => !isTaken(name));
      if (name === undefined || part === undefined) continue;
      components[name] = part;
      references.set(text, refTo(kind, name));
    }
    return (part: object) => references.get(JSON.stringify(part));
  }
}

type Found<Part> = { part: Part; names: string[] };

function isWhole<Part extends object>(part: Part | Ref): part is Part {
  return !('$ref' in part);
}

/** The names that a parameter may have, the best first: its own, or with the tag of an operation that takes it. */
function parameterNames({ name, in: place }: Parameter, { tags, operationId }: Operation): string[] {
  const own = pascal(name);
  return [own, `${own}Of${pascal(tags[0] ?? '')}`, `${own}${pascal(place)}Of${upperFirst(operationId)}`];
}

function answerNames({ content }: Answer, status: string, { operationId }: Operation): string[] {
  const [media] = Object.values(content ?? {});
  const schema = String(media?.schema.$ref ?? '')
    .split('/')
    .at(-1);
  const own = schema || (status === '204' ? 'Done' : pascal(`answer ${status}`));
  return [
    own,
    `${status === '201' ? 'Created' : status === '200' ? 'Revised' : ''}${own}`,
    `${own}Of${upperFirst(operationId)}`,
  ];
}

function pascal(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .map(upperFirst)
    .join('');
}
