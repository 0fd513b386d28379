import { expect, onTestFinished, test } from 'vitest';
import { importRows } from '../../src/exchange/foreign-import.ts';
import type { ReadRow, SaidLine } from '../../src/exchange/formats/row.ts';
import { importRecords } from '../../src/exchange/record-import.ts';
import { removeArticle } from '../../src/record/articles/actions.ts';
import { quoteChecker } from '../../src/text/quotes/checker.ts';
import { ENGINES, freshEngine } from '../support/database.ts';

const BY = { actor: 'importer', comment: null };
const ARTICLE = 'https://courier.example/harbour';
const SETUP = [
  { type: 'side', slug: 'north', name: 'North' },
  { type: 'dispute', slug: 'harbour', title: 'The harbour', sides: [{ side: 'north' }] },
  { type: 'question', slug: 'open', dispute: 'harbour', text: 'Is it open?' },
];

/** A row that needs an article. One with a review leaves its statement out, since its side is none. */
function row(line: number, withReview: boolean): ReadRow {
  const records: SaidLine[] = [
    { type: 'outlet', slug: 'courier', name: 'Courier' },
    { type: 'speaker', slug: 'anna', name: 'Anna' },
    { type: 'claim', slug: 'it-is', question: 'open', text: 'It is open' },
    { type: 'article', url: ARTICLE, title: 'The harbour', outlet: 'courier', publishedAt: '2024-04-01' },
  ];
  if (withReview)
    records.push({
      type: 'review',
      claim: 'it-is',
      publisher: 'courier',
      url: `https://courier.example/checks/${line}`,
      rating: { label: 'False' },
      reviewedAt: '2024-05-01',
    });
  records.push({
    type: 'statement',
    id: `row-${line}`,
    article: ARTICLE,
    speaker: 'anna',
    side: withReview ? 'nobody' : 'north',
    dispute: 'harbour',
    quote: `Row ${line}`,
    quoteType: 'indirect',
    status: 'draft',
  });
  return { line, pointer: '', records, warnings: [] };
}

test.each(ENGINES)(
  'what rows need and somebody deleted meanwhile is made again for all of them on %s',
  async (kind) => {
    const engine = await freshEngine(kind);
    const checker = quoteChecker();
    onTestFinished(() => checker.close());
    const setup = SETUP.map((record, at) => ({ line: at + 1, text: JSON.stringify(record) }));
    await importRecords({ engine, checker }, setup, BY, () => {});
    async function* rows() {
      for (const line of [1, 2, 3, 4, 5]) yield row(line, line <= 2);
    }
    const outcomes: string[] = [];
    let isThere = true;
    await importRows(
      { engine, checker, linesAtOnce: () => (isThere ? 2 : 3) },
      rows(),
      BY,
      async ({ created }) => {
        if (created === 2 && isThere) await engine.write((tx) => removeArticle(tx, ARTICLE, '*', BY));
        isThere = false;
      },
      ({ line, outcome, code }) => void outcomes.push(`${line} ${code ?? outcome}`),
    );
    expect(outcomes).toEqual([1, 2, 3, 4, 5].map((line) => `${line} created`));
  },
);
