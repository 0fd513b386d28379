import type { FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { z } from 'zod';
import { Failure } from '../../kernel/failure.ts';
import { invalid } from '../../kernel/validate.ts';
import { WrittenJson } from '../written-json.ts';
import { type AnyFormat, contentTypeOf, type Format, isOfLists, type RequestedFormat } from './format.ts';
import type { Http } from './http.ts';
import { problems } from './problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How the answer can be had besides JSON, by the Accept header or `?format=`. */
    formats?: readonly AnyFormat[];
    /** The media types of the answer, the one by default first. Made from the schema and the formats. */
    offered?: readonly string[];
  }
  interface FastifyRequest {
    /** The media type that was asked for, of those that the route offers; empty where it answers without a body. */
    accepted: string;
    /** What the query says of how the answer is to be written. */
    formatOptions: Readonly<Record<string, unknown>>;
  }
}

type Content = Record<string, { schema: unknown }>;
type RouteSchema = { hide?: boolean; querystring?: z.ZodObject; response?: Record<string, unknown> };

const JSON_TYPE = 'application/json';

/** The text of an answer that is no JSON. */
const Text = z.string();

/**
 * Chooses the media type of every answer, and writes it. What a route offers is what its schema says of its successful
 * answer, and the formats of its configuration: both stand in the documents, and nothing else is answered. Problems are
 * problems whatever is accepted.
 */
export function negotiateFormats(app: Http, publicUrl: string): void {
  app.decorateRequest('accepted', '');
  app.decorateRequest('formatOptions');

  app.addHook('onRoute', (route) => {
    const schema = route.schema as RouteSchema | undefined;
    if (!schema || schema.hide) return;
    const formats = route.config?.formats ?? [];
    const response = withFormats(schema.response ?? {}, formats);
    const offered = mediaTypesOf(response);
    if (offered.length === 0) return;
    route.schema = { ...schema, ...withName(schema, formats, offered), response: { ...response, ...problems(406) } };
    route.config = { ...route.config, offered };
    const written = formats.filter((format): format is Format => !isOfLists(format));
    if (written.length > 0) route.preSerialization = writer(written, publicUrl);
  });

  app.addHook('preValidation', (request, reply, done) => {
    const { offered, formats = [] } = request.routeOptions.config;
    if (offered) {
      varyByAccept(reply);
      request.accepted = named(request, formats, offered) ?? negotiated(request.headers.accept, offered);
      request.formatOptions = optionsIn(request, formats);
    }
    done();
  });
}

/** The format that was asked for; null where that is the route's own. */
export function formatOf({ accepted, routeOptions }: FastifyRequest): AnyFormat | null {
  return routeOptions.config.formats?.find(({ mediaType }) => mediaType === accepted) ?? null;
}

export function askedOf({ url, protocol, host, formatOptions }: FastifyRequest, publicUrl: string): RequestedFormat {
  return { base: publicUrl || `${protocol}://${host}`, url, options: formatOptions };
}

function writer(formats: readonly Format[], publicUrl: string) {
  return async (request: FastifyRequest, reply: FastifyReply, answer: unknown) => {
    const format = formats.find(({ mediaType }) => mediaType === request.accepted);
    if (!format || reply.statusCode >= 300) return answer;
    reply.type(contentTypeOf(format)).serializer((text) => text);
    return format.write(answer instanceof WrittenJson ? answer.read() : answer, askedOf(request, publicUrl));
  };
}

/** What `?format=` says, which then is no field of the query any more; what it is not known to say, its schema refuses. */
function named(request: FastifyRequest, formats: readonly AnyFormat[], offered: readonly string[]): string | null {
  const { format: name, ...query } = request.query as Record<string, unknown>;
  if (formats.length === 0 || name === undefined) return null;
  const mediaType = formats.find((format) => format.name === name)?.mediaType ?? (name === 'json' ? JSON_TYPE : null);
  if (mediaType === null || !offered.includes(mediaType)) return offered[0] as string;
  request.query = query;
  return mediaType;
}

/**
 * What the query says of how the answer is to be written, which then is no filter any more. Fails with `invalid` where
 * another format than the one that was asked for has the field; what the field may be, its schema says.
 */
function optionsIn(request: FastifyRequest, formats: readonly AnyFormat[]): Readonly<Record<string, unknown>> {
  const given = request.query as Record<string, unknown>;
  const own = formats.find(({ mediaType }) => mediaType === request.accepted)?.options ?? {};
  const options: Record<string, unknown> = {};
  const { ...query } = given;
  for (const name of new Set(formats.flatMap(({ options = {} }) => Object.keys(options)))) {
    if (given[name] === undefined) continue;
    const told = own[name]?.safeParse(given[name]);
    if (!told) throw invalid([{ pointer: name, detail: 'is for another format than this one' }], 'the query');
    // What it may not be is left where its schema refuses it.
    if (!told.success) continue;
    options[name] = told.data;
    delete query[name];
  }
  request.query = query;
  return options;
}

/** Parameters of media types, such as `charset=utf-8`: all that is offered is UTF-8, and has no others. */
const PARAMETERS = /;\s*(?!q\s*=)[^;,="\s]+\s*=\s*("(?:[^"\\]|\\.)*"?|[^;,"]*)/gi;

/** The media type that the header likes best; the first one where it does not care. Fails with `not-acceptable`. */
function negotiated(header: string | undefined, offered: readonly string[]): string {
  const accept = header?.replace(PARAMETERS, '').trim() || undefined;
  const [best] = new Negotiator({ headers: { accept } }).mediaTypes([...offered]);
  if (best !== undefined) return best;
  throw new Failure('not-acceptable', `This is offered as ${offered.join(', ')}.`, { help: { offered } });
}

function varyByAccept(reply: FastifyReply): void {
  const before = reply.getHeader('vary');
  reply.header('vary', before === undefined ? 'Accept' : `${before}, Accept`);
}

/** The successful answers of a route, with the formats beside what they are by default. */
function withFormats(response: Record<string, unknown>, formats: readonly AnyFormat[]): Record<string, unknown> {
  if (formats.length === 0) return response;
  const content = Object.fromEntries(formats.map(({ mediaType, schema = Text }) => [mediaType, { schema }]));
  const json = response[200] === undefined ? {} : { [JSON_TYPE]: { schema: response[200] } };
  return { ...response, 200: { content: { ...json, ...content } } };
}

function mediaTypesOf(response: Record<string, unknown>): string[] {
  const answers = Object.entries(response).filter(([status]) => /^2\d\d$/.test(status));
  const types = answers.flatMap(([, answer]) => {
    if (answer instanceof z.ZodType) return answer instanceof z.ZodNull ? [] : [JSON_TYPE];
    return Object.keys((answer as { content?: Content }).content ?? {});
  });
  return [...new Set(types)];
}

function withName(
  { querystring = z.strictObject({}) }: RouteSchema,
  formats: readonly AnyFormat[],
  offered: readonly string[],
) {
  if (formats.length === 0) return {};
  const names = new Set([...(offered.includes(JSON_TYPE) ? ['json'] : []), ...formats.map(({ name }) => name)]);
  const Name = z.enum([...names]);
  const options: Record<string, z.ZodType> = Object.assign({}, ...formats.map(({ options = {} }) => options));
  const format = Name.optional().describe('What else Accept says; this comes first');
  return { querystring: querystring.extend({ ...options, format }) };
}
