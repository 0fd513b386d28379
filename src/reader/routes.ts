import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { seesDrafts } from '../access/guard.ts';
import type { Scope } from '../access/key.ts';
import type { RouteContext } from '../access/route-context.ts';
import type { Comparer } from '../analysis/comparer.ts';
import type { Http } from '../platform/http/http.ts';
import { readForms } from './frame/form.ts';
import { localeFor } from './frame/locale.ts';
import type { ReaderContext } from './frame/reader-context.ts';
import { textOf } from './frame/replies.ts';
import { PAGE_HEADERS, refuseFromElsewhere } from './frame/security.ts';
import { sessionsWith } from './frame/session.ts';
import type { Visit } from './frame/visit.ts';
import { failurePage } from './pages/failure-page.ts';

type Settings = {
  comparer: Comparer;
  publicText: boolean;
  findKey(key: string): Promise<{ id: string; scope: Scope } | null>;
};

/** What the pages are given, over the same stores as the API; who signed in is known by the session. */
export function readerContext(context: RouteContext, { comparer, publicText, findKey }: Settings): ReaderContext {
  const { http, answering, engine, checker } = context;
  readForms(http);
  const sessions = sessionsWith(answering.cursors.secret);
  http.addHook('onRequest', async (request) => {
    if (request.method === 'POST') refuseFromElsewhere(request);
    const key = request.headers.authorization === undefined ? sessions.keyOf(request) : null;
    const known = key === null ? null : await findKey(key);
    if (known !== null) request.caller = { key: known.id, scope: known.scope };
  });
  const visitOf = (request: FastifyRequest): Visit => ({
    engine,
    comparer,
    checker,
    cursors: answering.cursors,
    locale: localeFor(request),
    caller: request.caller,
    sight: { drafts: seesDrafts(request.caller) },
    seesTexts: publicText || request.caller.scope !== null,
    base: answering.baseOf(request),
    address: request.url,
    get signal() {
      return request.gone;
    },
  });
  return { ...context, sessions, visitOf, findKey };
}

/** Failures are pages, too, for who asked for a page. */
export function answerFailuresWithPages(http: Http, baseOf: (request: FastifyRequest) => string): void {
  http.failurePages.make = (request, failure) => {
    if (!wantsPage(request)) return null;
    const page = failurePage(localeFor(request), failure, request.url);
    return { html: textOf(request, baseOf(request), page), headers: { ...PAGE_HEADERS, 'cache-control': 'no-store' } };
  };
}

const PROBLEMS = ['application/problem+json', 'application/json'];

/** Below `/v1` nobody does; of a page everybody does who does not prefer JSON; elsewhere who prefers HTML. */
function wantsPage(request: FastifyRequest): boolean {
  const path = request.url.split('?', 1)[0] as string;
  if (/^\/(v1|v1alpha1|health|metrics|mcp|openapi\.)/.test(path)) return false;
  const isPage = request.routeOptions?.config?.isPage === true;
  const offered = isPage ? ['text/html', ...PROBLEMS] : [...PROBLEMS, 'text/html'];
  const [best] = new Negotiator({ headers: { accept: request.headers.accept } }).mediaTypes(offered);
  return best === 'text/html';
}
