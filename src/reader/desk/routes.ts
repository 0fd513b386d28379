import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { byOf } from '../../access/guard.ts';
import { isKey } from '../../access/key.ts';
import { searchRecord } from '../../analysis/search/store.ts';
import { Reference } from '../../kernel/entity.ts';
import { Failure } from '../../kernel/failure.ts';
import { parseOrFail } from '../../kernel/validate.ts';
import { findSnapshot, getArticle } from '../../record/articles/store.ts';
import { recordCorrection } from '../../record/corrections/actions.ts';
import { NewCorrection } from '../../record/corrections/correction.ts';
import { findId, idInPath } from '../../record/references.ts';
import { withdrawStatement } from '../../record/statements/withdrawal.ts';
import { Form, fieldOf } from '../frame/form.ts';
import { markupOf } from '../frame/html.ts';
import type { ReaderContext } from '../frame/reader-context.ts';
import { sendPage } from '../frame/replies.ts';
import { verdictOf } from '../parts/verdict.ts';
import { enterArticle, enterText } from './article-entry.ts';
import { editPage } from './edit.ts';
import { homePage } from './home.ts';
import { arrivalPage, signInPage } from './sign-in.ts';
import { enterStatement, reviseEntered } from './statement-entry.ts';
import { workbenchPage } from './workbench.ts';

/** As a form writes a page of 2 MiB. */
const BODY_MAX = 8 * 1024 * 1024;
const ByReference = z.strictObject({ ref: Reference });
const Arriving = z.looseObject({
  lang: z.string().max(35).optional(),
  next: z.string().max(2000).optional(),
  url: z.string().max(2000).optional(),
});
const Made = z.strictObject({
  lang: z.string().max(35).optional(),
  made: z.string().max(50).optional(),
  quote: z.string().max(10_000).optional(),
});

type Ask = FastifyRequest<{ Params: { ref: string } }>;

/** Where editors enter articles and what they quote. Everything works by forms alone. */
export function deskRoutes(context: ReaderContext): void {
  signingRoutes(context);
  articleRoutes(context);
  statementRoutes(context);
}

function signingRoutes({ http, engine, sessions, visitOf, findKey }: ReaderContext): void {
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

function articleRoutes({ http, engine, checker, visitOf }: ReaderContext): void {
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
        const failure = refusal(error);
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
        return again(refusal(error), []);
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
    schema: { hide: true, params: ByReference, body: z.strictObject({ quote: z.string().max(10_000) }) },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const { locale } = visitOf(request);
      const article = await getArticle(engine.read, (request as Ask).params.ref);
      const { quote } = request.body as { quote: string };
      const snapshot = article.snapshots === 0 ? null : await findSnapshot(engine.read, article.id, article.snapshots);
      const check = snapshot === null || quote === '' ? null : await checker.check(snapshot.text, quote, {});
      const { difference } = (check ?? {}) as { difference?: string };
      return reply.send({
        html: markupOf(verdictOf(locale, check?.result ?? 'no-text', difference ?? null)),
        closest: check?.closest?.text ?? null,
      });
    },
  });
}

function statementRoutes({ http, engine, checker, visitOf }: ReaderContext): void {
  const stores = { engine, checker };
  const page = async (
    request: FastifyRequest,
    reply: FastifyReply,
    attempt: Parameters<typeof editPage>[2],
    status = 200,
  ) => {
    const visit = visitOf(request);
    return sendPage(request, reply, visit.base, await editPage(visit, (request as Ask).params.ref, attempt), status);
  };

  http.get('/desk/statements/:ref', {
    config: { needs: 'write', isPage: true },
    schema: {
      hide: true,
      params: ByReference,
      querystring: z.strictObject({ lang: z.string().optional(), saved: z.string().optional() }),
    },
    handler: async (request: FastifyRequest, reply: FastifyReply) =>
      page(request, reply, {
        form: null,
        failure: null,
        unknown: [],
        isSaved: (request.query as { saved?: string }).saved !== undefined,
      }),
  });

  http.post('/desk/statements/:ref', {
    config: { needs: 'write', isPage: true },
    schema: { hide: true, params: ByReference, body: Form },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const form = request.body as Form;
      const { ref } = (request as Ask).params;
      try {
        const entered = await reviseEntered(stores, ref, Number(fieldOf(form, 'revision')), form, byOf(request));
        if ('unknown' in entered)
          return await page(request, reply, { form, failure: null, unknown: entered.unknown, isSaved: false }, 422);
        return reply.redirect(`/desk/statements/${entered.id}?saved=1`, 303);
      } catch (error) {
        const failure = refusal(error);
        return page(request, reply, { form, failure, unknown: [], isSaved: false }, failure.status);
      }
    },
  });

  http.post('/desk/statements/:ref/withdraw', {
    config: { needs: 'write', isPage: true },
    schema: { hide: true, params: ByReference, body: Form },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const form = request.body as Form;
      const { ref } = (request as Ask).params;
      const by = { ...byOf(request), comment: fieldOf(form, 'reason') || null };
      await engine.write((tx) => withdrawStatement(tx, ref, [Number(fieldOf(form, 'revision'))], by));
      return reply.redirect('/desk', 303);
    },
  });

  http.post('/desk/statements/:ref/correct', {
    config: { needs: 'write', isPage: true },
    schema: { hide: true, params: ByReference, body: Form },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const form = request.body as Form;
      const { ref } = (request as Ask).params;
      const body = parseOrFail(NewCorrection, {
        statement: ref,
        kind: fieldOf(form, 'kind'),
        note: fieldOf(form, 'note'),
      });
      await engine.write((tx) => recordCorrection(tx, body, byOf(request)));
      return reply.redirect(`/desk/statements/${ref}?saved=1`, 303);
    },
  });
}

/** What an editor can mend is told in the form; anything else goes on. */
function refusal(error: unknown): Failure {
  if (error instanceof Failure && error.status < 500) return error;
  throw error;
}

/** A path of this service: no other site is ever led to. */
function ownPath(next: string): string {
  return /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : '/desk';
}

function isSecure(base: string): boolean {
  return base.startsWith('https:');
}
