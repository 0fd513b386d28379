import type { FastifyRequest } from 'fastify';
import { Failure } from '../../kernel/failure.ts';

/** Pages load what this service serves and nothing else, and run no script and no style that stands in them. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none';style-src 'self';script-src 'self';img-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
  // Links to articles tell no outlet what was looked at here; a form tells this service that it came from here.
  'referrer-policy': 'same-origin',
  vary: 'Accept, Accept-Language, Cookie',
};

/**
 * Refuses a form that was sent from another site: browsers say where a request comes from, and older ones at least
 * from which origin. What is no browser says neither and holds no session by accident.
 */
export function refuseFromElsewhere(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const isOurs = site !== undefined ? site === 'same-origin' : origin === undefined || hostOf(origin) === request.host;
  if (!isOurs)
    throw new Failure('forbidden', 'This form was sent from another site. Open the page here and send it again.');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
