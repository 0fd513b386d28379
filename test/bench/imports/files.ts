import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { ImportFormat } from '../../../src/exchange/import.ts';

/** Rows for each article, publisher or sitting of a file. */
const ROWS_TOGETHER = 20;
const CHUNK = 1024 * 1024;

/** What a file of a format is made of: its beginning, the text of the `n`-th row, what stands between two, its end. */
type Making = { begin: string; row(n: number): string; between: string; end: string };

const lines = (row: (n: number) => object): Making => ({
  begin: '',
  row: (n) => JSON.stringify(row(n)),
  between: '\n',
  end: '\n',
});

const words = (n: number) => `The harbour was open for ${n} days, and ${n % 97} boats could land at the north quay`;
const day = (n: number) => new Date(Date.UTC(2019, 0, 1 + (n % 1800))).toISOString().slice(0, 10);

const review = (n: number) => ({
  '@context': 'https://schema.org',
  ...{ '@type': 'ClaimReview', url: `https://checks-${n % 50}.example/${n}`, claimReviewed: words(n) },
  ...{ datePublished: day(n), author: { '@type': 'Organization', name: `Checks ${n % 50}` } },
  reviewRating: { '@type': 'Rating', alternateName: 'Misleading', ratingValue: '2', bestRating: '5', worstRating: '1' },
  itemReviewed: {
    ...{ '@type': 'Claim', author: { '@type': 'Person', name: `Speaker ${n % 500}` }, datePublished: day(n) },
    appearance: [{ '@type': 'CreativeWork', url: `https://courier.example/${Math.floor(n / ROWS_TOGETHER)}` }],
  },
});

const cells = (values: string[]) => values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',');
const CSV_COLUMNS = [
  ...['id', '@type', 'claimReviewed', 'datePublished', 'url', 'author.name', 'author.url', 'itemReviewed.author.name'],
  ...['reviewRating.alternateName', 'reviewRating.ratingValue', 'reviewRating.bestRating', 'reviewRating.worstRating'],
  ...['itemReviewed.datePublished', 'itemReviewed.appearance.1.url'],
];

/** The lines of a story that statements can be of, before the rows of `record`. */
export const STORY = [
  ...[0, 1].map((n) => ({ type: 'side', slug: `side-${n}`, name: `Side ${n}` })),
  { type: 'dispute', slug: 'harbour', title: 'The harbour', sides: [{ side: 'side-0' }, { side: 'side-1' }] },
  { type: 'question', slug: 'is-it-open', dispute: 'harbour', text: 'Is it open?' },
  { type: 'claim', slug: 'open', question: 'is-it-open', text: 'It is open', terms: ['open'] },
  { type: 'outlet', slug: 'courier', name: 'Courier' },
  ...Array.from({ length: 500 }, (_, n) => ({
    ...{ type: 'speaker', slug: `speaker-${n}`, name: `Speaker ${n}`, affiliations: [{ side: `side-${n % 2}` }] },
  })),
  ...Array.from({ length: 100 }, (_, n) => ({
    ...{ type: 'article', url: `https://courier.example/${n}`, title: `Article ${n}`, outlet: 'courier' },
    ...{ publishedAt: day(n), language: 'en' },
  })),
];

