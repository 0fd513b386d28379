import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { closeAbandonedImports } from '../../src/exchange/jobs.ts';
import { systemSources } from '../../src/platform/engine/open.ts';
import { insertRow } from '../../src/platform/engine/rows.ts';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { imported, NOTHING, ndjson } from '../support/import.ts';
import { changesBy } from '../support/record.ts';
import { type Row, SEED } from './seed.ts';

/** The seed with the member of one line set. */
function revised(at: number, over: Row): Row[] {
  return SEED.map((row, place) => (place === at ? { ...row, ...over } : row));
}

const at = (id: string) => SEED.findIndex((row) => row.id === id);

describe.each(ENGINES)('imports on %s', (kind) => {
  test('202 takes a file as a job; every line makes its record, by external ids, slugs and URLs', async () => {
    const service = await startService(kind);
    const job = await imported(service, `\uFEFF${ndjson(SEED).replaceAll('\n', '\r\n')}\r\n\r\n`);
    expect(job).toMatchObject({ ...NOTHING, state: 'done', dryRun: false, read: SEED.length, created: SEED.length });
    const { body } = await service.http.get('/v1/statements?sort=createdAt').expect(200);
    const [x1, x2, x3] = body.items;
    expect(x1).toMatchObject({
      speaker: { slug: 'anna' },
      anchor: { result: 'exact' },
      article: { url: 'https://courier.example/a' },
    });
    expect(x1.rebuttals).toMatchObject([
      { kind: 'denial', statement: { id: x2.id } },
      { kind: 'undercut', note: 'Again', statement: { id: x3.id } },
    ]);
    expect(x3.repeats.id).toBe(x2.id);
    const [line] = (await service.changes()).slice(-1);
    expect(line?.actor).toMatch(/^key_/);
  });

  test('200 the same file twice changes nothing, and a revised line updates its record alone', async () => {
    const service = await startService(kind);
    await imported(service, ndjson(SEED));
    const written = await changesBy(service, async () => {
      expect(await imported(service, ndjson(SEED))).toMatchObject({
        ...NOTHING,
        state: 'done',
        read: SEED.length,
        unchanged: SEED.length,
      });
    });
    expect(written).toEqual([]);
    for (const rows of [
      revised(0, { name: 'The North' }),
      revised(8, { title: 'A, corrected' }),
      revised(at('x1'), { cue: 'said' }),
      revised(at('x2'), { rebuts: [{ statement: 'x1', kind: 'reframing' }] }),
      revised(15, { note: null }),
    ]) {
      const job = await imported(service, ndjson(rows));
      expect(job).toMatchObject({ state: 'done', rejected: 0, created: 0 });
      expect(job.updated, JSON.stringify(rows.filter((row, place) => row !== SEED[place]))).toBeGreaterThanOrEqual(1);
      await imported(service, ndjson(SEED));
    }
    expect((await service.http.get('/v1/statements?count=true')).body.total).toBe(3);
    expect((await service.http.get('/v1/rebuttals?count=true')).body.total).toBe(2);
  });

  test('200 rejects faulty lines with line, code, pointer and detail, and reads the others', async () => {
    const service = await startService(kind);
    const bad: [line: string, code: string, pointer: string][] = [
      ['{"type":"side",', 'invalid', ''],
      ['{"type":"mood","name":"x"}', 'invalid', '/type'],
      ['{"type":"side","name":"x","mood":1}', 'invalid', '/mood'],
      ['{"type":"side"}', 'invalid', '/name'],
      ['{"type":"question","dispute":"nowhere","text":"Q?"}', 'unknown-reference', '/dispute'],
      [JSON.stringify({ ...SEED[at('x2')], id: 'y1', quote: 'it is shot' }), 'quote-altered', '/quote'],
      [
        JSON.stringify({ ...SEED[at('x2')], id: 'y2', rebuts: [{ statement: 'later', kind: 'denial' }] }),
        'unknown-reference',
        '/rebuts/0/statement',
      ],
      [JSON.stringify({ ...SEED[at('x2')], id: 'y3', saidAt: '2023-02-30' }), 'invalid', '/saidAt'],
      ['{"type":"side","name":"a\\u0000b"}', 'invalid', '/name'],
      ['[]', 'invalid', ''],
      ['7', 'invalid', ''],
      [`${'['.repeat(100_000)}`, 'invalid', ''],
    ];
    const lines = [
      ...SEED.map((row) => JSON.stringify(row)),
      ...bad.map(([line]) => line),
      '{"type":"side","slug":"last","name":"Last"}',
    ];
    const job = await imported(service, lines.join('\n'));
    expect(job).toMatchObject({ state: 'done', read: lines.length, created: SEED.length + 1, rejected: bad.length });
    expect(job.errors.map(({ line, code, pointer }: Row) => [line, code, pointer])).toEqual(
      bad.map(([, code, pointer], place) => [SEED.length + 1 + place, code, pointer]),
    );
    expect(job.errors.every(({ detail }: Row) => (detail as string).length > 10)).toBe(true);
    await service.http.get('/v1/sides/last').expect(200);
  });

  test('200 a dry run tells the same counts and stores nothing', async () => {
    const service = await startService(kind);
    const rows = [...SEED, { type: 'side' }];
    const written = await changesBy(service, async () => {
      const job = await imported(service, ndjson(rows), 'format=record&dryRun=true');
      expect(job).toMatchObject({ state: 'done', dryRun: true, read: rows.length, created: SEED.length, rejected: 1 });
      expect(job.errors).toMatchObject([{ line: rows.length, code: 'invalid', pointer: '/name' }]);
    });
    expect(written).toEqual([]);
    expect((await service.http.get('/v1/sides')).body.items).toEqual([]);
    await imported(service, ndjson(SEED));
    const again = await imported(service, ndjson(revised(0, { name: 'The North' })), 'format=record&dryRun=true');
    expect(again).toMatchObject({ updated: 1, unchanged: SEED.length - 1, created: 0 });
    expect((await service.http.get('/v1/sides/north')).body.name).toBe('North');
  });

  test('200 leaves a speaker’s past alone when an old file is read again', async () => {
    const service = await startService(kind);
    await imported(service, ndjson(SEED));
    const before = (await service.http.get('/v1/statements?sort=createdAt')).body.items[0];
    const moved = { type: 'speaker', slug: 'anna', name: 'Anna', affiliations: [{ side: 'south', title: 'Turncoat' }] };
    await imported(service, ndjson([moved, SEED[at('x1')] as Row]));
    expect((await service.http.get(`/v1/statements/${before.id}`)).body).toMatchObject({
      side: { slug: 'north' },
      revision: before.revision,
    });
  });

  test('413 refuses a body over the limit, 415 another type, 400 another format, 401 no key; none makes a job', async () => {
    const service = await startService(kind, { settings: { IMPORT_BYTES_MAX: '2000' } });
    const { as, http } = service;
    const post = (
      query = 'format=record',
      type = 'application/x-ndjson',
      by: typeof http | typeof as.write = as.write,
    ) => by.post(`/v1/imports?${query}`).set('Content-Type', type);
    expect((await post().send('a'.repeat(2001)).expect(413)).body.code).toBe('too-large');
    expect((await post('format=record', 'application/xml').send('<a/>').expect(415)).body.code).toBe(
      'unsupported-media-type',
    );
    expect((await post('format=guess').send('{}').expect(400)).body.code).toBe('invalid');
    await post('format=record&mood=1').send('{}').expect(400);
    await post('format=record', 'application/x-ndjson', http).send('{}').expect(401);
    await post('format=record', 'application/x-ndjson', as.read).send('{}').expect(403);
    await http.get('/v1/imports/imp_01k6v0a9q21y3').expect(401);
    await as.write.get('/v1/imports/imp_01k6v0a9q21y3').expect(404);
    const jobs = await service.engine.read.query('all imports', ({ db, t }) => db.select().from(t.imports));
    expect(jobs).toEqual([]);
  });

  test('a job that a process left behind is told as failed at the next start, one that has ended stays', async () => {
    let hours = 0;
    const sources = systemSources(() => new Date(Date.now() + hours * 3_600_000));
    const service = await startService(kind, { sources });
    const done = await imported(service, ndjson(SEED.slice(0, 2)));
    const abandoned = await service.engine.write(async (tx) => {
      const id = tx.newId('import');
      const times = { createdAt: tx.now, updatedAt: tx.now };
      await insertRow(tx, 'imports', {
        id,
        format: 'record',
        dryRun: false,
        actor: 'x',
        state: 'running',
        ...NOTHING,
        read: 3,
        ...times,
      });
      return id;
    });
    hours = 1;
    await closeAbandonedImports(service.engine);
    const read = async (id: string) => (await service.as.write.get(`/v1/imports/${id}`).expect(200)).body;
    expect(await read(abandoned)).toMatchObject({
      state: 'failed',
      read: 3,
      errors: [{ code: 'overloaded', detail: expect.stringContaining('send it again') }],
    });
    expect(await read(done.id)).toEqual(done);
  });

  test('the demo’s own files read again change nothing', async () => {
    const service = await startService(kind, { content: 'demo' });
    for (const name of ['lachin', 'invented']) {
      const file = await readFile(new URL(`../../seeds/${name}.ndjson`, import.meta.url), 'utf8');
      const lines = file.trim().split('\n').length;
      const written = await changesBy(service, async () => {
        expect(await imported(service, file)).toMatchObject({
          ...NOTHING,
          state: 'done',
          read: lines,
          unchanged: lines,
        });
      });
      expect(written).toEqual([]);
    }
  });
});
