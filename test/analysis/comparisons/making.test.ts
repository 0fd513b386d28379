import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { expect, test } from 'vitest';
import { balanceOf } from '../../../src/analysis/balance/balance-store.ts';
import { comparer } from '../../../src/analysis/comparer.ts';
import { ClaimComparisonQuery } from '../../../src/analysis/comparisons/claims/claim-comparison.ts';
import { compareClaims } from '../../../src/analysis/comparisons/claims/claim-comparison-store.ts';
import { compareClaimsWithPairs } from '../../../src/analysis/comparisons/claims/claims-with-pairs.ts';
import { claimsAsked } from '../../../src/analysis/comparisons/routes.ts';
import { compareTerms } from '../../../src/analysis/comparisons/terms/compare-terms.ts';
import { READ_MAX, TermQuery } from '../../../src/analysis/comparisons/terms/term-comparison.ts';
import { positionsOf } from '../../../src/analysis/positions/dispute-positions-store.ts';
import { speakerPositions } from '../../../src/analysis/positions/speaker-positions-store.ts';
import { WALKED_MAX } from '../../../src/analysis/statements/length.ts';
import { buildApp } from '../../../src/app.ts';
import { openDatabase } from '../../../src/database.ts';
import { readConfig } from '../../../src/platform/config.ts';
import { Cursors } from '../../../src/platform/cursor.ts';
import { generateRecord } from '../../bench/generate.ts';
import { whenDone } from '../../support/lifetime.ts';
import { watched } from '../../support/watched.ts';

const WORKER = new URL('../../../src/worker.ts', import.meta.url);

test('comparisons of a long record are made in a worker, and say and refuse what they do in place', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-'));
  whenDone(() => rm(folder, { recursive: true, force: true }));
  const { claims, common, rare, terms, dispute, speaker } = await generateRecord(
    join(folder, 'long.db'),
    WALKED_MAX + 1,
  );
  const engine = await openDatabase(`file:${join(folder, 'long.db')}`);
  whenDone(() => engine.close());
  const { handle, names } = watched(engine.read);
  const comparisons = comparer({ ...engine, read: handle }, WORKER);
  whenDone(comparisons.close);
  const make = async (...asked: Parameters<typeof comparisons.make>) => (await comparisons.make(...asked)).read();

  const claimQuery = (query: object) => ClaimComparisonQuery.parse({ granularity: 'week', ...query });
  const makeClaims = (query: object) => make('claims', claimsAsked(claimQuery(query), new Cursors('secret')));
  for (const query of [{ claim: claims }, { claim: claims, side: 'side-0', from: '2020-02', limit: 3 }])
    expect(await makeClaims(query)).toEqual(
      await compareClaimsWithPairs(engine.read, claimsAsked(claimQuery(query), new Cursors('secret'))),
    );
  for (const query of [terms.common, [common, 'xyzzy'], [rare, 'xyzzy']].map((term) => TermQuery.parse({ term })))
    expect(await make('terms', query)).toEqual(await compareTerms(engine.read, query, READ_MAX));
  expect(await make('positions', { dispute })).toEqual(await positionsOf(engine.read, { dispute }));
  expect(await make('balance', dispute)).toEqual(await balanceOf(engine.read, dispute));
  expect(await make('speaker', speaker)).toEqual(await speakerPositions(engine.read, speaker));

  const twoDisputes = { claim: ['claim-0', 'claim-1'] };
  await expect(makeClaims(twoDisputes)).rejects.toMatchObject({ name: 'Failure', code: 'wrong-dispute' });
  const noWord = TermQuery.parse({ term: ['…', rare] });
  await expect(make('terms', noWord)).rejects.toMatchObject({ code: 'invalid', faults: [{ pointer: 'term.0' }] });
  await expect(make('positions', { dispute: 'nowhere' })).rejects.toMatchObject({ code: 'not-found' });
  await expect(makeClaims({ claim: ['claim-0', 'nowhere'] })).rejects.toMatchObject({
    code: 'unknown-reference',
    faults: [{ pointer: 'claim' }],
  });
  expect([...new Set(names)]).toEqual(['statements up to a number']);

  const config = readConfig({ RATE_LIMIT: '0', WAIT_MAX_MS: '0', LOG_LEVEL: 'silent' });
  const app = await buildApp(engine, config, pino({ level: 'silent' }), { checkAnswers: true });
  whenDone(() => app.close());
  const get = async (url: string) => {
    const { statusCode, body } = await app.inject({ url: `/v1/${url}` });
    expect({ url, statusCode }).toEqual({ url, statusCode: 200 });
    return JSON.parse(body);
  };
  expect(await get(`disputes/${dispute}/balance`)).toEqual(await balanceOf(engine.read, dispute));
  const { headers } = await app.inject({ url: `/v1/disputes/${dispute}/positions` });
  expect(headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    etag: expect.stringMatching(/^W/),
  });
  const again = await app.inject({
    url: `/v1/disputes/${dispute}/positions`,
    headers: { 'if-none-match': headers.etag },
  });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  const asked = `claim=${claims[0]}&claim=${claims[1]}&side=side-0&limit=2`;
  const { pairs, ...comparison } = await get(`comparisons/claims?${asked}&granularity=week`);
  expect(comparison).toEqual(await compareClaims(engine.read, claimQuery({ claim: claims, side: 'side-0' })));
  expect(pairs).toEqual({ items: (await get(`pairs?${asked}`)).items, next: expect.any(String) });
  expect(pairs.items.length).toBe(2);
  const second = await get(`comparisons/claims?${asked}&granularity=week&cursor=${pairs.next}`);
  expect(second.pairs.items).toEqual((await get(`pairs?${asked}&cursor=${pairs.next}`)).items);
  expect(second.pairs.items).not.toEqual(pairs.items);
});
