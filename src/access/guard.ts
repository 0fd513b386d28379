import type { FastifyRequest, preParsingHookHandler } from 'fastify';
import type {} from '../idempotency/answers.ts';
import type { Author } from '../kernel/author.ts';
import { Failure } from '../kernel/failure.ts';
import { decodeUtf8, NOT_UTF8 } from '../kernel/json.ts';
import { lengthInCodePoints } from '../kernel/text.ts';
import type { Http } from '../platform/http/http.ts';
import { allows, isKey, type Needs, type Scope } from './key.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a caller must hold. A route that does not say is refused at start. */
    needs?: Needs;
  }
  interface FastifyRequest {
    caller: Caller;
  }
}

/** Who asks: the key's id and scope, or nobody. */
export type Caller = { key: string | null; scope: Scope | null };

export type Openness = { publicRead: boolean; publicText: boolean };

const NOBODY: Caller = { key: null, scope: null };
/** Somebody with a key that is not known here. */
const STRANGER: Caller = { key: null, scope: null };
const COMMENT_LENGTH_MAX = 1000;

type FindKey = (key: string) => Promise<{ id: string; scope: Scope } | null>;

/**
 * Lets through only what each route says it needs; a route that does not say keeps the service from starting.
 *
 * Who calls is found out first, so that requests can be counted by key; who may not is refused after they were counted,
 * so that guessing keys is limited too, and before a body is read.
 */
export function guardRoutes(app: Http, open: Openness, findKey: FindKey): void {
  const routes: { url: string; config?: { needs?: Needs } }[] = [];
  app.decorateRequest('caller');
  app.addHook('onRoute', (route) => {
    routes.push(route as (typeof routes)[number]);
    const guard: preParsingHookHandler = (request, _reply, payload, done) => {
      refuseUnless(request.caller, route.config?.needs ?? 'open', open);
      done(null, payload);
    };
    route.preParsing = [route.preParsing ?? [], guard].flat();
  });
  app.addHook('onReady', async () => {
    const silent = routes.find(({ config }) => config?.needs === undefined);
    if (silent) throw new Error(`The route ${silent.url} does not say what it needs.`);
  });
  app.addHook('onRequest', (request, _reply, done) => {
    const { authorization } = request.headers;
    request.caller = NOBODY;
    // What is open to everyone does not need the database to find out who asks.
    if (authorization === undefined || request.routeOptions.config?.needs === 'open') return done();
    callerOf(authorization, findKey).then((caller) => {
      request.caller = caller;
      done();
    }, done);
  });
}

async function callerOf(authorization: string, findKey: FindKey): Promise<Caller> {
  const key = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  const known = key !== undefined && isKey(key) ? await findKey(key) : null;
  return known === null ? STRANGER : { key: known.id, scope: known.scope };
}

function refuseUnless(caller: Caller, needs: Needs, { publicRead, publicText }: Openness): void {
  const { scope } = caller;
  if (needs === 'open') return;
  if (caller === STRANGER) {
    throw new Failure(
      'unauthenticated',
      'This key is not known here, was revoked, or has expired. Send `Authorization: Bearer cck_…`.',
    );
  }
  if ((needs === 'read' && publicRead) || (needs === 'text' && publicText)) return;
  const needed = needs === 'text' ? 'read' : needs;
  if (allows(scope, needed)) return;
  if (scope === null)
    throw new Failure(
      'unauthenticated',
      `This needs a key with the scope ${needed}. Send \`Authorization: Bearer cck_…\`.`,
    );
  throw new Failure('forbidden', `This needs a key with the scope ${needed}; this one has ${scope}.`);
}

/** Who may see drafts: those who may write. */
export function seesDrafts({ scope }: Caller): boolean {
  return allows(scope, 'write');
}

/** Who writes, and why: the header `Change-Comment`, in UTF-8. */
export function byOf(request: FastifyRequest): Author {
  const header = request.headers['change-comment'];
  const text = Array.isArray(header) ? header.join(', ') : header;
  // Node reads each byte of a header as a character.
  const comment = text === undefined ? '' : decodeUtf8(Buffer.from(text, 'latin1'))?.trim();
  if (comment === undefined) throw refusedComment(NOT_UTF8);
  if (lengthInCodePoints(comment) > COMMENT_LENGTH_MAX)
    throw refusedComment(`must have at most ${COMMENT_LENGTH_MAX} characters`);
  const by = { actor: request.caller.key ?? 'nobody', comment: comment === '' ? null : comment };
  return request.once ? { ...by, once: request.once } : by;
}

function refusedComment(detail: string): Failure {
  const pointer = 'Change-Comment';
  return new Failure('invalid', `The header ${pointer} ${detail}.`, { faults: [{ pointer, detail }] });
}
