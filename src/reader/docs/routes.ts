import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { RouteContext } from '../../access/route-context.ts';
import { Failure } from '../../kernel/failure.ts';
import { type Document, operationsOf } from '../../platform/http/document/document.ts';
import { UNEXPECTED } from '../../platform/http/document/parts.ts';
import { problemOf } from '../../platform/http/problem.ts';
import type { PageContent } from '../frame/layout.ts';
import { localeFor } from '../frame/locale.ts';
import { sendPage } from '../frame/replies.ts';
import { addressAsked } from './asked-address.ts';
import { indexPage } from './index-page.ts';
import { keptPages } from './kept-pages.ts';
import { operationPage } from './operation-page.ts';
import { problemsPage } from './problems-page.ts';
import { type Entry, type Reference, referenceOf } from './reference.ts';
import { schemaPage, schemasPage } from './schema-pages.ts';
import type { Shown } from './schema-view.ts';

/** What is open to everyone takes any query. */
const Asked = z.looseObject({ lang: z.string().max(35).optional() });
const Filtered = z.looseObject({ lang: z.string().max(35).optional(), q: z.string().max(200).default('') });
const Named = z.strictObject({ name: z.string() });
const Nothing = z.strictObject({});

/** The documentation, made from the OpenAPI document. It is the same for everybody: no key and no session is looked up. */
export function docsRoutes(
  { http, answering }: Pick<RouteContext, 'http' | 'answering'>,
  document: () => Document,
): void {
  let made: Reference | undefined;
  const reference = () => {
    made ??= referenceFor(document());
    return made;
  };
  const kept = keptPages();
  const page = (
    urls: readonly string[],
    params: z.ZodObject,
    make: (shown: Shown, params: { name: string }, base: string) => PageContent,
  ) => {
    for (const url of urls)
      http.get(url, {
        config: { needs: 'open', isPage: true },
        schema: { hide: true, querystring: Asked, params },
        handler: async (request: FastifyRequest, reply: FastifyReply) => {
          const [locale, base] = [localeFor(request), answering.baseOf(request)];
          const params = request.params as { name: string };
          const name = [locale.language, base, url, params.name].join('\n');
          const content = kept(name, () => make({ locale, reference: reference() }, params, base));
          return sendPage(request, reply, base, content);
        },
      });
  };

  for (const url of ['/docs', '/docs/'])
    http.get(url, {
      config: { needs: 'open', isPage: true },
      schema: { hide: true, querystring: Filtered },
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        const { q } = request.query as z.infer<typeof Filtered>;
        const locale = localeFor(request);
        const make = () => indexPage({ locale, reference: reference() }, q);
        const content = q === '' ? kept(locale.language, make) : make();
        return sendPage(request, reply, answering.baseOf(request), content);
      },
    });
  page(['/docs/schemas'], Nothing, (shown) => schemasPage(shown));
  page(['/docs/problems'], Nothing, (shown) => problemsPage(shown));
  page(['/docs/schemas/:name'], Named, (shown, { name }) => {
    const content = schemaPage(shown, name);
    if (content === undefined) throw new Failure('not-found', `There is no schema ${name}. See /docs/schemas.`);
    return content;
  });
  page(['/docs/:name'], Named, (shown, { name }, base) =>
    operationPage(shown, entryNamed(shown.reference, name), base),
  );

  http.get('/docs/:name/try', {
    config: { needs: 'open', isPage: true },
    schema: { hide: true, querystring: z.looseObject({}), params: Named },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const entry = entryNamed(reference(), (request.params as { name: string }).name);
      if (entry.method !== 'GET') throw new Failure('not-found', 'Only what is read is asked for by an address.');
      const address = addressAsked(reference(), entry, request.query as Record<string, unknown>);
      return reply.code(303).header('location', address).header('cache-control', 'no-store').send();
    },
  });
}

function referenceFor(document: Document): Reference {
  return referenceOf(document, {
    operations: [...operationsOf(document)],
    unexpected: UNEXPECTED,
    typeOf: (code) => problemOf(new Failure(code, '')).type,
  });
}

function entryNamed({ entryOf }: Reference, name: string): Entry {
  const entry = entryOf.get(name);
  if (entry === undefined)
    throw new Failure('not-found', `There is no operation ${name}. See /docs for those there are.`);
  return entry;
}
