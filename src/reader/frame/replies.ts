import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../access/guard.ts';
import { documentOf, type PageContent } from './layout.ts';
import { LANGUAGE_COOKIE, LANGUAGES, localeFor } from './locale.ts';
import { PAGE_HEADERS } from './security.ts';

/** Sends a page in the language of the caller; one that was chosen by a link is remembered. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  base: string,
  page: PageContent,
  status = page.status ?? 200,
): FastifyReply {
  const text = textOf(request, base, page);
  const { lang } = (request.query ?? {}) as { lang?: string };
  if (lang !== undefined && LANGUAGES.some((one) => one === lang)) {
    reply.header('set-cookie', `${LANGUAGE_COOKIE}=${lang}; Path=/; Max-Age=31536000; SameSite=Lax`);
  }
  if (request.caller.key !== null || page.isPrivate) reply.header('cache-control', 'private, no-cache');
  return reply.code(status).headers(PAGE_HEADERS).send(text);
}

export function textOf(request: FastifyRequest & { caller?: Caller }, base: string, page: PageContent): string {
  return documentOf(page, {
    locale: localeFor(request),
    base,
    address: request.url,
    isSignedIn: (request.caller ?? null)?.key != null,
  });
}
