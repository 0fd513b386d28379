import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { FailureCode } from '../../../kernel/failure.ts';
import type { RouteNotes } from './document.ts';

type Described = Record<string, unknown> & { hide?: boolean; description?: string };
type Input = {
  schema?: { response?: Record<string, { codes?: FailureCode[] }> };
  route: { method: string | string[]; config?: { needs?: string; again?: unknown; takesText?: boolean } };
};

/** Who may call: nobody is asked, anybody unless reading is closed, or holders of a key with a scope. */
const SECURITY: Record<string, Record<string, string[]>[]> = {
  open: [],
  read: [{}, { key: ['read'] }],
  text: [{ key: ['read'] }],
  write: [{ key: ['write'] }],
  admin: [{ key: ['admin'] }],
};

/** A route's schema as JSON Schema, with what its configuration says of who may call it. */
export function describeRoute(input: Input): { schema: Described; url: string } {
  const { schema, url } = jsonSchemaTransform(input as never) as { schema?: Described; url: string };
  if (schema === undefined || schema.hide) return { schema: { hide: true }, url };
  const needs = input.route.config?.needs ?? 'open';
  const scope = SECURITY[needs]?.at(-1)?.key?.[0];
  const notes: Partial<RouteNotes> = { 'x-needs': needs, 'x-codes': codesOf(input.schema?.response ?? {}) };
  if (input.route.method === 'POST' && input.route.config?.again !== 'ignored') notes['x-once'] = true;
  if (input.route.config?.takesText) notes['x-takes-text'] = true;
  const asked = scope === undefined || needs === 'read' ? [] : [`Needs a key with the scope \`${scope}\`.`];
  const description = [schema.description, ...asked].join(' ').trim();
  return { schema: { ...schema, ...notes, description, security: SECURITY[needs] }, url };
}

function codesOf(answers: Record<string, { codes?: FailureCode[] }>): Record<string, FailureCode[]> {
  return Object.fromEntries(Object.entries(answers).flatMap(([status, { codes }]) => (codes ? [[status, codes]] : [])));
}
