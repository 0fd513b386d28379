import { sql } from 'drizzle-orm';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { createEntity } from '../../src/history/record.ts';
import { idFromKey } from '../../src/kernel/id.ts';
import { openEngine, systemSources } from '../../src/platform/engine/open.ts';
import { insertRow, rowById } from '../../src/platform/engine/rows.ts';
import type { Engine, Follower, Tx } from '../../src/platform/engine/tables.ts';
import type { Written } from '../../src/platform/engine/written.ts';
import { tables } from '../../src/tables.ts';
import { ENGINES, freshDatabase, freshEngine } from '../support/database.ts';
import { keep, kept, numbered } from '../support/writes.ts';

const NOW = '2026-01-01T00:00:00.000Z';

const BY = { actor: 'tester', comment: null };

/** Closes the engine and opens the same database again, as after a restart. */
async function reopened(engine: Engine, url: string): Promise<Engine> {
  await engine.close();
  const again = await openDatabase(url);
  onTestFinished(() => again.close());
  return again;
}

describe.each(ENGINES)('the engine on %s', (kind) => {
  test('reading never sees what is not committed, and sees it once the write is told as done', async () => {
    const engine = await freshEngine(kind);
    let during: string[] | null = null;
    await engine.write(async (tx) => {
      await keep(tx, 'one');
      expect(await kept(tx)).toEqual(['one']);
      during = await kept(engine.read);
    });
    expect(during).toEqual([]);
    expect(await kept(engine.read)).toEqual(['one']);
  });

  test('a write that is told as done is seen by another process at once', async () => {
    const url = await freshDatabase(kind);
    const [engine, other] = [await openDatabase(url), await openDatabase(url)];
    onTestFinished(() => engine.close());
    onTestFinished(() => other.close());
    const seen = await Promise.all(
      numbered(20).map(async (name) => {
        await engine.write((tx) => keep(tx, name));
        return (await kept(other.read)).includes(name);
      }),
    );
    expect(seen).toEqual(numbered(20).map(() => true));
  });

  test('a write that fails leaves nothing, and does no harm to those beside it', async () => {
    const engine = await freshEngine(kind);
    await engine.write((tx) => keep(tx, 'taken'));
    const outcomes = await Promise.allSettled(
      numbered(30).map((name, at) =>
        engine.write(async (tx) => {
          await keep(tx, name);
          if (at % 3 === 1) throw new Error('the work fails');
          if (at % 3 === 2) await keep(tx, 'taken');
        }),
      ),
    );
    const reasons = outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason : null));
    expect(reasons.filter((_, at) => at % 3 === 0)).toEqual(Array(10).fill(null));
    expect(reasons.filter((_, at) => at % 3 === 1)).toEqual(Array(10).fill(new Error('the work fails')));
    for (const reason of reasons.filter((_, at) => at % 3 === 2)) expect(reason).toMatchObject({ code: 'conflict' });
    expect(await kept(engine.read)).toEqual(['taken', ...numbered(30).filter((_, at) => at % 3 === 0)]);
  });

  describe('a follower', () => {
    const one: Written = { kind: 'side', before: null, after: { id: 'one' }, line: null };
    const two: Written = { kind: 'side', before: null, after: { id: 'two' }, line: null };

    async function followedBy(...followers: Follower[]): Promise<Engine> {
      const engine = await openEngine(await freshDatabase(kind), tables, followers);
      onTestFinished(() => engine.close());
      return engine;
    }

    test('sees all that was written, in its order, before the commit, after those named before it', async () => {
      const seen: unknown[] = [];
      const engine = await followedBy(
        { name: 'first', follow: async (tx, written) => void seen.push('first', written.length, await kept(tx)) },
        {
          name: 'second',
          follow: (tx, written) => {
            seen.push([...written]);
            return keep(tx, 'second');
          },
        },
      );
      await engine.write(async (tx) => {
        await keep(tx, 'work');
        tx.changed(one);
        tx.changed(two);
        seen.push('end of the work');
      });
      expect(seen).toEqual(['end of the work', 'first', 2, ['work'], [one, two]]);
      expect(await kept(engine.read)).toEqual(['second', 'work']);
    });

    test('does not see what a part wrote that failed, and is left alone where nothing was written', async () => {
      const seen: Written[][] = [];
      const engine = await followedBy({ name: 'only', follow: async (_tx, written) => void seen.push([...written]) });
      await engine.write((tx) => keep(tx, 'silent'));
      await engine.write(async (tx) => {
        tx.changed(one);
        const failing = tx.attempt(async () => {
          tx.changed(two);
          throw new Error('the part fails');
        });
        await expect(failing).rejects.toThrow('the part fails');
      });
      expect(seen).toEqual([[one]]);
    });

    test('that fails, or writes to the record itself, leaves nothing of the write', async () => {
      const failing = await followedBy({ name: 'late', follow: () => Promise.reject(new Error('too late')) });
      const writing = await followedBy({ name: 'busy', follow: async (tx) => tx.changed(two) });
      for (const [engine, reason] of [
        [failing, 'too late'],
        [writing, 'The follower “busy” wrote to the record.'],
      ] as const) {
        const write = engine.write(async (tx) => {
          await keep(tx, 'one');
          tx.changed(one);
        });
        await expect(write).rejects.toThrow(reason);
        expect(await kept(engine.read)).toEqual([]);
        await engine.write((tx) => keep(tx, 'after'));
        expect(await kept(engine.read)).toEqual(['after']);
      }
    });
  });

  test('who listens hears what was committed, when it can be read, and nothing of what was not', async () => {
    const engine = await freshEngine(kind);
    const heard: string[] = [];
    const named = (written: readonly Written[]) => written.map(({ after }) => (after as { name: string }).name);
    const stop = engine.afterCommit((written) => heard.push(...named(written)));
    engine.afterCommit(() => {
      throw new Error('a listener fails');
    });
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    onTestFinished(() => warned.mockRestore());
    const side = (name: string) => (tx: Tx) => createEntity(tx, 'side', { name, slug: name }, BY);
    const failing = engine.write(async (tx) => {
      await side('undone')(tx);
      throw new Error('the work fails');
    });
    await expect(failing).rejects.toThrow('the work fails');
    await engine.write((tx) => keep(tx, 'silent'));
    await Promise.all(['a', 'b', 'c'].map((name) => engine.write(side(name))));
    expect([...heard].sort()).toEqual(['a', 'b', 'c']);
    stop();
    await engine.write(side('later'));
    expect(heard).toHaveLength(3);
  });

  test('what refers to nothing is refused as in-use, and what is unique as conflict', async () => {
    const engine = await freshEngine(kind);
    const row = { id: idFromKey('question', 1), revision: 1, createdAt: NOW, updatedAt: NOW, slug: 'x', text: 'x' };
    const orphan = engine.write((tx) => insertRow(tx, 'questions', { ...row, disputeId: idFromKey('dispute', 1) }));
    await expect(orphan).rejects.toMatchObject({ name: 'Failure', code: 'in-use' });
    const side = { id: idFromKey('side', 1), revision: 1, createdAt: NOW, updatedAt: NOW, slug: 'x', name: 'x' };
    await engine.write((tx) => insertRow(tx, 'sides', side));
    const twin = engine.write((tx) => insertRow(tx, 'sides', { ...side, id: idFromKey('side', 2) }));
    await expect(twin).rejects.toMatchObject({ name: 'Failure', code: 'conflict' });
    expect(await rowById(engine.read, 'sides', idFromKey('side', 2))).toBeNull();
  });

  test('every write of many at once that was told as done is there after a restart', async () => {
    const url = await freshDatabase(kind);
    const engine = await openDatabase(url);
    const results = await Promise.all(
      numbered(300).map((name) => engine.write((tx) => keep(tx, name).then(() => name))),
    );
    expect(results).toEqual(numbered(300));
    expect(await kept((await reopened(engine, url)).read)).toEqual(numbered(300));
  });

  test('an attempt that fails is undone with its line of history, and the rest of the write stays', async () => {
    const engine = await freshEngine(kind);
    await engine.write(async (tx) => {
      await createEntity(tx, 'side', { name: 'Before', slug: 'before' }, BY);
      const failing = tx.attempt(async () => {
        await createEntity(tx, 'side', { name: 'Undone', slug: 'undone' }, BY);
        await tx.attempt(() => createEntity(tx, 'side', { name: 'Inner', slug: 'inner' }, BY));
        throw new Error('the part fails');
      });
      await expect(failing).rejects.toThrow('the part fails');
      const taken = tx.attempt(() => createEntity(tx, 'side', { name: 'Twin', slug: 'before' }, BY));
      await expect(taken).rejects.toThrow();
      await tx.attempt(() => createEntity(tx, 'side', { name: 'After', slug: 'after' }, BY));
    });
    const sides = await engine.read.query('sides', ({ db, t }) => db.select().from(t.sides).orderBy(t.sides.id));
    expect(sides.map(({ slug }) => slug)).toEqual(['before', 'after']);
    const lines = await engine.read.query('lines', ({ db, t }) => db.select().from(t.changes).orderBy(t.changes.seq));
    expect(lines.map(({ seq, entityId }) => [seq, entityId])).toEqual(sides.map(({ id }, at) => [at + 1, id]));
  });

  test('lines of history of many writes at once are numbered without a gap, in one chain', async () => {
    const engine = await freshEngine(kind);
    await Promise.allSettled(
      numbered(40).map((name, at) =>
        engine.write(async (tx) => {
          await createEntity(tx, 'side', { name, slug: name }, BY);
          if (at % 4 === 0) throw new Error('fails');
        }),
      ),
    );
    const lines = await engine.read.query('lines', ({ db, t }) => db.select().from(t.changes).orderBy(t.changes.seq));
    expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
    expect(new Set(lines.map(({ hash }) => hash)).size).toBe(30);
  });

  test('a closing engine finishes the writes under way and refuses later ones', async () => {
    const url = await freshDatabase(kind);
    const engine = await openDatabase(url);
    const underWay = numbered(20).map((name) => engine.write((tx) => keep(tx, name)));
    const closing = engine.close();
    const late = engine.write((tx) => keep(tx, 'late'));
    await expect(late).rejects.toMatchObject({ name: 'Failure', code: 'overloaded' });
    await Promise.all(underWay);
    await closing;
    await expect(engine.write((tx) => keep(tx, 'later'))).rejects.toMatchObject({
      name: 'Failure',
      code: 'overloaded',
    });
    await expect(engine.ping()).rejects.toThrow();
    const again = await openDatabase(url);
    onTestFinished(() => again.close());
    expect(await kept(again.read)).toEqual(numbered(20));
  });

  test('a write begun where another ended is run too', async () => {
    const engine = await freshEngine(kind);
    const chains = numbered(5).map(async (chain) => {
      for (let at = 0; at < 10; at += 1) await engine.write((tx) => keep(tx, `${chain} ${at}`));
    });
    const failing = engine
      .write(() => Promise.reject(new Error('fails')))
      .catch(() => engine.write((tx) => keep(tx, 'z')));
    await Promise.all([...chains, failing]);
    expect(await kept(engine.read)).toHaveLength(51);
  });

  test('a transaction has one time, and ids that sort in the order in which they were made', async () => {
    const sources = systemSources(() => new Date('2023-09-07T10:00:00Z'));
    const engine = await openDatabase(await freshDatabase(kind), { sources });
    onTestFinished(() => engine.close());
    const [now, ids] = await engine.write(async (tx) => [tx.now, Array.from({ length: 100 }, () => tx.newId('side'))]);
    expect(now).toBe('2023-09-07T10:00:00.000Z');
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  test('values of every kind come back as they were written', async () => {
    const engine = await freshEngine(kind);
    const errors = [
      { line: 1, code: 'x', pointer: '', detail: '“quotes” \\ \' " \u{1F600} е́ \u2028 \t\n' },
      {
        line: Number.MAX_SAFE_INTEGER,
        code: '',
        pointer: '/z/a',
        detail: 'null',
        b: null,
        a: [true, false, [], {}],
        n: -0.5,
      },
    ];
    const row = {
      id: idFromKey('import', 1),
      format: 'record',
      dryRun: true,
      actor: '',
      comment: null,
      state: 'done' as const,
      read: Number.MAX_SAFE_INTEGER,
      created: 0,
      updated: -1,
      unchanged: 2 ** 40,
      rejected: 1,
      errors,
      createdAt: "it's; -- $1 ? +",
      updatedAt: '\u{1F9FF}\uFFFD\uE000',
    };
    await engine.write(async (tx) => {
      await insertRow(tx, 'imports', row);
      await insertRow(tx, 'imports', {
        ...row,
        id: idFromKey('import', 2),
        dryRun: false,
        comment: 'said',
        errors: [],
      });
    });
    const first = await rowById(engine.read, 'imports', idFromKey('import', 1));
    expect(first).toEqual(row);
    expect(JSON.stringify(first?.errors)).toBe(JSON.stringify(errors));
    expect(await rowById(engine.read, 'imports', idFromKey('import', 2))).toMatchObject({
      dryRun: false,
      comment: 'said',
      errors: [],
    });
    const dry = await engine.read.query(
      'by flag and number',
      ({ db, t, param }) =>
        db
          .select({ id: t.imports.id })
          .from(t.imports)
          .where(sql`${t.imports.dryRun} = ${param('dry')} and ${t.imports.read} = ${param('read')}`),
      { dry: true, read: Number.MAX_SAFE_INTEGER },
    );
    expect(dry).toEqual([{ id: idFromKey('import', 1) }]);
  });

  test('lists of values are found whatever is in them, none included', async () => {
    const engine = await freshEngine(kind);
    const names = ['a', "b'", 'c"', 'd,e', '{f}', 'g\\', '\u{1F600}', ''];
    await engine.write(async (tx) => {
      for (const name of names) await keep(tx, name);
    });
    const found = async (asked: string[]) => {
      const rows = await engine.read.query(
        'secrets named',
        ({ db, t, oneOf }) => db.select({ name: t.secrets.name }).from(t.secrets).where(oneOf(t.secrets.name, 'names')),
        { names: asked },
      );
      return rows.map(({ name }) => name).sort();
    };
    expect(await found(names)).toEqual([...names].sort());
    expect(await found(['a', 'nobody'])).toEqual(['a']);
    expect(await found([])).toEqual([]);
    const rows = await engine.read.query(
      'values as rows',
      ({ db, rowsOf }) => db.select({ value: sql<string>`value` }).from(sql`${rowsOf('names')} as given`),
      { names },
    );
    expect(rows.map(({ value }) => value).sort()).toEqual([...names].sort());
  });

  test('text sorts and compares by code point', async () => {
    const engine = await freshEngine(kind);
    const names = [
      'a',
      'B',
      'b',
      'Z',
      'z',
      'é',
      'e\u0301',
      'E',
      '_',
      '-',
      '.',
      '1',
      '10',
      '2',
      'ä',
      'ß',
      'ss',
      '\uFFFD',
      '\u{1F600}',
    ];
    await engine.write(async (tx) => {
      for (const name of names) await keep(tx, name);
    });
    const inOrder = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(await kept(engine.read)).toEqual(inOrder);
    const after = await engine.read.query(
      'secrets after',
      ({ db, t, param }) =>
        db
          .select()
          .from(t.secrets)
          .where(sql`${t.secrets.name} > ${param('name')} and ${t.secrets.value} = 'kept'`),
      { name: 'b' },
    );
    expect(after).toHaveLength(inOrder.length - inOrder.indexOf('b') - 1);
  });

  test('a query is built once, and again only after many others', async () => {
    const engine = await freshEngine(kind);
    let built = 0;
    const ask = (name: string) =>
      engine.read.query(name, ({ db, t }) => {
        built += 1;
        return db.select().from(t.sides);
      });
    for (let round = 0; round < 3; round += 1) await ask('hot');
    expect(built).toBe(1);
    for (let at = 0; at < 500; at += 1) {
      await ask(`cold ${at}`);
      await ask('hot');
    }
    expect(built).toBe(501);
    await ask('cold 499');
    expect(built).toBe(501);
    await ask('cold 0');
    expect(built).toBe(502);
  });
});
