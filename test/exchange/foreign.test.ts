import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { type Service, startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { ndjson } from '../support/import.ts';
import { changesBy } from '../support/record.ts';

type Job = {
  id: string;
  state: string;
  read: number;
  created: number;
  unchanged: number;
  rejected: number;
  errors: object[];
};

/** Sends a file as it is, and gives the job and its report once it has ended. */
async function sent(service: Service, query: string, body: string | Buffer, type = 'application/json') {
  const request = service.as.write.post(`/v1/imports?${query}`).set('Content-Type', type);
  const { body: job } = await request.send(body as string).expect(202);
  const done: Job = await vi.waitUntil(
    async () => {
      const now = (await service.as.write.get(`/v1/imports/${job.id}`).expect(200)).body;
      return now.state === 'done' || now.state === 'failed' ? now : null;
    },
    { timeout: 20_000, interval: 20 },
  );
  const report = await service.as.write
    .get(`/v1/imports/${job.id}/rows`)
    .buffer(true)
    .parse(asText as never)
    .expect(200);
  const rows = (report.body as string)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { job: done, rows };
}

function asText(
  response: { on(event: string, hear: (chunk: string) => void): unknown },
  done: (error: Error | null, text: string) => void,
) {
  let text = '';
  response.on('data', (chunk) => (text += chunk));
  response.on('end', () => done(null, text));
}

const PARTIES = [
  { type: 'side', slug: 'harbour-board', name: 'Harbour Board' },
  { type: 'side', slug: 'fishers', name: 'Fishers' },
  {
    type: 'dispute',
    slug: 'harbour',
    title: 'The harbour',
    sides: [{ side: 'harbour-board' }, { side: 'fishers' }],
  },
  { type: 'question', slug: 'harbour-open', dispute: 'harbour', text: 'Is the harbour open?' },
];

const review = (over: object = {}) => ({
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://checks.example/harbour',
  claimReviewed: 'The harbour was shut for a year',
  datePublished: '2024-03-02',
  author: { '@type': 'Organization', name: 'Harbour Checks', url: 'https://checks.example/' },
  reviewRating: { '@type': 'Rating', alternateName: 'Misleading', ratingValue: '2', bestRating: '5', worstRating: '1' },
  itemReviewed: {
    '@type': 'Claim',
    author: { '@type': 'Person', name: 'Anna Quay' },
    datePublished: '2024-03-01',
    appearance: [{ '@type': 'CreativeWork', url: 'https://courier.example/quay' }],
  },
  ...over,
});

const tei = (words: string) => `<?xml version="1.0"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="sitting-7" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title>Sitting 7</title></titleStmt><sourceDesc><bibl><title>Record of the Assembly</title>
<idno type="URI">https://assembly.example/</idno><date when="2024-05-06"/></bibl></sourceDesc></fileDesc>
<profileDesc><settingDesc><setting><date when="2024-05-06">6 May</date></setting></settingDesc>
<particDesc><listPerson><person xml:id="QuayAnna"><persName><surname>Quay</surname><forename>Anna</forename></persName></person></listPerson></particDesc></profileDesc></teiHeader>
<text><body><div><note type="speaker">MRS QUAY:</note>
<u who="#QuayAnna" xml:id="u1"><seg>The harbour is <note>laughter</note> open.</seg><seg>It was never shut.</seg></u>
<u who="#guest-7" xml:id="u2"><seg>${words}</seg></u></div></body></text></TEI>`;

describe.each(ENGINES)('imports of what others write, on %s', (kind) => {
  test('202 takes a ClaimReview in: publisher, claim, review, and a draft of the statement', async () => {
    const service = await startService(kind);
    await sent(service, 'format=record', ndjson(PARTIES), 'application/x-ndjson');
    const query = 'format=claimreview&dispute=harbour&question=harbour-open&side=harbour-board';
    const { job, rows } = await sent(service, query, JSON.stringify(review()));
    expect(job).toMatchObject({ state: 'done', read: 1, created: 1, rejected: 0 });
    expect(rows).toEqual([{ line: 1, outcome: 'created', code: null, pointer: '', detail: null, warnings: [] }]);
    const [stored] = (await service.http.get('/v1/reviews').expect(200)).body.items;
    expect(stored).toMatchObject({
      publisher: { name: 'Harbour Checks' },
      claim: { text: 'The harbour was shut for a year' },
      rating: { label: 'Misleading', value: 2, best: 5, worst: 1 },
      reviewedAt: '2024-03-02',
    });
    const drafts = (await service.as.write.get('/v1/statements?status=draft').expect(200)).body.items;
    expect(drafts).toMatchObject([
      {
        status: 'draft',
        quoteType: 'indirect',
        speaker: { name: 'Anna Quay' },
        side: { slug: 'harbour-board' },
        saidAt: '2024-03-01',
      },
    ]);
    expect((await service.http.get('/v1/statements?count=true').expect(200)).body.total).toBe(0);
  });

  test('200 the same file twice is unchanged and writes nothing; a new rating revises the review alone', async () => {
    const service = await startService(kind);
    const feed = {
      '@type': 'DataFeed',
      dataFeedElement: [{ '@type': 'DataFeedItem', item: [review()] }, { item: null }],
    };
    const first = await sent(service, 'format=datafeed', JSON.stringify(feed));
    expect(first.rows.map(({ outcome }) => outcome)).toEqual(['created', 'rejected']);
    const written = await changesBy(service, async () => {
      const { rows } = await sent(service, 'format=datafeed', JSON.stringify(feed));
      expect(rows.map(({ outcome }) => outcome)).toEqual(['unchanged', 'rejected']);
    });
    expect(written).toEqual([]);
    const republished = review({ reviewRating: { alternateName: 'False' } });
    const { rows } = await sent(service, 'format=claimreview', JSON.stringify([republished]));
    expect(rows.map(({ outcome }) => outcome)).toEqual(['updated']);
    const { items } = (await service.http.get('/v1/reviews').expect(200)).body;
    expect(items).toMatchObject([{ revision: 2, rating: { label: 'False', value: null, normalized: 'false' } }]);
  });

  test('200 what an editor did to an imported record stays when the file is read again', async () => {
    const service = await startService(kind);
    await sent(service, 'format=claimreview', JSON.stringify(review()));
    const [outlet] = (await service.http.get('/v1/outlets').expect(200)).body.items;
    const patch = service.as.write.patch(`/v1/outlets/${outlet.id}`).set('If-Match', '*');
    await patch.send({ kind: 'newspaper', country: 'DE' }).expect(200);
    const written = await changesBy(service, () => sent(service, 'format=claimreview', JSON.stringify(review())));
    expect(written).toEqual([]);
  });

  test('200 a sitting in TEI is an article, its utterances verified word for word, packed or not', async () => {
    const service = await startService(kind);
    await sent(service, 'format=record', ndjson(PARTIES), 'application/x-ndjson');
    const file = gzipSync(tei('Nobody may land here.'));
    const query = 'format=tei&dispute=harbour&side=fishers';
    const { job, rows } = await sent(service, query, file, 'application/tei+xml');
    expect(job).toMatchObject({ state: 'done', read: 3, created: 3, rejected: 0 });
    expect(rows.map(({ pointer, warnings }) => [pointer, warnings])).toEqual([
      ['', ['address-unknown']],
      ['#u1', []],
      ['#u2', ['speaker-unknown']],
    ]);
    const { items } = (await service.http.get('/v1/statements?sort=createdAt').expect(200)).body;
    expect(items).toMatchObject([
      {
        quote: 'The harbour is open.\nIt was never shut.',
        saidAt: '2024-05-06',
        speaker: { name: 'Anna Quay' },
        anchor: { result: 'exact' },
      },
      { quote: 'Nobody may land here.', anchor: { result: 'exact' } },
    ]);
    const again = await changesBy(service, () => sent(service, query, file, 'application/tei+xml'));
    expect(again).toEqual([]);
  });

  const quotation = (n: number, speaker = 'Carla Boat') => ({
    ...{ quoteID: `2020-01-02-00000${n}`, quotation: `The harbour belongs to those who fish in it, said ${n} times` },
    ...{ speaker, qids: [], date: '2020-01-02 18:48:44', numOccurrences: 1, phase: 'E' },
    ...{ probas: [[speaker, '0.9254']], urls: [`http://courier.example/${n}`] },
  });

  test('200 who speaks for nobody known is kept as a draft that says so, and is published once a side is known', async () => {
    const service = await startService(kind);
    await sent(service, 'format=record', ndjson(PARTIES), 'application/x-ndjson');
    const query = 'format=quotebank&dispute=harbour';
    const { job, rows } = await sent(service, query, ndjson([quotation(1), quotation(2)]), 'application/x-ndjson');
    expect(job).toMatchObject({ state: 'done', created: 2, rejected: 0, errors: [] });
    for (const { warnings } of rows) expect(warnings).toContain('side-unknown');
    const listed = async (status: string) =>
      (await service.as.write.get(`/v1/statements?status=${status}&sort=createdAt`).expect(200)).body.items;
    const drafts = await listed('draft');
    expect(drafts).toMatchObject([{ side: null, status: 'draft' }, { side: null }]);
    // It is no side that anybody sees, or can write.
    const { items: sides } = (await service.http.get('/v1/sides').expect(200)).body;
    expect(sides.map(({ slug }: { slug: string }) => slug).sort()).toEqual(['fishers', 'harbour-board']);
    const patch = (id: string, body: object) =>
      service.as.write.patch(`/v1/statements/${id}`).set('If-Match', '*').send(body);
    const [one, other] = drafts as { id: string }[] as [{ id: string }, { id: string }];
    const refused = await patch(one.id, { status: 'published' }).expect(422);
    expect(refused.body.code).toBe('side-unknown');
    expect((await patch(one.id, { note: 'Who is she?' }).expect(200)).body).toMatchObject({ side: null });
    const told = { side: 'fishers', status: 'published' };
    expect((await patch(one.id, told).expect(200)).body).toMatchObject({ side: { slug: 'fishers' } });
    // Once the speaker is known to speak for a side, so is the draft.
    const [speaker] = (await service.http.get('/v1/speakers?q=Carla').expect(200)).body.items;
    const affiliations = [{ side: 'harbour-board' }];
    await service.as.write.patch(`/v1/speakers/${speaker.id}`).set('If-Match', '*').send({ affiliations }).expect(200);
    const published = await patch(other.id, { status: 'published' }).expect(200);
    expect(published.body).toMatchObject({ side: { slug: 'harbour-board' } });
    expect(await listed('published')).toHaveLength(2);
  });

  test('200 a side that is given is for those alone of whom none is known', async () => {
    const service = await startService(kind);
    const speaker = { type: 'speaker', slug: 'dora-net', name: 'Dora Net', affiliations: [{ side: 'fishers' }] };
    await sent(service, 'format=record', ndjson([...PARTIES, speaker]), 'application/x-ndjson');
    const query = 'format=quotebank&dispute=harbour&side=harbour-board';
    const file = ndjson([quotation(1), quotation(2, 'Dora Net')]);
    const { rows } = await sent(service, query, file, 'application/x-ndjson');
    for (const { warnings } of rows) expect(warnings).not.toContain('side-unknown');
    const drafts = (await service.as.write.get('/v1/statements?status=draft&sort=createdAt').expect(200)).body.items;
    expect(drafts).toMatchObject([{ side: { slug: 'harbour-board' } }, { side: { slug: 'fishers' } }]);
  });

  test.each([
    ['a NUL', 'a\u0000b'],
    ['half of a surrogate pair', 'a\ud800b'],
    ['nothing that is seen', ' \n '],
    ['more than a text may have', 'x'.repeat(1024 * 1024 + 1)],
    ['nothing but marks of direction', '\u202e\u200f'],
  ])('200 an article whose text has %s is stored with its text, or not at all', async (_name, value) => {
    const service = await startService(kind);
    const article = (n: number, value: string) => ({
      ...{ uri: `https://agency.example/${n}`, type: 'text', language: 'en', versioncreated: '2024-03-01T12:00:00Z' },
      ...{ headlines: [{ value: `Harbour ${n}` }], bodies: [{ contenttype: 'text/plain', value }] },
    });
    const file = JSON.stringify([article(1, 'It is open.'), article(2, value), article(3, 'It is shut.')]);
    const { job, rows } = await sent(service, 'format=ninjs', file);
    expect(job).toMatchObject({ state: 'done', read: 3 });
    const { items } = (await service.as.read.get('/v1/articles').expect(200)).body;
    const titles = items.map(({ title }: { title: string }) => title).sort();
    const isKept = rows[1].outcome === 'created';
    expect(titles).toEqual(isKept ? ['Harbour 1', 'Harbour 2', 'Harbour 3'] : ['Harbour 1', 'Harbour 3']);
    expect([rows[0].outcome, rows[2].outcome]).toEqual(['created', 'created']);
  });

  test('200 a bad row leaves nothing, and the rows around it are stored', async () => {
    const service = await startService(kind);
    const rows = [
      review(),
      review({ claimReviewed: 'Second', reviewRating: { ratingValue: 3 } }),
      review({ claimReviewed: 'Third' }),
    ];
    const { job, rows: report } = await sent(service, 'format=claimreview', ndjson(rows), 'application/x-ndjson');
    expect(job).toMatchObject({ read: 3, created: 2, rejected: 1 });
    expect(report[1]).toMatchObject({
      line: 2,
      outcome: 'rejected',
      code: 'invalid',
      pointer: '/reviewRating/alternateName',
    });
    expect((await service.http.get('/v1/claims?count=true').expect(200)).body.total).toBe(2);
  });

  test('200 a dry run tells the same report and stores nothing', async () => {
    const service = await startService(kind);
    const written = await changesBy(service, async () => {
      const { job, rows } = await sent(service, 'format=claimreview&dryRun=true', JSON.stringify([review(), 7]));
      expect(job).toMatchObject({ state: 'done', read: 2, created: 1, rejected: 1 });
      expect(rows.map(({ outcome }) => outcome)).toEqual(['created', 'rejected']);
    });
    expect(written).toEqual([]);
  });

  test('200 the report is CSV where that is asked for, and 406 is said to others', async () => {
    const service = await startService(kind);
    const { job } = await sent(
      service,
      'format=record',
      '{"type":"side","slug":"n","name":"N"}\n7\n',
      'application/x-ndjson',
    );
    const path = `/v1/imports/${job.id}/rows`;
    const csv = await service.as.write
      .get(`${path}?format=csv`)
      .expect(200)
      .expect('content-type', /text\/csv/);
    expect(csv.text.split('\r\n').slice(0, 3)).toEqual([
      'line,outcome,code,pointer,detail,warnings',
      '1,created,,,,',
      expect.stringMatching(/^2,rejected,invalid,,/),
    ]);
    await service.as.write
      .get(path)
      .set('Accept', 'text/csv')
      .expect(200)
      .expect('content-type', /text\/csv/);
    await service.as.write.get(path).set('Accept', 'image/png').expect(406);
    await service.http.get(path).expect(401);
  });

  test('422 refuses a place that is not there, and 400 a place for lines that say their own', async () => {
    const service = await startService(kind);
    const post = (query: string) =>
      service.as.write.post(`/v1/imports?${query}`).set('Content-Type', 'application/json');
    expect((await post('format=claimreview&side=nowhere').send('[]').expect(422)).body.code).toBe('unknown-reference');
    await post('format=record&side=nowhere').send('{}').expect(400);
    await post('format=claimreview').set('Content-Encoding', 'br').send('[]').expect(415);
    await post('format=tei').send('[]').expect(415);
    await post('format=claimreview-csv').send('[]').expect(415);
  });

  test('a file that ends too early is told, and what stood before is stored', async () => {
    const service = await startService(kind);
    const file = gzipSync(
      ndjson(
        Array.from({ length: 200 }, (_, at) => ({ type: 'side', slug: `s-${at}`, name: `${at} ${Math.random()}` })),
      ),
    );
    const { job } = await sent(service, 'format=record', file.subarray(0, file.length - 20), 'application/gzip');
    expect(job).toMatchObject({
      state: 'failed',
      errors: [{ code: 'invalid', detail: expect.stringMatching(/gzip/) }],
    });
  });
});
