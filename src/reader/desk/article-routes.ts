import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { byOf } from '../../access/guard.ts';
import { Reference } from '../../kernel/entity.ts';
import type { Failure } from '../../kernel/failure.ts';
import { getArticle, newestText } from '../../record/articles/store.ts';
import { idInPath } from '../../record/references.ts';
import { quotePointsMax } from '../../text/quotes/quote.ts';
import { Form, fieldOf } from '../frame/form.ts';
import { markupOf } from '../frame/html.ts';
import type { ReaderContext } from '../frame/reader-context.ts';
import { sendPage } from '../frame/replies.ts';
import { verdictOf } from '../parts/verdict.ts';
import { enterArticle, enterText } from './article-entry.ts';
import { homePage } from './home.ts';
import { mendable } from './refusal.ts';
import { enterStatement } from './statement-entry.ts';
import { workbenchPage } from './workbench.ts';

/** As a form writes a page of 2 MiB. */
const BODY_MAX = 8 * 1024 * 1024;
/** In UTF-16 units, of which a character has up to two. */
const quoteUnitsMax = 2 * quotePointsMax;
const ByReference = z.strictObject({ ref: Reference });
const Made = z.strictObject({
  lang: z.string().max(35).optional(),
  made: z.string().max(50).optional(),
  quote: z.string().max(quoteUnitsMax).optional(),
});

type Ask = FastifyRequest<{ Params: { ref: string } }>;

/** Articles as editors enter them, and the statements that are made of them. Everything works by forms alone. */
export function deskArticleRoutes({ http, engine, checker, visitOf }: ReaderContext): void {
  const stores = { engine, checker };
  http.post('/desk/articles', {
    config: { needs: 'write', isPage: true },
    bodyLimit: BODY_MAX,
    schema: { hide: true, body: Form },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const visit = visitOf(request);
      const form = request.body as Form;
      try {
        const id = await enterArticle(stores, form, byOf(request));
        const quote = fieldOf(form, 'quote');
        return reply.redirect(`/desk/articles/${id}${quote === '' ? '' : `?${new URLSearchParams({ quote })}`}`, 303);
      } catch (error) {
        const failure = mendable(error);
        return sendPage(request, reply, visit.base, await homePage(visit, form, failure), failure.status);
      }
    },
  });

  http.get('/desk/articles/:ref', {
    config: { needs: 'write', isPage: true },
    schema: { hide: true, params: ByReference, querystring: Made },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const visit = visitOf(request);
      const { made, quote } = request.query as z.infer<typeof Made>;
      const attempt = {
        form: quote === undefined ? {} : { quote: [quote] },
        failure: null,
        unknown: [],
        made: made ?? null,
      };
      return sendPage(request, reply, visit.base, await workbenchPage(visit, (request as Ask).params.ref, attempt));
    },
  });

  http.post('/desk/articles/:ref/statements', {
    config: { needs: 'write', isPage: true },
    schema: { hide: true, params: ByReference, body: Form },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const visit = visitOf(request);
      const form = request.body as Form;
      const article = await idInPath(engine.read, 'article', (request as Ask).params.ref);
      const again = async (failure: Failure | null, unknown: Parameters<typeof workbenchPage>[2]['unknown']) =>
        sendPage(
          request,
          reply,
          visit.base,
          await workbenchPage(visit, article, { form, failure, unknown, made: null }),
          failure?.status ?? 422,
        );
      try {
        const entered = await enterStatement(stores, article, form, byOf(request));
        if ('unknown' in entered) return await again(null, entered.unknown);
        return reply.redirect(`/desk/articles/${article}?made=${entered.id}`, 303);
      } catch (error) {
        return again(mendable(error), []);
      }
    },
  });

  http.post('/desk/articles/:ref/texts', {
    config: { needs: 'write', isPage: true },
    bodyLimit: BODY_MAX,
    schema: { hide: true, params: ByReference, body: Form },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const article = await idInPath(engine.read, 'article', (request as Ask).params.ref);
      await enterText(stores, article, request.body as Form, byOf(request));
      return reply.redirect(`/articles/${article}#changes`, 303);
    },
  });

  http.post('/desk/articles/:ref/check', {
    config: { needs: 'write', again: 'ignored' },
    schema: { hide: true, params: ByReference, body: z.strictObject({ quote: z.string().max(quoteUnitsMax) }) },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const { locale } = visitOf(request);
      const article = await getArticle(engine.read, (request as Ask).params.ref);
      const { quote } = request.body as { quote: string };
      const snapshot = await newestText(engine.read, article.id);
      const check =
        snapshot === null || quote === '' ? null : await checker.check(snapshot.text, quote, {}, request.gone);
      const { difference } = (check ?? {}) as { difference?: string };
      return reply.send({
        html: markupOf(verdictOf(locale, check?.result ?? 'no-text', difference ?? null)),
        closest: check?.closest?.text ?? null,
      });
    },
  });
}
