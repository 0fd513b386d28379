import { codesWith } from '../problem.ts';
import {
  type Answer,
  type Components,
  type Operation,
  type Parameter,
  type Ref,
  refTo,
  type Schema,
  upperFirst,
} from './document.ts';
import { headers, PARAMETERS, problemAnswer, problemName, unexpectedAnswer } from './parts.ts';

/** Adds to one operation what follows from its method, its schemas and what it needs; shared parts go to `components`. */
export function completeOperation(operation: Operation, method: string, components: Components): void {
  const { 'x-needs': needs = 'open', 'x-codes': codes = {}, 'x-takes': takes } = operation;
  operation.parameters = parametersOf(operation, method, needs, components.schemas);
  if (operation['x-takes-text'])
    Object.assign(operation.requestBody?.content ?? {}, mediaOf(['text/plain'], { type: 'string' }));
  if (takes) operation.requestBody = { required: true, content: mediaOf(takes, { type: 'string' }) };
  if (method === 'patch') takeMergePatches(operation);
  const answers: Operation['responses'] = {};
  for (const [status, answer] of Object.entries(operation.responses)) {
    const told = codes[status];
    if (told && ANYWHERE.has(Number(status))) continue;
    if (!told)
      answers[status] = completeAnswer(operation, method, Number(status), answer as Answer, components.schemas);
    else {
      const all = codesWith(Number(status));
      const inOrder = all.filter((code) => told.includes(code));
      const name = problemName(inOrder, all);
      components.responses[name] = problemAnswer(inOrder);
      answers[status] = refTo('responses', name);
    }
  }
  if (isTagged(operation, method)) answers[304] = refTo('responses', 'NotModified');
  if (Object.keys(codes).length > 0) answers.default = refTo('responses', 'OtherProblem');
  operation.responses = answers;
  for (const note of ['x-needs', 'x-codes', 'x-takes', 'x-takes-text', 'x-fields', 'x-streamed', 'x-once'] as const)
    delete operation[note];
}

function isTagged({ 'x-needs': needs = 'open', 'x-streamed': isStreamed }: Operation, method: string): boolean {
  return method === 'get' && needs !== 'open' && !isStreamed;
}

/** What any request can meet, whatever it asks for, is told once, as the default answer of all. */
const ANYWHERE = new Set([400, 401, 403, 406, 413, 415, 429, 503, 507]);

export function commonAnswers(): Components['responses'] {
  return {
    NotModified: { description: 'Still the same as If-None-Match says', headers: headers(['ETag', 'Cache-Control']) },
    OtherProblem: unexpectedAnswer(),
  };
}

function parametersOf(
  operation: Operation,
  method: string,
  needs: string,
  schemas: Components['schemas'],
): (Parameter | Ref)[] {
  const own = (operation.parameters ?? []) as Parameter[];
  const known = new Map(Object.entries(PARAMETERS).map(([name, header]) => [header.name.toLowerCase(), name]));
  const kept = own.filter(({ in: place, name }) => !(place === 'header' && known.has(name)));
  const isConditional = own.some(({ in: place, name }) => place === 'header' && name === 'if-match');
  const named = [
    ...(isConditional ? ['IfMatch'] : []),
    ...(isTagged(operation, method) ? ['IfNoneMatch'] : []),
    ...(method !== 'get' && needs === 'write' ? ['ChangeComment'] : []),
    ...(operation['x-once'] ? ['IdempotencyKey'] : []),
  ];
  const whole = kept.map((parameter) => {
    const schema = parameter.in === 'header' ? undefined : operation['x-fields']?.[parameter.name];
    return completeParameter(schema ? { ...parameter, schema: { ...schema } } : parameter, schemas);
  });
  return [...whole, ...named.map((name) => refTo('parameters', name))];
}

/** Headers get their usual capitals. What a schema says of itself is said of the parameter. */
function completeParameter(
  { example, examples, description, schema, required, ...parameter }: Parameter,
  schemas: Components['schemas'],
): Parameter {
  const values = example === undefined ? Object.values(examples ?? {}).map(({ value }) => value) : [example];
  const { description: inner, ...rest } = { ...schema } as Schema & { description?: string };
  const meant = (schema.items as Schema | undefined) ?? schema;
  const referred =
    schemas[
      String(meant.$ref ?? '')
        .split('/')
        .at(-1) ?? ''
    ];
  return {
    ...parameter,
    name: parameter.in === 'header' ? parameter.name.split('-').map(upperFirst).join('-') : parameter.name,
    ...(required && { required }),
    // True is the default of OpenAPI, which not every tool knows.
    ...(parameter.in === 'query' && isList(schema, schemas) && { explode: parameter.name !== IN_ONE }),
    description: String(inner ?? description ?? meant.description ?? referred?.description ?? ''),
    schema: values.length > 0 ? { ...rest, examples: values } : rest,
  };
}

/** What is written with commas between its values; all others are repeated. */
const IN_ONE = 'fields';

function isList(schema: Schema, schemas: Components['schemas']): boolean {
  const { type } =
    schemas[
      String(schema.$ref ?? '')
        .split('/')
        .at(-1) ?? ''
    ] ?? schema;
  return type === 'array';
}

function takeMergePatches({ requestBody }: Operation): void {
  const schema = requestBody?.content['application/json']?.schema;
  if (requestBody && schema) {
    requestBody.content = mediaOf(['application/merge-patch+json', 'application/json'], schema);
  }
}

function mediaOf(types: string[], schema: Schema) {
  return Object.fromEntries(types.map((type) => [type, { schema }]));
}

function completeAnswer(
  operation: Operation,
  method: string,
  status: number,
  answer: Answer,
  schemas: Components['schemas'],
): Answer {
  if (status === 308) delete answer.content;
  const isDefault = answer.description === 'Default Response';
  const takesCursor = operation.parameters?.some((parameter) => 'name' in parameter && parameter.name === 'cursor');
  const isWrittenEntity = method !== 'get' && hasRevision(answer, schemas);
  return {
    description: isDefault ? describeAnswer(method, status, takesCursor === true) : answer.description,
    headers: headers([
      ...(isTagged(operation, method) ? ['ETag'] : []),
      ...(isWrittenEntity ? ['ETag'] : []),
      ...(takesCursor ? ['Link'] : []),
      ...(status === 201 || status === 202 || status === 308 ? ['Location'] : []),
      ...(operation['x-once'] && status === 201 ? ['Idempotency-Replayed'] : []),
    ]),
    ...(answer.content && { content: answer.content }),
  };
}

function hasRevision({ content = {} }: Answer, schemas: Components['schemas']): boolean {
  const [media] = Object.values(content);
  const name = (media?.schema.$ref as string | undefined)?.split('/').at(-1) ?? '';
  return 'revision' in ((schemas[name]?.properties as object | undefined) ?? {});
}

function describeAnswer(_method: string, status: number, isPage: boolean): string {
  if (status === 201) return 'Recorded, as it is kept now';
  if (status === 202) return 'Taken in; the job tells how far it is';
  if (status === 204) return 'Done';
  return isPage ? 'One page' : 'As it is now';
}
