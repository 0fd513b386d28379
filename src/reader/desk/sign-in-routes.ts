import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isKey } from '../../access/key.ts';
import { searchRecord } from '../../analysis/search/store.ts';
import { findId } from '../../record/references.ts';
import { Form, fieldOf } from '../frame/form.ts';
import type { ReaderContext } from '../frame/reader-context.ts';
import { sendPage } from '../frame/replies.ts';
import { homePage } from './home.ts';
import { arrivalPage, signInPage } from './sign-in.ts';

const Arriving = z.looseObject({
  lang: z.string().max(35).optional(),
  next: z.string().max(2000).optional(),
  url: z.string().max(2000).optional(),
});

/** The way to the desk: signing in and out, what a bookmark brings, and the names that a form completes. */
export function signInRoutes({ http, engine, sessions, visitOf, findKey }: ReaderContext): void {
  http.get('/desk', {
    config: { needs: 'open', isPage: true },
    schema: { hide: true, querystring: Arriving },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const visit = visitOf(request);
      const query = request.query as z.infer<typeof Arriving>;
      if (!visit.sight.drafts) {
        // A browser that comes from another site keeps the session back; from here it sends it.
        const isArriving = request.headers['sec-fetch-site'] === 'cross-site' && query.arrived === undefined;
        if (isArriving)
          return sendPage(
            request,
            reply,
            visit.base,
            arrivalPage(visit.locale, `${request.url}${request.url.includes('?') ? '&' : '?'}arrived=1`),
          );
        const next = query.next ?? request.url;
        return sendPage(
          request,
          reply,
          visit.base,
          signInPage(visit.locale, next, visit.caller.scope === null ? null : 'weak'),
        );
      }
      const known = query.url === undefined ? null : await findId(engine.read, 'article', query.url);
      const quote = typeof query.quote === 'string' ? query.quote : '';
      if (known !== null) return reply.redirect(`/desk/articles/${known}?${new URLSearchParams({ quote })}`, 303);
      const form = Object.fromEntries(
        Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, [value]]] : [])),
      );
      return sendPage(request, reply, visit.base, await homePage(visit, form, null));
    },
  });

  http.post('/desk/sign-in', {
    config: { needs: 'open', again: 'ignored', isPage: true },
    schema: { hide: true, body: Form },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const { base, locale } = visitOf(request);
      const form = request.body as Form;
      const key = fieldOf(form, 'key');
      const next = ownPath(fieldOf(form, 'next'));
      const known = isKey(key) ? await findKey(key) : null;
      if (known === null) return sendPage(request, reply, base, signInPage(locale, next, 'wrong'), 401);
      return reply.header('set-cookie', sessions.begin(key, isSecure(base))).redirect(next, 303);
    },
  });

  http.post('/desk/sign-out', {
    config: { needs: 'open', again: 'ignored', isPage: true },
    schema: { hide: true },
    handler: async (request: FastifyRequest, reply: FastifyReply) =>
      reply.header('set-cookie', sessions.end(isSecure(visitOf(request).base))).redirect('/', 303),
  });

  http.get('/desk/speakers', {
    config: { needs: 'write' },
    schema: { hide: true, querystring: z.strictObject({ q: z.string().max(200) }) },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const { q } = request.query as { q: string };
      const words = q
        .trim()
        .split(/\s+/)
        .filter((word) => /[\p{L}\p{N}]/u.test(word));
      const { items } = await searchRecord(engine, words.map((word) => `${word}*`).join(' '), ['speaker'], {
        limit: 10,
        after: null,
        count: false,
      });
      return reply.send({ items: items.flatMap((one) => (one.kind === 'speaker' ? [one.speaker.name] : [])) });
    },
  });
}

/** A path of this service: no other site is ever led to. */
function ownPath(next: string): string {
  return /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : '/desk';
}

function isSecure(base: string): boolean {
  return base.startsWith('https:');
}
