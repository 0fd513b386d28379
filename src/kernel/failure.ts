/** Every code a caller can meet, with its HTTP status and the title that goes with it. */
export const FAILURES = {
  invalid: [400, 'The request is not valid'],
  unauthenticated: [401, 'A key is needed'],
  forbidden: [403, 'This key may not do that'],
  'not-found': [404, 'There is no such thing here'],
  'method-not-allowed': [405, 'This method is not offered here'],
  'not-acceptable': [406, 'None of the accepted formats is offered here'],
  timeout: [408, 'The request took too long to arrive'],
  conflict: [409, 'This conflicts with what is recorded'],
  'in-use': [409, 'Others refer to this'],
  'idempotency-mismatch': [409, 'This Idempotency-Key was used for another request'],
  withdrawn: [410, 'This was withdrawn'],
  'stale-revision': [412, 'Somebody changed this in the meantime'],
  'too-large': [413, 'This is too large'],
  'uri-too-long': [414, 'This address is too long'],
  'unsupported-media-type': [415, 'This media type is not understood'],
  'expectation-failed': [417, 'What the request expects is not offered here'],
  unprocessable: [422, 'This cannot be recorded'],
  'quote-not-found': [422, 'The quote does not stand in the article'],
  'quote-altered': [422, 'The quote stands in the article in other words'],
  'side-unknown': [422, 'It is not known which side the speaker spoke for'],
  'dispute-unknown': [422, 'It is not known which dispute this belongs to'],
  'wrong-dispute': [422, 'This belongs to another dispute'],
  'unknown-reference': [422, 'A reference leads nowhere'],
  'precondition-required': [428, 'If-Match is needed'],
  'rate-limited': [429, 'Too many requests'],
  'headers-too-large': [431, 'The headers are too large'],
  internal: [500, 'This is our fault'],
  overloaded: [503, 'Too busy at the moment'],
  'storage-full': [507, 'There is no room left to write'],
} as const;

export type FailureCode = keyof typeof FAILURES;

/** What is wrong at one place of the request; `pointer` is a JSON Pointer (RFC 6901) into the body, or a parameter's name. */
export type Fault = { pointer: string; detail: string };

/** An expected refusal, safe to show to the caller. Anything else that is thrown is a bug: logged in full, answered as a bare 500. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly faults: readonly Fault[];
  /** Further members of the problem document that help to mend the request. */
  readonly help: Readonly<Record<string, unknown>>;

  constructor(code: FailureCode, detail: string, options: { faults?: readonly Fault[]; help?: object } = {}) {
    super(detail);
    this.name = 'Failure';
    this.code = code;
    this.faults = options.faults ?? [];
    this.help = { ...options.help };
  }

  get status(): number {
    return FAILURES[this.code][0];
  }

  get title(): string {
    return FAILURES[this.code][1];
  }
}

/** The same refusal with its faults placed under `pointer`, for a part that was checked apart from its whole. */
export function within(pointer: string, failure: Failure): Failure {
  const faults = failure.faults.map((fault) => ({ ...fault, pointer: pointer + fault.pointer }));
  return new Failure(failure.code, failure.message, { faults, help: failure.help });
}
