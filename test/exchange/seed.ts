/** A line of an import. */
export type Row = Record<string, unknown>;

/** Two sides, a question, an article with its text, and three statements, of which two answer the first. */
export const SEED: Row[] = [
  { type: 'side', slug: 'north', name: 'North' },
  { type: 'side', slug: 'south', name: 'South' },
  { type: 'dispute', slug: 'harbour', title: 'The harbour', sides: [{ side: 'north' }, { side: 'south' }] },
  { type: 'question', slug: 'open', dispute: 'harbour', text: 'Is it open?' },
  { type: 'claim', slug: 'is-open', question: 'open', text: 'It is open' },
  { type: 'claim', slug: 'is-shut', question: 'open', text: 'It is shut' },
  { type: 'claim-relation', claim: 'is-shut', target: 'is-open', kind: 'contradicts' },
  { type: 'outlet', slug: 'courier', name: 'Courier' },
  {
    type: 'article',
    url: 'https://courier.example/a?utm_source=x',
    title: 'A',
    outlet: 'courier',
    publishedAt: '2024-03-01',
  },
  {
    type: 'snapshot',
    article: 'https://courier.example/a',
    text: 'They said “it stands open”. He said “it is shut”. Asked again: “it is locked”.',
  },
  { type: 'speaker', slug: 'anna', name: 'Anna', affiliations: [{ side: 'north' }] },
  { type: 'speaker', slug: 'ben', name: 'Ben', affiliations: [{ side: 'south' }] },
  {
    type: 'statement',
    id: 'x1',
    article: 'https://courier.example/a',
    speaker: 'anna',
    quote: 'it stands open',
    quoteType: 'direct',
    stances: [{ claim: 'is-open', stance: 'support' }],
  },
  {
    type: 'statement',
    id: 'x2',
    article: 'https://courier.example/a',
    speaker: 'ben',
    quote: 'it is shut',
    quoteType: 'direct',
    stances: [{ claim: 'is-open', stance: 'deny' }],
    rebuts: [{ statement: 'x1', kind: 'denial' }],
  },
  {
    type: 'statement',
    id: 'x3',
    article: 'https://courier.example/a',
    speaker: 'ben',
    quote: 'it is locked',
    quoteType: 'direct',
    dispute: 'harbour',
    repeats: 'x2',
  },
  { type: 'rebuttal', statement: 'x3', rebuts: 'x1', kind: 'undercut', note: 'Again' },
];
