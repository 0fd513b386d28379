import type { FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { Failure } from '../../kernel/failure.ts';

/** Parameters of media types, such as `charset=utf-8`: all that is offered is UTF-8, and has no others. */
const PARAMETERS = /;\s*(?!q\s*=)[^;,="\s]+\s*=\s*("(?:[^"\\]|\\.)*"?|[^;,"]*)/gi;

/**
 * The media type, of those offered, that the caller's Accept header likes best; the first one where it does not care.
 * The answer varies by Accept from then on. Fails with `not-acceptable` when none fits.
 */
export function negotiated<Type extends string>(
  request: FastifyRequest,
  reply: FastifyReply,
  offered: readonly [Type, ...Type[]],
): Type {
  reply.header('vary', 'Accept');
  const accept = request.headers.accept?.replace(PARAMETERS, '').trim() || undefined;
  const [best] = new Negotiator({ headers: { accept } }).mediaTypes([...offered]);
  if (best !== undefined) return best as Type;
  throw new Failure('not-acceptable', `This is offered as ${offered.join(', ')}.`, { help: { offered } });
}
