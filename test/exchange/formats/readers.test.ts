import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readCitron } from '../../../src/exchange/formats/citron.ts';
import { readNinjs } from '../../../src/exchange/formats/ninjs.ts';
import { readQuotebank } from '../../../src/exchange/formats/quotebank.ts';
import type { Context, ForeignRow, Reader, SaidLine } from '../../../src/exchange/formats/row.ts';
import { readTei } from '../../../src/exchange/formats/tei.ts';
import { bunzippedByWorker, unpacked } from '../../../src/exchange/formats/unpacked.ts';
import { RecordLine } from '../../../src/exchange/record-line.ts';

type Json = Record<string, unknown>;

async function all(read: Reader, text: string, context: Context = { side: 'board' }): Promise<ForeignRow[]> {
  const rows: ForeignRow[] = [];
  for await (const row of read([Buffer.from(text)], context)) {
    if ('records' in row) for (const record of row.records) RecordLine.parse(record);
    rows.push(row);
  }
  return rows;
}

function linesOf<Type extends SaidLine['type']>(rows: ForeignRow[], type: Type) {
  const records = rows.flatMap((row) => ('records' in row ? row.records : []));
  return records.filter((record) => record.type === type) as Extract<SaidLine, { type: Type }>[];
}

const failures = (rows: ForeignRow[]) =>
  rows.flatMap((row) =>
    'failure' in row ? [[row.line, row.pointer, row.failure.code, row.failure.faults[0]?.pointer ?? '']] : [],
  );

describe('Quotebank', () => {
  const row: Json = {
    quoteID: '2024-03-01-000007',
    quotation: 'We never sold the pier, and we never will.',
    speaker: 'Anna Quay',
    qids: ['Q42'],
    date: '2024-03-01 18:48:44',
    numOccurrences: 2,
    probas: [
      ['Anna Quay', '0.9254'],
      ['None', '0.0746'],
    ],
    urls: ['http://courier.example/pier', 'http://echo.example/pier'],
    phase: 'E',
  };
  const read = (over: Json = {}, context?: Context) => all(readQuotebank, JSON.stringify({ ...row, ...over }), context);

  test('a quotation is a draft that was said nobody knows when; the other articles are named', async () => {
    const rows = await read();
    expect(linesOf(rows, 'statement')).toMatchObject([
      {
        id: 'quotebank:2024-03-01-000007',
        quoteType: 'direct',
        status: 'draft',
        speaker: 'anna-quay',
        side: 'board',
        article: 'http://courier.example/pier',
      },
    ]);
    const [statement] = linesOf(rows, 'statement');
    expect(statement).not.toHaveProperty('saidAt');
    expect(statement?.note).toContain('http://echo.example/pier');
    expect(linesOf(rows, 'article')).toMatchObject([{ publishedAt: '2024-03-01' }]);
    expect(rows).toMatchObject([{ warnings: ['article-of-date-unknown'] }]);
    expect(linesOf(rows, 'speaker')[0]?.wikidata).toBe('Q42');
  });

  test('of several items that share a name none is meant', async () => {
    expect(linesOf(await read({ qids: ['Q1', 'Q2'] }), 'speaker')[0]).not.toHaveProperty('wikidata');
    expect(linesOf(await read({ qids: [] }), 'speaker')[0]).not.toHaveProperty('wikidata');
  });

  test.each<[string, Json, string, string]>([
    ['nobody', { speaker: 'None', probas: [['None', '0.8']] }, 'unprocessable', '/speaker'],
    [
      'an unlikely speaker',
      {
        probas: [
          ['Anna Quay', '0.41'],
          ['None', '0.3'],
        ],
      },
      'unprocessable',
      '/probas',
    ],
    ['no words', { quotation: ' ' }, 'invalid', '/quotation'],
    ['no article', { urls: [] }, 'invalid', '/urls'],
    ['no date', { date: undefined }, 'invalid', '/date'],
    ['no id', { quoteID: null }, 'invalid', '/quoteID'],
  ])('%s is rejected', async (_, over, code, pointer) => {
    expect(failures(await read(over))).toEqual([[1, '', code, pointer]]);
  });

  test('probabilities are read as pairs and as the pipeline writes them; older phases are told', async () => {
    const rows = await read(
      { probas: [{ speaker: 'Anna Quay', proba: '0.7', qids: ['Q9'] }], qids: undefined, phase: 'B' },
      {},
    );
    expect(linesOf(rows, 'speaker')[0]?.wikidata).toBe('Q9');
    expect(rows).toMatchObject([{ warnings: ['article-of-date-unknown', 'text-of-low-fidelity'] }]);
  });

  test('an article’s quotations are rows, each with its own speaker', async () => {
    const quotation = (over: Json) => ({
      quoteID: '2024-03-01-000008',
      quotation: 'It is open.',
      localTopSpeaker: 'Ben Pier',
      localProbas: [['Ben Pier', '0.8']],
      globalTopSpeaker: 'Anna Quay',
      ...over,
    });
    const article = {
      ...{ articleID: 'a1', url: 'http://courier.example/a', date: '2024-03-01', title: 'The pier', phase: 'E' },
      quotations: [
        quotation({}),
        quotation({ localTopSpeaker: 'None', localProbas: [['None', '1']], globalTopSpeaker: 'None' }),
        7,
      ],
    };
    const rows = await all(readQuotebank, JSON.stringify(article));
    expect(linesOf(rows, 'statement')).toMatchObject([{ speaker: 'ben-pier', id: 'quotebank:2024-03-01-000008:a1' }]);
    expect(linesOf(rows, 'article')).toMatchObject([{ title: 'The pier' }]);
    expect(failures(rows)).toEqual([
      [1, '/quotations/1', 'unprocessable', '/localTopSpeaker'],
      [1, '/quotations/2', 'invalid', ''],
    ]);
  });
});

