import type { FailureCode } from '../../../kernel/failure.ts';
import {
  type Answer,
  type Document,
  type Media,
  type Operation,
  operationsOf,
  type Parameter,
  refTo,
} from './document.ts';
import { optionalBase } from './extend.ts';

/** One request and its answer, as they were exchanged with the running service. */
export type Exchange = {
  path: Record<string, string>;
  query: Record<string, string | string[]>;
  headers: Record<string, string>;
  /** Null where nothing was sent. */
  type: string | null;
  body: unknown;
  status: number;
  answerType: string | null;
  /** Null where nothing was answered. */
  answer: unknown;
};

export type Examples = {
  /** By operation id. */
  exchanges: Record<string, Exchange>;
  problems: Partial<Record<FailureCode, { title: string }>>;
};

/** Puts real requests and their answers into the document: of each schema one answer, which others refer to, also those that may have more members. */
export function addExamples(document: Document, { exchanges, problems }: Examples): Document {
  const answers = new Map<string, Place[]>();
  const paths = new Map<string, string>();
  for (const { operation } of operationsOf(document)) {
    const exchange = exchanges[operation.operationId];
    if (exchange) addExchange(document, operation, exchange, answers, paths);
  }
  for (const [name, [first, ...others]] of answers) {
    if (!first) continue;
    if (others.length === 0) first.media.example = first.value;
    else {
      document.components.examples[name] = { value: first.value };
      for (const { media } of [first, ...others]) media.examples = { [name]: refTo('examples', name) };
    }
  }
  for (const answer of Object.values(document.components.responses)) addProblems(document, answer, problems);
  return document;
}

type Place = { media: Media; value: unknown; operationId: string };

function addExchange(
  document: Document,
  operation: Operation,
  exchange: Exchange,
  answers: Map<string, Place[]>,
  paths: Map<string, string>,
): void {
  const { path, query, headers, type, body, status, answerType, answer } = exchange;
  const { operationId } = operation;
  for (const parameter of operation.parameters ?? []) {
    if ('$ref' in parameter) continue;
    // What a path leads to is shown by the same example wherever a tag has it.
    const value = { path, query, header: headers }[parameter.in][parameter.name];
    const address = `${operation.tags[0]} ${parameter.name}`;
    if (parameter.in === 'path' && typeof value === 'string') paths.set(address, paths.get(address) ?? value);
    const shown = parameter.in === 'path' ? paths.get(address) : value;
    if (shown !== undefined) giveExample(document, parameter, shown);
  }
  const taken = Object.values(operation.requestBody?.content ?? {});
  const [first] = taken;
  if (type !== null && first) first.example = body;
  const given = operation.responses[status] as Answer | undefined;
  const media = given?.content?.[answerType ?? ''];
  if (!media) return;
  const named = media.schema.$ref?.toString().split('/').at(-1);
  const name = named === undefined ? operationId : (optionalBase(document.components.schemas[named]) ?? named);
  answers.set(name, [...(answers.get(name) ?? []), { media, value: answer, operationId }]);
}

/** Values of a query are text; the document gives them as their schema has them. */
function giveExample({ components }: Document, parameter: Parameter, value: string | string[]): void {
  const { $ref } = parameter.schema;
  const { type } =
    components.schemas[
      String($ref ?? '')
        .split('/')
        .at(-1) ?? ''
    ] ?? parameter.schema;
  parameter.example =
    type === 'array'
      ? [value].flat()
      : type === 'integer'
        ? Number(value)
        : type === 'boolean'
          ? value === 'true'
          : value;
}

function addProblems(document: Document, answer: Answer, problems: Examples['problems']): void {
  const { 'x-codes': codes, content = {} } = answer;
  delete answer['x-codes'];
  const shown = (codes ?? []).filter((code) => problems[code]);
  const [media] = Object.values(content);
  if (!media || shown.length === 0) return;
  media.examples = Object.fromEntries(shown.map((code) => [code, refTo('examples', code)]));
  for (const code of shown) {
    const value = problems[code];
    if (value) document.components.examples[code] = { value };
  }
}
