import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '../../kernel/failure.ts';
import type { Http } from './http.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** The revision of the entity that is answered; null for lists and composed answers. */
    revision: number | null;
  }
}

/**
 * Tags every answer that can be cached, and answers 304 to who has it already.
 *
 * An entity gets a strong tag, `"<revision>-<digest>"`: what is nested changes without a revision, so 304 looks at the
 * whole tag. Everything else gets a weak one.
 */
export function tagAnswers(app: Http): void {
  app.decorateReply('revision', null);
  app.addHook('onSend', (request, reply, payload, done) => done(null, tagged(request, reply, payload)));
}

function tagged(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  if (reply.statusCode < 200 || reply.statusCode > 299) return payload;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const isThere = typeof payload === 'string' || Buffer.isBuffer(payload);
  if (!isRead) {
    if (isThere && reply.revision !== null) reply.header('etag', tagOf(reply, payload));
    return payload;
  }
  const body = bodyOf(payload);
  const tag = reply.kept?.tag ?? (body === null ? null : tagOf(reply, body));
  if (body !== null && tag !== null) reply.keep?.(body, tag);
  if (!reply.hasHeader('cache-control'))
    reply.header('cache-control', request.headers.authorization ? 'private, no-cache' : 'no-cache');
  if (tag === null) return payload;
  const known = knownTag(request.headers['if-none-match'], tag);
  reply.header('etag', known ?? tag);
  if (known === null) return body ?? payload;
  reply.code(304).removeHeader('content-type').removeHeader('content-encoding');
  return '';
}

/** What is longer is sent as bytes. */
const TEXT_LENGTH_MAX = 8 * 1024;

/**
 * Long text is made bytes once: for its digest, for its length and for the way. Short text goes out as it is, in one piece
 * with the headers. Null for what is no text and no bytes.
 */
function bodyOf(payload: unknown): string | Buffer | null {
  if (typeof payload === 'string') return payload.length > TEXT_LENGTH_MAX ? Buffer.from(payload) : payload;
  return Buffer.isBuffer(payload) ? payload : null;
}

function tagOf({ revision }: FastifyReply, payload: string | Buffer): string {
  const digest = hash('sha1', payload, 'base64url').slice(0, 20);
  return revision === null ? `W/"${digest}"` : `"${revision}-${digest}"`;
}

/** What a compressed answer's tag says besides that of the plain one. */
const ENCODED = /-(?:zstd|br|gzip)"$/;

/**
 * The tag that the caller has of this, compressed or not, by the weak comparison of RFC 9110, section 8.8.3.2, with each
 * tag of the header; null when it has none.
 */
function knownTag(header: string | undefined, tag: string): string | null {
  if (header === undefined) return null;
  if (header.trim() === '*') return tag;
  const opaque = tag.replace(/^W\//, '');
  for (const known of tagsOf(header)) {
    const theirs = known.replace(/^W\//, '');
    if (theirs === opaque) return tag;
    if (!tag.startsWith('W/') && theirs.replace(ENCODED, '"') === opaque) return theirs;
  }
  return null;
}

/** The revisions that `If-Match` names; `*` for any. Fails with 428 when it is missing and 400 when it is no list of tags. */
export function expectedRevisions(request: FastifyRequest): readonly number[] | '*' {
  const header = request.headers['if-match'];
  if (header === undefined) {
    throw new Failure(
      'precondition-required',
      'Send If-Match with the ETag that you read, or * to change it whatever it is.',
      { faults: [{ pointer: 'If-Match', detail: 'is required' }] },
    );
  }
  if (header.trim() === '*') return '*';
  const tags = tagsOf(header);
  if (tags.length === 0) {
    const detail = 'must be an ETag of this resource, in quotes, or *';
    throw new Failure('invalid', `If-Match ${detail}.`, { faults: [{ pointer: 'If-Match', detail }] });
  }
  // A tag that is not ours expects a revision that does not exist. So does a weak one, which never matches here; its
  // revision is told as a negative number, so that who sent it can be told why.
  return tags.map((tag) => {
    const [, weak, revision] = /^(W\/)?"(\d{1,15})(?:-[\w-]*)?"$/.exec(tag) ?? [];
    return Number(revision ?? 0) * (weak === undefined ? 1 : -1);
  });
}

/** For what may be done without `If-Match`: the revisions it names when it is sent, else any. */
export function revisionsIfAny(request: FastifyRequest): readonly number[] | '*' {
  return request.headers['if-match'] === undefined ? '*' : expectedRevisions(request);
}

export function answerEntity<Entity extends { revision: number }>(reply: FastifyReply, entity: Entity): Entity {
  reply.revision = entity.revision;
  return entity;
}

function tagsOf(header: string): string[] {
  return header.match(/(?:W\/)?"[^"]*"/g) ?? [];
}