describe('Citron', () => {
  const text = '“The pier,” said Anna Quay, “is open.” He said it was shut.';
  const span = (part: string) => ({
    start: [...text.slice(0, text.indexOf(part))].length,
    end: [...text.slice(0, text.indexOf(part))].length + [...part].length,
    text: part,
  });
  const direct = {
    contents: [span('“The pier,”'), span('“is open.”')],
    sources: [span('Anna Quay')],
    coreferences: [],
    cue: span('said'),
    confidence: '0.8123',
  };
  const indirect = { contents: [span('it was shut')], sources: [span('He')], cue: span('said') };
  const document: Json = {
    text,
    quotes: [direct, indirect],
    url: 'https://courier.example/pier',
    title: 'The pier',
    publishedAt: '2024-03-01',
    source: { 'model:': 'x' },
  };

  test('a document is an article with its text, and its quotes are drafts at their places', async () => {
    const rows = await all(readCitron, JSON.stringify(document));
    expect(linesOf(rows, 'snapshot')).toEqual([{ type: 'snapshot', article: document.url, text }]);
    expect(linesOf(rows, 'statement')).toMatchObject([
      {
        quote: 'The pier, … is open.',
        quoteType: 'direct',
        speaker: 'anna-quay',
        cue: 'said',
        status: 'draft',
        anchor: { start: 0, end: span('“is open.”').end },
        note: 'Found by Citron with a confidence of 0.8123.',
      },
      { quote: 'it was shut', quoteType: 'indirect', speaker: 'unknown-speaker' },
    ]);
    expect(rows.map((row) => ('warnings' in row ? row.warnings : null))).toEqual([[], [], ['speaker-unknown']]);
  });

  test('a document that names no article needs the caller to', async () => {
    const bare = JSON.stringify({ quotes: [direct] });
    expect(failures(await all(readCitron, bare))).toEqual([[1, '', 'invalid', '/url']]);
    const rows = await all(readCitron, bare, { article: 'art_1', side: 'board' });
    expect(linesOf(rows, 'statement')).toMatchObject([{ article: 'art_1' }]);
    expect(linesOf(rows, 'article')).toEqual([]);
  });

  test('a quote without words and one with broken spans are rejected by themselves', async () => {
    const rows = await all(
      readCitron,
      JSON.stringify({
        ...document,
        quotes: [{ contents: [] }, { contents: [{ start: 3, end: 1, text: 'x' }] }, direct],
      }),
    );
    expect(failures(rows)).toEqual([
      [1, '/quotes/0', 'invalid', '/contents'],
      [1, '/quotes/1', 'invalid', '/contents/0'],
    ]);
    expect(linesOf(rows, 'statement')).toHaveLength(1);
  });
});

