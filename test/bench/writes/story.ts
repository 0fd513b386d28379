/** Articles that statements are recorded from, besides a full one, and the sentences of each. */
export const ARTICLES = 400;
export const SENTENCES = 150;
/** The article that has many statements, and another with the same text that has few. */
export const FULL = ARTICLES;
export const EMPTY = ARTICLES + 1;
const FULL_SENTENCES = 6_000;
const SPEAKERS = 200;

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (n: number) => [...String(n)].map((digit) => NUMBERS[Number(digit)]).join(' ');

/** The words of a sentence: no two of an article are alike, and every second has the term that a claim lists. */
function sentenceOf(n: number): string {
  const state = n % 2 === 0 ? 'a blockade' : 'an open road';
  return `This is ${state} for convoy ${inWords(n)} of the relief that was promised to the valley`;
}

/** The text of an article. */
export function textOf(article: number): string {
  const count = article >= ARTICLES ? FULL_SENTENCES : SENTENCES;
  return Array.from({ length: count }, (_, n) => `“${sentenceOf(n)},” the spokesman said.`).join('\n');
}

export function newStatement(article: number, n: number): object {
  return {
    article: urlOf(article),
    speaker: `speaker-${(article + n) % SPEAKERS}`,
    quote: sentenceOf(n),
    quoteType: 'direct',
    saidAt: dayOf(article + n),
    stances: [{ claim: n % 2 === 0 ? 'blockade' : 'open', stance: 'support' }],
  };
}

const urlOf = (article: number) => `https://courier.example/${article}`;
const dayOf = (n: number) => new Date(Date.UTC(2019, 0, 1 + (n % 1800))).toISOString().slice(0, 10);

/** What there is before statements are recorded. */
export const STORY: readonly object[] = [
  ...[0, 1].map((n) => ({ type: 'side', slug: `side-${n}`, name: `Side ${n}` })),
  { type: 'dispute', slug: 'road', title: 'The road', sides: [{ side: 'side-0' }, { side: 'side-1' }] },
  { type: 'question', slug: 'is-it-open', dispute: 'road', text: 'Is it open?' },
  { type: 'claim', slug: 'blockade', question: 'is-it-open', text: 'It is a blockade', terms: ['blockade'] },
  { type: 'claim', slug: 'open', question: 'is-it-open', text: 'It is open', terms: ['open road'] },
  { type: 'outlet', slug: 'courier', name: 'Courier' },
  ...Array.from({ length: SPEAKERS }, (_, n) => ({
    type: 'speaker',
    slug: `speaker-${n}`,
    name: `Speaker ${n}`,
    affiliations: [{ side: `side-${n % 2}` }],
  })),
  ...Array.from({ length: ARTICLES + 2 }, (_, article) => [
    {
      type: 'article',
      url: urlOf(article),
      title: `Article ${article}`,
      outlet: 'courier',
      publishedAt: dayOf(article),
      language: 'en',
    },
    { type: 'snapshot', article: urlOf(article), text: textOf(article) },
  ]).flat(),
];
