import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { Cite } from '@citation-js/core';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { SaxesParser } from 'saxes';
import type { ClaimReview, WithContext } from 'schema-dts';
import { describe, expect, test } from 'vitest';
import { atomFeed } from '../../../src/exchange/formats/atom.ts';
import { bibliographyLine, STYLES } from '../../../src/exchange/formats/bibliography.ts';
import { bibtex, citationOf, cslJson, ris } from '../../../src/exchange/formats/citation.ts';
import { claimsSearchAnswer } from '../../../src/exchange/formats/claims-search.ts';
import {
  claimComparisonTable,
  claimTimelineTable,
  termComparisonTable,
} from '../../../src/exchange/formats/comparison-tables.ts';
import { csvLine } from '../../../src/exchange/formats/csv.ts';
import { CHANGES, CORRECTIONS, csvOf, DRIFTS, PAIRS, STATEMENTS } from '../../../src/exchange/formats/csv-tables.ts';
import { readDataFeed } from '../../../src/exchange/formats/datafeed.ts';
import { driftEntry, statementEntry } from '../../../src/exchange/formats/feed.ts';
import { jsonFeed } from '../../../src/exchange/formats/json-feed.ts';
import {
  claimantOf,
  claimJsonLd,
  claimReviewJsonLd,
  dataFeedJsonLd,
  quotationJsonLd,
} from '../../../src/exchange/formats/schema-org.ts';
import { toldReview, toldStatement, WRITING } from './told.ts';

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

describe('CSV', () => {
  test('a table of statements has the columns that it says, and every cell comes back', async () => {
    const statement = toldStatement();
    const csv = await textOf(csvOf(STATEMENTS, [statement, toldStatement({ saidAt: null })]));
    const [row, other] = parse(csv, { columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({
      ...{
        id: statement.id,
        speaker: 'anna-quay',
        side: 'board',
        supports: 'is-open',
        denies: '',
        saidAt: '2024-03-01',
      },
      ...{
        article: statement.article.url,
        outlet: 'courier',
        anchor: 'exact',
        start: '10',
        link: statement.anchor.url,
      },
    });
    expect(row?.quote).toBe(`'${statement.quote}`);
    expect(row?.note).toBe("'-1 + tab");
    expect(other?.saidAt).toBe('');
  });

  test('the byte order mark is there when it is asked for, and not else', async () => {
    expect(await textOf(csvOf(STATEMENTS, [], { bom: true }))).toMatch(/^\uFEFFid,/);
    expect(await textOf(csvOf(STATEMENTS, []))).toMatch(/^id,/);
  });

  test('no text is a formula to a spreadsheet, every text comes back, and numbers stay numbers', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom('=1', '+1', '-1', '@x', '\tx', '\rx', ' x ', '"', 'a\nb'),
          ),
          { minLength: 2 },
        ),
        (cells) => {
          const [read] = parse(csvLine(cells), { relaxQuotes: false }) as string[][];
          for (const [at, cell] of cells.entries()) {
            expect(read?.[at]).not.toMatch(/^[=+\-@\t\r]/);
            expect([cell, `'${cell}`]).toContain(read?.[at]);
          }
        },
      ),
    );
    expect(csvLine([-5, 0.5, true, null, undefined])).toBe('-5,0.5,true,,\r\n');
  });

  test('pairs, drifts, corrections and changes are tables whose rows are as long as their headers', () => {
    const statement = toldStatement();
    const at = '2024-03-05T00:00:00.000Z';
    const pair = {
      basis: 'stance',
      question: null,
      left: statement,
      right: statement,
      daysApart: -5,
      certain: true,
      sameArticle: true,
    };
    expect(PAIRS.row(pair)).toHaveLength(PAIRS.columns.length);
    expect(PAIRS.row(pair)[4]).toBe(-5);
    const drift = {
      statement,
      from: 1,
      to: 2,
      drift: 'altered',
      difference: 'negation',
      closest: { text: 'not open' },
      at,
    };
    expect(DRIFTS.row(drift)).toHaveLength(DRIFTS.columns.length);
    const correction = {
      ...{
        id: 'cor_1',
        revision: 1,
        createdAt: at,
        updatedAt: at,
        kind: 'update' as const,
        note: 'Mended',
        effectiveAt: '2024',
      },
      ...{ statement: null, article: null, review: null, claim: { id: 'clm_1', slug: 'is-open', text: 'Open' } },
    };
    expect(CORRECTIONS.row(correction)).toHaveLength(CORRECTIONS.columns.length);
    const change = {
      ...{
        seq: 1,
        at,
        actor: 'key_1',
        action: 'create' as const,
        entity: { type: 'side', id: 'sid_1' },
        revision: 1,
        comment: null,
        hash: 'h',
      },
      patch: [{ op: 'add', path: '' }],
    };
    expect(CHANGES.row(change)).toHaveLength(CHANGES.columns.length);
  });

  test('a comparison is a row a claim, side and stance, and its timeline a row a period and claim', () => {
    const side = { slug: 'board', name: 'Harbour Board' };
    const first = toldStatement();
    const comparison = {
      columns: [
        {
          claim: { slug: 'is-open', text: 'Open' },
          sides: [{ side, n: 3, support: 2, deny: 1, query: 0, comment: 0 }],
          since: [{ side, stance: 'support', n: 2, utterances: 1, first, latest: first }],
        },
      ],
      timeline: [{ period: '2024-03', counts: [3], undated: 1 }],
    };
    const { table, rows } = claimComparisonTable(comparison);
    expect(rows).toEqual([
      ['is-open', 'Open', 'board', 'Harbour Board', 'support', 2, 1, '2024-03-01', first.id, '2024-03-01', first.id],
      ['is-open', 'Open', 'board', 'Harbour Board', 'deny', 1, undefined, undefined, undefined, undefined, undefined],
    ]);
    expect(table.columns).toHaveLength(rows[0]?.length ?? 0);
    expect(claimTimelineTable(comparison).rows).toEqual([['2024-03', 'is-open', 3, 1]]);
    const terms = {
      columns: [{ term: 'shut', sides: [{ side, n: 1, use: 1, denial: 0 }], first, latest: first }],
      timeline: [],
    };
    expect(termComparisonTable(terms).rows[0]?.slice(0, 5)).toEqual(['shut', 'board', 'Harbour Board', 'use', 1]);
  });
});

