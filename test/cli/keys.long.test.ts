import { describe, expect, test } from 'vitest';
import { counterclaim, startServing } from '../support/command.ts';
import { ENGINES, freshDatabase } from '../support/database.ts';

describe.each(ENGINES)('counterclaim key on %s', (kind) => {
  test('a key made beside a running service opens it at once, and is worthless once revoked', async () => {
    const DATABASE_URL = await freshDatabase(kind);
    const { address } = await startServing({ DATABASE_URL, DEMO: 'false' });
    const made = await counterclaim(['key', 'create', 'news desk', '--scope', 'write'], { DATABASE_URL });
    expect(made.code).toBe(0);
    expect(made.stdout).toMatch(/^cck_[\w-]+\n$/);
    const record = (name: string) =>
      fetch(`${address}/v1/sides`, {
        method: 'POST',
        headers: { authorization: `Bearer ${made.stdout.trim()}`, 'content-type': 'application/json' },
        body: JSON.stringify({ name }),
      });
    expect((await record('One')).status).toBe(201);

    const id = /key_\w+/.exec(made.stderr)?.[0] as string;
    expect(await counterclaim(['key', 'revoke', id], { DATABASE_URL })).toMatchObject({ code: 0 });
    expect((await record('Two')).status).toBe(401);
  });

  test('a list names every key and its state, and never a key or its hash', async () => {
    const DATABASE_URL = await freshDatabase(kind);
    const run = (...args: string[]) => counterclaim(['key', ...args], { DATABASE_URL });
    const made = await run('create', 'until 2999', '--scope', 'read', '--expires', '2999-01-31', '--json');
    const { key, ...kept } = JSON.parse(made.stdout);
    expect(kept).toMatchObject({ name: 'until 2999', scope: 'read', expiresAt: '2999-01-31T00:00:00.000Z' });
    await run('create', 'other', '--scope', 'admin');
    await run('revoke', kept.id);

    const json = await run('list', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject([
      { id: kept.id, revokedAt: expect.stringMatching(/^20/) },
      { name: 'other', revokedAt: null },
    ]);
    const table = await run('list');
    expect(table.stdout.split('\n')).toMatchObject([
      expect.stringMatching(/^ID +NAME +SCOPE +STATE/),
      expect.stringMatching(new RegExp(`^${kept.id} +until 2999 +read +revoked `)),
      expect.stringMatching(/ other +admin +valid /),
      '',
    ]);
    for (const { stdout } of [json, table]) expect(stdout).not.toContain(key.slice(4));
    expect(json.stdout).not.toContain('hash');
  });

  test('1 for a key that does not exist', async () => {
    const DATABASE_URL = await freshDatabase(kind);
    const ended = await counterclaim(['key', 'revoke', 'key_01k6v0a9q2w8e5r7t1y3z4x6c8'], { DATABASE_URL });
    expect(ended).toEqual({ code: 1, stdout: '', stderr: 'There is no key key_01k6v0a9q2w8e5r7t1y3z4x6c8.\n' });
  });
});
