import type { FailureCode } from '../../../kernel/failure.ts';
import { type Answer, type Document, type Operation, operationsOf, type Parameter, refTo } from './document.ts';

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

/** Puts real requests and their answers into the document. */
export function addExamples(document: Document, { exchanges, problems }: Examples): Document {
  for (const { operation } of operationsOf(document)) {
    const exchange = exchanges[operation.operationId];
    if (exchange) addExchange(operation, exchange);
  }
  for (const answer of Object.values(document.components.responses)) addProblems(document, answer, problems);
  return document;
}

function addExchange(operation: Operation, exchange: Exchange): void {
  const { path, query, headers, type, body, status, answerType, answer } = exchange;
  const sent = { path, query, header: headers };
  for (const parameter of operation.parameters ?? []) {
    if ('$ref' in parameter) continue;
    const value = sent[parameter.in][parameter.name];
    if (value !== undefined) giveExample(parameter, value);
  }
  const taken = operation.requestBody?.content ?? {};
  if (type !== null) for (const media of Object.values(taken)) media.example = body;
  const given = operation.responses[status] as Answer | undefined;
  const media = given?.content?.[answerType ?? ''];
  if (media) media.example = answer;
}

/** Values of a query are text; the document gives them as their schema has them. */
function giveExample(parameter: Parameter, value: string | string[]): void {
  const { type } = parameter.schema;
  parameter.example = type === 'array' ? [value].flat() : type === 'integer' ? Number(value) : value;
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
    if (value) document.components.examples[code] = { summary: value.title, value };
  }
}
