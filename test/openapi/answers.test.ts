import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { recordExamples } from '../../openapi/record.ts';
import { type Document, operationsOf } from '../../src/platform/http/document/document.ts';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { schemaChecker } from './schemas.ts';

const document = JSON.parse(await readFile(new URL('../../openapi/openapi.json', import.meta.url), 'utf8')) as Document;
const faultOf = schemaChecker(document);

describe.each(ENGINES)('the running service on %s', (kind) => {
  test('answers every operation, and every refusal, as the document says', async () => {
    const { app, keys, engine } = await startService(kind, { content: 'demo' });
    const settled = () => engine.write(async () => undefined);
    const demo = { app, key: keys.admin, advance: () => {}, settled, close: async () => {} };
    const { exchanges, problems } = await recordExamples(demo, document);
    for (const { path, method, operation } of operationsOf(document)) {
      const exchange = exchanges[operation.operationId];
      if (!exchange) continue;
      const { status, answerType, answer } = exchange;
      expect.soft(Object.keys(operation.responses), operation.operationId).toContain(String(status));
      if (answerType === null) continue;
      const answered = operation.responses[status];
      const base =
        answered && '$ref' in answered
          ? answered.$ref.slice(2).split('/')
          : ['paths', path, method, 'responses', String(status)];
      const place = [...base, 'content', answerType, 'schema'];
      expect.soft(faultOf(place, answer), operation.operationId).toBeNull();
    }
    for (const [code, problem] of Object.entries(problems)) {
      expect.soft(faultOf(['components', 'schemas', 'Problem'], problem), code).toBeNull();
    }
    expect(Object.keys(exchanges).length).toBeGreaterThan(60);
  });

  test('sends the headers that the document promises', async () => {
    const { http, as } = await startService(kind, { content: 'demo', settings: { RATE_LIMIT: '1000' } });
    // The answer to a request that is sent again has every header that the first may have.
    const record = () => as.write.post('/v1/sides').set('Idempotency-Key', 'iran').send({ name: 'Iran' });
    await record();
    const answers = [
      { path: '/v1/statements', method: 'get', sent: await http.get('/v1/statements?limit=1') },
      { path: '/v1/claims/{ref}', method: 'get', sent: await http.get('/v1/claims/blockade') },
      { path: '/v1/sides', method: 'post', sent: await record() },
      {
        path: '/v1/sides/{ref}',
        method: 'patch',
        sent: await as.write.patch('/v1/sides/iran').set('If-Match', '*').send({ name: 'Islamic Republic of Iran' }),
      },
      {
        path: '/v1/sides/{ref}',
        method: 'delete',
        sent: await as.write.delete('/v1/sides/iran').set('If-Match', '*'),
      },
      { path: '/health/live', method: 'get', sent: await http.get('/health/live') },
    ];
    for (const { path, method, sent } of answers) {
      const told = document.paths[path]?.[method]?.responses[sent.status];
      const answer = told && '$ref' in told ? document.components.responses[told.$ref.split('/').at(-1) ?? ''] : told;
      const promised = Object.keys((answer && 'headers' in answer && answer.headers) || {});
      for (const name of promised) expect.soft(sent.headers, `${method} ${path}`).toHaveProperty([name.toLowerCase()]);
    }
  });
});
