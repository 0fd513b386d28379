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
    /** What of the answer can be chosen. Made from the schema and the formats. */
    offer?: Offer;
  }
  interface FastifyRequest {
    /** The media type that was asked for, of those that the route offers; empty where it answers without a body. */
    accepted: string;
    /** What the query says of how the answer is to be written. */
    formatOptions: Readonly<Record<string, unknown>>;
  }
}

/** What a route offers, and what is found out of that once. */
type Offer = {
  /** The media types of the answer, the one by default first. */
  types: readonly string[];
  formats: readonly AnyFormat[];
  /** The fields of the query that say how a format is written. */
  options: readonly string[];
  /** The media types that were chosen for the headers that came last. */
  chosen: Map<string, string>;
};

/** So many headers are remembered by each route, of at most so many letters. */
const CHOSEN_MAX = 16;
const ACCEPT_LENGTH_MAX = 300;

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
    const types = mediaTypesOf(response);
    if (types.length === 0) return;
    route.schema = { ...schema, ...withName(schema, formats, types), response: { ...response, ...problems(406) } };
    const options = new Set(formats.flatMap(({ options = {} }) => Object.keys(options)));
    route.config = { ...route.config, offer: { types, formats, options: [...options], chosen: new Map() } };
    const written = formats.filter((format): format is Format => !isOfLists(format));
    if (written.length > 0) route.preSerialization = writer(written, publicUrl);
  });

  app.addHook('preValidation', (request, reply, done) => {
    const { offer } = request.routeOptions.config;
    if (offer) {
      varyByAccept(reply);
      request.accepted = named(request, offer) ?? negotiated(request.headers.accept, offer);
      request.formatOptions = optionsIn(request, offer);
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
function named(request: FastifyRequest, { formats, types }: Offer): string | null {
  const given = request.query as { format?: unknown };
  if (formats.length === 0 || given.format === undefined) return null;
  const { format: name, ...query } = given;
  const mediaType = formats.find((format) => format.name === name)?.mediaType ?? (name === 'json' ? JSON_TYPE : null);
  if (mediaType === null || !types.includes(mediaType)) return types[0] as string;
  request.query = query;
  return mediaType;
}

/**
 * What the query says of how the answer is to be written, which then is no filter any more. Fails with `invalid` where
 * another format than the one that was asked for has the field; what the field may be, its schema says.
 */
function optionsIn(request: FastifyRequest, { formats, options: names }: Offer): Readonly<Record<string, unknown>> {
  if (names.length === 0) return NO_OPTIONS;
  const given = request.query as Record<string, unknown>;
  const own = formats.find(({ mediaType }) => mediaType === request.accepted)?.options ?? {};
  const options: Record<string, unknown> = {};
  const { ...query } = given;
  for (const name of names) {
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

const NO_OPTIONS = {};

/** Parameters of media types, such as `charset=utf-8`: all that is offered is UTF-8, and has no others. */
const PARAMETERS = /;\s*(?!q\s*=)[^;,="\s]+\s*=\s*("(?:[^"\\]|\\.)*"?|[^;,"]*)/gi;

/** The media type that the header likes best; the first one where it does not care. Fails with `not-acceptable`. */
function negotiated(header: string | undefined, { types, chosen }: Offer): string {
  if (header === undefined || header === '*/*') return types[0] as string;
  const known = chosen.get(header);
  if (known !== undefined) return known;
  const accept = header.replace(PARAMETERS, '').trim() || undefined;
  const [best] = new Negotiator({ headers: { accept } }).mediaTypes([...types]);
  if (best === undefined)
    throw new Failure('not-acceptable', `This is offered as ${types.join(', ')}.`, { help: { offered: types } });
  if (chosen.size >= CHOSEN_MAX) chosen.clear();
  if (header.length <= ACCEPT_LENGTH_MAX) chosen.set(header, best);
  return best;
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
