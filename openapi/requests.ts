/** What is asked of the running demo for the example of one operation. */
export type Request = {
  path?: Record<string, string>;
  /** The first item of the list at this address is the `ref` of the path. */
  first?: string;
  /** The operation before that made what this one is about: its id goes into the path. */
  of?: string;
  query?: Record<string, string | string[]>;
  headers?: Record<string, string>;
  body?: unknown;
  /** Members of the body that are the id of the first item of a list. */
  firsts?: Record<string, string>;
  /** The media type of the body, when it is not the first that the operation takes. */
  type?: string;
  /** Asked again until the answer has these members. */
  until?: Record<string, string>;
  /** The lines of a text that are shown. */
  lines?: RegExp;
  /** Shown with all its lists, however long. */
  isWhole?: true;
};

const ARTICLE = 'https://littoral-wire.example/2024/03/12/marrowick-inner-basin';

/** What the `ref` of a path is by default, by its collection. */
export const REFERENCES: Record<string, string> = {
  sides: 'azerbaijan',
  disputes: 'nagorno-karabakh-2023',
  questions: 'lachin-corridor-state',
  outlets: 'dw',
  articles: 'https://p.dw.com/p/4W3DS',
  speakers: 'elchin-amirbayov',
  claims: 'blockade',
};

/**
 * By operation id. A GET needs nothing here as long as its path names a thing and its query needs nothing; a PATCH or
 * DELETE is about what the POST of its collection made. Null for what cannot stand in a document.
 */
