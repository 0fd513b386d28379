import { describe, expect, test } from 'vitest';
import { type Service, startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { imported, ndjson } from '../support/import.ts';
import { shared } from '../support/lifetime.ts';
import { expectProblem } from '../support/sweep.ts';

/** Every format that the API has beside JSON: what `?format=` calls it, and its media type. */
const FORMATS = {
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
  jsonld: 'application/ld+json',
  atom: 'application/atom+xml',
  jsonfeed: 'application/feed+json',
  bibtex: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  csl: 'application/vnd.citationstyles.csl+json',
  bibliography: 'text/x-bibliography',
  graphviz: 'text/vnd.graphviz',
  argdown: 'text/x-argdown',
} as const;
type Name = keyof typeof FORMATS;

const TABLES: Name[] = ['ndjson', 'csv'];
const LINES: Name[] = ['ndjson'];

/** What the API promises of each address; the others of these formats are refused there. */
const PROMISED: [path: string, formats: Name[]][] = [
  ['/v1/statements', ['ndjson', 'csv', 'jsonld', 'atom', 'jsonfeed']],
  ['/v1/statements?dispute=nagorno-karabakh-2023&q=corridor', ['ndjson', 'csv', 'jsonld', 'atom', 'jsonfeed']],
  ['/v1/pairs', TABLES],
  ['/v1/comparisons/claims?claim=blockade&claim=limited-access', TABLES],
  ['/v1/comparisons/claims?claim=blockade&claim=limited-access&table=timeline', TABLES],
  ['/v1/comparisons/terms?term=blockade&term=limited%20access', TABLES],
  ['/v1/comparisons/terms?term=blockade&term=limited%20access&table=timeline', TABLES],
  ['/v1/disputes/nagorno-karabakh-2023/positions', TABLES],
  ['/v1/speakers/elchin-amirbayov/positions', TABLES],
  ['/v1/drift', [...TABLES, 'atom', 'jsonfeed']],
  ['/v1/corrections', [...TABLES, 'atom', 'jsonfeed']],
  ['/v1/changes', TABLES],
  ['/v1/claims/blockade', ['jsonld']],
  ['/v1/reviews/{review}', ['jsonld']],
  ['/v1/statements/{statement}', ['bibtex', 'ris', 'csl', 'bibliography']],
  ['/v1/statements/{statement}/thread', ['graphviz', 'argdown']],
  ['/v1/sides', LINES],
  ['/v1/claims', LINES],
  ['/v1/search?q=corridor', []],
  ['/v1/imports/{import}/rows', TABLES],
  ['/v1/export', LINES],
];
/** What has no JSON of its own. */
const NO_JSON = /^\/v1\/(?:export|imports)/;

/** A demo with a review, a correction and an import. */
async function startWithAll(kind: (typeof ENGINES)[number]) {
  const service = await startService(kind, { content: 'demo' });
  const { as, http } = service;
  const rating = { label: 'False' };
  const review = { claim: 'blockade', publisher: 'dw', url: 'https://checks.example/1', title: 'Checked', rating };
  const made = await as.write
    .post('/v1/reviews')
    .send({ ...review, reviewedAt: '2023-09-08' })
    .expect(201);
  await as.write.post('/v1/corrections').send({ claim: 'blockade', kind: 'update', note: 'Since then.' }).expect(201);
  const job = await imported(service, ndjson([{ type: 'side', slug: 'nobody', name: 'Nobody' }]));
  const { items } = (await http.get('/v1/statements?dispute=nagorno-karabakh-2023&limit=1').expect(200)).body;
  const ids: Record<string, string> = { review: made.body.id, import: job.id, statement: items[0].id };
  return { service, at: (path: string) => path.replace(/\{(\w+)\}/, (_, name: string) => ids[name] as string) };
}

async function ask({ app, keys }: Service, url: string, accept: string | null) {
  const authorization = `Bearer ${keys.admin}`;
  return app.inject({ url, headers: { authorization, ...(accept !== null && { accept }) } });
}

const withQuery = (path: string, query: string) => `${path}${path.includes('?') ? '&' : '?'}${query}`;
const typeOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['content-type']).split(';')[0];

