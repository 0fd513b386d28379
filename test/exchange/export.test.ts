import { describe, expect, test } from 'vitest';
import { type Service, startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';

async function exported({ app }: Service, key?: string): Promise<string> {
  const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const { statusCode, body } = await app.inject({ url: '/v1/export', headers });
  expect(statusCode).toBe(200);
  return body;
}

async function imported({ as }: Service, scope: 'write' | 'admin', body: string) {
  const { body: job } = await as[scope]
    .post('/v1/imports?format=record')
    .set('content-type', 'application/x-ndjson')
    .send(body)
    .expect(202);
  const read = async () => (await as.write.get(`/v1/imports/${job.id}`).expect(200)).body;
  await expect.poll(async () => (await read()).state, { timeout: 60_000 }).toMatch(/done|failed/);
  return read();
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe.each(ENGINES)('an export on %s', (kind) => {
  const other = kind === 'sqlite' ? 'postgres' : 'sqlite';

  test('is taken over by an empty service of the other engine, which exports the same bytes and counts the same', async () => {
    const service = await startService(kind, { content: 'demo' });
    const { body: made } = await service.as.write.get('/v1/statements?limit=1').expect(200);
    await service.as.write.delete(`/v1/statements/${made.items[0].id}`).set('if-match', '*').expect(204);
    await service.as.write.post('/v1/sides').send({ name: 'Side of nobody' }).expect(201);
    const before = await exported(service, service.keys.admin);
    const lines = linesOf(before);
    expect(lines[0]).toEqual({ type: 'export', of: 'everything', version: 1 });
    expect(lines.filter(({ type, status }) => type === 'statement' && status === 'withdrawn')).toHaveLength(1);
    expect(new Set(lines.map(({ type }) => type))).toContain('change');

    const empty = await startService(other);
    const job = await imported(empty, 'admin', before);
    expect(job).toMatchObject({ state: 'done', rejected: 0, created: lines.length - 1 });
    expect(await exported(empty, empty.keys.admin)).toBe(before);
    for (const url of ['/v1/statements?count=true&limit=200', '/v1/search?q=blockade', '/v1/pairs?count=true']) {
      const [one, two] = [await service.http.get(url), await empty.http.get(url)];
      expect(two.body.total, url).toBe(one.body.total);
      expect(two.body.items, url).toEqual(one.body.items);
    }
  });

  test('of everything is refused by who has records already, and by a key that may only write; nothing is written', async () => {
    const service = await startService(kind, { content: 'demo' });
    const whole = await exported(service, service.keys.admin);
    const before = (await service.changes()).length;
    const refused = await imported(service, 'admin', whole);
    expect(refused).toMatchObject({ state: 'failed', created: 0, errors: [{ code: 'conflict' }] });
    expect((await service.changes()).length).toBe(before);
    const empty = await startService(kind);
    const forbidden = await imported(empty, 'write', whole);
    expect(forbidden).toMatchObject({ state: 'failed', errors: [{ code: 'forbidden' }] });
    expect(await empty.changes()).toEqual([]);
  });

  test('without a key is what anybody may read, as lines of record that another service reads', async () => {
    const service = await startService(kind, { content: 'demo' });
    const told = await exported(service);
    expect(linesOf(told).filter(({ type }) => ['snapshot', 'change', 'export'].includes(type))).toEqual([]);
    const empty = await startService(kind);
    const job = await imported(empty, 'write', told);
    expect(job.errors).toEqual([]);
    expect(job).toMatchObject({ state: 'done', rejected: 0, created: linesOf(told).length });
    const withoutIds = (text: string) =>
      linesOf(text)
        .map((line) => JSON.stringify(line).replace(/(stm|rev)_\w{13}/g, '$1'))
        .sort();
    expect(withoutIds(await exported(empty))).toEqual(withoutIds(told));
  });
});
