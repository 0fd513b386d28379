import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import type { FastifyBaseLogger, FastifyInstance, FastifyTypeProvider, RawServerDefault } from 'fastify';
import type { z } from 'zod';
import type { WrittenJson } from '../written-json.ts';

/**
 * What a route is sent and answers has the types of its schemas; an answer may be
 * written as JSON already, or be sent bit by bit.
 */
export interface SchemaTypes extends FastifyTypeProvider {
  validator: this['schema'] extends z.core.$ZodType ? z.output<this['schema']> : unknown;
  serializer: this['schema'] extends z.core.$ZodType
    ? z.output<this['schema']> | WrittenJson<z.output<this['schema']>> | Readable
    : unknown;
}

/** The application, as what adds routes and hooks to it sees it. */
export type Http = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, SchemaTypes>;