describe.each(ENGINES)('what is promised besides JSON, on %s', (kind) => {
  const started = shared(() => startWithAll(kind));

  test.each(PROMISED)(
    '200 answers %s in its formats, by Accept and by ?format=, and 406 in all others',
    async (path, promised) => {
      const { service, at } = started();
      const url = at(path);
      for (const [name, mediaType] of Object.entries(FORMATS) as [Name, string][]) {
        const what = `${mediaType} of ${path}`;
        const byHeader = await ask(service, url, mediaType);
        if (!promised.includes(name)) {
          expect(byHeader.statusCode, what).toBe(406);
          expectProblem(byHeader, what);
          expect((await ask(service, withQuery(url, `format=${name}`), null)).statusCode, what).toBe(400);
          continue;
        }
        expect([byHeader.statusCode, typeOf(byHeader)], `${what}: ${byHeader.body.slice(0, 300)}`).toEqual([
          200,
          mediaType,
        ]);
        expect(byHeader.body.length, what).toBeGreaterThan(0);
        expect(String(byHeader.headers.vary), what).toMatch(/\bAccept\b/);
        const byName = await ask(service, withQuery(url, `format=${name}`), 'text/html,*/*;q=0.8');
        expect([byName.statusCode, typeOf(byName)], what).toEqual([200, mediaType]);
        // A feed says under which address it was asked for.
        if (!['atom', 'jsonfeed'].includes(name)) expect(byName.body, what).toBe(byHeader.body);
      }
      const json = await ask(service, url, 'application/json');
      // JSON is one answer, of which no table is chosen.
      const status = path.includes('table=') ? 400 : NO_JSON.test(path) ? 406 : 200;
      expect(json.statusCode, path).toBe(status);
    },
  );

  test('200 answers each style of a bibliography, and 400 no other', async () => {
    const { service, at } = started();
    const url = at('/v1/statements/{statement}?format=bibliography');
    const told = await Promise.all(
      ['apa', 'chicago', 'mla'].map(async (style) => (await ask(service, `${url}&style=${style}`, null)).body),
    );
    expect(new Set(told).size).toBe(3);
    expect((await ask(service, `${url}&style=harvard`, null)).statusCode).toBe(400);
  });

  test.each([
    ['/v1/feeds/claimreview.json', 'DataFeed'],
    ['/v1/claims/blockade', 'Claim'],
    ['/v1/reviews/{review}', 'ClaimReview'],
  ])('200 answers %s as what schema.org calls a %s', async (path, type) => {
    const { service, at } = started();
    const answer = await ask(service, at(path), 'application/ld+json');
    expect([answer.statusCode, typeOf(answer)]).toEqual([200, 'application/ld+json']);
    expect(answer.json()).toMatchObject({ '@context': 'https://schema.org', '@type': type });
  });

  test.each([
    ['/v1/articles/https%3A%2F%2Fp.dw.com%2Fp%2F4W3DS/annotations', /^application\/(?:ld\+)?json$/],
    ['/openapi.json', /^application\/json$/],
    ['/openapi.yaml', /yaml/],
    ['/metrics', /^text\/plain$/],
    ['/health/live', /^application\/json$/],
    ['/v1alpha1/claims:search?query=blockade', /^application\/json$/],
  ])('200 answers %s in its own type, and 406 to who takes none of it', async (path, type) => {
    const { service } = started();
    const answer = await ask(service, path, null);
    expect(answer.statusCode).toBe(200);
    expect(typeOf(answer)).toMatch(type);
    expect((await ask(service, path, 'application/x-nobody')).statusCode).toBe(406);
  });
});