export const REQUESTS: Record<string, Request | null> = {
  createSide: { body: { name: 'European Union' } },
  reviseSide: { body: { name: 'European Union (EU)' } },

  createDispute: {
    body: { title: 'A route through Syunik', sides: [{ side: 'armenia' }, { side: 'russia', role: 'mediator' }] },
  },
  reviseDispute: {
    body: { summary: 'Who is to guard a route through the south of Armenia, and whether there is one.' },
  },

  createQuestion: {
    body: { dispute: 'nagorno-karabakh-2023', text: 'Who is to guarantee passage through the corridor?' },
  },
  reviseQuestion: { body: { slug: 'corridor-guarantee' } },

  createOutlet: { body: { name: 'OC Media', homepage: 'https://oc-media.org', country: 'GE' } },
  reviseOutlet: { body: { kind: 'newspaper' } },

  createArticle: {
    body: {
      url: 'https://harbour-times.example/2024/11/08/lamps-on-the-quay?utm_source=newsletter',
      title: 'Lamps on the quay',
      outlet: 'harbour-times',
      byline: ['Dora Pellin'],
      publishedAt: '2024-11-08',
      language: 'en',
    },
  },
  reviseArticle: { body: { accessedAt: '2024-11-09' } },
  listSnapshots: { path: { ref: ARTICLE } },
  createSnapshot: {
    path: { ref: ARTICLE },
    body: {
      text: 'Marrowick port bars inner basin to night landings\n\n“The inner basin is subject to maintenance restrictions,” the authority said.\n',
      retrievedAt: '2024-11-09T08:00:00Z',
    },
  },
  getSnapshot: { path: { ref: ARTICLE, number: '1' } },
  listArticleDrift: { path: { ref: 'https://harbour-times.example/2024/03/13/north-quay-works' } },
  listArticleAnnotations: { path: { ref: ARTICLE }, isWhole: true },

  createSpeaker: {
    body: {
      name: 'António Guterres',
      wikidata: 'Q311440',
      affiliations: [{ title: 'Secretary-General of the United Nations', side: 'united-nations', from: '2017-01-01' }],
    },
  },
  reviseSpeaker: { body: { aliases: ['UN chief'] } },

  createClaim: {
    body: {
      question: 'lachin-corridor-state',
      text: 'The Lachin corridor is open to humanitarian aid',
      terms: ['open to aid'],
    },
  },
  reviseClaim: { body: { terms: [['open to aid', 'aid gets through']] } },

  mergeClaim: {
    path: { ref: 'limited-access' },
    body: { into: 'blockade' },
    headers: { 'Change-Comment': 'Two wordings of one claim?' },
  },
  unmergeClaim: { path: { ref: 'limited-access' }, headers: { 'Change-Comment': 'No: they compete' } },

  getClaimRelation: { first: '/v1/claim-relations?claim=blockade' },
  createClaimRelation: { body: { claim: 'planned-provocation', kind: 'supports', target: 'troop-build-up' } },
  reviseClaimRelation: { body: { note: 'The one is offered as the purpose of the other.' } },

  listStatements: { query: { claim: 'blockade', stance: 'deny' } },
  getStatement: { first: '/v1/statements?claim=limited-access&speaker=elchin-amirbayov' },
  createStatement: {
    body: {
      article: 'https://harbour-times.example/2024/08/22/ombudsman-hearing',
      speaker: 'noemie-valcourt',
      quote: 'I will not rule on a word, closure or upkeep; I will rule on the hours.',
      quoteType: 'direct',
      cue: 'ended the day',
      saidAt: '2024-08-20',
      original: {
        language: 'fr',
        text: 'Je ne trancherai pas sur un mot, fermeture ou entretien ; je trancherai sur les heures.',
      },
      stances: [{ claim: 'marrowick-closure', stance: 'comment' }],
    },
  },
  reviseStatement: {
    body: { setting: 'hearing on the inner basin' },
    headers: { 'Change-Comment': 'Where it was said' },
  },
  deleteStatement: { headers: { 'Change-Comment': 'Recorded already, in French' } },

  restoreStatement: { headers: { 'Change-Comment': 'Not the same words after all' } },
  redactStatement: { body: { reason: 'Order 12/24 of the district court of Marrowick' } },
  redactRebuttal: { body: { reason: 'Order 12/24 of the district court of Marrowick' } },
  redactReview: { body: { reason: 'Order 12/24 of the district court of Marrowick' } },
  redactCorrection: { body: { reason: 'Order 12/24 of the district court of Marrowick' } },

  getRebuttal: { first: '/v1/rebuttals?dispute=nagorno-karabakh-2023' },
  createRebuttal: {
    firsts: {
      statement: '/v1/statements?speaker=bram-hollin&saidFrom=2024-11-05&saidTo=2024-11-05',
      rebuts: '/v1/statements?speaker=maren-oskell&saidFrom=2024-05-14&saidTo=2024-05-14',
    },
    body: { kind: 'concession' },
  },
  reviseRebuttal: { body: { note: 'He takes up the island’s word.' } },

  createReview: {
    body: {
      claim: 'marrowick-closure',
      publisher: 'tessay-gazette',
      url: 'https://tessay-gazette.example/2024/06/02/checked-is-the-basin-closed',
      title: 'Checked: is the inner basin closed?',
      reviewedAt: '2024-06-02',
      rating: { label: 'Mostly true', value: '4', best: 5, worst: 1 },
      language: 'en',
    },
  },
  getReview: { of: 'createReview' },
  listReviewHistory: { of: 'createReview' },
  reviseReview: {
    body: { rating: { normalized: 'mixed' } },
    headers: { 'Change-Comment': 'The text is more careful' },
  },
  createCorrection: {
    body: {
      claim: 'marrowick-closure',
      kind: 'clarification',
      note: 'The basin is closed to night landings; by day it is open.',
      effectiveAt: '2024-06-03',
    },
  },
  getCorrection: { of: 'createCorrection' },
  listCorrectionHistory: { of: 'createCorrection' },
  reviseCorrection: { body: { kind: 'correction' } },

  listChanges: { query: { after: '40' } },
  streamChanges: null,

  searchRecord: { query: { q: 'blockade OR "limited access"', kind: ['claims', 'speakers'] } },
  verifyQuote: {
    body: {
      text: '“There are maintenance restrictions, and they are posted on the gate for anybody to read,” he said.',
      quote: 'There are maintenance restrictions, and they are posted at the gate for anybody to read',
    },
  },
  checkQuotations: {
    body: { text: 'Maren Oskell said: “The inner basin is subject to maintenance restrictions.”' },
  },

  askAsAssistant: {
    headers: { accept: 'application/json, text/event-stream' },
    body: { jsonrpc: '2.0', id: 1, method: 'ping' },
  },

  createImport: {
    query: { format: 'record' },
    body: '{"type":"side","slug":"iran","name":"Iran"}\n{"type":"speaker","slug":"unnamed","name":"","kind":"person"}\n',
  },
  getImport: { of: 'createImport', until: { state: 'done' } },
  getImportRows: { of: 'createImport' },

  createKey: { body: { name: 'Import of the archive', scope: 'write', expiresAt: '2030-01-01T00:00:00.000Z' } },
  revokeKey: { of: 'createKey' },

  listPairs: { query: { speaker: 'armenia-government', limit: '1' } },
  compareClaims: {
    query: { claim: ['blockade', 'limited-access'], side: 'united-nations', from: '2023-09-07', limit: '1' },
  },
  compareTerms: { query: { term: ['blockade', 'limited access'] } },
  listOwnVoice: { query: { term: 'closure' } },
  getStatementThread: { first: '/v1/statements?speaker=united-nations&limit=1' },
  getDisputePositions: { path: { ref: 'marrowick-inner-basin' } },
  getSpeakerPositions: { path: { ref: 'bram-hollin' } },

  getMetrics: { lines: /^# (HELP|TYPE) http_request|^http_request\S*_count{.*route="\/v1\/sides"/ },
  getOpenapiJson: null,
  getOpenapiYaml: null,
};

type Refused = Request & { method: string; url: string; key?: false | 'read' };

/** Requests that are refused, by the code they are refused with; asked once everything above was. */
export const REFUSED: Record<string, Refused> = {
  invalid: { method: 'POST', url: '/v1/questions', body: { text: '', mood: 'angry' } },
  unauthenticated: { method: 'POST', url: '/v1/sides', body: { name: 'Iran' }, key: false },
  forbidden: { method: 'POST', url: '/v1/sides', body: { name: 'Iran' }, key: 'read' },
  'not-found': { method: 'GET', url: '/v1/claims/no-such-claim' },
  'method-not-allowed': { method: 'DELETE', url: '/v1/claims' },
  'not-acceptable': {
    method: 'GET',
    url: '/v1/statements/{getStatementThread}/thread',
    headers: { accept: 'application/pdf' },
  },
  conflict: { method: 'POST', url: '/v1/sides', body: { name: 'Armenia', slug: 'armenia' } },
  'in-use': { method: 'DELETE', url: '/v1/sides/armenia', headers: { 'if-match': '*' } },
  withdrawn: { method: 'GET', url: '/v1/statements/{deleteStatement}' },
  'stale-revision': {
    method: 'PATCH',
    url: '/v1/sides/armenia',
    body: { name: 'Republic of Armenia' },
    headers: { 'if-match': '"2-m0Uu3mU0oJbL5jlrCbTq"' },
  },
  'too-large': {
    method: 'POST',
    url: '/v1/quotes/verify',
    body: { text: 'x'.repeat(1_048_577), quote: 'limited access' },
  },
  'uri-too-long': { method: 'GET', url: `/v1/claims/${'x'.repeat(7000)}` },
  'unsupported-media-type': { method: 'POST', url: '/v1/sides', body: 'name: Iran', type: 'application/yaml' },
  unprocessable: {
    method: 'POST',
    url: '/v1/claim-relations',
    body: { claim: 'blockade', kind: 'contradicts', target: 'blockade' },
  },
  'quote-not-found': statement({ quote: 'We have sunk the fleet of the authority.' }),
  'quote-altered': statement({ quote: 'I never said the end of the year. I said the end of summer' }),
  'side-unknown': statement({
    speaker: 'ilse-corran',
    saidAt: '2018',
    quote: 'I never said the end of the year.',
    dispute: 'marrowick-inner-basin',
  }),
  'dispute-unknown': statement({ side: 'iran' }),
  'wrong-dispute': statement({
    stances: [
      { claim: 'blockade', stance: 'deny' },
      { claim: 'marrowick-closure', stance: 'deny' },
    ],
  }),
  'unknown-reference': statement({ speaker: 'nobody-known' }),
  'precondition-required': { method: 'PATCH', url: '/v1/sides/armenia', body: { name: 'Republic of Armenia' } },
};

function statement(over: object): Refused {
  const body = {
    article: 'https://tessay-gazette.example/2024/05/16/end-of-the-year',
    speaker: 'bram-hollin',
    quote: 'I never said the end of the year.',
    quoteType: 'direct',
    ...over,
  };
  return { method: 'POST', url: '/v1/statements', body };
}

/** What a sound service does not answer on demand. */
export const UNPROVOKED: Record<string, string> = {
  timeout: 'The request did not arrive in time.',
  'headers-too-large': 'The headers may have at most 16 KiB.',
  'idempotency-mismatch': 'This key was used for a request with another body. Use a new one.',
  'rate-limited': 'More than 600 requests a minute. Try again in 12 seconds.',
  internal: 'Something failed on our side. It was logged; nothing of this request was stored.',
  overloaded: 'The service is busy. Try again in a few seconds.',
  'storage-full': 'There is no room left to write. Nothing of this request was stored; reading goes on.',
};
