import { z } from 'zod';
import type { RouteContext } from '../../access/route-context.ts';
import { Reference } from '../../kernel/entity.ts';
import { pageQuery } from '../../kernel/page.ts';
import { answerPage } from '../../platform/http/list.ts';
import { problems } from '../../platform/http/problem.ts';
import {
  ANNO_CONTEXT,
  ANNO_TYPE,
  AnnotationCollection,
  AnnotationPage,
  countAnnotations,
  listAnnotations,
} from './annotation.ts';

/** The collection, or with a cursor a page of it. */
const Annotations = z.union([AnnotationCollection, AnnotationPage]);

const ByReference = z.strictObject({ ref: Reference });

/** What this room tells about an article: its quotes as Web Annotations. */
export function articleStatementRoutes({ http, answering, engine }: RouteContext): void {
  http.get('/articles/:ref/annotations', {
    config: { needs: 'read', fromRecord: true },
    schema: {
      tags: ['articles'],
      operationId: 'listArticleAnnotations',
      summary: 'Give the verified quotes of an article as Web Annotations',
      description:
        'An Annotation Collection of the W3C model with its first page inside, for tools that show quotes in their place. With a cursor, a further page.',
      params: ByReference,
      querystring: z.strictObject({ limit: pageQuery.limit, cursor: pageQuery.cursor }),
      response: {
        200: {
          description: 'An Annotation Collection with its first page inside; with a cursor, a further page',
          content: { 'application/ld+json': { schema: Annotations }, 'application/json': { schema: Annotations } },
        },
        ...problems(400, 401, 403, 404, 429, 503),
      },
    },
    handler: async (request, reply) => {
      const { ref } = request.params;
      const base = answering.baseOf(request);
      const collection = `${base}/v1/articles/${encodeURIComponent(ref)}/annotations`;
      const { items, next } = await answerPage(request, reply, answering, (_filter, paging) =>
        listAnnotations(engine.read, ref, paging, base),
      );
      const { cursor, limit } = request.query;
      const pageAt = (at: string | undefined) =>
        `${collection}?limit=${limit}${at === undefined ? '' : `&cursor=${at}`}`;
      const page = {
        id: pageAt(cursor),
        type: 'AnnotationPage' as const,
        ...(next !== null && { next: pageAt(next) }),
        items,
      };
      if (request.accepted !== 'application/json') reply.header('content-type', ANNO_TYPE);
      if (cursor !== undefined) {
        return reply.send({
          '@context': ANNO_CONTEXT,
          ...page,
          partOf: { id: collection, type: 'AnnotationCollection' },
        });
      }
      const total = await countAnnotations(engine.read, ref);
      const label = 'Quotes that stand in this article';
      return reply.send({
        '@context': ANNO_CONTEXT,
        id: collection,
        type: 'AnnotationCollection',
        label,
        total,
        first: page,
      });
    },
  });
}