describe('ninjs', () => {
  const item: Json = {
    uri: 'urn:newsml:agency.example:20240301:17',
    type: 'text',
    versionCreated: '2024-03-01T10:00:00Z',
    firstCreated: '2024-03-01T09:00:00Z',
    by: 'Ben Pier',
    copyrightHolder: 'Coast Agency',
    language: 'en',
    headlines: [
      { role: 'sub', value: 'Sub' },
      { role: 'main', value: 'The pier is open' },
    ],
    bodies: [
      {
        role: 'html',
        contentType: 'text/html',
        value: '<section><h1>The pier</h1><p>It is&nbsp;“open”.</p><p>She said<br/>so.</p><script>x</script></section>',
      },
    ],
  };
  const folded = (value: Json) =>
    Object.fromEntries(Object.entries(value).map(([name, member]) => [name.toLowerCase(), member]));

  test.each([
    ['3', item],
    [
      '2',
      {
        ...folded(item),
        bodies: [{ role: 'html', contenttype: 'text/html', value: (item.bodies as Json[])[0]?.value }],
      },
    ],
    [
      '1',
      {
        ...folded(item),
        bodies: undefined,
        headlines: undefined,
        headline: 'The pier is open',
        by: undefined,
        byline: 'Ben Pier',
        body_html: (item.bodies as Json[])[0]?.value,
      },
    ],
  ])('version %s is an article with byline, agency and a text of paragraphs', async (_, value) => {
    const rows = await all(readNinjs, JSON.stringify(value));
    expect(linesOf(rows, 'outlet')).toMatchObject([{ name: 'Coast Agency', kind: 'agency' }]);
    expect(linesOf(rows, 'article')).toEqual([
      {
        type: 'article',
        url: 'https://ninjs.invalid/urn%3Anewsml%3Aagency.example%3A20240301%3A17',
        title: 'The pier is open',
        outlet: 'coast-agency',
        publishedAt: '2024-03-01T09:00:00Z',
        byline: ['Ben Pier'],
        agencies: ['Coast Agency'],
        language: 'en',
      },
    ]);
    expect(linesOf(rows, 'snapshot')).toMatchObject([
      { text: 'The pier\nIt is\u00a0“open”.\nShe said\nso.', retrievedAt: '2024-03-01T10:00:00Z' },
    ]);
    expect(rows).toMatchObject([{ warnings: ['address-unknown'] }]);
  });

  test('an address on the web is kept, and an item without a text is an article all the same', async () => {
    const rows = await all(readNinjs, JSON.stringify([{ ...item, uri: 'https://agency.example/17', bodies: [] }]));
    expect(linesOf(rows, 'article')).toMatchObject([{ url: 'https://agency.example/17' }]);
    expect(rows).toMatchObject([{ warnings: ['text-missing'] }]);
  });

  test.each<[string, Json, string]>([
    ['a picture', { type: 'picture' }, '/type'],
    ['what the agency took back', { pubStatus: 'canceled' }, '/pubstatus'],
    ['no headline', { headlines: [] }, '/headlines'],
    ['no uri', { uri: '' }, '/uri'],
  ])('%s is rejected', async (_, over, pointer) => {
    expect(failures(await all(readNinjs, JSON.stringify({ ...item, ...over })))).toMatchObject([
      [1, '', expect.any(String), pointer],
    ]);
  });
});

