import { Chance, vocabulary } from '../random.ts';
import { CLAIMS_OF_QUESTION, id, QUESTIONS } from '../record.ts';
import type { Sent } from './connections.ts';

export const KEY = 'cck_the-key-of-the-benchmark-of-overload';

/** What is asked, and of a hundred requests how many ask it. */
const SHARES = { id: 55, page: 25, claims: 5, words: 5, write: 10 } as const;
export type Sort = keyof typeof SHARES;
export const SORTS = Object.keys(SHARES) as Sort[];
/** A request, and of one that records what it records. */
export type Asked = Sent & { sort: Sort };

const ARTICLES = 400;
const SENTENCES = 200;
const VOCABULARY = 20_000;

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (n: number) => [...String(n)].map((digit) => NUMBERS[Number(digit)]).join(' ');
const sentenceOf = (n: number) => `This was convoy ${inWords(n)} of the relief that was promised to the valley`;
const urlOf = (article: number) => `https://overload.example/${article}`;

/** Articles with texts that statements are recorded from; the rest of the generated record has none. */
export const STORY: readonly object[] = Array.from({ length: ARTICLES }, (_, n) => [
  {
    type: 'article',
    url: urlOf(n),
    title: `Relief ${n}`,
    outlet: 'outlet-0',
    publishedAt: '2023-05-01',
    language: 'en',
  },
  {
    type: 'snapshot',
    article: urlOf(n),
    text: Array.from({ length: SENTENCES }, (_, at) => `“${sentenceOf(at)},” the spokesman said.`).join('\n'),
  },
]).flat();

const keyed = { authorization: `Bearer ${KEY}` };

/** The n-th statement that is recorded; its quote is looked up in the text of its article. */
export function writeOf(n: number, chance: Chance): Sent {
  const statement = {
    article: urlOf(n % ARTICLES),
    speaker: `speaker-${20 * chance.below(250)}`,
    quote: sentenceOf(Math.floor(n / ARTICLES) % SENTENCES),
    quoteType: 'direct',
    saidAt: '2023-04-30',
    stances: [{ claim: `claim-${QUESTIONS * chance.below(CLAIMS_OF_QUESTION)}`, stance: 'support' }],
    note: `written ${n}`,
  };
  const headers = { ...keyed, 'content-type': 'application/json' };
  return { method: 'POST', path: '/v1/statements', headers, body: JSON.stringify(statement) };
}

export function comparisonOfClaims(chance: Chance): string {
  const question = chance.below(QUESTIONS);
  const other = question + QUESTIONS * (1 + chance.below(CLAIMS_OF_QUESTION - 1));
  return `/v1/comparisons/claims?claim=claim-${question}&claim=claim-${other}`;
}

const vocabularies = new Map<number, string[]>();

/** Of two words that no claim lists, one of them rare. */
export function comparisonOfWords(size: number, chance: Chance): string {
  const words = vocabularies.get(size) ?? vocabulary(new Chance(size), VOCABULARY);
  vocabularies.set(size, words);
  const word = (from: number, to: number) => words[from + chance.below(to - from)] as string;
  return `/v1/comparisons/terms?term=${word(500, 4_000)}&term=${word(4_000, 19_000)}`;
}

/**
 * What clients ask of a generated record of this size, one request after another, the same each time for one seed: seldom
 * the same twice. No statement is recorded twice as long as each begins with its writes where the one before ended.
 */
export function requestsOf(size: number, seed: number, firstWrite: number): () => Asked {
  const chance = new Chance(seed);
  const hundred = SORTS.flatMap((sort) => Array.from({ length: SHARES[sort] }, () => sort));
  let written = firstWrite;

  function pathOf(sort: Exclude<Sort, 'write'>): string {
    if (sort === 'id') return `/v1/statements/${id('stm', chance.below(size))}`;
    if (sort === 'page') return `/v1/statements?claim=claim-${chance.below(QUESTIONS * CLAIMS_OF_QUESTION)}`;
    return sort === 'words' ? comparisonOfWords(size, chance) : comparisonOfClaims(chance);
  }

  return () => {
    const sort = chance.oneOf(hundred);
    if (sort === 'write') return { sort, ...writeOf(written++, chance) };
    return { sort, method: 'GET', path: pathOf(sort), headers: chance.happens(0.5) ? keyed : {} };
  };
}
