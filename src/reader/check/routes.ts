import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { checkText } from '../../analysis/quotes/check-text.ts';
import { Form, fieldOf } from '../frame/form.ts';
import type { ReaderContext } from '../frame/reader-context.ts';
import { sendPage } from '../frame/replies.ts';
import { checkPage } from './check-page.ts';

/** As a form writes 1 MiB of text in any script. */
const BODY_MAX = 10 * 1024 * 1024;
const Asked = z.strictObject({ lang: z.string().max(35).optional() });

/** Every quotation of a pasted text, checked; nothing is kept. */
export function checkRoutes({ http, engine, checker, visitOf }: ReaderContext): void {
  http.get('/check', {
    config: { needs: 'read', isPage: true },
    schema: { hide: true, querystring: Asked },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const { base, locale } = visitOf(request);
      return sendPage(request, reply, base, checkPage(locale, null));
    },
  });

  http.post('/check', {
    config: { needs: 'read', again: 'ignored', isPage: true, onlyReads: true },
    bodyLimit: BODY_MAX,
    schema: { hide: true, querystring: Asked, body: Form },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const { base, locale, seesTexts } = visitOf(request);
      const text = fieldOf(request.body as Form, 'text');
      const check = await checkText({ text }, { engine, checker, seesTexts, signal: request.gone });
      return sendPage(request, reply.header('cache-control', 'no-store'), base, checkPage(locale, { text, check }));
    },
  });
}
