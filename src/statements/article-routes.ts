import { z } from 'zod';
import { Reference } from '../kernel/entity.ts';
import { pageOf, pageQuery } from '../kernel/page.ts';
import { problems } from '../platform/http/problem.ts';
import { answerPage } from '../platform/http/resource.ts';
import type { Rooms } from '../rooms.ts';
import { Annotation, annotationPage } from './annotation.ts';
import { DriftOfStatement, listDrifts } from './drift-store.ts';

const ByReference = z.strictObject({ ref: Reference });

/** What this room tells about an article: its quotes as Web Annotations, and what became of them in later texts. */
export function articleStatementRoutes({ http, answering, engine }: Rooms): void {
  http.get('/articles/:ref/drift', {
    config: { needs: 'read' },
    schema: {
      tags: ['articles'],
      operationId: 'listArticleDrift',
      params: ByReference,
      querystring: z.strictObject({ ...pageQuery }),
      response: { 200: pageOf(DriftOfStatement), ...problems(400, 401, 403, 404, 429, 503) },
    },
    handler: (request, reply) =>
      answerPage(request, reply, answering, (_filter, paging) => listDrifts(engine.read, request.params.ref, paging)) as never,
  });

  http.get('/articles/:ref/annotations', {
    config: { needs: 'read' },
    schema: {
      tags: ['articles'],
      operationId: 'listArticleAnnotations',
      params: ByReference,
      querystring: z.strictObject({ page: z.coerce.number().int().min(0).max(1_000_000).optional() }),
      response: {
        200: { description: 'An Annotation Collection, or one page of it', content: { 'application/ld+json': { schema: Annotation } } },
        ...problems(400, 401, 403, 404, 429, 503),
      },
    },
    handler: async (request, reply) => {
      const { ref } = request.params;
      const collection = await annotationPage(engine.read, ref, request.query.page, answering.publicUrl);
      reply.type('application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"');
      return reply.serializer(JSON.stringify).send(collection as never);
    },
  });
}