describe('feeds', () => {
  const feed = {
    title: 'Statements',
    self: 'https://claims.example/v1/statements?format=atom',
    home: 'https://claims.example/',
    updated: null,
  };

  test('Atom is well-formed whatever the texts hold, and says who spoke', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (quote) => {
        const xml = atomFeed(feed, [statementEntry(toldStatement({ quote }), WRITING)], WRITING);
        const contents: string[] = [];
        const parser = new SaxesParser();
        parser.on('error', (error) => {
          throw error;
        });
        parser.on('text', (text) => contents.push(text));
        parser.write(xml).close();
        expect(contents.join('')).toContain('Anna O’Quay & Sons');
      }),
    );
    expect(atomFeed(feed, [], WRITING)).toContain('<updated>1970-01-01T00:00:00Z</updated>');
  });

  test('JSON Feed is version 1.1, and no control character passes', () => {
    const statement = toldStatement();
    const text = jsonFeed(feed, [statementEntry(statement, WRITING)]);
    const read = JSON.parse(text);
    expect(read).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      items: [
        {
          id: `https://claims.example/v1/statements/${statement.id}`,
          authors: [{ name: statement.speaker.name }],
          external_url: statement.anchor.url,
        },
      ],
    });
    expect(read.items[0].content_text).not.toContain('\u0007');
  });

  test('a drift is told with what the article has now', () => {
    const entry = driftEntry(
      {
        statement: toldStatement(),
        from: 1,
        to: 2,
        drift: 'altered',
        closest: { text: 'shut' },
        at: '2024-03-05T00:00:00.000Z',
      },
      WRITING,
    );
    expect(entry.text).toContain('“shut”');
    expect(entry.id).toMatch(/#snapshot-2$/);
  });
});

