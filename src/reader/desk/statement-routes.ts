import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { byOf } from '../../access/guard.ts';
import { Reference } from '../../kernel/entity.ts';
import { parseOrFail } from '../../kernel/validate.ts';
import { recordCorrection } from '../../record/corrections/actions.ts';
import { NewCorrection } from '../../record/corrections/correction.ts';
import { withdrawStatement } from '../../record/statements/withdrawal.ts';
import { Form, fieldOf } from '../frame/form.ts';
import type { ReaderContext } from '../frame/reader-context.ts';
import { sendPage } from '../frame/replies.ts';
import { editPage } from './edit.ts';
import { mendable } from './refusal.ts';
import { reviseEntered } from './statement-entry.ts';

const ByReference = z.strictObject({ ref: Reference });

type Ask = FastifyRequest<{ Params: { ref: string } }>;

/** Statements as editors review them: published, revised, corrected, withdrawn. */
export function deskStatementRoutes({ http, engine, checker, visitOf }: ReaderContext): void {
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
        const failure = mendable(error);
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