describe('TEI', () => {
  const header = (idno: string, date: string) =>
    `<teiHeader><fileDesc><titleStmt><title type="main" xml:lang="sl">Seja</title><title xml:lang="en">Sitting 7</title></titleStmt><sourceDesc><bibl><title>Record</title><publisher>Assembly</publisher><idno type="URI">${idno}</idno>${date}</bibl></sourceDesc></fileDesc><profileDesc><particDesc><listPerson><person xml:id="QuayAnna"><persName><surname>Quay</surname><forename>Anna</forename></persName><idno type="wikidata">https://www.wikidata.org/wiki/Q42</idno></person></listPerson></particDesc></profileDesc></teiHeader>`;
  const dated = '<date when="2024-03-01"/>';
  const sitting = (body: string, { id = 'sitting-7', idno = 'https://assembly.example/2024/7', date = dated } = {}) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}" xml:lang="en">${header(idno, date)}<text><body><div>${body}</div></body></text></TEI>`;
  const u = (who: string, words: string, rest = '') => `<u who="#${who}" xml:id="u-${who}" ${rest}>${words}</u>`;

  test('who spoke, when, verbatim: at its place in the text, without the transcribers’ notes', async () => {
    const body = `<head>Opening</head><note type="speaker">MRS QUAY:</note>${u('QuayAnna', '<seg>The pier\n  is <note>Applause</note>open, \u{1F6A2} sir.</seg><vocal><desc>Laughter</desc></vocal><seg>It <gap reason="inaudible"/> stays so.</seg>')}<note type="speaker">MR PIER:</note>${u('PierBen', '<seg>It is shut &amp; sold.</seg>', 'xml:lang="sl"')}`;
    const rows = await all(readTei, sitting(body));
    const [snapshot] = linesOf(rows, 'snapshot');
    const said = linesOf(rows, 'statement');
    expect(said.map(({ quote }) => quote)).toEqual([
      'The pier is open, \u{1F6A2} sir.\nIt […] stays so.',
      'It is shut & sold.',
    ]);
    for (const { quote, anchor } of said)
      expect([...(snapshot?.text ?? '')].slice(anchor?.start, anchor?.end).join('')).toBe(quote);
    expect(snapshot?.text).toMatch(/^Opening\nMRS QUAY:\nThe pier/);
    expect(snapshot?.text).not.toMatch(/Applause|Laughter/);
    expect(said).toMatchObject([
      { saidAt: '2024-03-01', quoteType: 'direct', status: 'published', id: 'tei:sitting-7:u-QuayAnna' },
      { language: 'sl' },
    ]);
    expect(linesOf(rows, 'speaker')).toMatchObject([
      { name: 'Anna Quay', wikidata: 'Q42', kind: 'person' },
      { name: 'MR PIER' },
    ]);
    expect(linesOf(rows, 'article')).toMatchObject([
      { url: 'https://assembly.example/2024/7', title: 'Record', publishedAt: '2024-03-01' },
    ]);
    expect(rows.at(-1)).toMatchObject({ pointer: '#u-PierBen', warnings: ['speaker-name-unknown'] });
  });

  test('words that were cut into tokens are put together again', async () => {
    const words = '<seg><s><w>The</w> <w join="right">pier</w><pc>,</pc> <w>sir</w><pc join="left">.</pc></s></seg>';
    const [statement] = linesOf(await all(readTei, sitting(u('QuayAnna', words))), 'statement');
    expect(statement?.quote).toBe('The pier, sir.');
  });

  test('a home page is the address of no sitting; two sittings of one file are two articles', async () => {
    const one = sitting(u('QuayAnna', 'One.'), { id: 's1', idno: 'https://assembly.example/' });
    const two = sitting(u('QuayAnna', 'Two.'), { id: 's2', idno: 'https://assembly.example/' }).replace(
      /<\?xml.*\n/,
      '',
    );
    const corpus = `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">${one.replace(/<\?xml.*\n/, '')}${two}</teiCorpus>`;
    const rows = await all(readTei, corpus, {});
    expect(linesOf(rows, 'article').map(({ url }) => url)).toEqual([
      'https://tei.invalid/s1',
      'https://tei.invalid/s2',
    ]);
    expect(linesOf(rows, 'statement').map(({ quote, status }) => [quote, status])).toEqual([
      ['One.', 'published'],
      ['Two.', 'published'],
    ]);
  });

  test('a speech that is longer than a quote may be is as many as it needs, and nothing is lost', async () => {
    const long = Array.from({ length: 3000 }, (_, at) => `Sentence ${at}.`).join(' ');
    const said = linesOf(await all(readTei, sitting(u('QuayAnna', `<seg>${long}</seg>`))), 'statement');
    expect(said.length).toBeGreaterThan(3);
    expect(said.map(({ quote }) => quote).join(' ')).toBe(long);
    expect(new Set(said.map((one) => 'id' in one && one.id)).size).toBe(said.length);
  });

  test('a sitting that is longer than a text may be is told, and its utterances are kept without a place', async () => {
    const body = Array.from(
      { length: 130 },
      (_, at) => `<u who="#QuayAnna" xml:id="u${at}"><seg>${'pier '.repeat(1800)}${at}.</seg></u>`,
    ).join('');
    const rows = await all(readTei, sitting(body));
    expect(linesOf(rows, 'snapshot')).toEqual([]);
    expect(rows[0]).toMatchObject({ warnings: ['text-too-large'] });
    expect(linesOf(rows, 'statement')).toHaveLength(130);
    expect(linesOf(rows, 'statement')[129]).not.toHaveProperty('anchor');
  });

  test('a sitting without a date is rejected with all that was said in it, and what is no XML is told', async () => {
    expect(failures(await all(readTei, sitting(u('QuayAnna', 'One.'), { date: '' })))).toEqual([
      [2, '', 'invalid', '/date'],
      [2, '#u-QuayAnna', 'unprocessable', ''],
    ]);
    expect(failures(await all(readTei, '<TEI><text>'))).toMatchObject([[expect.any(Number), '', 'invalid', '']]);
    expect(failures(await all(readTei, 'not xml'))).toMatchObject([[expect.any(Number), '', 'invalid', '']]);
    const cut = await all(readTei, sitting(u('QuayAnna', 'One.')).replace('</div>', ''));
    expect(cut[0]).toMatchObject({ warnings: ['text-incomplete'] });
    expect(linesOf(cut, 'statement').map(({ quote }) => quote)).toEqual(['One.']);
    expect(linesOf(cut, 'snapshot')).toEqual([]);
    expect(failures(cut)).toHaveLength(1);
    const entities = '<!DOCTYPE TEI [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><TEI><text>&b;</text></TEI>';
    expect(failures(await all(readTei, entities))).toHaveLength(1);
  });
});