type Loader = () => Promise<{ contextUrl: undefined; documentUrl: string; document: object }>;

async function expandedBy(documentLoader: Loader, document: object): Promise<unknown[]> {
  return (await jsonld.expand(
    document as jsonld.JsonLdDocument,
    { documentLoader } as jsonld.Options.Expand,
  )) as unknown[];
}

describe('schema.org', () => {
  const supporter = (saidAt: string | null, kind: 'person' | 'unattributed' = 'person') => ({
    statement: toldStatement({ saidAt }),
    speaker: { kind, wikidata: 'Q42' },
  });

  test('a review is a ClaimReview whose claimReviewed is the claim, and never the quote', async () => {
    const claimant = claimantOf([supporter(null), supporter('2024-03-01')]);
    const review: WithContext<ClaimReview> = claimReviewJsonLd(
      toldReview(),
      { claimant },
      WRITING,
    ) as unknown as WithContext<ClaimReview>;
    expect(review).toMatchObject({
      '@type': 'ClaimReview',
      claimReviewed: 'The harbour is open',
      reviewRating: { alternateName: 'Mostly false', ratingValue: 2, bestRating: 5, worstRating: 1 },
      author: { name: 'Harbour Checks', url: 'https://www.checks.example' },
      itemReviewed: {
        text: 'The harbour is open',
        datePublished: '2024-03-01',
        author: { sameAs: 'https://www.wikidata.org/wiki/Q42' },
      },
    });
    expect(JSON.stringify(review)).not.toContain('SUM');
    const documentLoader = async () => ({
      contextUrl: undefined,
      documentUrl: '',
      document: { '@context': { '@vocab': 'https://schema.org/' } },
    });
    const [expanded] = await expandedBy(documentLoader, review);
    expect(expanded).toMatchObject({
      '@type': ['https://schema.org/ClaimReview'],
      'https://schema.org/claimReviewed': [{ '@value': 'The harbour is open' }],
    });
  });

  test('claimant and claim date are left out where no date is known, or the words are nobody’s', () => {
    expect(claimantOf([supporter(null)])).toBeNull();
    expect(claimantOf([supporter('2024', 'unattributed')])).toBeNull();
    const { itemReviewed } = claimReviewJsonLd(toldReview(), { claimant: null }, WRITING);
    expect(Object.keys(itemReviewed as object)).toEqual(['@type', '@id', 'text']);
    expect(claimJsonLd({ slug: 'a', text: 'A' }, { claimant: null }, WRITING)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Claim',
      '@id': 'https://claims.example/v1/claims/a',
      text: 'A',
    });
  });

  test('a feed of reviews is read back by the reader of such feeds', async () => {
    const reviews = (async function* () {
      yield { review: toldReview(), around: { claimant: null } };
      yield { review: toldReview({ url: null, title: null, reviewedAt: null }), around: { claimant: null } };
    })();
    const text = await textOf(dataFeedJsonLd(reviews, { ...WRITING, dateModified: '2024-03-05T00:00:00Z' }));
    expect(JSON.parse(text).dataFeedElement).toHaveLength(2);
    const rows = [];
    for await (const row of readDataFeed([text], {})) rows.push(row);
    expect(rows.map((row) => ('records' in row ? row.records.at(-1) : row.failure))).toMatchObject([
      { type: 'review', rating: { label: 'Mostly false', value: 2 }, reviewedAt: '2024-03-04' },
      { type: 'review', rating: { label: 'Mostly false' } },
    ]);
  });

  test('a direct quote is a Quotation of its speaker, an indirect one is not', () => {
    expect(quotationJsonLd(toldStatement(), WRITING)).toMatchObject({
      '@type': 'Quotation',
      creator: { '@type': 'Person' },
    });
    const indirect = quotationJsonLd(toldStatement({ quoteType: 'indirect' }), WRITING);
    expect(indirect).not.toHaveProperty('creator');
    expect(indirect['@type']).not.toBe('Quotation');
  });
});

