import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { FAILURES, Failure, type FailureCode, type Fault } from '../../kernel/failure.ts';
import { Moved } from '../../kernel/moved.ts';
import { faultsOf, invalid } from '../../kernel/validate.ts';
import { missingBody, otherMediaType } from './bodies.ts';
import type { Http } from './http.ts';

// Imported, it would bring all that its module can, with a client for HTTP that nobody here needs.
const { STATUS_CODES } = process.getBuiltinModule('node:http');

export const PROBLEM_TYPE = 'application/problem+json';

/** Every error of every route (RFC 9457), with what helps to mend the request. */
export const Problem = z
  .looseObject({
    type: z.string().describe('Identifies the kind of problem'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What is wrong this time, and what to do about it'),
    code: z.enum(Object.keys(FAILURES) as [FailureCode, ...FailureCode[]]),
    errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })),
  })
  .meta({ id: 'Problem' });

type StatusOf<Answer> = Answer extends FailureCode ? (typeof FAILURES)[Answer][0] : Answer;

/**
 * The answers of a route that are problems, for its schema: by status, for every code that has it, or by code where
 * only some of a status's codes can come.
 */
export function problems<const Answers extends readonly (number | FailureCode)[]>(...answers: Answers) {
  const codes = new Map<number, FailureCode[]>();
  for (const answer of answers) {
    const [status, told] = typeof answer === 'number' ? [answer, codesWith(answer)] : [FAILURES[answer][0], [answer]];
    codes.set(status, [...new Set([...(codes.get(status) ?? []), ...told])]);
  }
  return Object.fromEntries(
    [...codes].map(([status, told]) => [
      status,
      // In one order, so that the same codes are the same answer.
      {
        description: STATUS_CODES[status],
        codes: codesWith(status).filter((code) => told.includes(code)),
        content: { [PROBLEM_TYPE]: { schema: Problem } },
      },
    ]),
  ) as unknown as Record<StatusOf<Answers[number]>, typeof Problem>;
}

/** Every code that has this status. */
export function codesWith(status: number): FailureCode[] {
  return (Object.keys(FAILURES) as FailureCode[]).filter((code) => FAILURES[code][0] === status);
}

export function problemOf(failure: Failure): z.infer<typeof Problem> {
  return {
    type: `urn:counterclaim:problem:${failure.code}`,
    title: failure.title,
    status: failure.status,
    detail: failure.message,
    code: failure.code,
    errors: [...failure.faults],
    ...failure.help,
  };
}

/** A page that tells a person what a problem document tells a program. */
export type FailurePage = { html: string; headers: Record<string, string> };

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether it answers a page for people: what moved is looked for among the pages then, and not below `/v1`. */
    isPage?: boolean;
  }
  interface FastifyInstance {
    /** What makes pages of failures, once there are pages; null for who wants the problem document. */
    failurePages: { make: ((request: FastifyRequest, failure: Failure) => FailurePage | null) | null };
  }
}

export function sendProblem(reply: FastifyReply, failure: Failure): FastifyReply {
  if (failure.code === 'unauthenticated') reply.header('www-authenticate', challengeTo(reply.request));
  if (failure.code === 'overloaded' && !reply.hasHeader('retry-after')) reply.header('retry-after', '1');
  const page = reply.server.failurePages.make?.(reply.request, failure) ?? null;
  if (page !== null) return reply.code(failure.status).headers(page.headers).serializer(String).send(page.html);
  return reply
    .code(failure.status)
    .header('content-type', PROBLEM_TYPE)
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send(problemOf(failure));
}

/** What is wrong with a key that was sent is said as RFC 6750, section 3.1, has it; without one nothing is. */
function challengeTo({ headers }: FastifyRequest): string {
  return `Bearer realm="counterclaim"${headers.authorization === undefined ? '' : ', error="invalid_token"'}`;
}

/** Answers every error of the application and of Fastify itself as a problem; what nobody expected is logged and bare. */
export function answerProblems(app: Http, publicUrl: string): void {
  app.decorate('failurePages', { make: null });
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof Moved) {
      const prefix = request.routeOptions.config.isPage ? '' : '/v1';
      return redirect(request, reply, `${publicUrl}${prefix}/${error.path}`);
    }
    const failure = failureOf(error, request);
    if (failure.status >= 500 && failure.code === 'internal') request.log.error({ err: error }, 'unexpected failure');
    return sendProblem(reply, failure);
  });
  app.setNotFoundHandler((request, reply) => {
    if (OFFERED_SOMEWHERE.has(request.method)) return sendProblem(reply, nothingAt(request.url));
    reply.header('allow', [...OFFERED_SOMEWHERE].filter((method) => method !== 'PUT').join(', '));
    return sendProblem(reply, new Failure('method-not-allowed', `${request.method} is not offered here.`));
  });
}

/** The methods that may lead somewhere; PUT leads nowhere, but is asked for by mistake. */
const OFFERED_SOMEWHERE: ReadonlySet<string> = new Set('GET HEAD POST PATCH DELETE OPTIONS PUT'.split(' '));

function nothingAt(url: string): Failure {
  const path = url.split('?', 1)[0] as string;
  const hint = /^\/v1\/[a-z-]+\/https?:/i.test(path)
    ? ' A URL in a path is percent-encoded: / as %2F, : as %3A.'
    : /.\/$/.test(path)
      ? ' Leave out the slash at its end.'
      : '';
  return new Failure('not-found', `There is nothing at ${path.slice(0, 500)}.${hint} See /docs for what there is.`);
}

