import { FAILURES, type FailureCode } from '../../../kernel/failure.ts';
import { PROBLEM_TYPE } from '../problem.ts';
import { type Answer, type Components, type Ref, refTo, upperFirst } from './document.ts';

/** Request headers, under the names by which operations refer to them. */
export const PARAMETERS: Components['parameters'] = {
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description:
      'The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.',
    schema: { type: 'string' },
    example: '*',
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    description: 'The ETag of an answer that is at hand: 304 without a body while it is still the same.',
    schema: { type: 'string' },
  },
  ChangeComment: {
    name: 'Change-Comment',
    in: 'header',
    required: false,
    description: 'Why, as an editor’s summary, in UTF-8; it stands in history.',
    schema: { type: 'string', maxLength: 1000 },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since.',
    schema: { type: 'string', pattern: '^[!-~]{1,255}$' },
  },
};

/** Headers of answers. */
export const HEADERS: Components['headers'] = {
  ETag: {
    description:
      'The version of the answer: of an entity a strong tag, its revision first; of a list or a composed answer a weak one.',
    schema: { type: 'string' },
    example: '"1-m0Uu3mU0oJbL5jlrCbTq"',
  },
  'Cache-Control': {
    description: 'Answers are kept by whoever asked, and asked for again with If-None-Match.',
    schema: { type: 'string' },
    example: 'no-cache',
  },
  'Idempotency-Replayed': {
    description: '`true` when this is the first answer to the same Idempotency-Key again; absent otherwise.',
    schema: { type: 'string', enum: ['true'] },
  },
  Link: {
    description: 'The address of the next page, with `rel="next"`; absent on the last one.',
    schema: { type: 'string' },
    example: '</v1/statements?limit=2&cursor=c2lnbmVk>; rel="next"',
  },
  Location: {
    description: 'The address of what was made.',
    schema: { type: 'string', format: 'uri-reference' },
    example: '/v1/sides/sid_01k6v0a9q21y3',
  },
  RateLimit: {
    description:
      'How many requests are left in this minute, and in how many seconds all of them are back (draft-ietf-httpapi-ratelimit-headers-11).',
    schema: { type: 'string' },
    example: '"minute";r=599;t=42',
  },
  'RateLimit-Policy': {
    description: 'How many requests this key or address may make, and in how many seconds.',
    schema: { type: 'string' },
    example: '"minute";q=600;w=60',
  },
  'RateLimit-Limit': {
    description: 'Requests that this key or address may make in a minute.',
    schema: { type: 'integer' },
    example: 600,
  },
  'RateLimit-Remaining': { description: 'How many of them are left.', schema: { type: 'integer' }, example: 599 },
  'RateLimit-Reset': {
    description: 'Seconds until all of them are back.',
    schema: { type: 'integer' },
    example: 60,
  },
  'Retry-After': {
    description: 'Seconds after which to try again.',
    schema: { type: 'integer' },
    example: 5,
  },
  'WWW-Authenticate': {
    description: 'How to show who you are.',
    schema: { type: 'string' },
    example: 'Bearer realm="counterclaim"',
  },
  'X-Request-Id': {
    description: 'What the service’s log knows this request as.',
    schema: { type: 'string' },
    example: '01K6V0A9Q2W8E5R7T1Y3Z4X6C8',
  },
};

export const COUNTED = ['RateLimit', 'RateLimit-Policy', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'];

export function headers(names: string[]): Record<string, Ref> {
  return Object.fromEntries([...new Set(names)].map((name) => [name, refTo('headers', name)]));
}

/** The name of the answer that has one of these codes, the same for every operation: `InUse`, `ConflictOrInUse`. */
export function problemName(codes: readonly FailureCode[], all: readonly FailureCode[]): string {
  const [first] = codes;
  if (codes.length > 2 && codes.length === all.length && first) return `AnyProblem${FAILURES[first][0]}`;
  return codes.map((code) => code.split('-').map(upperFirst).join('')).join('Or');
}

export function problemAnswer(codes: readonly FailureCode[]): Answer {
  return {
    // What several codes say is told by their examples.
    description: codes
      .map((code) => (codes.length > 1 ? `\`${code}\`` : `\`${code}\`: ${FAILURES[code][1]}`))
      .join(', '),
    content: { [PROBLEM_TYPE]: { schema: refTo('schemas', 'Problem') } },
    'x-codes': [...codes],
  };
}

/** What any request can meet, whatever it asks for. */
export const UNEXPECTED: FailureCode[] = [
  'method-not-allowed',
  'timeout',
  'uri-too-long',
  'expectation-failed',
  'headers-too-large',
  'internal',
  'invalid',
  'unauthenticated',
  'forbidden',
  'not-acceptable',
  'too-large',
  'unsupported-media-type',
  'rate-limited',
  'overloaded',
  'storage-full',
];

export function unexpectedAnswer(): Answer {
  return {
    description:
      'What any request can meet, in the same shape: 400, 401 and 403 where a key is needed, 406, 413, 415, 429, 503, and 507 where something is written',
    headers: headers(['X-Request-Id', 'WWW-Authenticate', 'Retry-After', ...COUNTED]),
    content: { [PROBLEM_TYPE]: { schema: refTo('schemas', 'Problem') } },
    'x-codes': UNEXPECTED,
  };
}