const FILES: Record<ImportFormat, Making> = {
  record: lines((n) => ({
    ...{ type: 'statement', id: `x${n}`, article: `https://courier.example/${n % 100}`, speaker: `speaker-${n % 500}` },
    ...{ dispute: 'harbour', quote: words(n), quoteType: 'direct', saidAt: day(n), language: 'en' },
    stances: [{ claim: 'open', stance: n % 3 === 0 ? 'deny' : 'support' }],
  })),
  claimreview: { begin: '[', row: (n) => JSON.stringify(review(n)), between: ',\n', end: ']' },
  datafeed: {
    begin: '{"@context":"https://schema.org","@type":"DataFeed","dataFeedElement":[',
    row: (n) => JSON.stringify({ '@type': 'DataFeedItem', dateCreated: day(n), item: [review(n)] }),
    between: ',\n',
    end: ']}',
  },
  'claimreview-csv': {
    begin: `${CSV_COLUMNS.join(',')}\n`,
    row: (n) =>
      cells([
        ...[String(n), 'ClaimReview', words(n), day(n), `https://checks-${n % 50}.example/${n}`, `Checks ${n % 50}`],
        ...[`https://checks-${n % 50}.example/`, `Speaker ${n % 500}`, 'Misleading', '2', '5', '1', day(n)],
        `https://courier.example/${Math.floor(n / ROWS_TOGETHER)}`,
      ]),
    between: '\n',
    end: '\n',
  },
  quotebank: lines((n) => ({
    ...{ quoteID: `${day(n)}-${String(n).padStart(6, '0')}`, quotation: words(n), speaker: `Speaker ${n % 500}` },
    ...{ qids: [`Q${1000 + (n % 500)}`], date: `${day(n)} 12:00:00`, numOccurrences: 1 },
    ...{
      probas: [
        [`Speaker ${n % 500}`, '0.9254'],
        ['None', '0.0746'],
      ],
      phase: 'E',
    },
    urls: [`http://courier.example/${Math.floor(n / ROWS_TOGETHER)}`],
  })),
  citron: lines((n) => {
    const text = words(n);
    const source = `Speaker ${n % 500}`;
    const content = { start: source.length + 7, end: source.length + 7 + text.length, text };
    const cue = { start: source.length + 1, end: source.length + 5, text: 'said' };
    const quote = { sources: [{ start: 0, end: source.length, text: source }], coreferences: [], cue };
    return { quotes: [{ ...quote, contents: [content], confidence: '0.8123' }], source: { application: 'citron' } };
  }),
  ninjs: {
    begin: '[',
    row: (n) =>
      JSON.stringify({
        ...{
          uri: `https://agency.example/${n}`,
          type: 'text',
          version: '1',
          language: 'en',
          standard: { name: 'ninjs' },
        },
        ...{ versioncreated: `${day(n)}T12:00:00Z`, byline: `Reporter ${n % 40}` },
        headlines: [{ role: 'main', value: `Harbour, day ${n}` }],
        bodies: [{ role: 'main', contenttype: 'text/plain', value: `${words(n)}. `.repeat(10) }],
      }),
    between: ',\n',
    end: ']',
  },
  tei: {
    begin: `<?xml version="1.0"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="sitting" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title>Sitting</title></titleStmt><sourceDesc><bibl><title>Record of the Assembly</title>
<idno type="URI">https://assembly.example/</idno><date when="2024-05-06"/></bibl></sourceDesc></fileDesc>
<profileDesc><settingDesc><setting><date when="2024-05-06">6 May</date></setting></settingDesc>
<particDesc><listPerson><person xml:id="QuayAnna"><persName><surname>Quay</surname><forename>Anna</forename></persName></person></listPerson></particDesc></profileDesc></teiHeader>
<text><body><div>`,
    row: (n) => `<u who="#QuayAnna" xml:id="u${n}"><seg>${words(n)}.</seg></u>`,
    between: '\n',
    end: '</div></body></text></TEI>',
  },
};

/** Writes a file of so many rows. */
export async function writeFileOf(format: ImportFormat, rows: number, file: string): Promise<void> {
  const { begin, row, between, end } = FILES[format];
  const out = createWriteStream(file);
  let chunk = begin;
  for (let n = 0; n < rows; n += 1) {
    chunk += (n === 0 ? '' : between) + row(n);
    if (chunk.length < CHUNK) continue;
    if (!out.write(chunk)) await new Promise<void>((resolve) => void out.once('drain', () => resolve()));
    chunk = '';
  }
  out.end(chunk + end);
  await finished(out);
}
