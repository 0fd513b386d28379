import type { FailureCode } from '../../../kernel/failure.ts';

/** The parts of an OpenAPI 3.1 document that this service writes. */
export type Document = {
  openapi: string;
  info: object;
  servers: { url: string; description: string }[];
  tags: { name: string; description: string }[];
  /** Who may call an operation that says nothing else. */
  security?: Record<string, string[]>[];
  paths: Record<string, Record<string, Operation>>;
  components: Components;
};

export type Components = {
  schemas: Record<string, Schema>;
  responses: Record<string, Answer>;
  parameters: Record<string, Parameter>;
  headers: Record<string, { description: string; schema: Schema; example?: unknown }>;
  examples: Record<string, { summary?: string; value: unknown }>;
  securitySchemes: object;
};

export type Ref = { $ref: string };
export type Schema = Record<string, unknown>;
export type Example = { value: unknown };

export type Parameter = {
  name: string;
  in: 'query' | 'path' | 'header';
  required?: boolean;
  description?: string;
  schema: Schema;
  example?: unknown;
  examples?: Record<string, Example>;
};

export type Media = { schema: Schema; example?: unknown; examples?: Record<string, Example | Ref> };

export type Answer = {
  description: string;
  headers?: Record<string, Ref>;
  content?: Record<string, Media>;
  /** The codes of a problem, until their examples are put in. */
  'x-codes'?: FailureCode[];
};

export type Operation = {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  security?: Record<string, string[]>[];
  parameters?: (Parameter | Ref)[];
  requestBody?: { required: boolean; description?: string; content: Record<string, Media> };
  responses: Record<string, Answer | Ref>;
} & Partial<RouteNotes>;

/** What a route says of itself that OpenAPI has no place for: there only until the document is complete. */
export type RouteNotes = {
  'x-needs': string;
  'x-codes': Record<string, FailureCode[]>;
  /** Media types of a body that is read as a stream, and so has no schema. */
  'x-takes': string[];
  /** The members of the query and of the path, as their schemas say them. */
  'x-fields': Record<string, Schema>;
  /** Whether a text may be sent as it is, instead of the body. */
  'x-takes-text': boolean;
  /** Whether the answer is read while it is sent. */
  'x-streamed': boolean;
  /** Whether a request may have an Idempotency-Key. */
  'x-once': boolean;
};

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Every operation, with where it stands. */
export function* operationsOf({ paths }: Document): Generator<{ path: string; method: string; operation: Operation }> {
  for (const [path, item] of Object.entries(paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation) yield { path, method, operation };
    }
  }
}

/** The parameters of an operation, those too that it shares with others. */
export function parametersOf({ components }: Document, { parameters = [] }: Operation): Parameter[] {
  return parameters.flatMap((parameter) => {
    if (!('$ref' in parameter)) return [parameter];
    return components.parameters[parameter.$ref.split('/').at(-1) ?? ''] ?? [];
  });
}

export function refTo(part: keyof Components, name: string): Ref {
  return { $ref: `#/components/${part}/${name}` };
}

export function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
