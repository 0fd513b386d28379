import type { FastifySerializerCompiler } from 'fastify/types/schema.js';
import { ResponseSerializationError } from 'fastify-type-provider-zod';
import { z } from 'zod';

/**
 * Writes answers as they are. What a store gives is the answer's shape already, and checking it again costs more than
 * reading it from the database; that every answer keeps its schema is held by the tests, which use the other serializer.
 */
export const plainSerializer: FastifySerializerCompiler<unknown> = () => (data) => JSON.stringify(data);

/** Holds every answer against its schema: a missing, wrong or further member is an error, and nothing is left out silently. */
export const checkedSerializer: FastifySerializerCompiler<unknown> =
  ({ schema, method, url }) =>
  (data) => {
    const whole = JSON.stringify(data);
    const result = z.safeEncode(answerSchema(schema), data as never);
    if (!result.success) throw new ResponseSerializationError(method, url, { cause: result.error as never });
    if (countMembers(result.data) !== countMembers(data)) {
      const cause = new Error('The answer has members that its schema does not know.') as never;
      throw new ResponseSerializationError(method, url, { cause });
    }
    return whole;
  };

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
