import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { headOfChain } from '../../src/history/feed.ts';
import { updateRow } from '../../src/platform/engine/rows.ts';
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

describe.each(ENGINES)('what counterclaim verify lists on %s', (kind) => {
  test('0 and all that an earlier version stored otherwise than today, which stays as it is', async () => {
    const DATABASE_URL = await freshDatabase(kind, 'demo');
    expect((await counterclaim(['verify'], { DATABASE_URL })).stdout).not.toMatch(/earlier version/);
    const ids = await meanwhile(DATABASE_URL, async (engine) => {
      const first = async (table: 'outlets' | 'articles' | 'speakers') => {
        const [row] = await engine.read.query(`a row of ${table}`, ({ db, t }) => db.select().from(t[table]).limit(1));
        return row?.id as string;
      };
      const [outlet, article, speaker] = [await first('outlets'), await first('articles'), await first('speakers')];
      await engine.write(async (tx) => {
        await updateRow(tx, 'outlets', outlet, { country: 'UK' });
        await updateRow(tx, 'articles', article, { url: 'https://dw.example/caf%c3%a9', language: 'english' });
        await updateRow(tx, 'speakers', speaker, { name: '\u200b', aliases: [' A'] });
      });
      return { outlet, article, speaker };
    });
    const { code, stdout } = await counterclaim(['verify'], { DATABASE_URL });
    expect([code, stdout]).toEqual([0, expect.stringContaining('5 kept as an earlier version stored them')]);
    const { kept } = JSON.parse((await counterclaim(['verify', '--json'], { DATABASE_URL })).stdout);
    expect(kept.map(({ id, member }: { id: string; member: string }) => [id, member]).sort()).toEqual(
      [
        [ids.outlet, 'country'],
        [ids.article, 'language'],
        [ids.article, 'url'],
        [ids.speaker, 'name'],
        [ids.speaker, 'aliases'],
      ].sort(),
    );
  });
});
