import type { AddressInfo } from 'node:net';
import createClient from 'openapi-fetch';
import { describe, expect, test } from 'vitest';
import type { components, paths } from '../../openapi/types.ts';
import { startService } from '../support/app.ts';
import { ENGINES, type EngineKind } from '../support/database.ts';
import { shared } from '../support/lifetime.ts';

type Statement = components['schemas']['Statement'];
/** What is asked for, where there are several formats. */
type Json = 'application/json' | 'application/problem+json';
type Problem = components['schemas']['Problem'];

async function startClients(kind: EngineKind) {
  const { app, keys } = await startService(kind, { content: 'demo' });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const baseUrl = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const withKey = { baseUrl, headers: { authorization: `Bearer ${keys.write}` } };
  return { reader: createClient<paths, Json>({ baseUrl }), writer: createClient<paths, Json>(withKey) };
}

describe.each(ENGINES)('a client made from the document, against %s', (kind) => {
  const clients = shared(() => startClients(kind));

  test('lists who takes a stance on the blockade, page by page, each statement once', async () => {
    const { reader } = clients();
    const seen: Statement[] = [];
    let cursor: string | null = null;
    let total: number | null | undefined;
    do {
      const query: NonNullable<paths['/v1/statements']['get']['parameters']['query']> = {
        claim: ['blockade'],
        limit: 2,
        count: true,
        ...(cursor !== null && { cursor }),
      };
      const { data } = await reader.GET('/v1/statements', { params: { query } });
      if (!data) throw new Error('The list is not answered.');
      seen.push(...data.items);
      total = data.total;
      cursor = data.next;
    } while (cursor !== null);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(total);
    const stanceOf = ({ stances }: Statement) => stances.find(({ claim }) => claim.slug === 'blockade')?.stance;
    const bySide = new Map(seen.map((statement) => [statement.side?.slug, stanceOf(statement)]));
    expect(bySide).toEqual(
      new Map([
        ['armenia', 'support'],
        ['azerbaijan', 'deny'],
        ['united-nations', 'support'],
      ]),
    );
  });

  test('reads the envoy’s statement with what it rebuts', async () => {
    const { reader } = clients();
    const found = await reader.GET('/v1/statements', {
      params: { query: { claim: ['limited-access'], speaker: ['elchin-amirbayov'], stance: ['support'] } },
    });
    const ref = found.data?.items[0]?.id ?? '';
    const { data, response } = await reader.GET('/v1/statements/{ref}', { params: { path: { ref } } });
    expect(data).toMatchObject({ quote: 'limited access', side: { slug: 'azerbaijan', role: 'party' } });
    expect(data?.rebuts.map(({ kind, statement }) => [kind, statement.side?.slug])).toContainEqual([
      'reframing',
      'armenia',
    ]);
    expect(response.headers.get('etag')).toMatch(/^"1-/);
  });

  test('checks a quote against a text', async () => {
    const { reader } = clients();
    const { data } = await reader.POST('/v1/quotes/verify', {
      body: { text: 'He spoke of “limited access” to the corridor.', quote: 'limited acces to the corridor' },
    });
    expect(data).toMatchObject({ result: 'altered', closest: { firstDifference: { expected: expect.any(String) } } });
  });

  test('records a side with a key, revises it under its tag, and is told who was first', async () => {
    const { writer } = clients();
    const made = await writer.POST('/v1/sides', {
      body: { name: 'Iran' },
      params: { header: { 'Change-Comment': 'They have joined in' } },
    });
    expect(made.response.status).toBe(201);
    const path = { ref: made.data?.slug ?? '' };
    const tag = made.response.headers.get('etag') ?? '';
    const body = { name: 'Islamic Republic of Iran' };
    const first = await writer.PATCH('/v1/sides/{ref}', { params: { path, header: { 'If-Match': tag } }, body });
    expect(first.data).toMatchObject({ revision: 2, name: 'Islamic Republic of Iran' });
    const second = await writer.PATCH('/v1/sides/{ref}', { params: { path, header: { 'If-Match': tag } }, body });
    const problem: Problem | undefined = second.error;
    expect(problem).toMatchObject({ status: 412, code: 'stale-revision', revision: 2 });
  });

  test('handles a problem by its code, and records nothing', async () => {
    const { reader } = clients();
    const { data, error } = await reader.POST('/v1/sides', { body: { name: 'Nobody' } });
    expect(data).toBeUndefined();
    expect(adviceFor(error)).toBe('ask for a key');
    const { response } = await reader.GET('/v1/sides/{ref}', { params: { path: { ref: 'nobody' } } });
    expect(response.status).toBe(404);
  });
});

/** What a caller writes who handles each code that concerns it; a code that does not exist would not compile. */
function adviceFor(problem: Problem | undefined): string {
  switch (problem?.code) {
    case 'unauthenticated':
    case 'forbidden':
      return 'ask for a key';
    case 'rate-limited':
    case 'overloaded':
      return 'wait';
    default:
      return 'read the detail';
  }
}