/** The same request, with all that follows the entity in its address. It may come back, so nobody keeps this answer. */
function redirect(request: FastifyRequest, reply: FastifyReply, location: string): FastifyReply {
  const [, rest = ''] = /^\/v1\/[^/?]*\/[^/?]*(.*)$/s.exec(request.url) ?? [];
  return reply
    .code(308)
    .header('location', location + rest)
    .header('cache-control', 'no-cache')
    .send();
}

/** What an error means to the caller. */
export function failureOf(error: unknown, request?: FastifyRequest): Failure {
  if (error instanceof Failure) return error;
  if (hasZodFastifySchemaValidationErrors(error)) return invalidRequest(error, request);
  const { statusCode, code, message } = (error ?? {}) as { statusCode?: number; code?: string; message?: string };
  const mapped = code === undefined ? undefined : FASTIFY_FAILURES[code];
  if (mapped) return new Failure(mapped[0], mapped[1]);
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return otherMediaType(request);
  if (statusCode === 429) return new Failure('rate-limited', message ?? 'Too many requests.');
  if (statusCode === 503) return new Failure('overloaded', 'The service is busy. Try again in a moment.');
  if (statusCode === 415) return new Failure('unsupported-media-type', 'This media type is not understood here.');
  if (statusCode === 413) return new Failure('too-large', 'The body is too large.');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Failure('invalid', message ?? 'The request is not valid.');
  }
  return new Failure('internal', 'Something failed on our side. It was logged; nothing of this request was stored.');
}

/** Fastify's own refusals, by their codes. */
const FASTIFY_FAILURES: Record<string, [FailureCode, string]> = {
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['invalid', 'The body is not as long as Content-Length says.'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['too-large', 'The body is too large: 1 MiB is taken, 8 MiB where a text is sent.'],
  FST_ERR_BAD_URL: ['invalid', 'The address is not well formed: a percent sign must begin the code of a UTF-8 byte.'],
  FST_ERR_MAX_PARAM_LENGTH: ['uri-too-long', 'A part of the address is too long.'],
};

function invalidRequest(
  error: { validation: readonly unknown[]; validationContext?: string },
  request?: FastifyRequest,
): Failure {
  const place = error.validationContext ?? 'body';
  const issues = (error.validation as ValidationIssue[]).map(({ instancePath, keyword, message, params }) => ({
    ...params,
    path: instancePath === '/' ? [] : instancePath.slice(1).split('/'),
    message: message ?? 'is not valid',
    code: keyword,
  }));
  if (place === 'body') {
    if (request?.body === undefined || request.body === null) return missingBody();
    const body = request.routeOptions.schema?.body;
    return invalid(withKnown(faultsOf(issues), body, request.routeOptions.schema?.response));
  }
  // The name of a parameter, whichever of its values is meant.
  const faults = faultsOf(issues, (path) => path[0] ?? '');
  if (place === 'querystring')
    return invalid(withKnown(faults, request?.routeOptions.schema?.querystring), 'the query');
  if (place === 'headers') return invalid(faults, 'the headers');
  const isEmptyReference = request?.url.split('?', 1)[0]?.endsWith('/') === true;
  const named = isEmptyReference ? faults.map((fault) => ({ ...fault, detail: NOTHING_NAMED })) : faults;
  return invalid(named, 'the address');
}

const NOTHING_NAMED = 'names nothing: leave out the slash at the end for the list, or name one by its id or slug';

/** Faults that say what is known at a place where something was not, and how to write what is repeated. */
function withKnown(faults: readonly Fault[], schema: unknown, answers?: unknown): Fault[] {
  const shown = answers === undefined ? [] : shownBy(answers);
  return faults.map(({ pointer, detail }) => {
    const steps = pointer.split('/').filter((step) => step !== '');
    const name = steps.at(-1) ?? '';
    const plain = name.replace(/\[\d*\]$/, '');
    const around = membersAt(schema, steps.slice(0, -1));
    if (detail === 'is not known here' && plain !== name && around.includes(plain))
      return { pointer, detail: `is not known here: write ${plain}=…, and repeat it for further values` };
    if (detail === 'is not known here' && steps.length === 1 && shown.includes(name))
      return { pointer, detail: 'is read-only: leave it out' };
    if (detail === 'is not known here' && around.length > 0)
      return { pointer, detail: `is not known here; known are ${around.join(', ')}` };
    const inside = detail === 'must be an object' ? membersAt(schema, steps) : [];
    return { pointer, detail: inside.length > 0 ? `must be an object with ${inside.join(', ')}` : detail };
  });
}

/** The members of what a route answers when it succeeds. */
function shownBy(answers: unknown): string[] {
  const { 200: ok, 201: created } = answers as Record<number, unknown>;
  return membersAt(ok ?? created, []);
}

/** The members that a schema knows at a place; none where it is no object, or of several kinds. */
function membersAt(schema: unknown, steps: readonly string[]): string[] {
  let at = unwrapped(schema);
  for (const step of steps) {
    if (at instanceof z.ZodArray) at = unwrapped(at.element);
    else if (at instanceof z.ZodObject) at = unwrapped(at.shape[step]);
    else return [];
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function unwrapped(schema: unknown): unknown {
  const isWrapped =
    schema instanceof z.ZodDefault || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable;
  if (isWrapped) return unwrapped(schema.unwrap());
  return schema instanceof z.ZodPipe ? unwrapped(schema.out) : schema;
}

type ValidationIssue = { instancePath: string; message?: string; keyword: string; params: Record<string, unknown> };
