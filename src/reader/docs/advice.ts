import type { FailureCode } from '../../kernel/failure.ts';

/** What whoever meets a problem does next. */
export const ADVICE: Record<FailureCode, string> = {
  invalid: 'Mend what `errors` names, each by its place, and send it again. The same request is refused each time.',
  unauthenticated:
    'Send a key of this service in `Authorization: Bearer cck_…`. One that was sent is unknown, revoked or has expired.',
  forbidden: 'Use a key with the scope that the detail names; whoever has an `admin` key makes one.',
  'not-found': 'Look it up in the list of its kind, or by search: names and ids that once led here still do.',
  'method-not-allowed': 'Use a method that the header `Allow` names.',
  'not-acceptable': 'Ask for one of the media types in `offered`, or leave `Accept` and `format` out for JSON.',
  timeout: 'Send the whole request again, faster or in smaller parts.',
  conflict: 'Read what is recorded and decide which of the two is right; the detail says what stands against it.',
  duplicate: 'Use what is there already: `existing` has its id. Revise that where yours says more.',
  'in-use': 'Change or remove what refers to it first; `references` counts that by kind.',
  'idempotency-mismatch':
    'Use a new `Idempotency-Key` for each new request, and the same one only to send the same request again.',
  withdrawn:
    'Leave it out of what you show. `reason` and `withdrawnAt` say why and since when; its history is still there.',
  'stale-revision':
    'Read it again, make your change on what it is now, and send that with the new `ETag` in `If-Match`.',
  'too-large': 'Send less: the detail says how much is taken.',
  'uri-too-long': 'Ask for less in one address: fewer values of a filter, or shorter ones.',
  'unsupported-media-type': 'Send one of the media types that the operation names, in UTF-8.',
  'expectation-failed': 'Leave the header `Expect` out.',
  unprocessable: 'Mend what `errors` names: it is well formed, and breaks a rule of the record.',
  'quote-not-found':
    'Take the words from the article as it has them; `closest` shows what comes nearest. A paraphrase is recorded as `indirect`.',
  'quote-altered': 'Compare your words with `closest`: send those, or the `suggestion`, which is verified.',
  'side-unknown': 'Name the `side`, or record an affiliation of the speaker for that time.',
  'dispute-unknown': 'Name the `dispute`, or a stance on one of its claims.',
  'wrong-dispute': 'Refer to what belongs to the same dispute.',
  'unknown-reference': 'Correct the id or slug that `errors` names, or record what it should lead to first.',
  'precondition-required': 'Read it, and send its `ETag` in `If-Match`.',
  'rate-limited': 'Wait as long as `Retry-After` says. A key is counted by itself, apart from its address.',
  'headers-too-large': 'Send fewer or shorter headers, cookies among them.',
  internal: 'Try again; if it stays, tell whoever runs the service the `X-Request-Id` of the answer.',
  overloaded: 'Wait as long as `Retry-After` says, then send the same again.',
  'storage-full': 'Tell whoever runs the service. Reading goes on; nothing of the request was stored.',
};
