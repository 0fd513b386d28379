import { describe, expect, test } from 'vitest';
import { counterclaim, startServing } from '../support/command.ts';
import { ENGINES, freshDatabase } from '../support/database.ts';

describe.each(ENGINES)('counterclaim serve on %s', (kind) => {
  test('prints its address, that of /docs and, once, an admin key; loads the demo once', async () => {
    const DATABASE_URL = await freshDatabase(kind);
    const first = await startServing({ DATABASE_URL });
    expect(first.log()).toContain(`${first.address}/docs`);
    expect((await fetch(`${first.address}/docs`)).status).toBe(200);
    const asAdmin = { headers: { authorization: `Bearer ${first.adminKey}` } };
    expect((await fetch(`${first.address}/v1/keys`, asAdmin)).status).toBe(200);
    const total = async ({ address }: { address: string }) =>
      ((await (await fetch(`${address}/v1/statements?count=true`)).json()) as { total: number }).total;
    const loaded = await total(first);
    expect(loaded).toBeGreaterThan(16);
    expect(await first.stop()).toMatchObject({ code: 0, stderr: '' });

    const second = await startServing({ DATABASE_URL });
    expect(second.adminKey).toBeNull();
    expect(await total(second)).toBe(loaded);
  });
});

describe('what serve prints', () => {
  test('is one JSON object a line where no person looks on, requests without their keys included', async () => {
    const { address, adminKey, stop } = await startServing({ DATABASE_URL: await freshDatabase('sqlite') });
    const answer = await fetch(`${address}/v1/sides`, {
      headers: { authorization: 'Bearer cck_not-a-key-of-this-service' },
    });
    const { stdout } = await stop();
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const reqId = answer.headers.get('x-request-id');
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'request', url: '/v1/sides', status: 401, reqId }));
    expect(stdout.split(`"reqId":"${reqId}"`)).toHaveLength(2);
    expect(stdout).not.toContain('cck_not-a-key');
    expect(stdout.split(adminKey as string)).toHaveLength(2);
  });

  test('names the address even when nothing is logged, and no key when it was given one', async () => {
    const settings = {
      DATABASE_URL: await freshDatabase('sqlite'),
      LOG_LEVEL: 'silent',
      ADMIN_KEY: `cck_${'a'.repeat(40)}`,
    };
    const { address, log } = await startServing(settings, ['--no-demo']);
    const headers = { authorization: `Bearer ${settings.ADMIN_KEY}` };
    expect((await fetch(`${address}/v1/keys`, { headers })).status).toBe(200);
    expect(await (await fetch(`${address}/v1/statements`)).json()).toEqual({ items: [], next: null });
    expect(log()).not.toContain('cck_');
  });

  test('1 when the port is taken, and how to choose another', async () => {
    const { address } = await startServing({ DATABASE_URL: await freshDatabase('sqlite') }, ['--no-demo']);
    const DATABASE_URL = await freshDatabase('sqlite');
    const { code, stderr } = await counterclaim(['serve'], {
      DATABASE_URL,
      PORT: new URL(address).port,
      DEMO: 'false',
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/EADDRINUSE.* Set HOST and PORT to an address that is free; PORT=0 takes a free port\.\n$/);
  });
});
