import { describe, expect, test } from 'vitest';
import { importRecords } from '../../src/exchange/record-import.ts';
import { Failure } from '../../src/kernel/failure.ts';
import type { Engine } from '../../src/platform/engine/tables.ts';
import { recordSnapshot } from '../../src/record/articles/actions.ts';
import { quoteChecker } from '../../src/text/quotes/checker.ts';
import { type Service, startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { whenDone } from '../support/lifetime.ts';
import { turnsDuring } from '../support/turns.ts';
import { type Row, SEED } from './seed.ts';

const BY = { actor: 'import', comment: null };

/** Reads lines in without a job, over an engine that a test may have changed. */
function reader(service: Service, engine: Engine = service.engine) {
  const checker = quoteChecker();
  whenDone(() => checker.close());
  const read = (rows: Row[], told = () => {}) => {
    const lines = rows.map((row, at) => ({ line: at + 1, text: JSON.stringify(row) }));
    return importRecords({ engine, checker }, lines, BY, told);
  };
  return { engine, checker, read };
}

describe.each(ENGINES)('an import beside others on %s', (kind) => {
  test('a file that is read twice at once makes every record once, and rejects no line', async () => {
    const service = await startService(kind);
    const { read } = reader(service);
    const both = await Promise.all([read(SEED), read(SEED)]);
    for (const counts of both) expect(counts).toMatchObject({ read: SEED.length, rejected: 0, errors: [] });
    expect(both.map(({ created }) => created).reduce((one, other) => one + other)).toBe(SEED.length);
    expect((await service.http.get('/v1/statements')).body.items).toHaveLength(3);
  });

  test('a long file is read bit by bit: between two bits whoever else waits has a turn', async () => {
    const service = await startService(kind);
    const sides = Array.from({ length: 1000 }, (_, at) => ({ type: 'side', slug: `side-${at}`, name: `Side ${at}` }));
    const turns = await turnsDuring(() => reader(service).read(sides));
    expect(turns).toBeGreaterThanOrEqual(20);
  });

  test('what concerns no single line ends an import: nothing after it is read, no line is blamed for it', async () => {
    const service = await startService(kind);
    const sides = Array.from({ length: 300 }, (_, at) => ({ type: 'side', slug: `side-${at}`, name: `Side ${at}` }));
    let told = 0;
    const stopping = reader(service).read(sides, () => {
      told += 1;
      if (told === 2) throw new Failure('overloaded', 'It stops.');
    });
    await expect(stopping).rejects.toMatchObject({ code: 'overloaded', message: 'It stops.' });
    expect(told).toBe(2);
    expect((await service.changes()).filter(({ action }) => action === 'create')).toHaveLength(100);
  });

  test('texts that keep coming cost the statements of their article alone', async () => {
    const service = await startService(kind);
    const { engine, read, checker } = reader(service);
    const other = { ...SEED.find(({ type }) => type === 'article'), url: 'https://courier.example/b', title: 'B' };
    const statements = [1, 2, 3].map((at) => ({
      ...{ type: 'statement', id: `y${at}`, speaker: 'anna', quote: `words ${at}`, quoteType: 'indirect' },
      ...{ dispute: 'harbour', article: `https://courier.example/${at === 2 ? 'a' : 'b'}` },
    }));
    const rows = SEED.filter(({ type }) => type !== 'statement' && type !== 'rebuttal');
    await read([...rows, other]);
    let texts = 0;
    const late: typeof engine = {
      ...engine,
      async write(work) {
        texts += 1;
        await recordSnapshot(engine, checker, 'https://courier.example/a', { text: `Text ${texts}. words 2` }, BY);
        return engine.write(work);
      },
    };
    const counts = await reader(service, late).read(statements);
    expect(counts).toMatchObject({ created: 2, rejected: 1, errors: [{ line: 2, code: 'overloaded' }] });
  });

  test('a statement is looked up in the text that came in while it was read, and its line is not rejected', async () => {
    const service = await startService(kind);
    const { engine, read, checker } = reader(service);
    const isStatement = ({ type }: Row) => type === 'statement';
    await read(SEED.filter((row) => !isStatement(row) && row.type !== 'rebuttal'));
    let texts = 1;
    const late: typeof engine = {
      ...engine,
      async write(work) {
        const text = `He said “it is shut”, and “it is locked”. They said “it stands open”, in text ${texts}.`;
        if (texts < 3) await recordSnapshot(engine, checker, 'https://courier.example/a', { text }, BY);
        texts += 1;
        return engine.write(work);
      },
    };
    const counts = await reader(service, late).read(SEED.filter(isStatement));
    expect(counts).toMatchObject({ created: 3, rejected: 0 });
    const { body } = await service.http.get('/v1/statements').expect(200);
    expect(body.items.map(({ anchor }: Row) => anchor)).toMatchObject(
      Array.from({ length: 3 }, () => ({ result: 'exact', snapshot: 3 })),
    );
  });
});
