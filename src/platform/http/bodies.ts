import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '../../kernel/failure.ts';
import { decodeUtf8, NOT_UTF8, parseJson, refusal } from '../../kernel/json.ts';

/** What is thrown away of a body that nobody reads, before the request is refused. */
const UNREAD_BYTES_MAX = 1024 * 1024;

/**
 * Reads bodies of JSON, in UTF-8 and nothing else, and lets those be that a route does not ask for: such a request may
 * say any media type, and have a body or none.
 */
export function readBodies(app: FastifyInstance): void {
  app.addHook('preParsing', (request, reply, payload, done) => {
    if (request.method !== 'GET' && asksForBody(request)) refuseCoding(request, reply);
    done(null, payload);
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    ['application/json', 'application/merge-patch+json'],
    { parseAs: 'buffer' },
    (request, bytes, done) => {
      try {
        done(null, asksForBody(request) ? readJson(request, bytes as Buffer) : undefined);
      } catch (error) {
        done(error as Error);
      }
    },
  );
  app.addContentTypeParser('*', (request, payload, done) => {
    if (asksForBody(request)) done(otherMediaType(request));
    else throwAway(payload).then(() => done(null, undefined), done);
  });
}

/** The refusal of a body of another media type than the route takes. */
export function otherMediaType(request: FastifyRequest | undefined): Failure {
  const takes = (request?.routeOptions.schema as { 'x-takes'?: string[] } | undefined)?.['x-takes'];
  return new Failure('unsupported-media-type', `Send the body as ${(takes ?? ['application/json']).join(' or ')}.`);
}

/** Whether the route looks at a body. */
function asksForBody({ routeOptions: { schema, config } }: FastifyRequest): boolean {
  return schema?.body !== undefined || config?.streamsBody === true;
}

function readJson(request: FastifyRequest, bytes: Buffer): unknown {
  refuseOtherCharset(request);
  if (bytes.length === 0) throw missingBody();
  const text = decodeUtf8(bytes);
  if (text === null) throw refusal('body', { pointer: '', detail: NOT_UTF8 });
  return parseJson(text, 'body');
}

export function missingBody(): Failure {
  const faults = [{ pointer: '', detail: 'is missing' }];
  return new Failure('invalid', 'The body is missing; send JSON.', { faults });
}

/** Fails with `unsupported-media-type` for a body that says to be in anything but UTF-8. */
export function refuseOtherCharset({ headers }: FastifyRequest): void {
  for (const [, name = ''] of (headers['content-type'] ?? '').matchAll(/;\s*charset\s*=\s*"?([^";\s]*)/gi))
    if (!/^(utf-?8|us-ascii)$/i.test(name))
      throw new Failure('unsupported-media-type', `The charset ${name.slice(0, 40)} is not read here; send UTF-8.`);
}

/** Whether the body comes compressed. What a route cannot take was refused by then. */
export function isGzipped({ headers }: FastifyRequest): boolean {
  return /^(x-)?gzip$/i.test(headers['content-encoding']?.trim() ?? '');
}

function refuseCoding(request: FastifyRequest, reply: FastifyReply): void {
  const coding = request.headers['content-encoding']?.trim() ?? '';
  if (coding === '' || /^identity$/i.test(coding)) return;
  const isTaken = request.routeOptions.config?.streamsBody === true;
  if (isTaken && isGzipped(request)) return;
  reply.header('accept-encoding', isTaken ? 'gzip, identity' : 'identity');
  const instead = isTaken ? 'Send it as it is, or with gzip.' : 'Send it as it is.';
  throw new Failure(
    'unsupported-media-type',
    `The Content-Encoding ${coding.slice(0, 40)} is not read here. ${instead}`,
  );
}

async function throwAway(payload: Readable | IncomingMessage): Promise<void> {
  let bytes = 0;
  for await (const chunk of payload) {
    bytes += (chunk as Buffer).length;
    if (bytes > UNREAD_BYTES_MAX) throw new Failure('too-large', 'This request needs no body.');
  }
}
