import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { FailureCode } from '../../../kernel/failure.ts';
import { type AnyFormat, isOfLists } from '../format.ts';
import type { RouteNotes, Schema } from './document.ts';

type Described = Record<string, unknown> & { hide?: boolean; querystring?: Members; params?: Members };
type Members = { properties?: Record<string, Schema> };
type Input = {
  schema?: { response?: Record<string, { codes?: FailureCode[] }> };
  route: {
    method: string | string[];
    config?: {
      needs?: keyof typeof SECURITY;
      again?: unknown;
      takesText?: boolean;
      formats?: readonly AnyFormat[];
      offer?: { types: readonly string[] };
    };
  };
};

type Security = Record<string, string[]>[];

/** Who may call: nobody is asked, anybody unless reading is closed, or holders of a key with a scope. */
const SECURITY = {
  open: [],
  read: [{}, { key: ['read'] }],
  text: [{ key: ['read'] }],
  write: [{ key: ['write'] }],
  admin: [{ key: ['admin'] }],
} satisfies Record<string, Security>;

/** What holds for an operation that says nothing else. */
export const READING: Security = SECURITY.read;

/** A route's schema as JSON Schema, with what its configuration says of who may call it. */
export function describeRoute(input: Input): { schema: Described; url: string } {
  const { schema, url } = jsonSchemaTransform(input as never) as { schema?: Described; url: string };
  if (schema === undefined || schema.hide) return { schema: { hide: true }, url };
  const needs = input.route.config?.needs ?? 'open';
  const notes: Partial<RouteNotes> = {
    'x-needs': needs,
    'x-codes': codesOf(input.schema?.response ?? {}),
    'x-fields': { ...schema.querystring?.properties, ...schema.params?.properties },
  };
  if (input.route.method === 'POST' && input.route.config?.again !== 'ignored') notes['x-once'] = true;
  if (isStreamed(input)) notes['x-streamed'] = true;
  if (input.route.config?.takesText) notes['x-takes-text'] = true;
  return { schema: { ...schema, ...notes, ...(needs !== 'read' && { security: SECURITY[needs] }) }, url };
}

/** What is read while it is sent has no tag: nobody knows yet what it will be. */
function isStreamed({ route: { config: { formats = [], offer } = {} } }: Input): boolean {
  const streamed = formats.filter(isOfLists).map(({ mediaType }) => mediaType);
  return streamed.length > 0 && (offer?.types ?? []).every((type) => streamed.includes(type));
}

function codesOf(answers: Record<string, { codes?: FailureCode[] }>): Record<string, FailureCode[]> {
  return Object.fromEntries(Object.entries(answers).flatMap(([status, { codes }]) => (codes ? [[status, codes]] : [])));
}
