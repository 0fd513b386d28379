import { parse } from 'csv-parse/sync';
import jsonld from 'jsonld';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { type Service, startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';

async function asked({ app }: Service, url: string, accept?: string) {
  const { statusCode, headers, body } = await app.inject({ url, headers: accept === undefined ? {} : { accept } });
  return { statusCode, type: String(headers['content-type']).split(';')[0], body };
}
const rowsOf = (body: string) => parse(body, { columns: true, bom: true }) as Record<string, string>[];

describe.each(ENGINES)('answers on %s', (kind) => {
  test('200 every list that says so is a table as CSV, of as many rows as it has items, by Accept and by format=csv', async () => {
    const service = await startService(kind, { content: 'demo' });
    for (const url of ['/v1/statements', '/v1/pairs', '/v1/corrections', '/v1/changes']) {
      const { body: lines } = await asked(service, `${url}?format=ndjson`);
      const byName = await asked(service, `${url}?format=csv`);
      expect([byName.statusCode, byName.type], url).toEqual([200, 'text/csv']);
      expect(rowsOf(byName.body), url).toHaveLength(lines.split('\n').length - 1);
      expect((await asked(service, url, 'text/csv')).body, url).toBe(byName.body);
      expect((await asked(service, `${url}?format=csv&bom=true`)).body, url).toBe(`\uFEFF${byName.body}`);
    }
    expect((await asked(service, '/v1/statements?bom=true')).statusCode).toBe(400);
  });

  test('200 comparisons and positions are tables, and table=timeline is the other one', async () => {
    const service = await startService(kind, { content: 'demo' });
    const claims = '/v1/comparisons/claims?claim=blockade&claim=limited-access';
    const sides = rowsOf((await asked(service, `${claims}&format=csv`)).body);
    expect(sides.length).toBeGreaterThan(1);
    expect(Object.keys(sides[0] as object)).toEqual(expect.arrayContaining(['claim', 'side', 'stance', 'n', 'first']));
    const timeline = rowsOf((await asked(service, `${claims}&format=csv&table=timeline`)).body);
    expect(Object.keys(timeline[0] as object)).toEqual(expect.arrayContaining(['period', 'claim', 'n']));
    expect((await asked(service, `${claims}&format=csv&table=nothing`)).statusCode).toBe(400);
    for (const url of [
      claims,
      '/v1/comparisons/terms?term=blockade&term=limited%20access',
      '/v1/disputes/nagorno-karabakh-2023/positions',
      '/v1/speakers/elchin-amirbayov/positions',
    ]) {
      const csv = await asked(service, url, 'text/csv');
      const lines = await asked(service, url, 'application/x-ndjson');
      expect([csv.type, lines.type], url).toEqual(['text/csv', 'application/x-ndjson']);
      expect(lines.body.split('\n').length - 1, url).toBe(rowsOf(csv.body).length);
    }
  });

  test('200 feeds are well formed and have the newest, and JSON-LD is one document', async () => {
    const service = await startService(kind, { content: 'demo' });
    for (const url of ['/v1/statements', '/v1/corrections']) {
      const atom = await asked(service, url, 'application/atom+xml');
      expect([atom.statusCode, atom.type], url).toEqual([200, 'application/atom+xml']);
      new SaxesParser({ xmlns: true }).write(atom.body).close();
      const feed = JSON.parse((await asked(service, `${url}?format=jsonfeed`)).body);
      expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
      expect(feed.items.length).toBe(atom.body.split('<entry').length - 1);
    }
    const graph = JSON.parse((await asked(service, '/v1/statements', 'application/ld+json')).body);
    const context = { '@vocab': 'https://schema.org/' };
    const expanded = await jsonld.expand({ ...graph, '@context': context });
    expect(expanded.length).toBeGreaterThan(1);
  });

  test('200 a claim, a review and the feed of reviews are schema.org, and a statement is a citation', async () => {
    const service = await startService(kind, { content: 'demo' });
    const claim = JSON.parse((await asked(service, '/v1/claims/blockade', 'application/ld+json')).body);
    expect(claim).toMatchObject({ '@type': 'Claim', text: expect.any(String) });
    const feed = await asked(service, '/v1/feeds/claimreview.json');
    expect(feed.type).toBe('application/json');
    const { items } = JSON.parse((await asked(service, '/v1/reviews?limit=200')).body);
    expect(JSON.parse(feed.body)).toMatchObject({ '@type': 'DataFeed' });
    expect(JSON.parse(feed.body).dataFeedElement).toHaveLength(items.length);
    const review = JSON.parse((await asked(service, `/v1/reviews/${items[0].id}`, 'application/ld+json')).body);
    expect(review).toMatchObject({ '@type': 'ClaimReview', reviewRating: { alternateName: items[0].rating.label } });

    const { items: statements } = JSON.parse((await asked(service, '/v1/statements?limit=1')).body);
    const url = `/v1/statements/${statements[0].id}`;
    expect((await asked(service, url, 'application/x-bibtex')).body).toMatch(/^@online\{stm_/);
    expect((await asked(service, url, 'application/x-research-info-systems')).body).toMatch(/^TY {2}- ELEC\r\n/);
    const [item] = JSON.parse((await asked(service, url, 'application/vnd.citationstyles.csl+json')).body);
    expect(item).toMatchObject({ URL: statements[0].anchor.url });
    const lines = new Set<string>();
    for (const style of ['apa', 'chicago', 'mla'])
      lines.add((await asked(service, `${url}?style=${style}`, 'text/x-bibliography')).body);
    expect(lines.size).toBe(3);
    expect((await asked(service, url, 'application/pdf')).statusCode).toBe(406);
  });

  test("200 Google's own client finds reviewed claims by changing the host", async () => {
    const service = await startService(kind, { content: 'demo' });
    const rootUrl = `${await service.app.listen({ port: 0, host: '127.0.0.1' })}/`;
    const { factchecktools } = await import('@googleapis/factchecktools');
    const client = factchecktools({ version: 'v1alpha1', rootUrl, auth: 'a-key-of-google' });
    const first = await client.claims.search({ pageSize: 1 });
    expect(first.data.claims).toHaveLength(1);
    const [claim] = first.data.claims ?? [];
    expect(claim?.claimReview?.[0]).toMatchObject({ textualRating: expect.any(String) });
    const found: string[] = [];
    for (let pageToken: string | undefined; ; ) {
      const { data } = await client.claims.search({ pageSize: 1, ...(pageToken && { pageToken }) });
      found.push(...(data.claims ?? []).map(({ text }) => text ?? ''));
      pageToken = data.nextPageToken ?? undefined;
      if (!pageToken) break;
    }
    const { items } = JSON.parse((await asked(service, '/v1/claims?reviewed=true&limit=200')).body);
    expect(found).toEqual(items.map(({ text }: { text: string }) => text));
    const none = await client.claims.search({ query: 'zyxwvut' });
    expect(none.data.claims).toBeUndefined();
  });
});
