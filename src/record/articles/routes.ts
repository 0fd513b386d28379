import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { RouteContext } from '../../access/route-context.ts';
import { oneOrMore, Reference } from '../../kernel/entity.ts';
import { Failure } from '../../kernel/failure.ts';
import { Language } from '../../kernel/language.ts';
import { wholeNumber } from '../../kernel/number.ts';
import { pageOf, pageQuery } from '../../kernel/page.ts';
import { answerPage } from '../../platform/http/list.ts';
import { problems } from '../../platform/http/problem.ts';
import { resource } from '../../platform/http/resource.ts';
import { withSimilar } from '../likenesses/store.ts';
import { idInPath } from '../references.ts';
import { updated } from '../updated.ts';
import { withWords } from '../with-words.ts';
import { recordArticle, recordSnapshot, removeArticle, reviseArticle } from './actions.ts';
import { Article, NewArticle } from './article.ts';
import { NewSnapshot, Snapshot, SnapshotKept, SnapshotWithText } from './snapshot.ts';
import {
  type ArticleFilter,
  findSnapshot,
  getArticle,
  listArticles,
  listSnapshots,
  snapshotById,
  snapshotKept,
} from './store.ts';

export function articleRoutes({ http, answering, engine }: RouteContext): void {
  resource(http, answering, {
    path: 'articles',
    names: ['article', 'articles'],
    shape: Article,
    brief: ['id', 'url', 'title', 'publishedAt', 'outlet'],
    fresh: NewArticle,
    filter: {
      outlet: oneOrMore(Reference).describe('Articles of this outlet'),
      language: oneOrMore(Language).describe('Language (BCP 47); `en` finds `en-GB` too'),
      q: withWords('the title, the byline and the agencies'),
      ...updated,
    } satisfies Record<keyof ArticleFilter, z.ZodType>,
    list: (filter: ArticleFilter, paging) => listArticles(engine.read, filter, paging),
    get: (reference) => getArticle(engine.read, reference),
    create: async (body: NewArticle, by) =>
      withSimilar(
        engine.read,
        'article',
        await engine.write(async (tx) => getArticle(tx, await recordArticle(tx, body, by))),
      ),
    again: async (id) => withSimilar(engine.read, 'article', await getArticle(engine.read, id)),
    revise: (reference, expected, patch, by) =>
      engine.write(async (tx) => getArticle(tx, await reviseArticle(tx, reference, expected, patch, by))),
    remove: (reference, expected, by) => engine.write((tx) => removeArticle(tx, reference, expected, by)),
  });
}

const ByReference = z.strictObject({ ref: Reference });
const ByNumber = z.strictObject({
  ref: Reference,
  number: wholeNumber(1, 1_000_000_000).describe('1, 2, 3 … in the order in which they came'),
});

export function snapshotRoutes({ http, answering, engine, checker }: RouteContext): void {
  const created = (reply: FastifyReply, made: SnapshotKept) => {
    const url = `${answering.publicUrl}/v1/articles/${made.article}/snapshots/${made.number}`;
    return reply.code(201).header('location', url).send(made);
  };

  http.get('/articles/:ref/snapshots', {
    config: { needs: 'read', fromRecord: true },
    schema: {
      tags: ['articles'],
      operationId: 'listSnapshots',
      summary: 'List the snapshots of an article',
      description: 'Every text of it that was retrieved, the oldest first, without the texts themselves.',
      params: ByReference,
      querystring: z.strictObject({ ...pageQuery }),
      response: { 200: pageOf(Snapshot), ...problems(400, 401, 403, 404, 429, 503) },
    },
    handler: (request, reply) =>
      answerPage(request, reply, answering, (_filter, paging) =>
        listSnapshots(engine.read, request.params.ref, paging),
      ),
  });

  http.register(async (texts) => {
    texts.addContentTypeParser('text/plain', { parseAs: 'buffer' }, readText);
    texts.withTypeProvider<ZodTypeProvider>().post('/articles/:ref/snapshots', {
      config: {
        needs: 'write',
        takesText: true,
        again: async (_request, reply, id) => {
          const { article, number } = await snapshotById(engine.read, id);
          return created(reply, await snapshotKept(engine.read, article, number));
        },
      },
      bodyLimit: 8 * 1024 * 1024,
      schema: {
        tags: ['articles'],
        operationId: 'createSnapshot',
        summary: 'Keep a retrieved text of an article',
        description:
          'Keeps the text as the next snapshot, and tells what became in it of the quotes that appear in another; their anchors stay where they are. The newest text is the one retrieved last: quotes that appeared nowhere are looked up in it, and an older copy that is added later is only compared. The text may be sent as it is, as `text/plain` in UTF-8, with `?retrievedAt=`.',
        params: ByReference,
        querystring: z.strictObject({
          retrievedAt: NewSnapshot.shape.retrievedAt.describe(
            'When the text was retrieved, where the body does not say it',
          ),
        }),
        body: NewSnapshot,
        response: {
          200: {
            description: 'The newest snapshot has this text already; it is given, and no other is made',
            content: { 'application/json': { schema: SnapshotKept } },
          },
          201: SnapshotKept,
          ...problems(400, 401, 403, 404, 'conflict', 'idempotency-mismatch', 413, 415, 429, 503, 507),
        },
      },
      handler: async (request, reply) => {
        const { article, number, made } = await recordSnapshot(
          engine,
          checker,
          request.params.ref,
          { ...request.query, ...request.body },
          answering.byOf(request),
        );
        const snapshot = await snapshotKept(engine.read, article, number);
        return made ? created(reply, snapshot) : reply.send(snapshot);
      },
    });
  });

  http.get('/articles/:ref/snapshots/:number', {
    config: { needs: 'text' },
    schema: {
      tags: ['articles'],
      operationId: 'getSnapshot',
      summary: 'Read a snapshot with its text',
      description:
        'The text is its outlet’s, so reading it in full needs a key, unless the service says `PUBLIC_TEXT=true`.',
      params: ByNumber,
      response: { 200: SnapshotWithText, ...problems(400, 401, 403, 404, 429, 503) },
    },
    handler: async ({ params: { ref, number } }) => {
      const found = await findSnapshot(engine.read, await idInPath(engine.read, 'article', ref), number);
      if (!found) throw new Failure('not-found', `This article has no snapshot ${number}.`);
      return found;
    },
  });
}

/** A text that is sent as it is: the body that says the same. */
async function readText(request: FastifyRequest, bytes: string | Buffer): Promise<{ text: string }> {
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (!/^(?:utf-?8|us-ascii)$/i.test(charset)) throw new Failure('unsupported-media-type', 'Send the text in UTF-8.');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(bytes)) };
  } catch {
    throw new Failure('invalid', 'The text is not valid UTF-8.');
  }
}
