import { readFile } from 'node:fs/promises';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { createClientFromOperations } from '@stoplight/prism-http/dist/client.js';
import pino from 'pino';
import { expect, test } from 'vitest';
import type { Exchange } from '../../src/platform/http/document/examples.ts';
import { startService } from '../support/app.ts';
import { listeningPort } from '../support/raw.ts';

const folder = new URL('../../openapi/', import.meta.url);
const document = JSON.parse(await readFile(new URL('openapi.json', folder), 'utf8'));
const { exchanges } = JSON.parse(await readFile(new URL('examples.json', folder), 'utf8')) as {
  exchanges: Record<string, Exchange>;
};

/** The requests that only read, as the examples have them, and where each is sent. */
function readings(): { operationId: string; url: string }[] {
  return Object.entries(document.paths as Record<string, { get?: { operationId: string } }>).flatMap(([path, item]) => {
    const operationId = item.get?.operationId ?? '';
    const exchange = exchanges[operationId];
    // The report of an import and an export are no JSON.
    if (!exchange || !path.startsWith('/v1/') || !/[/+]json$/.test(exchange.answerType ?? '')) return [];
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(exchange.path[name] ?? ''));
    const pairs = Object.entries(exchange.query).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
    return [{ operationId, url: `${filled}?${new URLSearchParams(pairs as [string, string][])}` }];
  });
}

/** Prism's logger has a level of its own. */
const logger = Object.assign(pino({ level: 'silent' }), { success: () => {} });
const SETTINGS = { validateRequest: true, validateResponse: true, checkSecurity: true, errors: false };
const headers = { authorization: 'Bearer cck_key', accept: 'application/json' };

test('Prism makes an answer of every example, which keeps the document', async () => {
  const operations = await getHttpOperationsFromSpec(document);
  const prism = createClientFromOperations(operations, {
    ...SETTINGS,
    isProxy: false,
    upstreamProxy: undefined,
    mock: { dynamic: false },
    logger,
  });
  for (const { operationId, url } of readings()) {
    const { status, violations } = await prism.get(url, { headers });
    expect.soft([status, violations.input, violations.output], operationId).toEqual([200, [], []]);
  }
  expect(readings().length).toBeGreaterThan(40);
});

test('Prism finds nothing in what the service answers that the document does not say', async () => {
  const { app, keys } = await startService('sqlite', { content: 'demo' });
  const upstream = new URL(`http://127.0.0.1:${await listeningPort(app)}`);
  const operations = await getHttpOperationsFromSpec(document);
  const prism = createClientFromOperations(operations, {
    ...SETTINGS,
    isProxy: true,
    upstream,
    mock: { dynamic: false },
    logger,
    upstreamProxy: undefined,
  });
  const authorization = `Bearer ${keys.admin}`;
  for (const { operationId, url } of readings()) {
    const { status, violations } = await prism.get(url, { headers: { ...headers, authorization } });
    expect.soft([violations.input, violations.output], `${operationId} ${status}`).toEqual([[], []]);
  }
});