describe('claims:search', () => {
  test('an answer has Google’s members, times in UTC, and the site without www', () => {
    const claimant = claimantOf([
      {
        statement: toldStatement({ saidAt: '2024-03-01T02:00:00+04:00' }),
        speaker: { kind: 'person', wikidata: null },
      },
    ]);
    const found = { text: 'The harbour is open', claimant, reviews: [toldReview({ language: 'und' })] };
    expect(claimsSearchAnswer([found], 'next')).toEqual({
      claims: [
        {
          text: 'The harbour is open',
          claimant: 'Anna O’Quay & Sons',
          claimDate: '2024-02-29T22:00:00Z',
          claimReview: [
            {
              publisher: { name: 'Harbour Checks', site: 'checks.example' },
              url: 'https://www.checks.example/harbour',
              title: 'Was the harbour open?',
              reviewDate: '2024-03-04T00:00:00Z',
              textualRating: 'Mostly false',
            },
          ],
        },
      ],
      nextPageToken: 'next',
    });
    expect(claimsSearchAnswer([], null)).toEqual({});
  });
});

describe('citations', () => {
  const article = {
    byline: ['Ben Pier'],
    archiveUrl: 'https://archive.example/20240303/quay',
    accessedAt: '2024-03-03',
    language: 'en',
  };
  const citation = citationOf(toldStatement(), article);
  const title = '=SUM(1) "open" & <b>free</b> 50% \u{1F6A2}, we said';

  test.each([
    ['BibTeX', bibtex(citation)],
    ['RIS', ris(citation)],
    ['CSL-JSON', cslJson(citation)],
  ])('%s comes back with author, title, address, access date and archive', (name, text) => {
    const [item] = new Cite(text).format('data', { format: 'object' }) as Record<string, never>[];
    const [author] = (item?.author ?? []) as { literal?: string; family?: string; given?: string }[];
    expect([author?.literal, [author?.given, author?.family].filter(Boolean).join(' ')]).toContain(
      'Anna O’Quay & Sons',
    );
    if (name !== 'BibTeX') expect(item?.title).toBe(title);
    else expect(String(item?.title)).toMatch(/^=SUM\(1\) .open. & .*free.* 50% \u{1F6A2}, we said$/u);
    expect(decodeURIComponent(String(item?.URL))).toContain('#:~:text=open and free');
    expect(JSON.stringify(item)).toContain('https://archive.example/20240303/quay');
    const accessed = item?.accessed as { 'date-parts': number[][] } | undefined;
    expect(accessed?.['date-parts']?.[0]?.map(Number)).toEqual([2024, 3, 3]);
  });

  test.each(STYLES)('a line in %s has the words, the article, the archive and the deep link', (style) => {
    const line = bibliographyLine(citation, style);
    for (const part of [
      'Anna O’Quay & Sons',
      'we said',
      'Harbour',
      'The Courier',
      '2024',
      article.archiveUrl,
      '#:~:text=open%20and%20free',
    ])
      expect(line).toContain(part);
    expect(line.trimEnd()).not.toContain('\n');
  });

  test('what is not known is left out, and a paraphrase is in no quotation marks', () => {
    const bare = citationOf(toldStatement({ quoteType: 'indirect', quote: 'that it is open', saidAt: null }), null);
    expect(bibtex(bare)).not.toMatch(/urldate|Archived/);
    expect(ris(bare)).not.toMatch(/Y2 {2}-|AV {2}-/);
    for (const style of STYLES)
      expect(bibliographyLine(bare, style)).not.toMatch(/“that|accessed|null|undefined|Archived/i);
  });

  test('no text breaks the format', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (quote) => {
        const one = citationOf(toldStatement({ quote: `x${quote}x` }), article);
        expect(
          ris(one)
            .trimEnd()
            .split('\r\n')
            .every((line) => /^[A-Z][A-Z\d] {2}- /.test(`${line} `)),
        ).toBe(true);
        const unescaped = bibtex(one).replace(/\\text[a-z]+\{\}|\\[{}$&%#_]/g, '');
        expect([...unescaped].filter((mark) => mark === '{')).toHaveLength(
          [...unescaped].filter((mark) => mark === '}').length,
        );
      }),
    );
  });
});