describe('packed files', () => {
  const text = Array.from({ length: 20_000 }, (_, at) => `line ${at} ${(at * 2654435761) % 4294967296}`).join('\n');
  const piecesOf = (bytes: Uint8Array) =>
    Array.from({ length: Math.ceil(bytes.length / 1000) }, (_, at) => bytes.subarray(at * 1000, (at + 1) * 1000));
  async function read(pieces: AsyncIterable<Uint8Array>): Promise<string> {
    const all: Uint8Array[] = [];
    for await (const piece of pieces) all.push(piece);
    return Buffer.concat(all).toString();
  }

  test('gzip is unpacked, plain text is left as it is, and the end of a cut file is told', async () => {
    const packed = gzipSync(text);
    expect(await read(unpacked(piecesOf(packed)))).toBe(text);
    expect(await read(unpacked(piecesOf(Buffer.concat([packed, packed]))))).toBe(text + text);
    expect(await read(unpacked(piecesOf(Buffer.from(text))))).toBe(text);
    expect(await read(unpacked([]))).toBe('');
    await expect(read(unpacked(piecesOf(packed.subarray(0, -100))))).rejects.toMatchObject({ code: 'invalid' });
  });

  test.each([
    ['by bzip2, where there is one', (pieces: Uint8Array[]) => unpacked(pieces)],
    ['by the worker', (pieces: Uint8Array[]) => bunzippedByWorker(streamed(pieces))],
  ])('bzip2 is unpacked %s, of several streams too, and the end of a cut file is told', async (_, unpack) => {
    const words = 'The pier is open.\nIt was never sold, “not once”.\n'.repeat(3);
    const packed = Buffer.from(
      'QlpoOTFBWSZTWT7AGuwAABZX4QAQQAUAIAQALmXdgEAAAAYQACAAcigAGgZMgj9VTamoDQ2RoSYarLsmiUu7Rq5eYYSus3bMKt2yq7CzJRy2Uh4ZqKw4e0s3CqXUOoUS+LuSKcKEgfYA12A=',
      'base64',
    );
    const pieces = (bytes: Uint8Array) => [bytes.subarray(0, 20), bytes.subarray(20)];
    expect(await read(unpack(pieces(packed)))).toBe(words);
    expect(await read(unpack(pieces(Buffer.concat([packed, packed]))))).toBe(words + words);
    await expect(read(unpack(pieces(packed.subarray(0, -8))))).rejects.toMatchObject({ code: 'invalid' });
    await expect(read(unpack(pieces(packed.subarray(0, 30))))).rejects.toMatchObject({ code: 'invalid' });
  });
});

async function* streamed(pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}
