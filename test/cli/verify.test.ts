import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { headOfChain } from '../../src/history/feed.ts';
import type { Engine } from '../../src/platform/engine/tables.ts';
import { counterclaim } from '../support/command.ts';
import { ENGINES, freshDatabase } from '../support/database.ts';

/** Does something with the database while no command runs. */
async function meanwhile<Result>(url: string, work: (engine: Engine) => Promise<Result>): Promise<Result> {
  const engine: Engine = await openDatabase(url);
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

describe.each(ENGINES)('counterclaim verify on %s', (kind) => {
  test('0 and the head of a chain that holds; with --expect whether an earlier head is still in it', async () => {
    const DATABASE_URL = await freshDatabase(kind, 'demo');
    const { seq, hash } = await meanwhile(DATABASE_URL, ({ read }) => headOfChain(read));
    const { code, stdout } = await counterclaim(['verify'], { DATABASE_URL });
    expect(code).toBe(0);
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      `${seq} lines of history hold.`,
      `Head: line ${seq}, hash ${hash}`,
    ]);
    expect((await counterclaim(['verify', '--expect', hash], { DATABASE_URL })).code).toBe(0);
    const cut = await counterclaim(['verify', '--expect', 'f'.repeat(64)], { DATABASE_URL });
    expect(cut).toMatchObject({ code: 1, stderr: expect.stringMatching(/cut off the end/) });
  });

  test('1 and the first line that does not hold', async () => {
    const DATABASE_URL = await freshDatabase(kind, 'demo');
    await meanwhile(DATABASE_URL, (engine) =>
      engine.write(({ db, t }) => db.update(t.changes).set({ actor: 'somebody' }).where(sql`seq in (7, 9)`)),
    );
    const { code, stderr } = await counterclaim(['verify'], { DATABASE_URL });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The chain breaks at line 7: .* The 6 lines before it hold\.\n$/);
    const json = await counterclaim(['verify', '--json'], { DATABASE_URL });
    expect(JSON.parse(json.stdout)).toMatchObject({ lines: 6, broken: { seq: 7 } });
  });
});
