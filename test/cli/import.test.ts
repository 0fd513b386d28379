import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import type { Engine } from '../../src/platform/engine/tables.ts';
import { counterclaim, startServing } from '../support/command.ts';
import { ENGINES, freshDatabase } from '../support/database.ts';

const SEED = 'seeds/lachin.ndjson';

describe.each(ENGINES)('counterclaim import on %s', (kind) => {
  test('0 and the counts; the same file again changes nothing', async () => {
    const DATABASE_URL = await freshDatabase(kind);
    const first = await counterclaim(['import', SEED], { DATABASE_URL });
    expect(first).toEqual({
      code: 0,
      stdout: '48 lines read: 48 created, 0 updated, 0 unchanged, 0 rejected.\n',
      // Of what takes long it is told how far it is.
      stderr: expect.stringMatching(/^(\d+ %.* 0 rejected.*\n)*$/),
    });
    const again = await counterclaim(['import', SEED, '--json'], { DATABASE_URL });
    expect(JSON.parse(again.stdout)).toEqual({
      dryRun: false,
      read: 48,
      created: 0,
      updated: 0,
      unchanged: 48,
      rejected: 0,
      errors: [],
    });
  });

  test('1 when lines are rejected, each told with its place; the others are recorded', async () => {
    const DATABASE_URL = await freshDatabase(kind);
    const file = await fileOf(
      '{"type":"side","name":"One"}\n\n{"type":"side"}\nnot JSON\n{"type":"side","name":"Two"}',
    );
    const { code, stdout, stderr } = await counterclaim(['import', file], { DATABASE_URL });
    expect(code).toBe(1);
    expect(stdout).toBe('4 lines read: 2 created, 0 updated, 0 unchanged, 2 rejected.\n');
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/record\.ndjson:3: invalid: \/name: /),
      expect.stringMatching(/record\.ndjson:4: invalid: The line is not valid JSON\.$/),
      '',
    ]);
  });

  test('a dry run counts what would come, and stores nothing', async () => {
    const DATABASE_URL = await freshDatabase(kind);
    const tried = await counterclaim(['import', SEED, '--dry-run', '--json'], { DATABASE_URL });
    expect(tried.code).toBe(0);
    expect(JSON.parse(tried.stdout)).toMatchObject({ dryRun: true, read: 48, created: 48, rejected: 0 });
    const real = await counterclaim(['import', SEED, '--json'], { DATABASE_URL });
    expect(JSON.parse(real.stdout)).toMatchObject({ dryRun: false, created: 48, unchanged: 0 });
  });

  test('a file read in beside a running service is there at once, and history says by whom and why', async () => {
    const DATABASE_URL = await freshDatabase(kind);
    const { address } = await startServing({ DATABASE_URL, DEMO: 'false' });
    const busy = setInterval(() => fetch(`${address}/v1/sides?count=true`).catch(() => {}), 5);
    onTestFinished(() => clearInterval(busy));
    const { code } = await counterclaim(['import', SEED, '--comment', 'the first story'], { DATABASE_URL });
    expect(code).toBe(0);
    const listed = await (await fetch(`${address}/v1/statements?claim=blockade&count=true`)).json();
    expect(listed).toMatchObject({ total: 4 });
    expect(await authors(DATABASE_URL)).toEqual(['cli: the first story']);
  });
});

/** Who wrote history, and why; each once. */
async function authors(DATABASE_URL: string): Promise<string[]> {
  const engine: Engine = await openDatabase(DATABASE_URL);
  const lines = await engine.read.query('all changes', ({ db, t }) => db.select().from(t.changes));
  await engine.close();
  return [...new Set(lines.map(({ actor, comment }) => `${actor}: ${comment}`))];
}

async function fileOf(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-import-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'record.ndjson');
  await writeFile(file, text);
  return file;
}
