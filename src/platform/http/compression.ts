import { Readable } from 'node:stream';
import compress from '@fastify/compress';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Answers smaller than this are not compressed. */
const BYTES_MIN = 1024;
/** What is text, but for event streams, which a compressor would hold back. */
const COMPRESSIBLE =
  /^(?:text\/(?!event-stream)|image\/svg\+xml|application\/(?:[\w.+-]*(?:json|xml)|x-ndjson|yaml|javascript)\b)/;

/**
 * Compresses answers as `Accept-Encoding` asks. To be called after what keeps answers as they are, and before the routes.
 *
 * A strong tag names the bytes that are sent, so a compressed answer's says how it is (RFC 9110, section 8.8.3.3): 304
 * and `If-Match` know it with and without that.
 */
export async function compressAnswers(app: FastifyInstance): Promise<void> {
  app.addHook('onSend', varyByEncoding);
  await app.register(compress, {
    threshold: BYTES_MIN,
    encodings: ['zstd', 'br', 'gzip'],
    customTypes: COMPRESSIBLE,
    globalDecompression: false,
  });
  app.addHook('onRoute', (route) => {
    route.onSend = [route.onSend ?? [], tagEncoding].flat();
  });
}

/** The headers `Vary` that routes give, each with what compression adds to it. */
const varying = new Map<string, string>();

function varyByEncoding(request: FastifyRequest, reply: FastifyReply, payload: unknown, done: Done): void {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead || typeof payload !== 'string' || payload.length >= BYTES_MIN) {
    const vary = [reply.getHeader('vary') ?? []].flat().join(', ');
    if (!varying.has(vary)) varying.set(vary, withEncoding(vary));
    reply.header('vary', varying.get(vary));
  }
  done(null, payload);
}

function withEncoding(vary: string): string {
  if (/accept-encoding|\*/i.test(vary)) return vary;
  return vary === '' ? 'accept-encoding' : `${vary}, accept-encoding`;
}

function tagEncoding(_request: FastifyRequest, reply: FastifyReply, payload: unknown, done: Done): void {
  const encoding = reply.getHeader('content-encoding');
  if (typeof encoding === 'string' && encoding !== 'identity') {
    const tag = reply.getHeader('etag');
    if (typeof tag === 'string' && tag.startsWith('"')) reply.header('etag', tag.replace(/"$/, `-${encoding}"`));
    if (reply.keepCompressed !== null) keepCompressed(payload, encoding, reply.keepCompressed);
  }
  done(null, payload);
}

/** What is long is compressed while it is sent: then it is whole at the end. */
function keepCompressed(payload: unknown, encoding: string, keep: NonNullable<FastifyReply['keepCompressed']>): void {
  if (Buffer.isBuffer(payload)) keep(payload, encoding);
  if (!(payload instanceof Readable)) return;
  const chunks: Buffer[] = [];
  payload.on('data', (chunk: Buffer) => chunks.push(chunk));
  payload.once('end', () => keep(Buffer.concat(chunks), encoding));
}

type Done = (error: null, payload: unknown) => void;
