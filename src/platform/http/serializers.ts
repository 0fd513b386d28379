import type { FastifySerializerCompiler } from 'fastify/types/schema.js';
import { ResponseSerializationError } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { WrittenJson } from '../written-json.ts';
import { schemaOfAnswer } from './selection.ts';

/**
 * Writes answers as they are. What a store gives is the answer's shape already, and checking it again costs more than
 * reading it from the database; that every answer keeps its schema is held by the tests, which use the other serializer.
 */
export const plainSerializer: FastifySerializerCompiler<unknown> = () => write;

/** Holds every answer against its schema: a missing, wrong or further member is an error, and nothing is left out silently. */
export const checkedSerializer: FastifySerializerCompiler<unknown> =
  ({ schema, method, url }) =>
  (answer) => {
    const written = write(answer);
    const data = answer instanceof WrittenJson ? answer.read() : answer;
    const result = z.safeEncode(schemaOfAnswer(answer) ?? answerSchema(schema), data);
    if (!result.success) throw new ResponseSerializationError(method, url, { cause: result.error });
    if (countMembers(result.data) !== countMembers(data)) {
      const message = 'The answer has members that its schema does not know.';
      const cause = new z.ZodError([{ code: 'custom', path: [], message, input: data }]);
      throw new ResponseSerializationError(method, url, { cause });
    }
    return written;
  };

/** Bytes are sent as they are; Fastify's types know of text only. */
function write(answer: unknown): string {
  return answer instanceof WrittenJson ? (answer.body as string) : JSON.stringify(answer);
}

function answerSchema(schema: unknown): z.ZodType {
  return schema instanceof z.ZodType ? schema : (schema as { properties: z.ZodType }).properties;
}

function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce(
    (n: number, member) => n + (member === undefined ? 0 : 1 + countMembers(member)),
    0,
  );
}
